import { hash } from '@node-rs/argon2';
import { v5 as uuidFrom } from 'uuid';
import { creditCodeFor } from '../../workflows/rules/credit-code.js';
import { sealAllRights } from '../access/seal/seal-rights.js';
import { seedJurisdiction } from '../directory/jurisdiction-seed.js';
import { QUANZHOU, QUANZHOU_COUNTIES } from '../directory/quanzhou-counties.js';
import { readConfig } from '../platform/config.js';
import { connect } from '../platform/database.js';
import { FieldCipher } from '../platform/field-cipher.js';
import { civilDay } from '../platform/instant.js';
import { Database, type Statement, type Transaction } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { DEMO_FIRMS, DEMO_GUARANTEES, type DemoFirm } from './demo-firms.js';
import { DEMO_BEGINS, DEMO_ORGANIZATIONS } from './demo-organizations.js';
import { DEMO_PEOPLE } from './demo-people.js';

export interface FixtureSettings {
  /** Of every account. */
  password: string;
  /** Civil day that the exposures are dated by; without it, the day it is. */
  today?: string;
  /** By which the server of this database will seal. */
  fieldKeyFile: string;
}

/** Names of things become their ids, the same in every database that is filled from here. */
const NAMESPACE = '6f0f2a52-5c1b-4b0e-9f7a-9f9d3c1e8a11';
/** Where firms of an area without a GB/T 2260 code are registered. */
const DIVISION_OF_AREA: Readonly<Record<string, string>> = { kaifaqu: '350502', taishang: '350521' };
const FEN_IN_WAN = 1_000_000;

/** The demo's own ground for reports: fictional, and labelled so wherever it is shown. */
const DEMO_BASIS = {
  title: '演示用提前报告工作规则（虚构）',
  documentNumber: '演示〔2024〕1号',
  clause: '第十条',
  label: '演示依据',
  validFrom: '2024-01-01',
} as const;

/**
 * The world of demo and tests, without any filing: organizations, people, firms, what they owe, numbers and calendars.
 * Runs as the application's own user. A second run adds nothing that is there already.
 */
export async function seedFixtures(
  appUrl: string,
  { password, today, fieldKeyFile }: FixtureSettings,
): Promise<void> {
  const source = await connect(appUrl, 1);
  try {
    const config = readConfig({
      DATABASE_URL: appUrl,
      WENDAI_JURISDICTION: QUANZHOU,
      FIELD_KEY_FILE: fieldKeyFile,
    });
    const database = new ScopedDatabase(new Database(source, new FieldCipher(config)), config);
    const passwordHash = await hash(password);
    await database.asSystem(async (tx) => {
      seedJurisdiction(tx, QUANZHOU, { policy: idOf('policy 1'), basis: idOf('circular of 2023') });
      tx.send(BASIS, [QUANZHOU, idOf('demo basis'), ...Object.values(DEMO_BASIS)]);
      seedOrganizations(tx);
      seedPeople(tx, passwordHash);
      seedFirms(tx, today ?? civilDay(new Date()));
      await sealAllRights(tx, QUANZHOU);
    });
  } finally {
    await source.destroy();
  }
}

function seedOrganizations(tx: Transaction): void {
  const rows = DEMO_ORGANIZATIONS.map(({ key, kind, county, series, names, units = [] }) => ({
    id: organizationId(key),
    key,
    kind,
    county,
    series,
    names,
    units: units.map((unit) => ({ ...unit, id: unitId(key, unit.key) })),
  }));
  tx.send(ORGANIZATIONS, [QUANZHOU, JSON.stringify(rows)]);
  tx.send(NAMES, [QUANZHOU, JSON.stringify(rows)]);
  tx.send(UNITS, [QUANZHOU, JSON.stringify(rows)]);
}

function seedPeople(tx: Transaction, passwordHash: string): void {
  const rows = DEMO_PEOPLE.map(({ login, name, email, organization, unit, role }) => ({
    id: idOf(`person ${login}`),
    post: idOf(`post ${login}`),
    organization: organizationId(organization),
    unit: unit === undefined ? null : unitId(organization, unit),
    login,
    name,
    email,
    role,
  }));
  tx.send(PEOPLE, [QUANZHOU, JSON.stringify(rows), passwordHash]);
  tx.send(POSTS, [QUANZHOU, JSON.stringify(rows), DEMO_BEGINS]);
}

function seedFirms(tx: Transaction, today: string): void {
  // Banks send their figures for the end of a month.
  const asOf = civilDay(new Date(Date.parse(`${today.slice(0, 7)}-01T00:00:00+08:00`) - 1));
  const rows = DEMO_FIRMS.map((firm, serial) => {
    const id = idOf(`firm ${firm.name}`);
    return {
      ...firm,
      id,
      creditCode: creditCodeFor(divisionOf(firm), serial + 1),
      lenders: firm.lenders.map(([bank, limit, balance]) => ({
        id: idOf(`exposure ${id} ${bank} ${asOf}`),
        bank: organizationId(bank),
        limit: limit * FEN_IN_WAN,
        balance: balance * FEN_IN_WAN,
      })),
    };
  });
  tx.send(FIRMS, [QUANZHOU, JSON.stringify(rows)]);
  tx.send(LISTINGS, [QUANZHOU, JSON.stringify(rows), DEMO_BASIS.validFrom]);
  tx.send(EXPOSURES, [QUANZHOU, JSON.stringify(rows), asOf]);
  const links = DEMO_GUARANTEES.map(([guarantor, debtor, amount]) => ({
    id: idOf(`guarantee ${guarantor} ${debtor} ${asOf}`),
    guarantor: idOf(`firm ${guarantor}`),
    debtor: idOf(`firm ${debtor}`),
    amount: amount * FEN_IN_WAN,
  }));
  tx.send(GUARANTEES, [QUANZHOU, JSON.stringify(links), asOf]);
}

function divisionOf({ county, registeredIn }: DemoFirm): string {
  const regionCode = QUANZHOU_COUNTIES.find(({ key }) => key === county)?.regionCode;
  return registeredIn ?? regionCode ?? DIVISION_OF_AREA[county] ?? QUANZHOU;
}

function organizationId(key: string): string {
  return idOf(`organization ${key}`);
}

function unitId(organization: string, unit: string): string {
  return idOf(`unit ${organization} ${unit}`);
}

function idOf(name: string): string {
  return uuidFrom(name, NAMESPACE);
}

const BASIS: Statement = {
  name: 'fixture-basis',
  text: `insert into policy_basis (jurisdiction, id, title, document_number, clause, label, valid_from)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
};
const ORGANIZATIONS: Statement = {
  name: 'fixture-organizations',
  text: `insert into organization (jurisdiction, id, key, kind, county, series)
    select $1, r.id, r.key, r.kind, r.county, r.series
    from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, kind text, county text, series text)
    on conflict do nothing`,
};
const NAMES: Statement = {
  name: 'fixture-names',
  text: `insert into organization_name (jurisdiction, organization, name, english_name, valid_from, valid_until, remark)
    select $1, r.id, n.name, n."englishName", n."validFrom", n."validUntil", n.remark
    from jsonb_to_recordset($2::jsonb) as r(id uuid, names jsonb),
      jsonb_to_recordset(r.names) as n(name text, "englishName" text, "validFrom" date, "validUntil" date, remark text)
    on conflict do nothing`,
};
const UNITS: Statement = {
  name: 'fixture-units',
  text: `insert into unit (jurisdiction, id, organization, key, name)
    select $1, u.id, r.id, u.key, u.name
    from jsonb_to_recordset($2::jsonb) as r(id uuid, units jsonb),
      jsonb_to_recordset(r.units) as u(id uuid, key text, name text)
    on conflict do nothing`,
};
const PEOPLE: Statement = {
  name: 'fixture-people',
  text: `insert into person (jurisdiction, id, organization, login, name, email, password_hash)
    select $1, r.id, r.organization, r.login, r.name, r.email, $3
    from jsonb_to_recordset($2::jsonb) as r(id uuid, organization uuid, login text, name text, email text)
    on conflict do nothing`,
};
const POSTS: Statement = {
  name: 'fixture-posts',
  text: `insert into post (jurisdiction, id, organization, unit, role, person, valid_from)
    select $1, r.post, r.organization, r.unit, r.role, r.id, $3
    from jsonb_to_recordset($2::jsonb) as r(post uuid, organization uuid, unit uuid, role text, id uuid)
    on conflict do nothing`,
};
const FIRMS: Statement = {
  name: 'fixture-firms',
  text: `insert into firm (jurisdiction, id, credit_code, name, county, trade, size_class, private_economy)
    select $1, r.id, r."creditCode", r.name, r.county, r.trade, r.size, r."privateEconomy"
    from jsonb_to_recordset($2::jsonb) as r(id uuid, "creditCode" text, name text, county text, trade text, size text,
      "privateEconomy" boolean)
    on conflict do nothing`,
};
const LISTINGS: Statement = {
  name: 'fixture-listings',
  text: `insert into firm_listing (jurisdiction, firm, list, valid_from, source)
    select $1, r.id, l.list, $3, '演示数据'
    from jsonb_to_recordset($2::jsonb) as r(id uuid, listings jsonb), jsonb_array_elements_text(r.listings) as l(list)
    on conflict do nothing`,
};
const EXPOSURES: Statement = {
  name: 'fixture-exposures',
  text: `insert into exposure (jurisdiction, id, firm, bank, limit_fen, balance_fen, source, as_of)
    select $1, e.id, r.id, e.bank, e."limit", e.balance, '银行报送（演示）', $3
    from jsonb_to_recordset($2::jsonb) as r(id uuid, lenders jsonb),
      jsonb_to_recordset(r.lenders) as e(id uuid, bank uuid, "limit" bigint, balance bigint)
    on conflict do nothing`,
};
const GUARANTEES: Statement = {
  name: 'fixture-guarantees',
  text: `insert into guarantee_link (jurisdiction, id, guarantor, debtor, amount_fen, source, as_of)
    select $1, r.id, r.guarantor, r.debtor, r.amount, '征信报告（演示）', $3
    from jsonb_to_recordset($2::jsonb) as r(id uuid, guarantor uuid, debtor uuid, amount bigint)
    on conflict do nothing`,
};
