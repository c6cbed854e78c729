import type { PolicyStatus } from './policy.js';

/**
 * The measures of support (帮扶事项), one closed table: what each needs to begin, what is told when it is done, and the ground it
 * rests on. 泉政办规〔2023〕1号（九）to（十三） and the notices on renewal name most of them; none obliges a bank to lend.
 */
export const SUPPORT_TYPES = [
  'renewalWithoutRepayment',
  'extension',
  'deferral',
  'bridgeFund',
  'policyGuarantee',
  'whiteList',
  'smallFirmTaskforce',
  'creditRecord',
  'anotherLender',
  'foundCommittee',
] as const;
export type SupportType = (typeof SUPPORT_TYPES)[number];

/** Posts that a measure may be given to: banks and helpers, counties, the two bureaus. */
export const OWNER_ROLES = [
  'helper.officer',
  'bank.maker',
  'bank.checker',
  'county.coordinator',
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
] as const;

/** The one post that carries a measure out. */
export interface SupportOwner {
  organization: string;
  role: (typeof OWNER_ROLES)[number];
}

/** What a measure hangs on. A firm is no case: nobody is told there when the measure ends. */
export const PARENT_PROCESSES = ['coordination', 'filing', 'committee', 'firm'] as const;
export interface SupportParent {
  process: (typeof PARENT_PROCESSES)[number];
  id: string;
}

export type SupportOutcome = 'done' | 'notDone' | 'cancelled';

/** `amount` is a decimal string of yuan above zero, `day` a civil day, `organization` an id of the directory. */
export const FIELD_KINDS = ['amount', 'day', 'text', 'organization', 'count'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface SupportField {
  name: string;
  label: string;
  kind: FieldKind;
  required: boolean;
}

export interface SupportMeasure {
  label: string;
  clause: string;
  /** How far the ground can be traced, as for the figures of the policy. */
  status: PolicyStatus;
  input: readonly SupportField[];
  result: readonly SupportField[];
}

const bank = required('bank', '贷款银行', 'organization');
const amount = required('amount', '金额（元）', 'amount');
const contract = optional('contractNo', '合同号', 'text');
const use = optional('use', '资金用途', 'text');

export const SUPPORT_MEASURES: Readonly<Record<SupportType, SupportMeasure>> = {
  renewalWithoutRepayment: {
    label: '无还本续贷',
    clause: '金规〔2024〕13号',
    status: 'S',
    input: [bank, amount, required('maturesOn', '到期日', 'day'), contract],
    result: [amount, required('renewedUntil', '续贷到期日', 'day'), contract],
  },
  extension: {
    label: '展期',
    clause: '民法典第六百七十八条',
    status: 'S',
    input: [bank, amount, required('maturesOn', '到期日', 'day'), contract],
    result: [amount, required('extendedUntil', '展期后到期日', 'day'), contract],
  },
  deferral: {
    label: '延期还本付息',
    clause: '泉政办规〔2023〕1号（十二）',
    status: 'S',
    input: [bank, amount, required('payableOn', '应还款日', 'day')],
    result: [amount, required('deferredUntil', '延期至', 'day')],
  },
  bridgeFund: {
    label: '应急周转资金',
    clause: '泉州市应急保障周转专项资金（2014年）：银行在10个工作日内重新放贷',
    status: 'S',
    input: [bank, amount, required('neededOn', '用款日', 'day'), use],
    result: [
      amount,
      required('relentOn', '重新放贷日', 'day'),
      required('relentAmount', '重新放贷金额（元）', 'amount'),
      optional('returnedOn', '周转资金归还日', 'day'),
    ],
  },
  policyGuarantee: {
    label: '政策性担保增信',
    clause: '泉政办规〔2023〕1号（十三）',
    status: 'S',
    input: [bank, amount, optional('counterGuarantee', '反担保情况', 'text')],
    result: [
      amount,
      required('guaranteedUntil', '担保到期日', 'day'),
      optional('bankShare', '银行分险比例（%）', 'count'),
    ],
  },
  whiteList: {
    label: '白名单对接',
    clause: '泉政办规〔2023〕1号（九）',
    status: 'S',
    input: [amount, optional('months', '期限（月）', 'count'), use],
    result: [
      required('listedOn', '列入日期', 'day'),
      optional('bank', '对接银行', 'organization'),
      optional('amount', '对接金额（元）', 'amount'),
    ],
  },
  smallFirmTaskforce: {
    label: '小微企业融资协调专班推荐',
    clause: '金发〔2024〕32号',
    status: 'S',
    input: [amount, required('use', '资金用途', 'text')],
    result: [
      required('recommendedOn', '推荐日期', 'day'),
      optional('bank', '对接银行', 'organization'),
      optional('amount', '授信金额（元）', 'amount'),
    ],
  },
  creditRecord: {
    label: '征信保护申请',
    clause: '泉政办规〔2023〕1号（十一）；征信业管理条例第二十五条',
    status: 'S',
    input: [bank, required('facts', '客观原因及佐证', 'text')],
    result: [required('decidedOn', '答复日期', 'day'), required('decision', '答复内容', 'text')],
  },
  anotherLender: {
    label: '另行对接银行',
    clause: '本系统默认值，由本市工作规则确定',
    status: 'D',
    input: [amount, use],
    result: [
      required('bank', '新增贷款银行', 'organization'),
      amount,
      required('grantedOn', '放款日', 'day'),
    ],
  },
  foundCommittee: {
    label: '组建债委会',
    clause: '银保监发〔2020〕57号',
    status: 'S',
    input: [optional('chair', '建议主席单位', 'organization'), optional('reason', '建议理由', 'text')],
    result: [
      required('proposedOn', '发起日期', 'day'),
      optional('chair', '发起单位', 'organization'),
      optional('explanation', '情况说明', 'text'),
    ],
  },
};

export function isSupportType(type: unknown): type is SupportType {
  return SUPPORT_TYPES.some((known) => known === type);
}

function required(name: string, label: string, kind: FieldKind): SupportField {
  return { name, label, kind, required: true };
}

function optional(name: string, label: string, kind: FieldKind): SupportField {
  return { name, label, kind, required: false };
}
