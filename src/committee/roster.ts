import type { Standing } from '../../workflows/committee/committee.facts.js';
import type { CivilDay } from '../../workflows/process.js';
import { type Fen, formatYuan } from '../../workflows/rules/fen.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** One creditor of a committee with its claim: the row that facts count and pages show. */
export interface Creditor {
  bank: string;
  unit: string | null;
  invitedOn: CivilDay | null;
  willing: boolean | null;
  vote: string | null;
  signed: boolean;
  memberFrom: CivilDay | null;
  memberUntil: CivilDay | null;
  claim: Claim | null;
}

interface Claim {
  amount: Fen;
  /** The day at whose end it was that much. */
  claimOn: CivilDay;
  unit: string | null;
  confirmed: boolean;
  declaredAt: string;
}

export interface Transfer {
  from: string;
  to: string;
  amount: Fen;
  on: CivilDay;
}

/** Everybody who was named, and what has passed between them since the claims were recorded. */
export interface Roster {
  creditors: readonly Creditor[];
  transfers: readonly Transfer[];
}

const CREDITORS: Statement = {
  name: 'creditors-of-committee',
  text: `select m.bank, m.unit, m.invited_on as "invitedOn", m.willing, m.vote, m.signed_at is not null as signed,
      m.member_from as "memberFrom", m.member_until as "memberUntil", c.amount_fen as fen, c.claim_on as "claimOn",
      c.unit as "claimUnit", c.confirmed, c.declared_at as "declaredAt"
    from committee_member m left join claim c
      on c.jurisdiction = m.jurisdiction and c.committee = m.committee and c.bank = m.bank
    where m.jurisdiction = $1 and m.committee = $2 order by m.bank`,
};

const TRANSFERS: Statement = {
  name: 'transfers-of-committee',
  text: `select from_bank as "from", to_bank as "to", amount_fen as fen, transferred_on as "on" from claim_transfer
    where jurisdiction = $1 and committee = $2 order by transferred_on, id`,
};

interface CreditorRow extends Record<string, unknown> {
  bank: string;
  unit: string | null;
  invitedOn: CivilDay | null;
  willing: boolean | null;
  vote: string | null;
  signed: boolean;
  memberFrom: CivilDay | null;
  memberUntil: CivilDay | null;
  fen: string | null;
  claimOn: CivilDay | null;
  claimUnit: string | null;
  confirmed: boolean | null;
  declaredAt: Date | null;
}

export async function rosterOf(tx: Transaction, jurisdiction: string, committee: string): Promise<Roster> {
  const key = [jurisdiction, committee];
  const [creditors, transfers] = await Promise.all([
    tx.query<CreditorRow>(CREDITORS, key),
    tx.query<{ from: string; to: string; fen: string; on: CivilDay }>(TRANSFERS, key),
  ]);
  return {
    creditors: creditors.map(({ fen, claimOn, claimUnit, confirmed, declaredAt, ...creditor }) => ({
      ...creditor,
      claim:
        fen === null || claimOn === null
          ? null
          : {
              amount: BigInt(fen),
              claimOn,
              unit: claimUnit,
              confirmed: confirmed === true,
              declaredAt: declaredAt?.toISOString() ?? '',
            },
    })),
    transfers: transfers.map(({ fen, ...transfer }) => ({ ...transfer, amount: BigInt(fen) })),
  };
}

export function creditorIn({ creditors }: Roster, bank: string | undefined): Creditor | undefined {
  return creditors.find((creditor) => creditor.bank === bank);
}

export function isMember({ memberFrom, memberUntil }: Creditor): boolean {
  return memberFrom !== null && memberUntil === null;
}

export function membersIn({ creditors }: Roster): Creditor[] {
  return creditors.filter(isMember);
}

/** What a bank holds now: what was recorded, with what it has bought and without what it has sold since. */
export function claimNow({ creditors, transfers }: Roster, bank: string): Fen | null {
  const recorded = creditors.find((creditor) => creditor.bank === bank)?.claim ?? null;
  const later = transfers.filter(({ on }) => recorded === null || on > recorded.claimOn);
  const bought = later.filter(({ to }) => to === bank);
  if (recorded === null && bought.length === 0) return null;
  const sold = later.filter(({ from }) => from === bank);
  return (recorded?.amount ?? 0n) + sumOf(bought) - sumOf(sold);
}

/** How an organization stands to the committee; an office has no part in it. */
export function standingOf(roster: Roster, bank: string | undefined): Standing {
  const creditor = creditorIn(roster, bank);
  if (creditor === undefined || bank === undefined) return STRANGER;
  const claim = claimNow(roster, bank);
  return {
    invited: creditor.invitedOn !== null,
    claim: claim === null ? null : formatYuan(claim),
    confirmed: creditor.claim?.confirmed === true,
    signed: creditor.signed,
    member: isMember(creditor),
  };
}

const STRANGER: Standing = { invited: false, claim: null, confirmed: false, signed: false, member: false };

function sumOf(transfers: readonly Transfer[]): Fen {
  return transfers.reduce((sum, { amount }) => sum + amount, 0n);
}
