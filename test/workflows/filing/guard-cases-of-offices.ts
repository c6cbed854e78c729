import type { EventActor, Role } from '../../../workflows/process.js';
import { person, reviewerOf } from '../../../workflows/proof/filing.samples.js';
import { type GuardCase, guardCase } from './guard-case.js';
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

const { completing, concluding, executed } = SITUATIONS;
const leaderDelegate: EventActor = { ...reviewerOf('finance'), role: 'finance.leader' };

export const GUARD_CASES_OF_OFFICES: readonly GuardCase[] = [
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

function drafted(chain: readonly Role[] = ['finance.reviewer', 'finance.leader']): Filing {
  return inReview().send('OPINE', { facts: { chain } });
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
