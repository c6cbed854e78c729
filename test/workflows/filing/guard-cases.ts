import type { FilingEventType } from '../../../workflows/filing/filing.events.js';
import type { EventActor, ProcessEvent, Role } from '../../../workflows/process.js';
import {
  CHECKER,
  type Difference,
  MAKER,
  person,
  reviewerOf,
} from '../../../workflows/proof/filing.samples.js';
import {
  bothSilent,
  type Filing,
  filed,
  filedAsDone,
  inConcluding,
  inReview,
  opinion,
  silence,
} from './situations.js';
import { COMMITTEE, SITUATIONS } from './situations-by-state.js';

/** One guard at yes and at no: the same event, and what makes the difference. */
export interface GuardCase {
  event: FilingEventType;
  guard: string;
  code: string;
  refused: Tried;
  taken: Tried;
}

export interface Tried {
  filing: Filing;
  event: ProcessEvent;
}

const { checking, completing, concluding, coordinating, cleared, executed } = SITUATIONS;
const refusal = { code: 'ground-missing', message: '请填写合同依据。', pointer: '/ground/contractClause' };
const leaderDelegate: EventActor = { ...reviewerOf('finance'), role: 'finance.leader' };
const threePosts: readonly Role[] = ['bank.maker', 'bank.checker', 'bank.admin'];
const head = person('head', 'bank.admin');

function inLongChain(): Filing {
  return SITUATIONS.drafting().send('SEND_TO_CHECK', { facts: { chain: threePosts } });
}

function drafted(chain: readonly Role[] = ['finance.reviewer', 'finance.leader']): Filing {
  return inReview().send('OPINE', { facts: { chain } });
}

/** `refused` and `taken` differ from the ordinary event as given; the filing is the same unless `at` gives another. */
function guardCase<Type extends FilingEventType>(
  type: Type,
  guard: string,
  code: string,
  filing: Filing,
  refused: Difference<Type>,
  taken: Difference<Type> = {},
  takenAt: Filing = filing,
): GuardCase {
  return {
    event: type,
    guard,
    code,
    refused: { filing, event: filing.event(type, refused) },
    taken: { filing: takenAt, event: takenAt.event(type, taken) },
  };
}

export const GUARD_CASES: readonly GuardCase[] = [
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
  guardCase(
    'REQUEST_COMPLETION',
    'completionNotAsked',
    'completion-asked-before',
    completing().send('RESUBMIT'),
    {},
    {},
    filed(),
  ),
  guardCase('REQUEST_COMPLETION', 'defectsGiven', 'defects-missing', filed(), { payload: { defects: [] } }),
  guardCase('RULE_OUT_OF_SCOPE', 'isNotReportable', 'reportable', filed(), {
    facts: { assessment: { reportable: true } },
  }),
  guardCase(
    'RULE_OUT_OF_SCOPE',
    'wasNotVoluntary',
    'filed-voluntarily',
    filed({ assessment: { reportable: false }, bankMarks: ['belowThreshold'] }),
    {},
    {},
    filed(),
  ),
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
  guardCase('OPINE', 'opensOpinion', 'not-your-step', inReview(), { actor: leaderDelegate }),
  guardCase(
    'OPINE',
    'positionExplained',
    'reason-missing',
    inReview(),
    { payload: { viability: strong() } },
    { payload: { viability: strong(), reason: '企业已另行落实资金。' } },
  ),
  guardCase('SIGN_OPINION', 'isNextOpinionPost', 'not-your-step', drafted(), {
    actor: person('second-reviewer', 'finance.reviewer'),
  }),
  guardCase('SIGN_OPINION', 'signedNoOpinionYet', 'same-person-signed', drafted(), { actor: leaderDelegate }),
  guardCase('RETURN_OPINION', 'reasonGiven', 'reason-missing', drafted(), { payload: { reason: '' } }),
  guardCase(
    'REQUEST_SUPPLEMENT',
    'supplementNotAsked',
    'supplement-asked-before',
    inReview().send('REQUEST_SUPPLEMENT').send('SUPPLEMENT'),
    {},
    {},
    inReview(),
  ),
  guardCase('REQUEST_SUPPLEMENT', 'questionsGiven', 'questions-missing', inReview(), {
    payload: { questions: [' '] },
  }),
  guardCase('ASK_FACTS', 'questionsGiven', 'questions-missing', inReview(), { payload: { questions: [] } }),
  guardCase(
    'COMMENT',
    'committeeIsActive',
    'no-active-committee',
    inReview(),
    {},
    { facts: { committee: COMMITTEE } },
  ),
  guardCase('SET_FOCUS', 'isNotFocus', 'focus-already', inReview({ lane: 'focus' }), {}, {}, inReview()),
  guardCase('SET_FOCUS', 'reasonGiven', 'reason-missing', inReview(), { payload: { reason: '' } }),
  guardCase('SUSPECT_SPLIT', 'reasonGiven', 'reason-missing', inReview(), { payload: { reason: '' } }),
  guardCase(
    'CLEAR',
    'noObjectionExplained',
    'reason-missing',
    inConcluding('coordinate'),
    { payload: { reason: '' } },
    { payload: { reason: '' } },
    bothSilent(),
  ),
  guardCase(
    'SUGGEST_DEFERRAL',
    'suggestDeferralExplained',
    'reason-missing',
    bothSilent(),
    { payload: { reason: '' } },
    { payload: { reason: '' } },
    inConcluding('suggestDeferral'),
  ),
  guardCase(
    'SUGGEST_DEFERRAL',
    'deferralIsOffered',
    'deferral-not-offered',
    silentAboutDone(),
    {},
    {},
    bothSilent(),
  ),
  guardCase(
    'INTERVENE',
    'coordinateExplained',
    'reason-missing',
    bothSilent(),
    { payload: { reason: '' } },
    { payload: { reason: '' } },
    inConcluding('coordinate'),
  ),
  guardCase('REFER_TO_COMMITTEE', 'committeeIsActive', 'no-active-committee', concluding(), {
    facts: { committee: null },
  }),
  guardCase(
    'REFER_TO_COMMITTEE',
    'referralUnused',
    'measure-used',
    concluding().send('REFER_TO_COMMITTEE').send('RESOLUTION.FAILED'),
    {},
    {},
    concluding(),
  ),
  guardCase(
    'REFER_TO_COMMITTEE',
    'referToCommitteeExplained',
    'reason-missing',
    concluding(),
    { payload: { reason: '' } },
    { payload: { reason: '' } },
    inConcluding('referToCommittee', { committee: COMMITTEE }),
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
  guardCase(
    'QUERY_EXECUTION',
    'notQueried',
    'queried-before',
    executed()
      .send('QUERY_EXECUTION')
      .send('REPORT_EXECUTION', { payload: { corrects: true } }),
    {},
    {},
    executed(),
  ),
  guardCase('QUERY_EXECUTION', 'questionGiven', 'questions-missing', executed(), {
    payload: { question: '' },
  }),
];

function figures() {
  return {
    kind: 'withdraw' as const,
    amount: '6000000.00',
    plannedDate: '2026-07-01',
    actedOn: null,
    emergency: false,
  };
}

function strong() {
  return {
    tests: { hasMarket: 'yes' as const, operatesNormally: 'yes' as const, shortForNow: 'yes' as const },
    source: '实地走访',
    date: '2026-06-11',
  };
}

function silentAboutDone(): Filing {
  return silence(opinion(filedAsDone().send('ACKNOWLEDGE'), 'finance', 'noObjection'), 'industry');
}
