import type { Role } from '../../../workflows/process.js';
import { CHECKER, MAKER, person } from '../../../workflows/proof/filing.samples.js';
import { type GuardCase, guardCase } from './guard-case.js';
import { type Filing, filed, filedAsDone } from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

const { checking, completing, coordinating, cleared, executed } = SITUATIONS;
const refusal = { code: 'ground-missing', message: '请填写合同依据。', pointer: '/ground/contractClause' };
const threePosts: readonly Role[] = ['bank.maker', 'bank.checker', 'bank.admin'];
const head = person('head', 'bank.admin');

export const GUARD_CASES_OF_BANKS: readonly GuardCase[] = [
  guardCase('SEND_TO_CHECK', 'isFirstPost', 'not-your-step', SITUATIONS.drafting(), { actor: CHECKER }),
  guardCase('SEND_TO_CHECK', 'contentHolds', 'ground-missing', SITUATIONS.drafting(), {
    facts: { contentRefusals: [refusal] },
  }),
  guardCase('SIGN_FILING', 'isNextPost', 'not-your-step', inLongChain(), { actor: head }),
  guardCase('SIGN_FILING', 'isMiddlePost', 'not-your-step', checking(), {}, {}, inLongChain()),
  guardCase('SIGN_FILING', 'signedNothingYet', 'same-person-signed', inLongChain(), {
    actor: { ...CHECKER, person: 'maker' },
  }),
  guardCase('SIGN_FILING', 'contentHolds', 'ground-missing', inLongChain(), {
    facts: { contentRefusals: [refusal] },
  }),
  guardCase('RETURN_TO_MAKER', 'reasonGiven', 'reason-missing', checking(), { payload: { reason: ' ' } }),
  guardCase('FILE', 'isNotMaker', 'checker-is-filer', checking(), { actor: { ...CHECKER, person: 'maker' } }),
  guardCase('FILE', 'isNextPost', 'not-your-step', checking(), { actor: person('third', 'bank.maker') }),
  guardCase(
    'FILE',
    'isLastPost',
    'not-your-step',
    inLongChain(),
    { actor: person('deputy', 'bank.checker') },
    { actor: head },
    inLongChain().send('SIGN_FILING'),
  ),
  guardCase(
    'FILE',
    'signedNothingYet',
    'same-person-signed',
    inLongChain().send('SIGN_FILING'),
    { actor: { ...head, person: 'deputy' } },
    { actor: head },
  ),
  guardCase('FILE', 'contentHolds', 'ground-missing', checking(), { facts: { contentRefusals: [refusal] } }),
  guardCase('RESUBMIT', 'isNotPreparer', 'checker-is-filer', completing(), {
    actor: { ...CHECKER, person: 'maker' },
  }),
  guardCase('RESUBMIT', 'contentHolds', 'ground-missing', completing(), {
    facts: { contentRefusals: [refusal] },
  }),
  guardCase('RESUBMIT', 'keepsActedOn', 'acted-on-changed', completing(), {
    facts: { figures: { ...figures(), actedOn: '2026-06-09' } },
  }),
  guardCase(
    'RESUBMIT',
    'nothingDoneIfMaterial',
    'already-executed',
    completing().send('REPORT_EXECUTION', { payload: { final: false } }),
    { facts: { material: true } },
  ),
  guardCase(
    'RESUBMIT',
    'amendedIsWithinValidity',
    'beyond-validity',
    completing(),
    { facts: { figures: { ...figures(), plannedDate: '2026-09-30' } } },
    { facts: { figures: { ...figures(), plannedDate: '2026-09-29' } } },
  ),
  guardCase(
    'UNDERTAKE',
    'nothingDone',
    'already-executed',
    SITUATIONS['cleared, part executed'](),
    {},
    {},
    cleared(),
  ),
  guardCase('UNDERTAKE', 'deferralIsOffered', 'deferral-not-offered', filedAsDone(), {}, {}, filed()),
  guardCase(
    'UNDERTAKE',
    'undertakenIsLater',
    'not-later',
    filed(),
    { payload: { until: '2026-07-01' } },
    { payload: { until: '2026-07-02' } },
  ),
  guardCase(
    'UNDERTAKE',
    'undertakenIsWithinValidity',
    'beyond-validity',
    filed(),
    { payload: { until: '2026-09-30' } },
    { payload: { until: '2026-09-29' } },
  ),
  guardCase('DECLINE', 'reasonGiven', 'reason-missing', SITUATIONS.suggested(), { payload: { reason: '' } }),
  guardCase(
    'EXTEND_COORDINATION',
    'notExtended',
    'extended-before',
    coordinating().send('EXTEND_COORDINATION'),
    {},
    {},
    coordinating(),
  ),
  guardCase(
    'POSTPONE',
    'nothingDone',
    'already-executed',
    SITUATIONS['cleared, part executed'](),
    {},
    {},
    cleared(),
  ),
  guardCase(
    'POSTPONE',
    'postponedIsLater',
    'not-later',
    cleared(),
    { payload: { date: '2026-07-01' } },
    { payload: { date: '2026-07-02' } },
  ),
  guardCase(
    'POSTPONE',
    'postponedIsWithinValidity',
    'beyond-validity',
    cleared(),
    { payload: { date: '2026-09-30' } },
    { payload: { date: '2026-09-29' } },
  ),
  guardCase(
    'AMEND',
    'nothingDone',
    'already-executed',
    filed().send('REPORT_EXECUTION', { payload: { final: false } }),
    {},
    {},
    filed(),
  ),
  guardCase('AMEND', 'isNotPreparer', 'checker-is-filer', filed(), { actor: MAKER }),
  guardCase('AMEND', 'somethingChanged', 'nothing-changed', filed(), { facts: { diffs: [] } }),
  guardCase('AMEND', 'keepsActedOn', 'acted-on-changed', filed(), {
    facts: { figures: { ...figures(), actedOn: '2026-06-09' } },
  }),
  guardCase('AMEND', 'contentHolds', 'ground-missing', filed(), { facts: { contentRefusals: [refusal] } }),
  guardCase(
    'AMEND',
    'amendedIsWithinValidity',
    'beyond-validity',
    filed(),
    { facts: { figures: { ...figures(), plannedDate: '2026-09-30' } } },
    { facts: { figures: { ...figures(), plannedDate: '2026-09-29' } } },
  ),
  guardCase(
    'WITHDRAW',
    'nothingDone',
    'already-executed',
    SITUATIONS['cleared, part executed'](),
    {},
    {},
    cleared(),
  ),
  guardCase(
    'VOID',
    'nothingReported',
    'already-executed',
    SITUATIONS['cleared, part executed'](),
    {},
    {},
    filedAsDone(),
  ),
  guardCase('VOID', 'isSecondPerson', 'second-person-needed', filed(), { actor: MAKER }),
  guardCase('VOID', 'reasonGiven', 'reason-missing', filed(), { payload: { reason: '' } }),
  guardCase(
    'REPORT_EXECUTION',
    'isNotInFuture',
    'execution-in-future',
    cleared(),
    { payload: { date: '2026-07-02' } },
    { payload: { date: '2026-07-01' } },
  ),
  guardCase(
    'REPORT_EXECUTION',
    'figuresHold',
    'amount-not-positive',
    cleared(),
    { payload: { lines: [{ amount: '0.00' }] } },
    { payload: { lines: [{ amount: '0.01' }] } },
  ),
  guardCase(
    'REPORT_EXECUTION',
    'correctsWhereNeeded',
    'correction-needed',
    executed(),
    {},
    { payload: { corrects: true } },
  ),
  guardCase('REPORT_EXECUTION', 'hasSomethingToCorrect', 'nothing-to-correct', cleared(), {
    payload: { corrects: true },
  }),
];

function inLongChain(): Filing {
  return SITUATIONS.drafting().send('SEND_TO_CHECK', { facts: { chain: threePosts } });
}

function figures() {
  return {
    kind: 'withdraw' as const,
    amount: '6000000.00',
    plannedDate: '2026-07-01',
    actedOn: null,
    emergency: false,
  };
}
