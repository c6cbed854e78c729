import { type Agreement, agreementOf } from '../../workflows/committee/agreement.js';
import type { CivilDay } from '../../workflows/process.js';
import type { CommitteeFact } from '../../workflows/resolution/resolution.facts.js';
import type { Fen } from '../../workflows/rules/fen.js';
import type { PolicyValues } from '../../workflows/rules/policy.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** A committee as its resolutions need it: who presides, who belongs to it with what claim, what was agreed. */
export interface Committee extends CommitteeFact {
  id: string;
  agreement: Agreement;
  members: readonly Member[];
}

export interface Member {
  bank: string;
  claim: Fen;
}

const OF_FIRM: Statement = {
  name: 'committee-of-firm',
  text: `select id from committee where jurisdiction = $1 and firm = $2 and form = 'full' and state = 'active'`,
};

const COMMITTEE: Statement = {
  name: 'committee-of-resolution',
  text: `select k.form = 'full' and k.state = 'active' as active, k.chair, k.vice_chairs as "viceChairs", a.content as agreement
    from committee k left join agreement a
      on a.jurisdiction = k.jurisdiction and a.committee = k.id and a.number = k.agreement
    where k.jurisdiction = $1 and k.id = $2`,
};

/** Members on a day, each with what was recorded of its claim, what it has bought and without what it has sold by then. */
export const MEMBERS_ON = `select m.bank, m.authorization_document as document,
      (coalesce(c.amount_fen, 0) + coalesce(t.fen, 0))::bigint as fen
    from committee_member m
    left join claim c on c.jurisdiction = m.jurisdiction and c.committee = m.committee and c.bank = m.bank and c.confirmed
    left join lateral (
      select sum(case when x.to_bank = m.bank then x.amount_fen else -x.amount_fen end) as fen from claim_transfer x
      where x.jurisdiction = m.jurisdiction and x.committee = m.committee and m.bank in (x.to_bank, x.from_bank)
        and x.transferred_on <= $3 and (c.claim_on is null or x.transferred_on > c.claim_on)
    ) t on true
    where m.jurisdiction = $1 and m.committee = $2 and m.member_from <= $3
      and (m.member_until is null or m.member_until > $3)`;

const MEMBERS: Statement = { name: 'members-on-day', text: `${MEMBERS_ON} order by m.bank` };

/** The firm's active committee: one at a time. */
export async function committeeOfFirm(
  tx: Transaction,
  jurisdiction: string,
  firm: string | null,
): Promise<string | undefined> {
  const [found] = firm === null ? [] : await tx.query<{ id: string }>(OF_FIRM, [jurisdiction, firm]);
  return found?.id;
}

/** As it stands on `day`. A committee that is not there has nobody. */
export async function committeeOn(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
  { day, policy }: { day: CivilDay; policy: PolicyValues },
): Promise<Committee> {
  const [[found], members] = await Promise.all([
    tx.query<CommitteeRow>(COMMITTEE, [jurisdiction, id]),
    tx.query<{ bank: string; fen: string }>(MEMBERS, [jurisdiction, id, day]),
  ]);
  return {
    id,
    active: found?.active === true,
    chair: found?.chair ?? null,
    viceChairs: found?.viceChairs ?? [],
    agreement: found?.agreement ?? agreementOf(policy),
    members: members.map(({ bank, fen }) => ({ bank, claim: BigInt(fen) })),
  };
}

export function isMember({ members }: Committee, organization: string | undefined): boolean {
  return members.some(({ bank }) => bank === organization);
}

interface CommitteeRow extends Record<string, unknown> {
  active: boolean;
  chair: string | null;
  viceChairs: string[];
  agreement: Agreement | null;
}
