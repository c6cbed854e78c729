import type { Dayjs } from 'dayjs';
import type { Schema } from '../api/client.js';

export type Content = Schema<'FilingContent'>;

/** What the form holds: everything optional, for a draft may be incomplete. */
export interface DraftForm {
  creditCode?: string;
  name?: string;
  county?: string;
  kind?: string;
  subtype?: string;
  relationContinues?: boolean;
  beforeLimit?: string;
  beforeBalance?: string;
  afterLimit?: string;
  afterBalance?: string;
  amount?: string;
  plannedDate?: Dayjs | null;
  contractNo?: string;
  groundCode?: string;
  facts?: string;
  contractClause?: string;
  hasMarket?: string;
  operatesNormally?: string;
  shortForNow?: string;
  explanation?: string;
  renewalConsidered?: boolean;
  renewalResult?: string;
  whyNot?: string;
}

/** The form as the API takes it. What was left open is left out. */
export function contentOf(form: DraftForm): Content {
  const amount = form.amount;
  return without({
    firm: group({ creditCode: form.creditCode, name: form.name, county: form.county }),
    kind: form.kind,
    subtype: form.subtype,
    relationContinues: form.kind === 'withdraw' ? form.relationContinues : undefined,
    before: group({ limit: form.beforeLimit, balance: form.beforeBalance }),
    after: group({ limit: form.afterLimit, balance: form.afterBalance }),
    amount,
    plannedDate: form.plannedDate?.format('YYYY-MM-DD'),
    loans: form.contractNo === undefined ? undefined : [group({ contractNo: form.contractNo, amount })],
    ground: group({ code: form.groundCode, facts: form.facts, contractClause: form.contractClause }),
    fiveNos: group({
      hasMarket: form.hasMarket,
      operatesNormally: form.operatesNormally,
      shortForNow: form.shortForNow,
      explanation: form.explanation,
    }),
    renewal: group({ considered: form.renewalConsidered, result: form.renewalResult, whyNot: form.whyNot }),
  }) as Content;
}

function group(members: Record<string, unknown>): Record<string, unknown> | undefined {
  const said = without(members);
  return Object.keys(said).length === 0 ? undefined : said;
}

function without(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
