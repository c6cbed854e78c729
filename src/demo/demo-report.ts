import { formatYuan } from '../../workflows/rules/fen.js';
import type { ActKind, ActSubtype, EmergencyReason, GroundCode } from '../../workflows/rules/filing-codes.js';
import type { FilingContent } from '../../workflows/rules/filing-content.js';

/** Money in the demo's tables is 万元, as bankers write it. */
const FEN_IN_WAN = 1_000_000n;

export interface DemoAct {
  firm: { creditCode: string; name: string; county: string };
  /** 万元. */
  lent: { limit: number; balance: number };
  kind: ActKind;
  /** 万元; for a full recall or a loan that is not renewed, the whole balance. */
  amount: number;
  plannedDate: string;
  /** Turns of the same few reasons, so that no two neighbours read alike. */
  turn: number;
  actedOn?: string;
  emergency?: EmergencyReason;
}

const GROUNDS: readonly { code: GroundCode; facts: string; contractClause: string }[] = [
  {
    code: 'headOfficeLimit',
    facts: '总行压降该行业限额，本行按计划逐户调整。',
    contractClause: '第八条第二款',
  },
  {
    code: 'operationsWorsened',
    facts: '订单较上年同期减少，资金回笼放缓。',
    contractClause: '第十一条第一款',
  },
  { code: 'guaranteeWeakened', facts: '保证人代偿能力下降，尚未补充担保。', contractClause: '第九条第三款' },
  { code: 'litigation', facts: '企业涉买卖合同纠纷，部分账户被冻结。', contractClause: '第十二条第四款' },
];

/** A report that says all it has to and fits together. */
export function demoReport(act: DemoAct): FilingContent {
  const { before, after, amount, subtype } = positionOf(act);
  const { firm, kind, plannedDate } = act;
  const tests = { hasMarket: 'yes', operatesNormally: 'yes' } as const;
  return {
    firm,
    kind,
    subtype,
    before,
    after,
    amount,
    plannedDate,
    loans: [
      {
        contractNo: `流借字2025-${String(100 + act.turn)}号`,
        product: 'workingCapital',
        currency: 'CNY',
        balance: before.balance,
        guaranteeType: act.turn % 2 === 0 ? 'mortgage' : 'guarantee',
        riskClass: act.turn % 4 === 0 ? 'specialMention' : 'normal',
        amount,
      },
    ],
    decidedAt: { level: 'cityBranch', documentNo: `信审〔2026〕${String(40 + act.turn)}号` },
    ground: GROUNDS[act.turn % GROUNDS.length] ?? null,
    fiveNos: { ...tests, shortForNow: act.turn % 3 === 0 ? 'unknown' : 'no' },
    renewal:
      kind === 'squeeze'
        ? { considered: true, result: 'lower' }
        : { considered: true, result: 'refused', promise: { made: false }, whyNot: '未通过本行授信条件。' },
    alternatives: [{ kind: 'extension', considered: true, whyNot: '企业暂不能补充担保。' }],
    firmInformed: {
      informed: true,
      method: 'visit',
      opinion: '企业希望维持现有授信。',
      confirmedByFirm: false,
    },
    impact: { employees: 60 + 13 * (act.turn % 9), otherLendersKnown: 1 + (act.turn % 3) },
    contact: { name: '林经办', post: '公司业务部', phone: '0595-00000000' },
    ...(kind === 'withdraw' ? { relationContinues: subtype === 'partialRecall' } : {}),
    ...(act.actedOn === undefined ? {} : { actedOn: act.actedOn }),
    ...(act.emergency === undefined ? {} : { emergency: { reason: act.emergency } }),
  };
}

interface Position {
  before: { limit: string; balance: string };
  after: { limit: string; balance: string };
  amount: string;
  subtype: ActSubtype;
}

/** What the act leaves of limit and balance. */
function positionOf({ kind, lent: { limit, balance }, amount }: DemoAct): Position {
  const shown = (wan: number) => formatYuan(BigInt(wan) * FEN_IN_WAN);
  if (amount >= balance) {
    const whole = { limit: shown(balance), balance: shown(balance) };
    const nothing = { limit: shown(0), balance: shown(0) };
    const subtype = kind === 'withdraw' ? 'fullRecall' : kind === 'suspend' ? 'nonRenewal' : 'balanceCut';
    return { before: whole, after: nothing, amount: shown(balance), subtype };
  }
  const subtype = kind === 'withdraw' ? 'partialRecall' : kind === 'suspend' ? 'stopDisbursing' : 'limitCut';
  const left = limit - amount;
  return {
    before: { limit: shown(limit), balance: shown(balance) },
    after: {
      limit: shown(left),
      balance: shown(kind === 'withdraw' ? balance - amount : Math.min(balance, left)),
    },
    amount: shown(amount),
    subtype,
  };
}
