import type { Statement, Transaction } from '../platform/transaction.js';

/** The committee at work on a firm, for a bank that is its member: what other features may ask of it. */
export interface MembersCommittee {
  id: string;
  /** Draft, notice, vote and one extension, as its agreement has them. */
  workingDays: number;
  chairToldAtOnce: boolean;
  chair: string | null;
  viceChairs: string[];
}

/** Of a bank that is no member nothing is told to the committee: it would show a competitor what that bank is about to do. */
const ACTIVE: Statement = {
  name: 'active-committee-of-member',
  text: `select c.id, c.working_days as "workingDays", c.chair_told_at_once as "chairToldAtOnce", c.chair, c.vice_chairs as "viceChairs"
    from committee c join committee_member m on m.jurisdiction = c.jurisdiction and m.committee = c.id and m.bank = $3
      and m.member_from is not null and m.member_until is null
    where c.jurisdiction = $1 and c.firm = $2 and c.form = 'full' and c.state = 'active'`,
};

export async function activeCommittee(
  tx: Transaction,
  { jurisdiction, firm, bank }: { jurisdiction: string; firm: string | null; bank: string },
): Promise<MembersCommittee | null> {
  if (firm === null) return null;
  const values = [jurisdiction, firm, bank];
  const [found] = await tx.query<MembersCommittee & Record<string, unknown>>(ACTIVE, values);
  return found ?? null;
}

/** Who speaks for the committee about a report of `bank`: its chair, and a vice chair about the chair's own (主席单位回避). */
export function chairFor({ chair, viceChairs }: MembersCommittee, bank: string): string | undefined {
  return [chair, ...viceChairs].find(
    (organization): organization is string => organization !== null && organization !== bank,
  );
}
