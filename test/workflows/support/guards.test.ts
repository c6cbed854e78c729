import { describe, expect, it } from '@jest/globals';
import { refusalsOf, step } from '../../../workflows/process.js';
import {
  type Difference,
  FINANCE_REVIEWER,
  GUARANTEE_OFFICER,
  sampleOf,
} from '../../../workflows/proof/support.samples.js';
import type { SupportEventType } from '../../../workflows/support/support.events.js';
import { guards } from '../../../workflows/support/support.guards.js';
import { support1 } from '../../../workflows/support/support.js';
import { born, type Measure, proposed, SITUATIONS, working } from './situations.js';

/** One guard at yes and at no: the same event, and what makes the difference. */
interface GuardCase {
  event: SupportEventType;
  guard: string;
  code: string;
  at: Measure;
  refused: Difference<SupportEventType>;
  takenAt: Measure;
}

function refuses<Type extends SupportEventType>(
  event: Type,
  guard: string,
  code: string,
  at: Measure,
  refused: Difference<Type>,
  takenAt: Measure = at,
): GuardCase {
  return { event, guard, code, at, refused: refused as Difference<SupportEventType>, takenAt };
}

const asked = SITUATIONS['working, after the court accepted']();
const repaid = SITUATIONS['working, repaid']();
const extension = SITUATIONS['working, another measure']();
const stranger = { actor: GUARANTEE_OFFICER };
const blank = { payload: { reason: ' ' } };
const nobody = { facts: { ownerHoldsPost: false } };
const someone = { organization: 'danbao', role: 'helper.officer' } as const;

const CASES: readonly GuardCase[] = [
  refuses('SUPPORT.PROPOSED', 'inputHolds', 'field-missing', born(), { payload: { input: {} } }),
  refuses('SUPPORT.PROPOSED', 'inputHolds', 'organization-unknown', born(), {
    facts: { unknownOrganizations: ['x'] },
  }),
  refuses('SUPPORT.PROPOSED', 'ownerCanAct', 'owner-unknown', born(), nobody),
  refuses('SUPPORT.PROPOSED', 'ownerCanAct', 'owner-unknown', born(), {
    payload: { owner: { organization: 'jinli', role: 'audit.admin' as 'bank.maker' } },
  }),
  refuses('SUPPORT.PROPOSED', 'dateIsAhead', 'in-past', born(), { payload: { dueOn: '2026-06-09' } }),
  refuses('ASSIGN', 'ownerCanAct', 'owner-unknown', proposed(), { ...nobody, payload: { owner: someone } }),
  refuses('ASSIGN', 'assignedDateIsAhead', 'in-past', proposed(), { facts: { today: '2026-07-02' } }),
  refuses('REASSIGN', 'ownerIsAnother', 'owner-unchanged', working(), {
    payload: { owner: { organization: 'zhouzhuan', role: 'helper.officer' } },
  }),
  refuses('REASSIGN', 'ownerCanAct', 'owner-unknown', working(), nobody),
  refuses('REASSIGN', 'reasonGiven', 'reason-missing', working(), blank),
  refuses(
    'CHANGE_DATE',
    'dateNotChanged',
    'date-changed-before',
    working().send('CHANGE_DATE'),
    {},
    working(),
  ),
  refuses('CHANGE_DATE', 'dateIsAhead', 'in-past', working(), { payload: { dueOn: '2026-06-09' } }),
  refuses('CHANGE_DATE', 'reasonGiven', 'reason-missing', working(), blank),
  refuses('START', 'isOwner', 'not-your-task', SITUATIONS.assigned(), stranger),
  refuses('WAIT', 'isOwner', 'not-your-task', working(), stranger),
  refuses('WAIT', 'waitExplained', 'reason-missing', working(), { payload: { for: '' } }),
  refuses('WAIT', 'waitEndsInTime', 'not-later', working(), { payload: { until: '2026-06-10' } }),
  refuses('WAIT', 'waitEndsInTime', 'beyond-due-date', working(), { payload: { until: '2026-07-02' } }),
  refuses('RESUME', 'isOwner', 'not-your-task', SITUATIONS.waiting(), stranger),
  refuses('REPORT_REPAID', 'isOwnerOrBank', 'not-your-task', working(), stranger),
  refuses('REPORT_REPAID', 'repaidOnce', 'repaid-before', repaid, {}, working()),
  refuses('REPORT_REPAID', 'repaidHolds', 'in-future', working(), { payload: { on: '2026-06-11' } }),
  refuses('REPORT_REPAID', 'repaidHolds', 'field-invalid', working(), { payload: { amount: '0' } }),
  refuses('REPORT_DONE', 'isOwner', 'not-your-task', repaid, stranger),
  refuses('REPORT_DONE', 'resultHolds', 'field-missing', repaid, { payload: { result: {} } }),
  refuses('REPORT_DONE', 'resultHolds', 'organization-unknown', repaid, {
    facts: { unknownOrganizations: ['x'] },
  }),
  refuses('REPORT_DONE', 'relentAfterRepaid', 'not-repaid', working(), {}, repaid),
  refuses('REPORT_NOT_DONE', 'isOwner', 'not-your-task', working(), stranger),
  refuses('REPORT_NOT_DONE', 'reasonGiven', 'reason-missing', working(), blank),
  refuses('CANCEL', 'mayCancel', 'not-your-task', extension, stranger),
  refuses('CANCEL', 'reasonGiven', 'reason-missing', working(), { ...blank, actor: FINANCE_REVIEWER }),
  refuses('CONFIRM_CONTINUING', 'isOwner', 'not-your-task', asked, stranger),
];

const named = CASES.map((one) => [`${one.event}: ${one.guard} → ${one.code}`, one] as const);

describe('every guard of a measure, at no and at yes', () => {
  it('has a case', () => {
    const listed = Object.entries(guards).flatMap(([type, list]) =>
      list.map(({ name }) => `${type} ${name}`),
    );
    const tested = CASES.map(({ event, guard }) => `${event} ${guard}`);

    expect(listed.filter((name) => !tested.includes(name))).toEqual([]);
  });

  it.each(named)('%s', (_, { event, guard, code, at, refused, takenAt }) => {
    const tried = sampleOf(event, at.context, refused);
    const no = step(support1, at.snapshot, tried);
    const yes = step(support1, takenAt.snapshot, sampleOf(event, takenAt.context));

    expect([no.kind, yes.kind]).toEqual(['refused', 'taken']);
    expect(refusalsOf(support1, at.context, tried).map((one) => one.code)).toContain(code);
    // The same event without this guard: nobody else gives this reason, so the guard is what refuses.
    const others = (support1.guards[event] ?? []).filter(({ name }) => name !== guard);
    const without = { ...support1, guards: { ...support1.guards, [event]: others } };
    expect(refusalsOf(without, at.context, tried).map((one) => one.code)).not.toContain(code);
  });

  it.each(named)('%s: says in Chinese what to do next', (_, { event, code, at, refused }) => {
    const told = refusalsOf(support1, at.context, sampleOf(event, at.context, refused));

    expect(told.find((one) => one.code === code)?.message).toMatch(/^[^a-z]*。$/);
  });

  it.each(named)('%s: answers without a payload where it needs none', (_, { event, guard, takenAt }) => {
    const judging = (support1.guards[event] ?? []).find(({ name }) => name === guard);
    if (judging?.needsPayload !== false) return;
    const bare = { ...sampleOf(event, takenAt.context), payload: {} };

    expect(judging.judge(takenAt.context, bare as never)).toEqual([]);
  });
});
