import type { TallyReason } from '../rules/vote-count.js';
import type { ResolutionContext } from './resolution.context.js';
import type { ResolutionEventType } from './resolution.events.js';
import type { ItemKind, Strategy, SubjectType } from './subjects.js';

/** The contractual names of a resolution's states, in the order of the process, with the only Chinese for them. */
export const STATE_LABELS = {
  drafted: '议题拟定',
  noticed: '已通知，待表决',
  voting: '表决中',
  inForce: '决议通过，执行中（成员单位之间的约定）',
  carried: '决议通过（成员单位之间的约定）',
  failed: '决议未通过',
  dropped: '议题撤销',
  expired: '期满终止',
  rescinded: '经决议撤销',
  superseded: '被后续决议或司法程序取代',
} as const;
export type ResolutionState = keyof typeof STATE_LABELS;

/** The parts of a vote: the ballots, then the sealed papers that are still to come. */
export const VOTING_LABELS = {
  open: '表决中',
  papers: '表决截止，待补交盖章表决票',
} as const;

export const KIND_LABELS: Readonly<Record<ItemKind, string>> = {
  major: '重大事项',
  ordinary: '一般事项',
  procedural: '程序性事项',
};

export const SUBJECT_LABELS: Readonly<Record<SubjectType, string>> = {
  chair: '推举主席单位',
  strategy: '确定授信策略',
  standstill: '设立稳定期',
  restructuring: '债务重组方案',
  consent: '就成员单位实施事项表示意见',
  newMoneyPriority: '新增融资优先受偿',
  agreement: '修改债权人协议',
  dissolution: '解散债委会',
  extendTerm: '延长决议期限',
  rescission: '撤销决议',
  accession: '新成员单位加入',
  ordinary: '一般事项',
  procedural: '程序性事项',
};

export const STRATEGY_LABELS: Readonly<Record<Strategy, string>> = {
  increase: '增加授信',
  stabilise: '稳定授信',
  reduce: '减少授信',
  restructure: '重组',
};

export const TALLY_REASON_LABELS: Readonly<Record<TallyReason, string>> = {
  nobodyEntitled: '没有可参加表决的成员单位',
  headsBelowMajority: '同意的成员单位家数未达约定比例',
  claimsBelowMajority: '同意的债权金额未达约定比例',
};

export const EVENT_LABELS: Readonly<Record<ResolutionEventType, string>> = {
  'RESOLUTION.DRAFTED': '提出议题',
  'FILING.REFERRED': '提请债委会研判',
  NOTICE: '发出通知',
  DROP: '撤销议题',
  DECIDE: '主持单位决定',
  DECLARE_CONFLICT: '声明回避',
  RECORD_CONFLICT: '登记回避',
  NAME_PROXY: '委托代为表决',
  REVOKE_PROXY: '撤回委托',
  CAST_BALLOT: '投票',
  ATTACH_PAPER: '补交盖章表决票',
  STATE_PENDING_APPROVAL: '说明待上级行决定',
  EXTEND_VOTE: '延长表决',
  BREACH: '登记违约事项',
  'REFERRAL.LEFT': '报告不再提请研判',
  'STANDSTILL.BREACHED': '稳定期内实施',
  'COMMITTEE.ENDED': '债委会终止',
  'COURT.ACCEPTED': '企业进入司法程序',
  EXTEND_TERM: '延长期限',
  RESCIND: '经决议撤销',
  SUPERSEDE: '被后续决议取代',
  'DEADLINE.draft': '议题拟定期满',
  'DEADLINE.notice': '通知期满',
  'DEADLINE.vote': '表决期满',
  'DEADLINE.extend': '延长的表决期满',
  'DEADLINE.sealedPaper': '盖章表决票补交期满',
  'DEADLINE.term': '决议期满',
};

/** The label of a state in this very case: which part of the vote, until when it holds. */
export function labelOf(
  state: ResolutionState,
  context: ResolutionContext,
  part?: keyof typeof VOTING_LABELS,
): string {
  switch (state) {
    case 'voting':
      return VOTING_LABELS[part ?? 'open'];
    case 'inForce':
      return context.until === null
        ? STATE_LABELS.inForce
        : `决议通过，执行至${inWords(context.until)}（成员单位之间的约定）`;
    default:
      return STATE_LABELS[state];
  }
}

function inWords(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
