import { addCalendarDays } from '../../../workflows/calendar/civil-day.js';
import type { CivilDay } from '../../../workflows/process.js';
import type { SizeClass } from '../../../workflows/rules/filing-codes.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { Statement, Transaction } from '../../platform/transaction.js';

/** What the directory knows of a firm, as far as a report on it is judged by it. */
export interface KnownFirm {
  id: string;
  name: string;
  sizeClass: SizeClass | null;
}

const FIND: Statement = {
  name: 'firm-by-credit-code',
  text: `select id, name, size_class as "sizeClass" from firm f where jurisdiction = $1 and credit_code = $2
    and (in_directory or exists (select from firm_acquaintance a where a.jurisdiction = f.jurisdiction and a.firm = f.id
      and a.organization = $3))`,
};

/**
 * Finds or notes the firm, and holds it until COMMIT: two reports on one firm are judged one after the other, so that each
 * sees what the other adds to the sum. A firm that the directory does not have is known to the banks that named it alone:
 * its turning up in a list would tell the others that somebody reported.
 */
const HOLD: Statement = {
  name: 'hold-firm',
  text: `with held as (
      insert into firm (jurisdiction, id, credit_code, name, county, in_directory) values ($1, $2, $3, $4, $5, false)
      on conflict (jurisdiction, credit_code) do update set name = firm.name
      returning jurisdiction, id, name, size_class, in_directory
    ), known as (
      insert into firm_acquaintance (jurisdiction, firm, organization)
      select jurisdiction, id, $6 from held where not in_directory
      on conflict do nothing
    )
    select id, name, size_class as "sizeClass" from held`,
};

const CONDITION: Statement = {
  name: 'firm-condition',
  text: `select
      array(select list from firm_listing l where l.jurisdiction = $1 and l.firm = $2 and l.valid_from <= $3
        and (l.valid_until is null or l.valid_until >= $3)) as lists,
      exists (select from court_acceptance c where c.jurisdiction = $1 and c.firm = $2 and c.accepted_on <= $4
        and (c.ended_on is null or c.ended_on > $4)) as "courtAccepted",
      (select s.id from standstill s where s.jurisdiction = $1 and s.firm = $2 and $5 = any (s.members)
        and s.valid_from <= $6 and s.valid_until >= $6 and (s.ended_on is null or s.ended_on > $6)
        order by s.valid_from desc limit 1) as standstill`,
};

const FILINGS: Statement = {
  name: 'filings-on-firm',
  text: `select owner_org as bank, received_on as "receivedOn", state from filing
    where jurisdiction = $1 and credit_code = $2 and number is not null and id <> $3 and received_on between $4 and $5
      and state not in ('withdrawn', 'voided', 'outOfScope')`,
};

/** The firm that a report names, as far as its bank may know it: what another bank's report noted is no answer here. */
export async function findFirm(
  tx: Transaction,
  { jurisdiction, ownerOrg }: { jurisdiction: string; ownerOrg: string },
  { firm }: FilingContent,
): Promise<KnownFirm | null> {
  if (!firm?.creditCode) return null;
  const values = [jurisdiction, firm.creditCode, ownerOrg];
  const [found] = await tx.query<KnownFirm & Record<string, unknown>>(FIND, values);
  return found ?? null;
}

/** The content has been judged to name a firm and a county of the city. */
export async function holdFirm(
  tx: Transaction,
  jurisdiction: string,
  firm: { id: string; creditCode: string; name: string; county: string; bank: string },
): Promise<KnownFirm> {
  const { id, creditCode, name, county, bank } = firm;
  const [held] = await tx.query<KnownFirm & Record<string, unknown>>(HOLD, [
    jurisdiction,
    id,
    creditCode,
    name,
    county,
    bank,
  ]);
  if (held === undefined) throw new Error('The firm was neither found nor noted.');
  return held;
}

/** Lists the firm stands on, court, and a standstill that binds the bank. */
export interface FirmCondition {
  lists: string[];
  courtAccepted: boolean;
  /** Its id, when one is in force of which the bank is a member. */
  standstill: string | null;
}

const UNKNOWN: FirmCondition = { lists: [], courtAccepted: false, standstill: null };

export async function firmCondition(
  tx: Transaction,
  firm: { jurisdiction: string; id: string | null; bank: string },
  days: { receivedOn: CivilDay; today: CivilDay; standstillOn: CivilDay },
): Promise<FirmCondition> {
  if (firm.id === null) return UNKNOWN;
  const [found] = await tx.query<FirmCondition & Record<string, unknown>>(CONDITION, [
    firm.jurisdiction,
    firm.id,
    days.receivedOn,
    days.today,
    firm.bank,
    days.standstillOn,
  ]);
  return found ?? UNKNOWN;
}

/** A report on the same firm that still stands, any bank's. */
export interface FilingOnFirm {
  bank: string;
  receivedOn: CivilDay;
  state: string;
}

/** Further apart than any observation period of working days reaches. */
const NEAR_DAYS = 120;

export async function filingsNear(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
  creditCode: string,
  receivedOn: CivilDay,
): Promise<FilingOnFirm[]> {
  return tx.query<FilingOnFirm & Record<string, unknown>>(FILINGS, [
    jurisdiction,
    creditCode,
    id,
    addCalendarDays(receivedOn, -NEAR_DAYS),
    addCalendarDays(receivedOn, NEAR_DAYS),
  ]);
}
