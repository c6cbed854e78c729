import { Injectable } from '@nestjs/common';
import type { ProcessName } from '../../workflows/process.js';
import { normaliseCreditCode } from '../../workflows/rules/credit-code.js';
import type { Actor } from '../access/actor.js';
import { CaseDescriptions } from '../cases/case-descriptions.js';
import { timeOf } from '../platform/database-time.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { numbersMeant } from './number-wish.js';
import type { SearchHitDto, SearchHitsDto } from './search.dto.js';

const MOST_FIRMS = 6;
const MOST_FILINGS = 8;
const MOST_CASES = 6;
/** Of firms whose cases are looked for. */
const MOST_CODES = 20;
const CITY_WORD = '泉贷报';
const CITY_LETTERS = 'QZ-';
/** What a credit code or its beginning may look like: at least two of its signs. */
const CODE_LIKE = /^[0-9A-HJ-NP-RTUWXY]{2,18}$/;

const FIRMS: Statement = {
  name: 'search-firms',
  text: `select id, credit_code as "creditCode", name, county from firm
    where jurisdiction = $1 and (credit_code between $2 and rpad($2, 18, 'Z') or position($3 in name) > 0)
    order by name limit ${MOST_CODES}`,
};
/** Each half by its own index; the newest of either are no more than a page. */
const FILINGS: Statement = {
  name: 'search-filings',
  text: `with numbered as materialized (
      select id from filing where jurisdiction = $1 and (number = any($2::text[]) or machine_number = any($3::text[]))
    ), of_firm as materialized (
      select id from filing where jurisdiction = $1 and credit_code = any($4::text[]) and number is not null
    )
    select f.id, f.number, f.state, f.firm_name as "firmName", f.credit_code as "creditCode"
    from filing f join (select id from numbered union select id from of_firm) found on found.id = f.id
    where f.jurisdiction = $1 order by f.id in (select id from numbered) desc, f.id desc limit ${MOST_FILINGS}`,
};
const CASES: Statement = {
  name: 'search-cases',
  text: `select c.id, c.process, c.state, f.name as "firmName", f.credit_code as "creditCode"
    from process_case c join firm f on f.jurisdiction = c.jurisdiction and f.id = c.firm
    where c.jurisdiction = $1 and c.firm = any($2::uuid[]) and c.process <> 'filing' and c.status = 'active'
      and ($3 or c.process <> 'coordination')
    order by c.id desc limit ${MOST_CASES}`,
};

interface FirmRow extends Record<string, unknown> {
  id: string;
  creditCode: string;
  name: string;
  county: string;
}

/** What the statements tell of any case. */
interface Found {
  id: string;
  state: string;
  firmName: string;
  creditCode: string;
}
type CaseRow = Record<string, unknown> & Found & { process: ProcessName };
type FilingRow = Record<string, unknown> & Found & { number: string | null };

/** 查找: numbers, firms and what is going on about them, as far as each reader may know. */
@Injectable()
export class Search {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly descriptions: CaseDescriptions,
  ) {}

  async hits(actor: Actor, typed: string): Promise<SearchHitsDto> {
    const wish = typed.trim();
    return this.database.as(actor, async (tx) => {
      const { jurisdiction } = actor;
      const [{ today }, firms] = await Promise.all([timeOf(tx), firmsMeant(tx, jurisdiction, wish)]);
      const { numbers, machineNumbers } = numbersMeant(wish, Number(today.slice(0, 4)));
      const [filings, cases] = await Promise.all([
        tx.query<FilingRow>(FILINGS, [
          jurisdiction,
          numbers.map((number) => `${CITY_WORD}${number}`),
          machineNumbers.map((number) => `${CITY_LETTERS}${number}`),
          firms.map(({ creditCode }) => creditCode),
        ]),
        // A coordination as a whole is for offices; a bank comes to it by its own report.
        tx.query<CaseRow>(CASES, [
          jurisdiction,
          firms.map(({ id }) => id),
          actor.organizationKind !== 'bank',
        ]),
      ]);
      return {
        items: [
          ...filings.map((row) => this.hitOf('filing', row, row.number)),
          ...firms.slice(0, MOST_FIRMS).map(firmHit),
          ...cases.map((row) => this.hitOf(row.process, row, null)),
        ],
      };
    });
  }

  private hitOf(
    process: ProcessName,
    { id, state, firmName, creditCode }: Found,
    number: string | null,
  ): SearchHitDto {
    const title = number ?? firmName;
    return {
      kind: process,
      id,
      title,
      detail: [...(title === firmName ? [] : [firmName]), creditCode].join(' · '),
      stateLabel: this.descriptions.of(process).stateLabel(state),
    };
  }
}

function firmHit({ id, name, creditCode }: FirmRow): SearchHitDto {
  return { kind: 'firm', id, title: name, detail: creditCode, stateLabel: null };
}

async function firmsMeant(tx: Transaction, jurisdiction: string, wish: string): Promise<FirmRow[]> {
  const code = normaliseCreditCode(wish);
  // What cannot begin a code is looked for among names alone: no code is smaller than nothing.
  return tx.query<FirmRow>(FIRMS, [jurisdiction, CODE_LIKE.test(code) ? code : null, wish]);
}
