import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import type { Assessment } from '../../../workflows/rules/assessment.js';
import { fenOf } from '../../../workflows/rules/fen.js';
import { ACT_KINDS, EXEMPTIONS } from '../../../workflows/rules/filing-codes.js';
import { LANES } from '../../../workflows/rules/lane.js';
import { MARKS, type Mark } from '../../../workflows/rules/marks.js';
import { POLICY_GROUNDS } from '../../../workflows/rules/policy.js';
import { monthAndDay } from '../../cases/day-in-words.js';
import { yuanInWords } from '../../cases/yuan-in-words.js';
import type { PolicyVersion } from '../../directory/reference-data.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { RuleHitDto } from './explanation.dto.js';

const SENDINGS: Statement = {
  name: 'assessed-at-sending',
  text: `select v."values" from log_entry e
    join log_value v on v.jurisdiction = e.jurisdiction and v.occurred_month = e.occurred_month and v.entry_id = e.id
    where e.jurisdiction = $1 and e.case_id = $2 and e.kind = 'transition' and e.type in ('FILE', 'AMEND', 'RESUBMIT')
    order by e.seq desc limit 4`,
};

/** §1's answer when the revision in force was sent, with the pieces that made the sum; undefined for a draft. */
export async function assessedAtSending(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
): Promise<Assessment | undefined> {
  const rows = await tx.query<{ values: string }>(SENDINGS, [jurisdiction, id]);
  for (const { values } of rows) {
    const { facts } = JSON.parse(values) as { facts?: { assessment?: Partial<Assessment> } };
    if (facts?.assessment?.sum !== undefined) return facts.assessment as Assessment;
  }
  return undefined;
}

/** 规则核对: each rule that bears on the report, with its clause, the figures that were compared and the policy's version. */
export function ruleHits(
  { context, marks, isOffice }: { context: FilingContext; marks: readonly string[]; isOffice: boolean },
  assessment: Assessment | undefined,
  policy: PolicyVersion | undefined,
): RuleHitDto[] {
  if (policy === undefined) return [];
  const hits = [
    ...(assessment === undefined ? [] : [thresholdHit(assessment, policy)]),
    ...marks.map((mark) => markHit(mark, { context, assessment, policy })),
    ...(isOffice ? [laneHit(context, policy)] : []),
  ];
  return hits.map((hit) => ({ ...hit, policy: policy.number }));
}

type Hit = Omit<RuleHitDto, 'policy'>;

function thresholdHit(
  { treatedAs, sum, threshold, basis, reportable, clause }: Assessment,
  policy: PolicyVersion,
): Hit {
  const others =
    basis.length === 0
      ? ''
      : `（含本行${String(policy.values.windowDays)}日内其他措施${String(basis.length)}笔：${basis.map(pieceInWords).join('、')}）`;
  const compared = reportable ? '达到' : '未达到';
  return {
    code: 'threshold',
    label: '报告标准',
    text: `按${ACT_KINDS[treatedAs]}计${yuanInWords(sum)}${others}，标准${yuanInWords(threshold)}，${compared}报告标准。`,
    clause,
  };
}

function pieceInWords({ on, amount, filing }: Assessment['basis'][number]): string {
  return `${filing ?? monthAndDay(on)} ${yuanInWords(amount)}`;
}

function laneHit({ lane, amount }: FilingContext, { values }: PolicyVersion): Hit {
  const above = fenOf(amount) > fenOf(values.routineUpTo);
  const compared = `金额${yuanInWords(amount)}，一般件上限${yuanInWords(values.routineUpTo)}，${above ? '超过' : '未超过'}上限`;
  const reason = lane === 'focus' && !above ? '；因标记、名单或在办协调列为重点件' : '';
  return {
    code: 'lane',
    label: LANES[lane],
    text: `${compared}${reason}。`,
    clause: POLICY_GROUNDS.routineUpTo.clause,
  };
}

interface Known {
  context: FilingContext;
  assessment: Assessment | undefined;
  policy: PolicyVersion;
}

function markHit(code: string, known: Known): Hit {
  const mark = Object.entries(MARKS).find(([name]) => name === code);
  if (mark === undefined) return { code, label: code, text: null, clause: null };
  const [name, { label, clause }] = mark;
  return { code, label, text: FIGURES[name as Mark]?.(known) ?? null, clause };
}

/** What was compared for a mark. A mark that rests on no figure has its clause alone. */
const FIGURES: Partial<Record<Mark, (known: Known) => string | null>> = {
  exempt: ({ assessment }) =>
    assessment?.exemption == null
      ? null
      : `银行填报：${EXEMPTIONS[assessment.exemption].label}（${EXEMPTIONS[assessment.exemption].ground}）。`,
  cumulative: ({ context, assessment }) =>
    assessment === undefined
      ? null
      : `本件${yuanInWords(context.amount)}，累计${yuanInWords(assessment.sum)}，累计后达到标准。`,
  lateNotice: ({ context, policy }) =>
    context.actedOn === null
      ? `收到日${day(context.receivedOn)}，拟实施日${day(context.plannedDate)}，提前期${String(policy.values.leadWd)}个工作日。`
      : `${day(context.actedOn)}实施，收到日${day(context.receivedOn)}，紧急情形应在${String(policy.values.emergencyWd)}个工作日内补报。`,
  notReportedBefore: ({ context }) => `${day(context.actedOn)}实施，收到日${day(context.receivedOn)}。`,
  trivialBreach: ({ policy }) => `拖欠不超过${String(policy.values.trivialBreachDays)}日且已付清。`,
  runAlert: ({ policy }) =>
    `${String(policy.values.runWd)}个工作日内有${String(policy.values.runBanks)}家以上银行报告。`,
};

function day(civil: string | null): string {
  return civil === null ? '未填' : monthAndDay(civil);
}
