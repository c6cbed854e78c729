import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext, OpiningOffice } from '../filing/filing.context.js';
import type { FilingEventType, PayloadOf } from '../filing/filing.events.js';
import type { FileFacts } from '../filing/filing.facts.js';
import type { Position } from '../filing/positions.js';
import type { ProcessEvent, Role } from '../process.js';
import { type Difference, person, reviewerOf, sampleOf } from './filing.samples.js';

/**
 * Parts of the filing process that are explored apart: everything at once has more configurations than a test may take. Each
 * part offers the events whose interplay it is about; what happens anywhere (court, a withdrawal) stands in several.
 */
export interface Slice {
  name: string;
  offers: readonly Offer[];
}

/** One event, offered as long as `while` holds: without a bound a proof would count reports and revisions for ever. */
export interface Offer {
  type: FilingEventType;
  event(context: FilingContext): ProcessEvent;
  while(context: FilingContext, snapshot: AnyMachineSnapshot): boolean;
}

const COMMITTEE = { id: 'committee-1', workingDays: 20 };
const PART = { lines: [{ amount: '2000000.00' }], final: false };
const DONE_ALREADY: Partial<FileFacts> = {
  bankDate: null,
  figures: {
    kind: 'withdraw',
    amount: '6000000.00',
    plannedDate: '2026-06-09',
    actedOn: '2026-06-09',
    emergency: false,
  },
  bankMarks: ['notReportedBefore'],
};

export const FILING_SLICES: readonly Slice[] = [
  {
    name: 'inside the bank',
    offers: [
      offer('SEND_TO_CHECK', { facts: { chain: ['bank.maker', 'bank.checker', 'bank.admin'] } }),
      offer('DISCARD'),
      offer('SIGN_FILING'),
      offer('RETURN_TO_MAKER'),
      offer('FILE', { actor: person('head', 'bank.admin') }),
      offer('COURT.ACCEPTED'),
      offer('STANDSTILL.STARTED'),
    ],
  },
  {
    name: 'review',
    offers: [
      ...filed(),
      offer('REQUEST_COMPLETION'),
      offer('RULE_OUT_OF_SCOPE'),
      offer('RESUBMIT'),
      ...opinions('finance', ['noObjection', 'coordinate'], ['finance.reviewer', 'finance.leader']),
      offer('SIGN_OPINION'),
      offer('RETURN_OPINION'),
      ...opinions('industry', ['noObjection', 'coordinate']),
      ...supplements('finance'),
      ...supplements('industry'),
      offer('SET_FOCUS'),
      offer('ASK_FACTS'),
      offer('REPORT_FACTS'),
      offer('INTERVENE'),
    ],
  },
  {
    name: 'conclusion',
    offers: [
      ...filed({ committee: COMMITTEE }),
      // The finance bureau stays silent: what is proposed is the industry bureau's position, or nothing.
      ...opinions('industry', ['suggestDeferral', 'coordinate', 'referToCommittee']),
      offer('COMMENT'),
      offer('CLEAR'),
      offer('SUGGEST_DEFERRAL'),
      offer('INTERVENE'),
      offer('REFER_TO_COMMITTEE'),
      offer('UNDERTAKE'),
      offer('DECLINE'),
      offer('EXTEND_COORDINATION'),
      ...answers(),
    ],
  },
  {
    name: "the bank's acts",
    offers: [
      ...filed(),
      offer('REQUEST_COMPLETION'),
      ...resubmissions(),
      ...opinions('industry', ['coordinate']),
      offer('INTERVENE'),
      ...amendments(),
      offer('UNDERTAKE'),
      offer('WITHDRAW'),
      offer('VOID'),
      offer('REPORT_EXECUTION', { payload: { ...PART } }, fewReports),
      offer('COURT.ACCEPTED'),
    ],
  },
  {
    name: 'execution',
    offers: [
      ...filed(),
      ...opinions('finance', ['noObjection']),
      ...opinions('industry', ['noObjection']),
      offer('REPORT_EXECUTION', {}, fewReports),
      offer('REPORT_EXECUTION', { payload: { ...PART } }, fewReports),
      offer('REPORT_EXECUTION', { payload: { corrects: true } }, fewReports),
      offer('POSTPONE'),
      offer('WITHDRAW'),
      offer('REPORT_RETAINED'),
      offer('CONFIRM_EXECUTION'),
      offer('QUERY_EXECUTION'),
      offer('COURT.ACCEPTED'),
    ],
  },
  {
    name: 'what may come at any time',
    offers: [
      ...filed(),
      offer('REQUEST_COMPLETION'),
      offer('RULE_OUT_OF_SCOPE'),
      ...lateOpinions(),
      offer('WITHDRAW'),
      offer('SUSPECT_SPLIT'),
      offer('SUSPECT_SPLIT', { payload: { suspected: false } }),
      offer('STANDSTILL.STARTED'),
      offer('STANDSTILL.ENDED'),
      offer('RESOLUTION.PASSED', { payload: { filing: 'another' } }),
      offer('RESOLUTION.FAILED', { payload: { filing: 'another' } }),
      offer('COORDINATION.CONCLUDED', { payload: { filing: 'another' } }),
      offer('COMMITTEE.ENDED'),
      offer('COURT.ACCEPTED'),
    ],
  },
  {
    name: 'an act already done',
    offers: [
      ...filed({ ...DONE_ALREADY, committee: COMMITTEE }),
      ...opinions('finance', ['noObjection', 'suggestDeferral']),
      ...opinions('industry', ['coordinate', 'referToCommittee']),
      offer('CLEAR'),
      offer('SUGGEST_DEFERRAL'),
      offer('INTERVENE'),
      offer('REFER_TO_COMMITTEE'),
      offer('UNDERTAKE'),
      ...answers(),
      offer('VOID'),
      offer('REPORT_EXECUTION', { payload: { corrects: true } }, fewReports),
      offer('CONFIRM_EXECUTION'),
      offer('COURT.ACCEPTED'),
    ],
  },
];

function offer<Type extends FilingEventType>(
  type: Type,
  difference: Difference<Type> = {},
  holds: Offer['while'] = () => true,
): Offer {
  return { type, event: (context) => sampleOf(type, context, difference), while: holds };
}

function filed(facts: Partial<FileFacts> = {}): Offer[] {
  return [offer('SEND_TO_CHECK'), offer('FILE', { facts }), offer('ACKNOWLEDGE')];
}

function opinions(
  office: OpiningOffice,
  positions: readonly Position[],
  chain: readonly Role[] = [`${office}.reviewer`],
): Offer[] {
  return positions.map((position) => ({
    type: 'OPINE',
    event: (context) =>
      sampleOf('OPINE', context, {
        office,
        actor: reviewerOf(office),
        payload: { position },
        facts: { chain, committee: context.committee },
      }),
    // A late opinion may come anywhere and changes nothing: it has a part of its own.
    while: (_, snapshot) => snapshot.matches({ pending: 'reviewing' }),
  }));
}

function lateOpinions(): Offer[] {
  return opinions('industry', ['coordinate']).map((opinion) => ({ ...opinion, while: () => true }));
}

function supplements(office: OpiningOffice): Offer[] {
  return [
    offer('REQUEST_SUPPLEMENT', { office, actor: reviewerOf(office) }),
    offer('SUPPLEMENT', { payload: { office } }),
  ];
}

/** Every answer that coordination and committee may give, while they have something to answer. */
function answers(): Offer[] {
  const confirmation = 'entry-1';
  const conclusions: readonly Partial<PayloadOf<'COORDINATION.CONCLUDED'>>[] = [
    { outcome: 'notAgreed' },
    { outcome: 'retained', confirmation },
    { outcome: 'replacedBy', confirmation },
    { outcome: 'reducedTo', confirmation, amount: '4000000.00' },
    { outcome: 'deferredUntil', confirmation, until: '2026-09-01' },
  ];
  const asked = ({ itemOpen }: FilingContext) => itemOpen;
  return [
    ...conclusions.map((payload) => offer('COORDINATION.CONCLUDED', { payload }, ({ joined }) => joined)),
    offer('RESOLUTION.PASSED', {}, asked),
    offer('RESOLUTION.FAILED', {}, asked),
    offer('RESOLUTION.FAILED', { payload: { cause: 'dropped' } }, asked),
    offer('COMMITTEE.ENDED', {}, ({ committee }) => committee !== null),
  ];
}

/** A higher amount, then a later date: two revisions are enough to see what a new one does to the former. */
function amendments(): Offer[] {
  return [
    { type: 'AMEND', event: (context) => raised('AMEND', context), while: ({ revision }) => revision < 2 },
    { type: 'AMEND', event: (context) => delayed('AMEND', context), while: ({ revision }) => revision < 2 },
    offer('AMEND', {}, ({ revision }) => revision < 2),
  ];
}

function resubmissions(): Offer[] {
  return [
    {
      type: 'RESUBMIT',
      event: (context) => raised('RESUBMIT', context),
      while: ({ revision }) => revision < 2,
    },
    offer('RESUBMIT', {}, ({ revision }) => revision < 2),
  ];
}

function raised(type: 'AMEND' | 'RESUBMIT', context: FilingContext): ProcessEvent {
  const figures = { ...ordinaryFigures(context), amount: '8000000.00' };
  return sampleOf(type, context, { facts: { material: true, figures, bankDate: '2026-07-20' } });
}

function delayed(type: 'AMEND' | 'RESUBMIT', context: FilingContext): ProcessEvent {
  const figures = { ...ordinaryFigures(context), plannedDate: '2026-07-25' };
  return sampleOf(type, context, { facts: { figures } });
}

function ordinaryFigures(context: FilingContext) {
  return sampleOf('AMEND', context).facts.figures;
}

function fewReports({ executed }: FilingContext): boolean {
  return (executed?.reports ?? 0) < 2;
}
