import type { CivilDay, Role } from '../../workflows/process.js';
import type { Statement, Transaction } from '../platform/transaction.js';

const IN_FORCE = 'p.valid_from <= $4 and (p.valid_until is null or p.valid_until >= $4)';
const ABLE =
  'not exists (select from person n where n.jurisdiction = p.jurisdiction and n.id = p.person and n.disabled_at is not null)';

const HOLDER: Statement = {
  name: 'post-holder',
  text: `select exists (select from post p where p.jurisdiction = $1 and p.organization = $2 and p.role = $3 and ${IN_FORCE}
    and ${ABLE}) as held`,
};

/** Whether anybody holds a post at an organization on a day: what is given to it reaches a person. */
export async function holdsPost(
  tx: Transaction,
  jurisdiction: string,
  { organization, role }: { organization: string; role: Role },
  day: CivilDay,
): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>(HOLDER, [jurisdiction, organization, role, day]);
  return row?.held === true;
}

const POSTS: Statement = {
  name: 'posts-of-person',
  text: `select distinct p.role, p.organization from post p where p.jurisdiction = $1 and p.person = $2
    and p.role = any ($3::text[]) and ${IN_FORCE} and ${ABLE}`,
};

/** Those of `among` that a person holds on a day, and where. */
export async function postsOf(
  tx: Transaction,
  jurisdiction: string,
  person: string,
  among: readonly Role[],
  day: CivilDay,
): Promise<{ role: Role; organization: string }[]> {
  return tx.query<{ role: Role; organization: string }>(POSTS, [jurisdiction, person, among, day]);
}
