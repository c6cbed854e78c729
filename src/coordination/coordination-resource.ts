import type { CoordinationContext } from '../../workflows/coordination/coordination.context.js';
import {
  type CoordinationState,
  EVENT_LABELS,
  labelOf,
  OUTCOME_LABELS,
  STATE_LABELS,
} from '../../workflows/coordination/coordination.labels.js';
import { SUPPORT_MEASURES } from '../../workflows/rules/support-types.js';
import { audienceFor } from '../access/audience.js';
import { readsAsOffice } from '../cases/case-description.js';
import type { CaseResource } from '../cases/case-resource.js';
import { lines, type PayloadField, plain, wordOf } from '../cases/payload-fields.js';
import { CoordinationDto, CoordinationStateDto } from './coordination.dto.js';
import { coordinationPage, coordinationState } from './coordination-view.js';
import { OFFICE_BODIES } from './office-events.dto.js';

const MEASURES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SUPPORT_MEASURES).map(([type, { label }]) => [type, label]),
);

/** What the payloads of a coordination say. A bank reads the same words of what is about its own filing. */
export const COORDINATION_FIELDS: Readonly<Record<string, PayloadField>> = {
  outcome: { label: '结果', words: (value) => wordOf(OUTCOME_LABELS, value) },
  until: { label: '暂缓至', words: plain },
  time: { label: '时间', words: plain },
  place: { label: '地点', words: plain },
  agenda: { label: '议题', words: plain },
};

const OFFICE_FIELDS: Readonly<Record<string, PayloadField>> = {
  ...COORDINATION_FIELDS,
  measure: { label: '帮扶事项', words: (value) => wordOf(MEASURES, value) },
  dueOn: { label: '办理期限', words: plain },
  heldOn: { label: '召开日期', words: plain },
  participants: { label: '参会单位和人员', words: lines },
};

const CONSEQUENCES: Readonly<Record<string, string>> = {
  ASSIGN: '所选岗位负责协调并收到催办；负责人员可再变更。',
  ADD_SUPPORT: '事项直接交办责任岗位，办理期限开始计时。',
  CALL_MEETING: '转入政银企协调会，受邀银行、工信部门和属地联系人收到通知。',
  CANCEL_MEETING: '协调会取消，转回拟定方案。',
  RECORD_MINUTES: '登记纪要，转入征询协调结果。',
  PROPOSE: '方案送该报告的银行，由银行自主决定是否接受。',
  CONCLUDE_FILING: '结果告知该报告；最后一件登记后协调办结。',
};

/** How a coordination (协调事项) is told to offices, and its routes. Banks have a door of their own. */
export const COORDINATION_RESOURCE: CaseResource<CoordinationContext> = {
  process: 'coordination',
  path: 'coordinations',
  bodies: OFFICE_BODIES,
  denials: ['not-your-task'],
  openedLabel: '启动协调',
  hiddenLabel: '有关方面协商',
  stateLabel: (state, context) =>
    isCoordinationState(state)
      ? context === undefined
        ? STATE_LABELS[state]
        : labelOf(state, context)
      : state,
  eventLabels: EVENT_LABELS,
  clocks: {
    assign: { label: '交办', policyKey: 'assignWd' },
    plan: { label: '拟定方案', policyKey: 'planWd' },
    meeting: { label: '会议纪要', policyKey: 'meetingWd' },
  },
  stopLabels: {},
  fields: OFFICE_FIELDS,
  inHouse: [],
  audienceOf: (actor) => audienceFor(actor),
  seesClock: (audience) => readsAsOffice(audience),
  countyOf: ({ county }) => county,
  consequenceOf: (type) => CONSEQUENCES[type] ?? '',
  state: { type: CoordinationStateDto, of: coordinationState },
  page: { type: CoordinationDto, of: coordinationPage },
};

export function isCoordinationState(state: string): state is CoordinationState {
  return Object.hasOwn(STATE_LABELS, state);
}
