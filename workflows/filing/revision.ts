import type { CivilDay } from '../process.js';
import { fenOf } from '../rules/fen.js';
import { carriedAllowances, cutTo } from './bank-date.js';
import { type FilingContext, signer, UNREVIEWED } from './filing.context.js';
import type { FilingEventOf } from './filing.events.js';
import type { AmendFacts, RevisionFacts } from './filing.facts.js';

/** Marks that the machine sets itself; a new assessment must not lose them. */
const OWN_MARKS = ['incomplete', 'disputed'];
const OWN_OFFICE_MARKS = ['splitSuspected'];

/** The filing becomes a report: number, receipt, policy, bank date. */
export function filed(context: FilingContext, { facts }: FilingEventOf<'FILE'>): Partial<FilingContext> {
  return {
    ...revised(context, facts),
    ...reviewedAnew(facts),
    chain: [],
    signers: [],
    number: facts.number,
    registerNumber: facts.registerNumber,
    policy: facts.policy.id,
    lane: facts.lane,
    courtAccepted: context.courtAccepted || facts.courtAccepted,
    countyTold: tellsCounty(facts) ? 'told' : 'no',
    executed: doneAlready(facts),
    figuresFinal: facts.figures.actedOn !== null,
  };
}

/** More, earlier or of another kind: a new received day, bank date and review; old opinions are superseded. */
export function amendedMaterially(
  context: FilingContext,
  { facts }: { facts: AmendFacts },
): Partial<FilingContext> {
  const { kind, amount } = facts.figures;
  return {
    ...revised(context, facts),
    ...reviewedAnew(facts),
    allowances: carriedAllowances(context, { kind, amount }),
    // Consent up to a cap holds for the act it was given to, however much more is planned now.
    consentCap: kind === context.kind ? context.consentCap : null,
    countyTold: tellsCounty(facts) ? toldCounty(context) : context.countyTold,
  };
}

/** Less, later, or other words: the review goes on; a later date moves the bank date to it. */
export function amendedSlightly(
  context: FilingContext,
  { facts }: { facts: AmendFacts },
): Partial<FilingContext> {
  const moved = bankDateMovedBy(context, facts);
  return {
    ...revised(context, facts),
    bankDate: moved ?? context.bankDate,
    allowances: moved === undefined ? cutTo(facts.figures.amount, context.allowances) : [],
    countyTold: tellsCounty(facts) ? toldCounty(context) : context.countyTold,
  };
}

/** The later bank date that a slight amendment brings, if it does. */
export function bankDateMovedBy(context: FilingContext, facts: AmendFacts): CivilDay | undefined {
  const { plannedDate } = facts.figures;
  return context.bankDate !== null && plannedDate > context.bankDate ? plannedDate : undefined;
}

/** 「由属地联系人知悉」: from `countyFrom` on the county is told without being asked. */
export function tellsCounty({ figures, policy }: RevisionFacts): boolean {
  return fenOf(figures.amount) >= fenOf(policy.values.countyFrom);
}

function revised(context: FilingContext, facts: RevisionFacts): Partial<FilingContext> {
  const { kind, amount, plannedDate, actedOn, emergency } = facts.figures;
  return {
    maker: signer(facts.preparedBy, facts.preparedFor),
    revision: facts.revision,
    contentHash: facts.contentHash,
    kind,
    amount,
    plannedDate,
    actedOn,
    emergency,
    reportable: facts.assessment.reportable,
    marks: united(facts.bankMarks, context.marks, OWN_MARKS),
    officeMarks: united(facts.officeMarks, context.officeMarks, OWN_OFFICE_MARKS),
    // A case once moved to focus stays there: opinions may rest on it.
    lane: context.lane === 'focus' ? 'focus' : facts.lane,
    county: facts.county ?? null,
    committee: facts.committee,
    standstill: facts.standstill,
  };
}

function reviewedAnew(facts: RevisionFacts): Partial<FilingContext> {
  return {
    ...UNREVIEWED,
    reviewed: facts.revision,
    basisInForce: facts.basisInForce,
    receivedOn: facts.receivedOn,
    firstBankDate: facts.bankDate,
    bankDate: facts.bankDate,
    allowances: [],
  };
}

function doneAlready({ figures }: RevisionFacts): FilingContext['executed'] {
  return figures.actedOn === null ? null : { total: figures.amount, last: figures.actedOn, reports: 0 };
}

function united(judged: readonly string[], held: readonly string[], own: readonly string[]): string[] {
  return [...judged, ...held.filter((mark) => own.includes(mark) && !judged.includes(mark))];
}

/** A county that still owes facts is not made to forget them by being told something else. */
export function toldCounty({ countyTold }: Pick<FilingContext, 'countyTold'>): FilingContext['countyTold'] {
  return countyTold === 'asked' ? 'asked' : 'told';
}
