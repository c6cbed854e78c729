import { Injectable } from '@nestjs/common';
import { addCalendarDays } from '../../workflows/calendar/civil-day.js';
import { type Fen, fenOf, formatYuan } from '../../workflows/rules/fen.js';
import type { Actor } from '../access/actor.js';
import { timeOf } from '../platform/database-time.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { FirmDto } from './firm.dto.js';
import { EXPOSURES, type ExposureRow, findFirm } from './firm-directory.js';
import type {
  CreditFiguresDto,
  FilingOnFirmDto,
  FirmExposuresDto,
  GuaranteeLinkDto,
} from './firm-exposures.dto.js';
import { type ReferenceData, referenceData } from './reference-data.js';

/** Twelve months back, so that whoever looks sees a whole year's reports. */
const YEAR_DAYS = 365;

/** A report that may still lead to an act: its cut is not yet in the figures that banks sent. */
const PENDING = `f.state in ('acknowledging', 'completing', 'reviewing', 'concluding', 'suggested', 'deferred', 'coordinating',
  'referred', 'cleared')`;

const FILINGS: Statement = {
  name: 'filings-on-firm-page',
  text: `select f.id, f.number, f.owner_org as bank, f.kind, f.amount_fen as "amountFen", f.received_on as "receivedOn",
      f.bank_date as "bankDate", f.state, ${PENDING} as pending, r.content -> 'before' as before, r.content -> 'after' as after,
      exists (select from office_mark m where m.jurisdiction = f.jurisdiction and m.filing = f.id and m.mark = 'runAlert') as run
    from filing f
    join filing_revision r on r.jurisdiction = f.jurisdiction and r.filing = f.id and r.revision = f.revision
    where f.jurisdiction = $1 and f.credit_code = $2 and f.number is not null and f.received_on >= $3
    order by f.received_at desc, f.id desc limit 1000`,
};

const GUARANTEES: Statement = {
  name: 'guarantees-of-firm',
  text: `select distinct on (o.id, g.guarantor = $2) g.amount_fen as "amountFen", g.source, g.as_of as "asOf",
      case when g.guarantor = $2 then 'debtor' else 'guarantor' end as "as",
      jsonb_build_object('id', o.id, 'creditCode', o.credit_code, 'name', o.name, 'county', o.county, 'trade', o.trade,
        'sizeClass', o.size_class) as firm
    from guarantee_link g
    join firm o on o.jurisdiction = g.jurisdiction and o.id = case when g.guarantor = $2 then g.debtor else g.guarantor end
    where g.jurisdiction = $1 and $2 in (g.guarantor, g.debtor) and g.as_of <= $3
    order by o.id, g.guarantor = $2, g.as_of desc limit 500`,
};

/** What the agreement of the committee at work shares with a member, and who the members are. */
const SHARED: Statement = {
  name: 'shared-in-committee',
  text: `select (a.content #>> '{disclosure,exposures}')::boolean as exposures, (a.content #>> '{disclosure,filings}')::boolean as filings,
      array(select o.bank from committee_member o where o.jurisdiction = c.jurisdiction and o.committee = c.id
        and o.member_from is not null and o.member_until is null) as members
    from committee c
    join committee_member m on m.jurisdiction = c.jurisdiction and m.committee = c.id and m.bank = $3
      and m.member_from is not null and m.member_until is null
    join agreement a on a.jurisdiction = c.jurisdiction and a.committee = c.id and a.number = c.agreement
    where c.jurisdiction = $1 and c.firm = $2 and c.form = 'full' and c.state = 'active'`,
};

interface Shared extends Record<string, unknown> {
  exposures: boolean;
  filings: boolean;
  members: string[];
}

interface FilingRow extends Record<string, unknown>, Omit<FilingOnFirmDto, 'amount' | 'bankName'> {
  amountFen: string;
  before: Partial<CreditFiguresDto> | null;
  after: Partial<CreditFiguresDto> | null;
  run: boolean;
}

interface GuaranteeRow extends Record<string, unknown>, Omit<GuaranteeLinkDto, 'amount'> {
  amountFen: string;
  firm: FirmDto;
}

interface Figures {
  limit: Fen;
  balance: Fen;
}

const NOTHING: Figures = { limit: 0n, balance: 0n };

/**
 * 关联授信与担保圈: what the city knows of all lenders of a firm, for those who watch over it; and what the members of its
 * committee have agreed to show each other, for a member.
 */
@Injectable()
export class FirmExposures {
  constructor(private readonly database: ScopedDatabase) {}

  /** @throws {Problem} not-found; forbidden for a bank that shares nothing with the firm's committee */
  async of(actor: Actor, id: string): Promise<FirmExposuresDto> {
    const { jurisdiction } = actor;
    const { firm, today } = await this.database.as(actor, async (tx) => {
      const { privateEconomy: _, ...seen } = await findFirm(tx, jurisdiction, id);
      return { firm: seen, today: (await timeOf(tx)).today };
    });
    if (actor.organizationKind === 'bank') return this.forMember(actor, firm, today);
    return this.database.as(actor, async (tx) => {
      const [reference, exposures, filings, guarantees] = await Promise.all([
        referenceData(tx),
        tx.query<ExposureRow>(EXPOSURES, [jurisdiction, id, today]),
        tx.query<FilingRow>(FILINGS, [jurisdiction, firm.creditCode, addCalendarDays(today, -YEAR_DAYS)]),
        tx.query<GuaranteeRow>(GUARANTEES, [jurisdiction, id, today]),
      ]);
      return page(firm, { exposures, filings, guarantees }, reference, today);
    });
  }

  /** What others have lent is not the member's own to see: the agreement says that it may, row by row. */
  private async forMember(
    { jurisdiction, organization }: Actor,
    firm: FirmDto,
    today: string,
  ): Promise<FirmExposuresDto> {
    return this.database.asSystem(async (tx) => {
      const [shared] = await tx.query<Shared>(SHARED, [jurisdiction, firm.id, organization]);
      if (shared?.exposures !== true) throw new Problem('forbidden');
      const among = <Row extends { bank: string }>(rows: readonly Row[]) =>
        rows.filter(({ bank }) => shared.members.includes(bank));
      const [reference, exposures, filings] = await Promise.all([
        referenceData(tx),
        tx.query<ExposureRow>(EXPOSURES, [jurisdiction, firm.id, today]),
        tx.query<FilingRow>(FILINGS, [jurisdiction, firm.creditCode, addCalendarDays(today, -YEAR_DAYS)]),
      ]);
      const known = { exposures: among(exposures), filings: among(filings), guarantees: [] };
      const { lenders, total, filings: told } = page(firm, known, reference, today);
      return {
        firm,
        lenders: lenders.map(({ remaining: _, ...lender }) => lender),
        total,
        ...(shared.filings ? { filings: told ?? [] } : {}),
      };
    });
  }
}

function page(
  firm: FirmDto,
  known: {
    exposures: readonly ExposureRow[];
    filings: readonly FilingRow[];
    guarantees: readonly GuaranteeRow[];
  },
  reference: ReferenceData,
  today: string,
): FirmExposuresDto {
  const pending = known.filings.filter((filing) => filing.pending);
  const lenders = known.exposures.map(({ limitFen, balanceFen, ...exposure }) => {
    const now = { limit: BigInt(limitFen), balance: BigInt(balanceFen) };
    const left = pending.filter(({ bank }) => bank === exposure.bank).reduce(without, now);
    return { exposure, now, left };
  });
  const alerted = known.filings.filter(({ run, pending: open }) => run && open);
  return {
    firm,
    lenders: lenders.map(({ exposure, now, left }) => ({
      ...exposure,
      bankName: reference.nameOn(exposure.bank, today),
      ...told(now),
      remaining: told(left),
    })),
    total: told(lenders.map(({ now }) => now).reduce(sum, NOTHING)),
    remaining: told(lenders.map(({ left }) => left).reduce(sum, NOTHING)),
    filings: known.filings.map(({ amountFen, before: _, after: __, run: ___, ...filing }) => ({
      ...filing,
      bankName: reference.nameOn(filing.bank, today),
      amount: formatYuan(BigInt(amountFen)),
    })),
    guarantees: known.guarantees.map(({ amountFen, ...link }) => ({
      ...link,
      amount: formatYuan(BigInt(amountFen)),
    })),
    runAlert: { active: alerted.length > 0, banks: new Set(alerted.map(({ bank }) => bank)).size },
  };
}

/** What limit and balance lose by the act that was filed. A figure that a bank left open loses nothing that is known. */
function without({ limit, balance }: Figures, { before, after }: FilingRow): Figures {
  return {
    limit: reduced(limit, before?.limit, after?.limit),
    balance: reduced(balance, before?.balance, after?.balance),
  };
}

function reduced(now: Fen, before: string | undefined, after: string | undefined): Fen {
  if (before === undefined || after === undefined) return now;
  const left = now - (fenOf(before) - fenOf(after));
  return left < 0n ? 0n : left;
}

function sum(one: Figures, other: Figures): Figures {
  return { limit: one.limit + other.limit, balance: one.balance + other.balance };
}

function told({ limit, balance }: Figures): CreditFiguresDto {
  return { limit: formatYuan(limit), balance: formatYuan(balance) };
}
