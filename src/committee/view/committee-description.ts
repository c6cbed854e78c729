import { audienceOf } from '../../../workflows/committee/committee.audiences.js';
import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import {
  type CommitteeState,
  EVENT_LABELS,
  labelOf,
  ROLLOVER_OUTCOME_LABELS,
  STATE_LABELS,
  STRATEGY_LABELS,
} from '../../../workflows/committee/committee.labels.js';
import type { Audience } from '../../../workflows/process.js';
import { audienceFor } from '../../access/audience.js';
import { type CaseDescription, type ClockMeaning, readsAsOffice } from '../../cases/case-description.js';
import { lines, plain, wordOf } from '../../cases/payload-fields.js';

export const CLOCKS: Readonly<Record<string, ClockMeaning>> = {
  propose: { label: '邀请债权人', policyKey: 'proposeWd' },
  claims: { label: '登记债权', policyKey: 'claimsWd' },
  elect: { label: '推举主席单位', policyKey: 'electWd' },
  sign: { label: '签署债权人协议', policyKey: 'signWd' },
  wind: { label: '退出', policyKey: 'windWd' },
  record: { label: '录入会议纪要', policyKey: 'recordWd' },
  minutes: { label: '确认会议纪要', policyKey: 'minutesWd' },
};

const CONSEQUENCES: Readonly<Record<string, string>> = {
  INVITE: '受邀债权人可见本事项，债权登记开始计时。',
  DECLARE_CLAIM: '登记本机构债权，确认前可重新登记。',
  WILLING: '表示愿意担任主席单位，可被推举。',
  DECLINE: '表示不担任主席单位。',
  CONFIRM_CLAIMS: '债权按基准日冻结，转入推举主席单位。',
  ELECT: '投出本机构的一票；达到债权和家数比例的，当选。',
  NAME_VICE_CHAIRS: '副主席单位可代行主席单位职责。',
  DRAFT_AGREEMENT: '形成新的一稿，供债权人签署；有人签署后不再改动。',
  SIGN: '签署后成为成员单位；全部受邀债权人签署且主席单位已签署的，债委会成立。',
  ABANDON: '终止组建，事项结束。',
  SET_STRATEGY: '确定一企一策，此后变更须经决议。',
  ACCEDE: '签署协议，成为成员单位。',
  TRANSFER_CLAIM: '通知债权转让；基准日在先的表决仍由本机构参加。',
  SCHEDULE_ROLLOVER: '列入续贷排期表，到期前提醒三次。',
  ROLLOVER_DONE: '排期办结，不再提醒。',
  CALL_MEETING: '成员单位收到会议通知和日历邀请。',
  CANCEL_MEETING: '会议取消，成员单位收到通知。',
  RECORD_MINUTES: '会议纪要交成员单位确认，期限开始计时。',
  CONFIRM_MINUTES: '本机构对会议纪要无异议。',
  OBJECT_MINUTES: '异议与会议纪要一并保存，并告知主席单位。',
  WIND_UP: '启动退出，未结议题撤销，提请研判的报告退回。',
};

/** How a committee (债委会) is told to its readers. */
export const COMMITTEE_DESCRIPTION: CaseDescription<CommitteeContext> = {
  process: 'committee',
  openedLabel: '新建债委会事项',
  hiddenLabel: '债委会内部办理',
  stateLabel: (state, context) =>
    isCommitteeState(state) ? (context === undefined ? STATE_LABELS[state] : labelOf(state, context)) : state,
  eventLabels: EVENT_LABELS,
  clocks: CLOCKS,
  stopLabels: {},
  fields: {
    recordDate: { label: '基准日', words: plain },
    strategy: { label: '一企一策', words: (value) => wordOf(STRATEGY_LABELS, value) },
    agreement: { label: '稿次', words: draftNumber },
    authorization: { label: '授权文件', words: plain },
    at: { label: '时刻', words: plain },
    place: { label: '地点', words: plain },
    agenda: { label: '议题', words: lines },
    loan: { label: '贷款', words: plain },
    maturity: { label: '到期日', words: plain },
    outcome: { label: '结果', words: (value) => wordOf(ROLLOVER_OUTCOME_LABELS, value) },
  },
  inHouse: [],
  audienceOf: (actor) => audienceFor(actor),
  seesClock,
  countyOf: () => null,
  consequenceOf: (type) => CONSEQUENCES[type] ?? '',
};

export function seesClock(audience: Audience, name: string): boolean {
  return readsAsOffice(audience) || audienceOf(`DEADLINE.${name}`) === 'bank';
}

export function isCommitteeState(state: string): state is CommitteeState {
  return Object.hasOwn(STATE_LABELS, state);
}

/** A signature names the draft by its number; a draft brings its whole content, which is read with the agreement. */
function draftNumber(value: unknown): string {
  return typeof value === 'number' ? `第${String(value)}稿` : '见债权人协议';
}
