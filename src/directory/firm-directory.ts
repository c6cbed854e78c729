import { Injectable } from '@nestjs/common';
import { normaliseCreditCode } from '../../workflows/rules/credit-code.js';
import { formatYuan } from '../../workflows/rules/fen.js';
import { type Actor, readerOf } from '../access/actor.js';
import { timeOf } from '../platform/database-time.js';
import { COUNT_LIMIT, PAGE_SIZE, pageOf, totalOf } from '../platform/http/page.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { ExposureDto, FirmDetailDto, FirmDto, FirmQueryDto, FirmsDto, ListingDto } from './firm.dto.js';
import { referenceData } from './reference-data.js';

const FACTS = `f.id, f.credit_code as "creditCode", f.name, f.county, f.trade, f.size_class as "sizeClass"`;
/** Codes are of one alphabet whose last letter is Y, so that a beginning is a range of the index. */
const CHOSEN = `f.jurisdiction = $1 and ($2::text is null or f.credit_code between $2 and rpad($2, 18, 'Z'))
  and ($3::text is null or position($3 in f.name) > 0) and ($4::text is null or f.county = $4)`;

const LIST: Statement = {
  name: 'list-firms',
  text: `select ${FACTS} from firm f where ${CHOSEN}
      and ($5::uuid is null or f.credit_code > (select c.credit_code from firm c where c.jurisdiction = $1 and c.id = $5))
    order by f.credit_code limit $6`,
};
const COUNT: Statement = {
  name: 'count-firms',
  text: `select count(*)::int as counted from (select from firm f where ${CHOSEN} limit ${COUNT_LIMIT}) counted`,
};
const FIND: Statement = {
  name: 'find-firm',
  text: `select ${FACTS}, f.private_economy as "privateEconomy" from firm f where f.jurisdiction = $1 and f.id = $2`,
};
const LISTINGS: Statement = {
  name: 'listings-of-firm',
  text: `select list, valid_from as "validFrom", valid_until as "validUntil", source from firm_listing
    where jurisdiction = $1 and firm = $2 and valid_from <= $3 and (valid_until is null or valid_until >= $3)
    order by list`,
};
/** The latest figure of each bank: a bank's own to itself, all to those who watch over the firm. */
export const EXPOSURES: Statement = {
  name: 'exposures-of-firm',
  text: `select distinct on (bank) bank, limit_fen as "limitFen", balance_fen as "balanceFen", guarantee, source, as_of as "asOf"
    from exposure where jurisdiction = $1 and firm = $2 and as_of <= $3 order by bank, as_of desc`,
};

export interface ExposureRow extends Record<string, unknown> {
  bank: string;
  limitFen: string;
  balanceFen: string;
  guarantee: string | null;
  source: string;
  asOf: string;
}

/** 企业名录, as far as each reader may know it: row-level security decides on rows, this on fields. */
@Injectable()
export class FirmDirectory {
  constructor(private readonly database: ScopedDatabase) {}

  async list(actor: Actor, query: FirmQueryDto): Promise<FirmsDto> {
    const { limit = PAGE_SIZE, cursor = null, creditCode, name = null, county = null } = query;
    const code = creditCode === undefined ? null : normaliseCreditCode(creditCode);
    const chosen = [actor.jurisdiction, code, name?.trim() ?? null, county];
    const [rows, counts] = await this.database.as(actor, (tx) =>
      Promise.all([
        tx.query<FirmDto & Record<string, unknown>>(LIST, [...chosen, cursor, limit + 1]),
        tx.query<{ counted: number }>(COUNT, chosen),
      ]),
    );
    return { ...pageOf(rows, limit), total: totalOf(counts[0]?.counted ?? 0) };
  }

  /** @throws {Problem} not-found, for what is not there and for what the actor may not know alike */
  async one(actor: Actor, id: string): Promise<FirmDetailDto> {
    return this.database.as(actor, async (tx) => {
      const { today } = await timeOf(tx);
      const key = [actor.jurisdiction, id];
      const [firm, listings, exposures] = await Promise.all([
        findFirm(tx, actor.jurisdiction, id),
        tx.query<ListingDto & Record<string, unknown>>(LISTINGS, [...key, today]),
        tx.query<ExposureRow>(EXPOSURES, [...key, today]),
      ]);
      const { privateEconomy, ...facts } = firm;
      const forOffices = readerOf(actor) === undefined ? {} : { privateEconomy, listings };
      return { ...facts, ...forOffices, exposures: await named(tx, exposures, today) };
    });
  }
}

/** A firm that the actor of the transaction may know. @throws {Problem} not-found */
export async function findFirm(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<FirmDto & { privateEconomy: boolean | null }> {
  const [firm] = await tx.query<FirmDto & { privateEconomy: boolean | null } & Record<string, unknown>>(
    FIND,
    [jurisdiction, id],
  );
  if (firm === undefined) throw new Problem('not-found');
  return firm;
}

async function named(
  tx: Transaction,
  exposures: readonly ExposureRow[],
  today: string,
): Promise<ExposureDto[]> {
  const reference = await referenceData(tx);
  return exposures.map(({ limitFen, balanceFen, ...exposure }) => ({
    ...exposure,
    bankName: reference.nameOn(exposure.bank, today),
    limit: formatYuan(BigInt(limitFen)),
    balance: formatYuan(BigInt(balanceFen)),
  }));
}
