import type { ReactNode } from 'react';
import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';
import { type Content, contentOf, type DraftForm } from './draft-content.js';
import { useOpen } from './field.js';
import { labelOfCode } from './spoken.js';
import { Threshold } from './threshold.js';

/** 核对: everything once more, as the offices will read it, before it goes to the checker. */
export function CheckPart({ values }: { values: DraftForm }) {
  const words = useWords();
  const { codes } = useOpen();
  const content = contentOf(values);
  const { firm, ground, fiveNos, renewal } = content;
  const label = (list: readonly { code: string; label: string }[], code: string | null | undefined) =>
    labelOfCode(list, code);
  const rows: [string, ReactNode][] = [
    [words.draft.name, firm?.name],
    [words.draft.creditCode, firm?.creditCode],
    [words.draft.county, codes.counties.find(({ key }) => key === firm?.county)?.name],
    [words.assess.kind, label(codes.kinds, content.kind)],
    [words.draft.subtype, label(codes.subtypes, content.subtype)],
    [words.draft.before, <Figures key="before" of={content.before} />],
    [words.draft.after, <Figures key="after" of={content.after} />],
    [words.assess.amount, content.amount == null ? null : withSeparators(content.amount)],
    [words.filing.plannedDate, content.plannedDate],
    [words.draft.actedOn, content.actedOn],
    [words.filing.loans, content.loans?.map(({ contractNo }) => contractNo).join('、')],
    [words.draft.groundCode, label(codes.grounds, ground?.code)],
    [words.draft.facts, ground?.facts],
    [words.draft.contractClause, ground?.contractClause],
    [words.draft.legalBasis, ground?.legalBasis],
    [words.draft.hasMarket, label(codes.triStates, fiveNos?.hasMarket)],
    [words.draft.operatesNormally, label(codes.triStates, fiveNos?.operatesNormally)],
    [words.draft.shortForNow, label(codes.triStates, fiveNos?.shortForNow)],
    [words.draft.explanation, fiveNos?.explanation],
    [words.draft.renewalResult, label(codes.renewalResults, renewal?.result)],
    [words.draft.whyNot, renewal?.whyNot],
    [words.draft.emergency, label(codes.emergencyReasons, content.emergency?.reason)],
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd className="said">{value ?? <span className="quiet">{words.draft.open}</span>}</dd>
          </div>
        ))}
      </dl>
      <Threshold values={values} />
    </>
  );
}

function Figures({ of }: { of: Content['before'] }) {
  const words = useWords();
  const figure = (amount: string | null | undefined) => (amount == null ? '—' : withSeparators(amount));
  return (
    <>
      <span className="amount">
        {words.filing.limit} {figure(of?.limit)}
      </span>
      ，
      <span className="amount">
        {words.filing.balance} {figure(of?.balance)}
      </span>
    </>
  );
}
