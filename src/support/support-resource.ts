import { audienceOf } from '../../workflows/support/support.audiences.js';
import type { SupportContext } from '../../workflows/support/support.context.js';
import {
  EVENT_LABELS,
  labelOf,
  STATE_LABELS,
  type SupportState,
} from '../../workflows/support/support.labels.js';
import { audienceFor } from '../access/audience.js';
import { readsAsOffice } from '../cases/case-description.js';
import type { CaseResource } from '../cases/case-resource.js';
import { plain } from '../cases/payload-fields.js';
import { SupportDto, SupportStateDto } from './support.dto.js';
import { SUPPORT_BODIES } from './support-events.dto.js';
import { supportPage, supportState } from './support-view.js';

const CONSEQUENCES: Readonly<Record<string, string>> = {
  ASSIGN: '事项交办责任岗位，办理期限开始计时。',
  REASSIGN: '事项转由另一岗位办理，办理期限不变；原责任单位不再可见。',
  CHANGE_DATE: '办理期限变更一次，催办、督办、通报按新期限重新计时。',
  START: '事项转入办理中。',
  WAIT: '事项转入等待中，办理期限不停止。',
  RESUME: '事项恢复办理。',
  REPORT_REPAID: '银行重新放贷的期限自企业还款日起算。',
  REPORT_DONE: '事项办结，结果告知所属事项。',
  REPORT_NOT_DONE: '事项结束，未办成的理由告知所属事项。',
  CANCEL: '事项取消，责任岗位将收到通知。',
  CONFIRM_CONTINUING: '事项继续办理。',
};

/** How a measure of support (帮扶事项) is told to its readers, and its routes. */
export const SUPPORT_RESOURCE: CaseResource<SupportContext> = {
  process: 'support',
  path: 'supports',
  bodies: SUPPORT_BODIES,
  denials: ['not-your-task'],
  openedLabel: '新建帮扶事项',
  hiddenLabel: '有关部门办理',
  stateLabel: (state, context) =>
    isSupportState(state) ? (context === undefined ? STATE_LABELS[state] : labelOf(state, context)) : state,
  eventLabels: EVENT_LABELS,
  clocks: {
    assign: { label: '交办', policyKey: 'assignWd' },
    reminder: { label: '催办', policyKey: null },
    due: { label: '办理期限', policyKey: null },
    escalation: { label: '督办', policyKey: 'supportEscalationWd' },
    bulletin: { label: '通报', policyKey: 'supportBulletinWd' },
    wait: { label: '等待', policyKey: null },
    relend: { label: '重新放贷', policyKey: 'bridgeRelendWd' },
  },
  stopLabels: {},
  fields: {
    dueOn: { label: '办理期限', words: plain },
    for: { label: '等待事由', words: plain },
  },
  inHouse: [],
  audienceOf: (actor) => audienceFor(actor),
  seesClock: (audience, name) => readsAsOffice(audience) || audienceOf(`DEADLINE.${name}`) === 'bank',
  countyOf: ({ county }) => county,
  consequenceOf: (type) => CONSEQUENCES[type] ?? '',
  state: { type: SupportStateDto, of: supportState },
  page: { type: SupportDto, of: supportPage },
};

export function isSupportState(state: string): state is SupportState {
  return Object.hasOwn(STATE_LABELS, state);
}
