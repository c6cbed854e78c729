import type { CivilDay } from '../calendar/civil-day.js';
import { distinctPieces, largestSum, type Piece } from './accumulation.js';
import { exemptionOf } from './exemption.js';
import { formatYuan, parseYuan } from './fen.js';
import { type ActKind, EXEMPTIONS, type ExemptionCode } from './filing-codes.js';
import type { FilingContent } from './filing-content.js';
import type { PolicyValues } from './policy.js';
import {
  type ActFamily,
  familiesOf,
  isReportable,
  THRESHOLD_CLAUSE,
  thresholdOf,
} from './reporting-threshold.js';

/** What the duty to report is judged by. */
export interface Act {
  kind: ActKind;
  /** Asked of a withdrawal; null when not answered. */
  relationContinues: boolean | null;
  /** Yuan: what balance or limit loses, not what the loan amounts to. */
  amount: string;
  /** Its execution date, else its planned date. */
  on: CivilDay;
  exemption: ExemptionCode | null;
  /** Its number once it is filed, so that it is not counted beside itself. */
  filing?: string | null;
}

export interface Assessment {
  reportable: boolean;
  /** The kind whose threshold decided: a continuing withdrawal may be reportable as a squeeze. */
  treatedAs: ActKind;
  /** Yuan: the largest sum over any window that holds the act. */
  sum: string;
  /** Yuan. */
  threshold: string;
  /** The other pieces of the deciding window. */
  basis: Piece[];
  /** Reportable only by the sum (mark `cumulative`). */
  cumulative: boolean;
  exemption: ExemptionCode | null;
  /** The withdrawal did not say whether the relation goes on; it was judged as if it does. */
  relationAssumed: boolean;
  clause: string;
}

/**
 * Must this act be reported? One answer for the form while typing, the filing, batches and what-if. Pieces are the other
 * acts of the same bank on the same firm: filings that were not withdrawn, voided, exempt or found out of scope, recorded
 * acts, and acts the bank declares; drafts are none. 泉政办规〔2023〕1号（十）; the sum is the city's choice.
 */
export function assess({
  act,
  pieces,
  policy,
}: {
  act: Act;
  pieces: readonly Piece[];
  policy: PolicyValues;
}): Assessment {
  const others = distinctPieces(pieces).filter(({ filing }) => !act.filing || filing !== act.filing);
  const families = familiesOf(act);
  const judged = families.map((family) => judge(family, act, others, policy));
  const deciding = judged.find(({ reached }) => reached) ?? judged.at(-1);
  if (deciding === undefined) throw new Error(`an act of kind ${act.kind} counts in no family`);
  const alone = judged.some(({ reachedAlone }) => reachedAlone);
  return {
    reportable: deciding.reached && act.exemption === null,
    treatedAs: deciding.family === 'squeeze' ? 'squeeze' : act.kind,
    sum: formatYuan(deciding.sum),
    threshold: formatYuan(thresholdOf(deciding.family, policy)),
    basis: deciding.others,
    cumulative: deciding.reached && !alone && act.exemption === null,
    exemption: act.exemption,
    relationAssumed: act.kind === 'withdraw' && act.relationContinues === null,
    clause: act.exemption === null ? THRESHOLD_CLAUSE : EXEMPTIONS[act.exemption].ground,
  };
}

/** The act that a report describes; undefined while kind or amount is not answered. `today` stands in for a missing date. */
export function actIn(content: FilingContent, today: CivilDay): Act | undefined {
  const { kind, amount } = content;
  if (!kind || !amount || parseYuan(amount) === undefined) return undefined;
  return {
    kind,
    relationContinues: kind === 'withdraw' ? (content.relationContinues ?? null) : null,
    amount,
    on: content.actedOn ?? content.plannedDate ?? today,
    exemption: exemptionOf(content),
  };
}

/** The acts that a report declares beside its own. Incomplete ones are left out: `content-checks.ts` asks for them. */
export function declaredPieces(content: FilingContent): Piece[] {
  return (content.priorActs ?? []).flatMap(({ kind, amount, on, relationContinues, branch, status }) =>
    kind && on && amount && parseYuan(amount) !== undefined
      ? [
          {
            source: 'declared' as const,
            kind,
            relationContinues: relationContinues ?? null,
            amount,
            on,
            status: status ?? 'executed',
            branch: branch ?? null,
          },
        ]
      : [],
  );
}

function judge(family: ActFamily, act: Act, pieces: readonly Piece[], policy: PolicyValues) {
  const { sum, others } = largestSum(family, act, pieces, policy.windowDays);
  const alone = largestSum(family, act, [], policy.windowDays);
  return {
    family,
    sum,
    others,
    reached: isReportable(family, sum, policy),
    reachedAlone: isReportable(family, alone.sum, policy),
  };
}
