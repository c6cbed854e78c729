import type { AnyMachineSnapshot } from 'xstate';
import type { CommitteeContext } from '../committee/committee.context.js';
import type { CommitteeEventType, DeadlineName } from '../committee/committee.events.js';
import type { ProcessEvent } from '../process.js';
import { CITONG, CREDITOR, type Difference, JINLI, MEMBER, sampleOf } from './committee.samples.js';

/** A part of the committee's life that is explored apart, with what its clocks find when they strike. */
export interface CommitteeSlice {
  name: string;
  offers: readonly Offer[];
  strikes: Partial<Record<DeadlineName, object>>;
}

/** One event, offered as long as `while` holds: without a bound a proof would count drafts and members for ever. */
interface Offer {
  event(context: CommitteeContext): ProcessEvent;
  while(context: CommitteeContext, snapshot: AnyMachineSnapshot): boolean;
}

const TOO_FEW = { creditors: 2, declared: 2, confirmed: 2, signed: 2, chairSigned: true };

export const COMMITTEE_SLICES: readonly CommitteeSlice[] = [
  { name: 'founding', offers: founding(), strikes: {} },
  {
    name: 'founding fails for want of creditors',
    offers: founding(),
    strikes: { propose: TOO_FEW, claims: TOO_FEW, elect: TOO_FEW, sign: TOO_FEW },
  },
  {
    name: 'founding fails for want of a chair',
    offers: founding(),
    strikes: { elect: { largestWilling: null }, sign: { chairSigned: false } },
  },
  { name: 'the chair-elect does not sign', offers: founding(), strikes: { sign: { chairSigned: false } } },
  { name: 'at work', offers: atWork(), strikes: { rollover: { nextReminder: null } } },
  { name: 'light form', offers: [...proposedLight(), ...meetings(), ...court()], strikes: {} },
];

function founding(): Offer[] {
  return [
    offer('PROPOSE'),
    offer('INVITE'),
    offer('DECLARE_CLAIM'),
    offer('WILLING'),
    offer('DECLINE'),
    offer('CONFIRM_CLAIMS'),
    offer('ELECT'),
    offer('ELECT', {
      facts: { counts: { forClaims: '6000000.00', totalClaims: '24000000.00', forHeads: 1, heads: 4 } },
    }),
    offer('DRAFT_AGREEMENT', {}, ({ agreement }) => agreement < 1),
    offer('SIGN', { facts: { signed: 1, unsigned: 3, chairSigned: false } }),
    offer('SIGN'),
    offer('ABANDON'),
    ...court(),
    ...messages(),
  ];
}

function atWork(): Offer[] {
  return [
    offer('PROPOSE'),
    offer('INVITE'),
    offer('CONFIRM_CLAIMS'),
    offer('ELECT'),
    offer('SIGN'),
    offer('NAME_VICE_CHAIRS'),
    offer('SET_STRATEGY'),
    offer('ACCEDE', { facts: { standing: { ...CREDITOR } } }, ({ members }) => members < 5),
    offer('TRANSFER_CLAIM'),
    leaves('chair', 3),
    leaves('other', 2),
    ...meetings(),
    offer('RESOLUTION.CARRIED', { payload: { subject: 'chair', chair: 'citong' } }),
    offer('RESOLUTION.CARRIED', { payload: { subject: 'dissolution' } }),
    offer('RESOLUTION.CARRIED', { payload: { subject: 'accession' } }),
    ...messages(),
    ...court(),
  ];
}

/** A member sells everything and is none any more. */
function leaves(who: 'chair' | 'other', members: number): Offer {
  return {
    event: (context) =>
      sampleOf('TRANSFER_CLAIM', context, {
        facts: { standing: MEMBER, left: '0.00', members },
        ...(who === 'chair' && context.chair === JINLI.organization ? { actor: JINLI } : {}),
      }),
    while: (context) => context.members > members,
  };
}

function proposedLight(): Offer[] {
  return [
    offer('PROPOSE', {
      payload: {
        form: 'light',
        creditors: [{ organization: 'jinli' }, { organization: 'citong' }],
      },
    }),
    offer('INVITE', { facts: { creditors: 3 } }),
    offer('ABANDON'),
  ];
}

function meetings(): Offer[] {
  return [
    offer('SCHEDULE_ROLLOVER'),
    offer('ROLLOVER_DONE'),
    offer('CALL_MEETING'),
    offer('CANCEL_MEETING'),
    offer('RECORD_MINUTES', { facts: { answerers: 2 } }),
    offer('CONFIRM_MINUTES', { actor: CITONG }),
    offer('OBJECT_MINUTES'),
    offer('WIND_UP'),
  ];
}

function messages(): Offer[] {
  return [
    offer('RESOLUTION.CARRIED'),
    offer('STANDSTILL.STARTED'),
    offer('STANDSTILL.ENDED'),
    offer('SUPPORT.ENDED'),
  ];
}

function court(): Offer[] {
  return [offer('COURT.ACCEPTED'), offer('COURT.DISMISSED'), offer('COURT.CLOSED')];
}

function offer<Type extends CommitteeEventType>(
  type: Type,
  difference: Difference<Type> = {},
  holds: Offer['while'] = () => true,
): Offer {
  return { event: (context) => sampleOf(type, context, difference), while: holds };
}
