import type { CivilDay, Role } from '../../../workflows/process.js';
import { referenceData } from '../../directory/reference-data.js';
import { timeOf } from '../../platform/database-time.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { AppointmentFacts, HeldPost } from './grant-rules.js';

const ACCOUNT: Statement = {
  name: 'account-to-appoint',
  text: `select p.organization, p.disabled_at is not null as "isDisabled",
      (select coalesce(json_agg(json_build_object('role', t.role, 'unit', t.unit, 'validFrom', t.valid_from,
        'validUntil', t.valid_until)), '[]') from post t where t.jurisdiction = p.jurisdiction and t.person = p.id) as posts
    from person p where p.jurisdiction = $1 and p.id = $2`,
};
const TAKEN: Statement = {
  name: 'taken-by-newcomers',
  text: `select exists (select from person where login = $2) as login,
    exists (select from person where jurisdiction = $1 and organization = $3 and staff_no = $4) as "staffNo"`,
};

interface AccountRow extends Record<string, unknown> {
  organization: string;
  isDisabled: boolean;
  posts: HeldPost[];
}

/** Who is to be appointed where: somebody who has an account, or a newcomer. */
export interface Candidate {
  organization: string | undefined;
  unit: string | null;
  person: string | null;
  newcomer: { login: string; staffNo: string | null } | undefined;
}

/** The organization of an account; undefined when there is no such account. */
export async function organizationOf(
  tx: Transaction,
  jurisdiction: string,
  person: string,
): Promise<string | undefined> {
  return (await accountOf(tx, jurisdiction, person))?.organization;
}

/** The transaction is in engine scope: whether a login is taken anywhere is nobody's to read, and has to be known. */
export async function appointmentFacts(
  tx: Transaction,
  jurisdiction: string,
  { organization, unit, person, newcomer }: Candidate,
): Promise<AppointmentFacts> {
  const staffNo = newcomer?.staffNo ?? null;
  const [{ today }, reference, account, [taken]] = await Promise.all([
    timeOf(tx),
    referenceData(tx),
    person === null ? undefined : accountOf(tx, jurisdiction, person),
    tx.query<AppointmentFacts['taken'] & Record<string, unknown>>(TAKEN, [
      ...[jurisdiction, newcomer?.login ?? null, organization ?? null, staffNo],
    ]),
  ]);
  // Nobody is appointed where nothing is done any more.
  const found = reference.organizations.find(({ id, endedOn }) => id === organization && endedOn === null);
  return {
    today,
    organizationKind: found?.kind,
    isOwnUnit:
      unit === null || found?.units.some(({ id, endedOn }) => id === unit && endedOn === null) === true,
    account: newcomer === undefined ? account : { isDisabled: false, posts: [] },
    isLoginOfOrganization:
      newcomer === undefined || found?.kind !== 'bank' || newcomer.login.startsWith(`${found.key}.`),
    taken: { login: taken?.login ?? false, staffNo: taken?.staffNo ?? false },
  };
}

async function accountOf(
  tx: Transaction,
  jurisdiction: string,
  person: string,
): Promise<AccountRow | undefined> {
  const [row] = await tx.query<AccountRow>(ACCOUNT, [jurisdiction, person]);
  return row;
}

/** A post that somebody wants to end. */
export interface EndingPost extends Record<string, unknown> {
  id: string;
  organization: string;
  role: Role;
  unit: string | null;
  person: string;
  validFrom: CivilDay;
  validUntil: CivilDay | null;
  /** Its last day is over, or it never had one. */
  isOver: boolean;
}

const POST: Statement = {
  name: 'post-to-end',
  text: `select t.id, t.organization, t.role, t.unit, t.person, t.valid_from as "validFrom", t.valid_until as "validUntil",
      coalesce(t.valid_until < greatest(t.valid_from, (wendai_now() at time zone 'Asia/Shanghai')::date), false) as "isOver"
    from post t where t.jurisdiction = $1 and t.id = $2`,
};

export async function postToEnd(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<EndingPost | undefined> {
  const [row] = await tx.query<EndingPost>(POST, [jurisdiction, id]);
  return row;
}
