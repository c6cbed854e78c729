import { parseYuan } from '../../../workflows/rules/fen.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { Statement } from '../../platform/transaction.js';

export const INSERT_FILING: Statement = {
  name: 'insert-filing',
  text: `insert into filing (jurisdiction, id, owner_org, owner_unit, state, updated_at, credit_code, firm_name, county, kind,
      relation_continues, amount_fen, planned_on, acted_on, external_ref)
    values ($1, $2, $3, $4, 'drafting', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
};

export const UPDATE_DRAFT: Statement = {
  name: 'update-draft',
  text: `update filing set updated_at = $3, credit_code = $4, firm_name = $5, county = $6, kind = $7, relation_continues = $8,
      amount_fen = $9, planned_on = $10, acted_on = $11, external_ref = $12
    where jurisdiction = $1 and id = $2`,
};

/** What lists show of a draft, in the order of the statements above. */
export function columnsOf(content: FilingContent): unknown[] {
  const { firm, kind, relationContinues, amount, plannedDate, actedOn, externalRef } = content;
  const fen = parseYuan(amount ?? '');
  return [
    firm?.creditCode ?? null,
    firm?.name ?? null,
    firm?.county ?? null,
    kind ?? null,
    relationContinues ?? null,
    fen === undefined || fen === 0n ? null : String(fen),
    plannedDate ?? null,
    actedOn ?? null,
    externalRef || null,
  ];
}
