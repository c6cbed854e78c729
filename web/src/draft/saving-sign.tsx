import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useWords } from '../language/use-words.js';
import { SESSION_KEY } from '../session/session.js';
import { Trouble } from '../shell/trouble.js';
import type { Saving } from './use-autosave.js';

/** How far a draft is kept. Never green: a draft that is saved is not a report that is filed. */
export function SavingSign({ saving }: { saving: Saving }) {
  const words = useWords();
  const said =
    saving.state === 'saved'
      ? words.draft.savedAt(hourOf(saving.at))
      : saving.state === 'typing' || saving.state === 'saving'
        ? words.draft.saving
        : '';
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
      <span className="unfiled">{words.worklist.unfiled}</span>
      <span className="quiet" role="status">
        {said}
      </span>
    </span>
  );
}

/** What keeps a draft from being saved, and what to do. */
export function SavingTrouble({ saving }: { saving: Saving }) {
  const words = useWords();
  const queries = useQueryClient();
  if (saving.state === 'refused') return <Trouble error={saving.error} />;
  if (saving.state === 'cutOff')
    return <Alert type="warning" showIcon role="alert" title={words.draft.cutOff} />;
  if (saving.state !== 'signedOut') return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={words.draft.signedOut}
      action={
        <Button size="small" onClick={() => queries.setQueryData(SESSION_KEY, null)}>
          {words.draft.signInAgain}
        </Button>
      }
    />
  );
}

function hourOf(at: Date): string {
  return at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
}
