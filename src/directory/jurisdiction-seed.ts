import { DEFAULT_POLICY } from '../../workflows/rules/policy.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { CIRCULAR_OF_2023 } from '../policy/circular-2023.js';
import { PUBLISHED_CALENDARS } from '../policy/published-calendars.js';
import { QUANZHOU_COUNTIES } from './quanzhou-counties.js';

const COUNTIES: Statement = {
  name: 'seed-counties',
  text: `insert into county (jurisdiction, key, name, english_name, region_code, administered)
    select $1, r.key, r.name, r."englishName", r."regionCode", r.administered
    from jsonb_to_recordset($2::jsonb) as r(key text, name text, "englishName" text, "regionCode" text, administered boolean)
    on conflict do nothing`,
};
const CALENDARS: Statement = {
  name: 'seed-calendars',
  text: `insert into calendar_year (jurisdiction, year, revision, notice, off, working)
    select $1, r.year, 1, r.notice, r.off, r.working
    from jsonb_to_recordset($2::jsonb) as r(year int, notice text, off jsonb, working jsonb)
    on conflict do nothing`,
};
const POLICY: Statement = {
  name: 'seed-policy',
  text: `insert into policy_version (jurisdiction, id, number, valid_from, clause, "values")
    values ($1, $2, 1, $3, $4, $5::jsonb) on conflict do nothing`,
};
const BASIS: Statement = {
  name: 'seed-basis',
  text: `insert into policy_basis (jurisdiction, id, title, document_number, clause, valid_from, valid_until)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
};

/**
 * What every installation for Quanzhou starts with: counties, published calendars, the default numbers and the expired
 * circular. The transaction is in engine scope. Rows that are there already stay as they are.
 */
export function seedJurisdiction(
  tx: Transaction,
  jurisdiction: string,
  ids: { policy: string; basis: string },
): void {
  const { title, documentNumber, clause, validFrom, validUntil } = CIRCULAR_OF_2023;
  tx.send(COUNTIES, [jurisdiction, JSON.stringify(QUANZHOU_COUNTIES)]);
  tx.send(CALENDARS, [jurisdiction, JSON.stringify(PUBLISHED_CALENDARS)]);
  tx.send(POLICY, [
    jurisdiction,
    ids.policy,
    validFrom,
    `${documentNumber}${clause}；其余为本系统默认值`,
    JSON.stringify(DEFAULT_POLICY),
  ]);
  tx.send(BASIS, [jurisdiction, ids.basis, title, documentNumber, clause, validFrom, validUntil]);
}
