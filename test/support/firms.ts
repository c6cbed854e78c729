import { aCreditCode } from './credit-code.js';
import { query } from './database.js';

const JURISDICTION = '350500';

/** What the directory holds of a firm before a test begins. */
export interface KnownFirm {
  sizeClass?: string;
  whitelisted?: boolean;
  division?: string;
}

/** A firm in the directory; returns its credit code. */
export async function aKnownFirm({
  sizeClass = 'small',
  whitelisted,
  division,
}: KnownFirm = {}): Promise<string> {
  const creditCode = aCreditCode(division);
  await query(
    'admin',
    `insert into firm (jurisdiction, id, credit_code, name, county, size_class, in_directory)
      values ($1, gen_random_uuid(), $2, '晋江市某鞋业有限公司', 'jinjiang', $3, true)`,
    [JURISDICTION, creditCode, sizeClass],
  );
  if (whitelisted === true) {
    await query(
      'admin',
      `insert into firm_listing (jurisdiction, firm, list, valid_from, source)
        select jurisdiction, id, 'whiteList', '2024-01-01', '测试' from firm where credit_code = $1`,
      [creditCode],
    );
  }
  return creditCode;
}

export interface KnownAct {
  bank: string;
  kind: string;
  amount: string;
  on: string;
  status: string;
  relationContinues?: boolean;
  branch?: string;
}

/** An act of a bank that is on record beside any filing. */
export async function anAct(creditCode: string, act: KnownAct): Promise<void> {
  await query(
    'admin',
    `insert into credit_act (jurisdiction, id, firm, bank, unit, kind, relation_continues, amount_fen, acted_on, status, source)
      select f.jurisdiction, gen_random_uuid(), f.id, o.id,
        (select u.id from unit u where u.organization = o.id and u.name = $8), $3, $4, ($5::numeric * 100)::bigint, $6, $7, '测试'
      from firm f, organization o where f.credit_code = $1 and o.key = $2`,
    [
      creditCode,
      act.bank,
      act.kind,
      act.relationContinues ?? null,
      act.amount,
      act.on,
      act.status,
      act.branch ?? null,
    ],
  );
}

/** A standstill that a committee of these banks has agreed on. */
export async function aStandstill(
  creditCode: string,
  { members, from, until }: { members: string[]; from: string; until: string },
): Promise<void> {
  await query(
    'admin',
    `insert into standstill (jurisdiction, id, firm, members, valid_from, valid_until)
      select f.jurisdiction, gen_random_uuid(), f.id, array(select id from organization where key = any ($2)), $3, $4
      from firm f where f.credit_code = $1`,
    [creditCode, members, from, until],
  );
}
