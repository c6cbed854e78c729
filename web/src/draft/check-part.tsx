import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';
import type { Codes } from './codes.js';
import type { DraftForm } from './draft-content.js';

/** Everything once more before it goes to the checker. */
export function CheckPart({ codes, values }: { codes: Codes; values: DraftForm }) {
  const words = useWords();
  const labelled = (list: readonly { code: string; label: string }[], code: string | undefined) =>
    list.find((each) => each.code === code)?.label;
  const rows: [string, string | undefined][] = [
    [words.draft.name, values.name],
    [words.draft.creditCode, values.creditCode],
    [words.assess.kind, labelled(codes.kinds, values.kind)],
    [words.draft.subtype, labelled(codes.subtypes, values.subtype)],
    [words.assess.amount, values.amount === undefined ? undefined : withSeparators(values.amount)],
    [words.filing.plannedDate, values.plannedDate?.format('YYYY-MM-DD')],
    [words.draft.groundCode, labelled(codes.grounds, values.groundCode)],
    [words.draft.facts, values.facts],
  ];
  return (
    <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '8px 16px', margin: 0 }}>
      {rows.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt className="quiet">{label}</dt>
          <dd className="said" style={{ margin: 0 }}>
            {value ?? '—'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
