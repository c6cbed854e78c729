import { Link } from '@tanstack/react-router';
import { Alert, Checkbox, Tag } from 'antd';
import type { Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { withSeparators } from '../shell/money.js';
import type { Answer } from './opine.js';

type Item = Schema<'WorklistItemDto'>;

/** By its number, its firm or its bank. Whoever is filtered away is not answered with the others. */
export function isMeant({ number, firm, bank }: Item, wanted: string): boolean {
  return [number, firm.name, bank?.name].some((text) => text?.includes(wanted) === true);
}

/** One case, whether it is answered with the others, and what came of it. */
export function Row({
  item: { id, number, firm, bank, kind, amount, dueAt },
  answer,
  chosen,
  choose,
}: {
  item: Item;
  answer: Answer | undefined;
  chosen: boolean;
  choose: ((wanted: boolean) => void) | undefined;
}) {
  const words = useWords();
  return (
    <li>
      <Checkbox
        aria-label={words.batch.choose(number ?? '')}
        checked={chosen}
        disabled={choose === undefined || answer?.ok === true}
        onChange={({ target }) => choose?.(target.checked)}
      />
      <Link to="/filings/$id" params={{ id }}>
        {number}
      </Link>
      <span>{firm.name}</span>
      <span className="quiet">{bank?.name}</span>
      <span className="amount">
        {kind === null ? '' : words.kinds[kind]} {amount === null ? '' : withSeparators(amount)}
      </span>
      {dueAt === null ? null : <span className="quiet">{monthDayTime(dueAt)}</span>}
      {answer === undefined ? null : answer.ok ? (
        <Tag color="green">✓ {words.batch.done}</Tag>
      ) : (
        <Alert type="error" showIcon title={answer.why} style={{ flexBasis: '100%' }} />
      )}
    </li>
  );
}
