import { reviewerOf } from '../../../workflows/proof/filing.samples.js';
import {
  aDraft,
  bothSilent,
  type Filing,
  filed,
  filedAsDone,
  inChecking,
  inConcluding,
  inReview,
  silence,
} from './situations.js';

export const COMMITTEE = { id: 'committee-1', workingDays: 20 };

/** One filing in each state, and in each part of a state that takes other events. The finance bureau has been silent where it could. */
export const SITUATIONS = {
  drafting: aDraft,
  checking: inChecking,
  acknowledging: () => filed(),
  completing: () => filed().send('REQUEST_COMPLETION'),
  'reviewing, both pending': () => inReview(),
  'reviewing, finance drafted': () =>
    inReview().send('OPINE', { facts: { chain: ['finance.reviewer', 'finance.leader'] } }),
  'reviewing, finance supplementing': () =>
    inReview().send('REQUEST_SUPPLEMENT', { office: 'finance', actor: reviewerOf('finance') }),
  'reviewing, finance opined': () => inReview().send('OPINE'),
  'reviewing, finance silent': () => silence(inReview(), 'finance'),
  concluding: () => bothSilent({ committee: COMMITTEE }),
  suggested: () => bothSilent().send('SUGGEST_DEFERRAL'),
  deferred: () => bothSilent().send('UNDERTAKE'),
  coordinating: () => bothSilent().send('INTERVENE'),
  referred: () => bothSilent({ committee: COMMITTEE }).send('REFER_TO_COMMITTEE'),
  cleared: () => bothSilent().send('CLEAR'),
  'cleared, part executed': () =>
    bothSilent()
      .send('CLEAR')
      .send('REPORT_EXECUTION', { payload: { final: false } }),
  executed: () => bothSilent().send('CLEAR').send('REPORT_EXECUTION'),
  'executed, queried': () => bothSilent().send('CLEAR').send('REPORT_EXECUTION').send('QUERY_EXECUTION'),
  'executed before it was filed': () =>
    silence(silence(filedAsDone().send('ACKNOWLEDGE'), 'finance'), 'industry').send('CLEAR'),
  withdrawn: () => bothSilent().send('WITHDRAW'),
  lapsed: () => bothSilent().send('CLEAR').send('DEADLINE.validity'),
  outOfScope: () => filed().send('RULE_OUT_OF_SCOPE'),
  closed: () => bothSilent().send('CLEAR').send('REPORT_RETAINED'),
  voided: () => bothSilent().send('VOID'),
  judicial: () => bothSilent().send('COURT.ACCEPTED'),
  'concluding, stricter proposed': () => inConcluding('coordinate'),
} as const satisfies Record<string, () => Filing>;
export type Situation = keyof typeof SITUATIONS;
