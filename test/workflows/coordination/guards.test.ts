import { describe, expect, it } from '@jest/globals';
import type { CoordinationEventType } from '../../../workflows/coordination/coordination.events.js';
import type { JoinedFiling } from '../../../workflows/coordination/coordination.facts.js';
import { guards } from '../../../workflows/coordination/coordination.guards.js';
import { coordination1 } from '../../../workflows/coordination/coordination.js';
import { refusalsOf, step } from '../../../workflows/process.js';
import {
  COUNTY,
  type Difference,
  JOINED,
  MAKER,
  sampleOf,
} from '../../../workflows/proof/coordination.samples.js';
import { type Coordination, planning, SITUATIONS } from './situations.js';

/** One guard at no: what makes the difference to the ordinary event, which is taken. */
interface GuardCase {
  event: CoordinationEventType;
  guard: string;
  code: string;
  at: Coordination;
  refused: Difference<CoordinationEventType>;
}

function refuses<Type extends CoordinationEventType>(
  event: Type,
  guard: string,
  code: string,
  refused: Difference<Type>,
  at: Coordination = planning(),
): GuardCase {
  return { event, guard, code, at, refused: refused as Difference<CoordinationEventType> };
}

function row(change: Partial<JoinedFiling>): { facts: { filing: JoinedFiling } } {
  return { facts: { filing: { ...JOINED, ...change } } };
}

const { meeting } = SITUATIONS;
const stranger = { actor: COUNTY };
const foreign = { facts: { filing: null } };
const ended = row({ state: 'concluded' });
const tooMuch = { payload: { outcome: 'reducedTo', amount: '6000000.00' } } as const;

const CASES: readonly GuardCase[] = [
  refuses('ASSIGN', 'officialHoldsPost', 'posts-missing', { payload: { posts: [] } }),
  refuses('ASSIGN', 'officialHoldsPost', 'official-holds-no-post', { facts: { officialPosts: [] } }),
  refuses('ADD_SUPPORT', 'isResponsible', 'not-your-task', stranger),
  refuses('ADD_SUPPORT', 'measureHolds', 'field-missing', { payload: { input: {} } }),
  refuses('ADD_SUPPORT', 'ownerCanAct', 'owner-unknown', { facts: { ownerHoldsPost: false } }),
  refuses('ADD_SUPPORT', 'measureDateIsAhead', 'in-past', { payload: { dueOn: '2026-06-09' } }),
  refuses('CALL_MEETING', 'isResponsible', 'not-your-task', stranger),
  refuses('CALL_MEETING', 'meetingIsAhead', 'in-past', { payload: { on: '2026-06-09' } }),
  refuses('CALL_MEETING', 'invitedHaveJoined', 'filing-not-joined', { facts: { invited: 0 } }),
  refuses('CANCEL_MEETING', 'isResponsible', 'not-your-task', stranger, meeting()),
  refuses('CANCEL_MEETING', 'reasonGiven', 'reason-missing', { payload: { reason: ' ' } }, meeting()),
  refuses('RECORD_MINUTES', 'isResponsible', 'not-your-task', stranger, meeting()),
  refuses('RECORD_MINUTES', 'minutesHold', 'in-future', { payload: { heldOn: '2026-06-11' } }, meeting()),
  refuses('RECORD_MINUTES', 'minutesHold', 'text-missing', { payload: { text: '' } }, meeting()),
  refuses('PROPOSE', 'isResponsible', 'not-your-task', stranger),
  refuses('PROPOSE', 'filingIsJoined', 'filing-not-joined', foreign),
  refuses('PROPOSE', 'agreementFits', 'amount-not-below', tooMuch),
  refuses('PREPARE_OUTCOME', 'filingIsJoined', 'filing-not-joined', foreign),
  refuses('PREPARE_OUTCOME', 'filingIsJoined', 'filing-concluded-before', ended),
  refuses('PREPARE_OUTCOME', 'agreementFits', 'amount-not-below', tooMuch),
  refuses('CONFIRM_OUTCOME', 'filingIsJoined', 'filing-concluded-before', row({ state: 'left' })),
  refuses('CONFIRM_OUTCOME', 'isSecondPerson', 'second-person-needed', row({ prepared: null })),
  refuses('CONFIRM_OUTCOME', 'isSecondPerson', 'checker-is-filer', {
    actor: { ...MAKER, role: 'bank.checker' },
  }),
  refuses('CONFIRM_OUTCOME', 'isSecondPerson', 'checker-is-filer', {
    actor: { ...MAKER, person: 'delegate', role: 'bank.checker', onBehalfOf: 'jinli-bank.maker' },
  }),
  refuses('CONFIRM_OUTCOME', 'isSecondPerson', 'differs-from-prepared', {
    payload: { outcome: 'replacedBy' },
  }),
  refuses('CONFIRM_OUTCOME', 'agreementFits', 'amount-not-below', tooMuch),
  refuses('CONCLUDE_FILING', 'isResponsible', 'not-your-task', stranger),
  refuses('CONCLUDE_FILING', 'filingIsJoined', 'filing-not-joined', foreign),
  refuses('CONCLUDE_FILING', 'filingIsJoined', 'filing-concluded-before', ended),
  refuses('CONCLUDE_FILING', 'isConfirmed', 'outcome-unconfirmed', row({ confirmed: null })),
  refuses('CONCLUDE_FILING', 'isConfirmed', 'outcome-differs', { payload: { outcome: 'reducedTo' } }),
];

const named = CASES.map((one) => [`${one.event}: ${one.guard} → ${one.code}`, one] as const);

describe('every guard of a coordination, at no and at yes', () => {
  it('has a case', () => {
    const listed = Object.entries(guards).flatMap(([type, list]) =>
      list.map(({ name }) => `${type} ${name}`),
    );
    const tested = CASES.map(({ event, guard }) => `${event} ${guard}`);

    expect(listed.filter((name) => !tested.includes(name))).toEqual([]);
  });

  it.each(named)('%s', (_, { event, guard, code, at, refused }) => {
    const tried = sampleOf(event, refused);

    expect(step(coordination1, at.snapshot, tried).kind).toBe('refused');
    expect(step(coordination1, at.snapshot, sampleOf(event)).kind).toBe('taken');
    expect(refusalsOf(coordination1, at.context, tried).map((one) => one.code)).toContain(code);
    // The same event without this guard: nobody else gives this reason, so the guard is what refuses.
    const others = (coordination1.guards[event] ?? []).filter(({ name }) => name !== guard);
    const without = { ...coordination1, guards: { ...coordination1.guards, [event]: others } };
    expect(refusalsOf(without, at.context, tried).map((one) => one.code)).not.toContain(code);
  });

  it.each(named)('%s: says in Chinese what to do next', (_, { event, code, at, refused }) => {
    const told = refusalsOf(coordination1, at.context, sampleOf(event, refused));

    expect(told.find((one) => one.code === code)?.message).toMatch(/^[^a-z]*。$/);
  });

  it.each(named)('%s: answers without a payload where it needs none', (_, { event, guard, at }) => {
    const judging = (coordination1.guards[event] ?? []).find(({ name }) => name === guard);
    if (judging?.needsPayload !== false) return;

    expect(judging.judge(at.context, { ...sampleOf(event), payload: {} } as never)).toEqual([]);
  });
});

describe('双人复核: maker and checker are the bank’s word', () => {
  it('these answer 403 and are logged', () => {
    const kinds = [row({ prepared: null }), { actor: { ...MAKER, role: 'bank.checker' as const } }].map(
      (difference) => planning().refusals('CONFIRM_OUTCOME', difference)[0]?.kind,
    );

    expect(kinds).toEqual(['permission', 'permission']);
  });

  it('no agreement is concluded without anybody’s word', () => {
    const unconfirmed = { ...row({ confirmed: null }), payload: { outcome: 'notAgreed' } } as const;

    expect(planning().codes('CONCLUDE_FILING', unconfirmed)).toEqual([]);
  });
});
