import type { ClaimBasis } from './claims.js';
import type { CommitteeContext, CommitteeForm, Strategy } from './committee.context.js';
import type { CommitteeEventType } from './committee.events.js';
import type { MeetingWay, MinutesAnswer } from './meetings.js';
import type { RolloverOutcome } from './rollover.js';

/** The contractual names of a committee's states, in the order of the process, with the only Chinese for them. */
export const STATE_LABELS = {
  proposed: '发起组建',
  forming: '组建中（债权登记）',
  electing: '推举主席单位',
  signing: '签署债权人协议',
  active: '运行中',
  winding: '退出中',
  judicial: '企业进入司法程序',
  dissolved: '已解散',
  notFounded: '未组建',
} as const;
export type CommitteeState = keyof typeof STATE_LABELS;

export const FORM_LABELS: Readonly<Record<CommitteeForm, string>> = {
  full: '金融机构债权人委员会（债委会）',
  light: '主办行会商',
};

export const STRATEGY_LABELS: Readonly<Record<Strategy, string>> = {
  increase: '增加融资',
  stabilise: '稳定融资',
  reduce: '减少融资',
  restructure: '重组',
};

export const CLAIM_BASIS_LABELS: Readonly<Record<ClaimBasis, string>> = {
  loan: '贷款',
  acceptance: '银行承兑汇票、信用证垫款',
  guarantee: '保函、担保代偿',
  bond: '债券',
  other: '其他',
};

export const MEETING_WAY_LABELS: Readonly<Record<MeetingWay, string>> = {
  onSite: '现场',
  video: '视频',
  hybrid: '现场与视频',
};

export const MINUTES_ANSWER_LABELS: Readonly<Record<MinutesAnswer, string>> = {
  confirmed: '已确认',
  objected: '有异议',
  silent: '到期未答复',
};

export const ROLLOVER_OUTCOME_LABELS: Readonly<Record<RolloverOutcome, string>> = {
  renewed: '已续贷',
  repaid: '企业已归还',
  notRenewed: '未续贷',
};

/** What a person did, or what happened, in a committee's history. */
export const EVENT_LABELS: Readonly<Record<CommitteeEventType, string>> = {
  PROPOSE: '发起组建',
  INVITE: '邀请债权人',
  DECLARE_CLAIM: '登记债权',
  WILLING: '愿意担任主席单位',
  DECLINE: '不担任主席单位',
  CONFIRM_CLAIMS: '确认债权（基准日）',
  ELECT: '推举主席单位',
  NAME_VICE_CHAIRS: '确定副主席单位',
  DRAFT_AGREEMENT: '拟定债权人协议',
  SIGN: '签署债权人协议',
  ABANDON: '终止组建',
  SET_STRATEGY: '确定一企一策',
  ACCEDE: '加入债委会',
  TRANSFER_CLAIM: '通知债权转让',
  SCHEDULE_ROLLOVER: '列入续贷排期',
  ROLLOVER_DONE: '续贷排期办结',
  CALL_MEETING: '召集会议',
  CANCEL_MEETING: '取消会议',
  RECORD_MINUTES: '录入会议纪要',
  CONFIRM_MINUTES: '确认会议纪要',
  OBJECT_MINUTES: '对会议纪要提出异议',
  WIND_UP: '启动退出',
  'RESOLUTION.CARRIED': '决议通过',
  'STANDSTILL.STARTED': '稳定期开始',
  'STANDSTILL.ENDED': '稳定期结束',
  'SUPPORT.ENDED': '帮扶事项办结',
  'COURT.ACCEPTED': '企业进入司法程序',
  'COURT.DISMISSED': '法院裁定驳回申请',
  'COURT.CLOSED': '司法程序终结',
  'DEADLINE.propose': '发起期满',
  'DEADLINE.claims': '债权登记期满',
  'DEADLINE.elect': '推举期满',
  'DEADLINE.sign': '签署期满',
  'DEADLINE.wind': '退出期满',
  'DEADLINE.record': '会议纪要录入到期提醒',
  'DEADLINE.minutes': '会议纪要确认期满',
  'DEADLINE.rollover': '续贷排期提醒',
};

/** The label of a state in this very case: the light form has no other name while it runs. */
export function labelOf(state: CommitteeState, { form }: Pick<CommitteeContext, 'form'>): string {
  if (form === 'light' && state === 'active') return `${FORM_LABELS.light}进行中`;
  if (form === 'light' && state === 'dissolved') return `${FORM_LABELS.light}已结束`;
  return STATE_LABELS[state];
}
