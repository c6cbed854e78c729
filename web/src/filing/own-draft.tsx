import { useNavigate } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import type { Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { hasRole, useSession } from '../session/session.js';

type Filing = Schema<'Filing'>;

/** The bank's way back to what it is writing: a draft, what was asked for, or a change of its report. */
export function OwnDraft({ filing }: { filing: Filing }) {
  const words = useWords();
  const navigate = useNavigate();
  const session = useSession().data;
  const { id, state, editable = [], amendment } = filing;
  if (session == null || editable.length === 0 || !hasRole(session, 'bank.maker', 'bank.checker'))
    return null;
  const title =
    state === 'drafting'
      ? words.filing.goOn
      : state === 'completing'
        ? words.draft.correction
        : amendment === null || amendment === undefined
          ? words.filing.amend
          : words.filing.goOnAmending;
  return (
    <Card size="small">
      <Button
        block
        type={state === 'drafting' || state === 'completing' ? 'primary' : 'default'}
        onClick={() => void navigate({ to: '/filings/new', search: { draft: id } })}
      >
        {title}
      </Button>
    </Card>
  );
}
