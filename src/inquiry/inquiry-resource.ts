import { audienceOf } from '../../workflows/inquiry/inquiry.audiences.js';
import type { InquiryContext } from '../../workflows/inquiry/inquiry.context.js';
import {
  EVENT_LABELS,
  type InquiryState,
  labelOf,
  MEASURE_LABELS,
  STATE_LABELS,
} from '../../workflows/inquiry/inquiry.labels.js';
import { audienceFor } from '../access/audience.js';
import { readsAsOffice } from '../cases/case-description.js';
import type { CaseResource } from '../cases/case-resource.js';
import { wordOf, yesOrNo } from '../cases/payload-fields.js';
import { InquiryDto, InquiryStateDto } from './inquiry.dto.js';
import { INQUIRY_BODIES } from './inquiry-events.dto.js';
import { inquiryPage, inquiryState } from './inquiry-view.js';

const CONSEQUENCES: Readonly<Record<string, string>> = {
  ASK: '所涉银行自此知悉本事项，并在期限内说明。',
  EXPLAIN: '说明作为核查依据，转入核查研判。',
  SUBSTANTIATE: '认定属实，由市金融部门负责人决定后续步骤。',
  NOT_SUBSTANTIATE: '认定不属实，事项办结并告知银行。',
  ADVISE: '向银行发出工作提示函。',
  NOTIFY_REGULATOR: '通报金融监管分局，是否及采取何种措施由分局决定。',
  RECORD_MEASURE: '登记分局的措施，事项办结。',
  CLOSE: '事项办结并告知银行。',
};

/** How an inquiry (未按要求报告核查事项) is told to its readers, and its routes. */
export const INQUIRY_RESOURCE: CaseResource<InquiryContext> = {
  process: 'inquiry',
  path: 'inquiries',
  bodies: INQUIRY_BODIES,
  openedLabel: '新建核查事项',
  hiddenLabel: '主管部门研判',
  stateLabel: (state, context) =>
    isInquiryState(state) ? (context === undefined ? STATE_LABELS[state] : labelOf(state, context)) : state,
  eventLabels: EVENT_LABELS,
  clocks: {
    triage: { label: '分办', policyKey: 'triageWd' },
    explain: { label: '银行说明', policyKey: 'explainWd' },
    assess: { label: '核查研判', policyKey: 'assessWd' },
    step: { label: '后续步骤', policyKey: 'stepWd' },
    regulator: { label: '监管分局反馈', policyKey: 'regulatorWd' },
  },
  stopLabels: {},
  fields: {
    cured: { label: '已纠正', words: yesOrNo },
    measures: {
      label: '监管分局措施',
      words: (value) =>
        Array.isArray(value) && value.length > 0
          ? value.map((measure) => wordOf(MEASURE_LABELS, measure)).join('、')
          : '未采取措施',
    },
  },
  inHouse: [],
  audienceOf: (actor) => audienceFor(actor),
  seesClock: (audience, name) => readsAsOffice(audience) || audienceOf(`DEADLINE.${name}`) === 'bank',
  countyOf: ({ county }) => county,
  consequenceOf: (type) => CONSEQUENCES[type] ?? '',
  state: { type: InquiryStateDto, of: inquiryState },
  page: { type: InquiryDto, of: inquiryPage },
};

export function isInquiryState(state: string): state is InquiryState {
  return Object.hasOwn(STATE_LABELS, state);
}
