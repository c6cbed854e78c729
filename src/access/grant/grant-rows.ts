import type { CivilDay, Role } from '../../../workflows/process.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { sealRight } from '../seal/seal-rights.js';
import type { GrantDto } from './grant.dto.js';

/** A grant as its statements read it. */
export interface StoredGrant {
  id: string;
  organization: string;
  role: Role;
  unit: string | null;
  person: string | null;
  newLogin: string | null;
  newName: string | null;
  newEmail: string | null;
  newStaffNo: string | null;
  validFrom: CivilDay | null;
  validUntil: CivilDay | null;
  post: string | null;
  endsPost: boolean;
  reason: string;
  state: GrantDto['state'];
  proposedBy: string;
}

const SHOWN = `g.id, case when g.ends_post then 'revoke' else 'appoint' end as kind, g.state,
    json_build_object('id', g.organization, 'name', coalesce(n.name, o.key)) as organization, g.role,
    case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as unit,
    case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as person,
    case when g.new_login is null then null
      else json_build_object('login', g.new_login, 'name', g.new_name, 'staffNo', g.new_staff_no) end as "newPerson",
    g.valid_from as "validFrom", g.valid_until as "validUntil", g.reason,
    json_build_object('id', b.id, 'name', b.name) as "proposedBy", g.proposed_at as "proposedAt",
    case when s.id is null then null else json_build_object('id', s.id, 'name', s.name) end as "settledBy",
    g.settled_at as "settledAt"
  from post_grant g
  join organization o on o.jurisdiction = g.jurisdiction and o.id = g.organization
  left join lateral (select name from organization_name n where n.jurisdiction = g.jurisdiction and n.organization = g.organization
    order by n.valid_from desc limit 1) n on true
  left join unit u on u.jurisdiction = g.jurisdiction and u.id = g.unit
  left join person p on p.jurisdiction = g.jurisdiction and p.id = g.person
  join person b on b.jurisdiction = g.jurisdiction and b.id = g.proposed_by
  left join person s on s.jurisdiction = g.jurisdiction and s.id = g.settled_by`;
const CHOSEN = `g.jurisdiction = $1 and ($2::uuid is null or g.organization = $2) and ($3::text is null or g.state = $3)`;

export const LIST_GRANTS: Statement = {
  name: 'list-grants',
  text: `select ${SHOWN} where ${CHOSEN} and ($4::uuid is null or g.id < $4) order by g.id desc limit $5`,
};
export const COUNT_GRANTS: Statement = {
  name: 'count-grants',
  text: `select count(*)::int as counted from (select from post_grant g where ${CHOSEN} limit $4) counted`,
};
const FIND: Statement = {
  name: 'find-grant',
  text: `select ${SHOWN} where g.jurisdiction = $1 and g.id = $2`,
};
const HOLD: Statement = {
  name: 'hold-grant',
  text: `select id, organization, role, unit, person, new_login as "newLogin", new_name as "newName", new_email as "newEmail",
      new_staff_no as "newStaffNo", valid_from as "validFrom", valid_until as "validUntil", post, ends_post as "endsPost", reason,
      state, proposed_by as "proposedBy"
    from post_grant where jurisdiction = $1 and id = $2 for update`,
};
const PROPOSE: Statement = {
  name: 'propose-grant',
  text: `insert into post_grant (jurisdiction, id, organization, role, unit, person, new_login, new_name, new_email, new_staff_no,
      valid_from, valid_until, post, ends_post, reason, proposed_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
};
/** The address has moved to the account, or is nobody's. */
const SETTLE: Statement = {
  name: 'settle-grant',
  text: `update post_grant set state = $3, settled_by = $4, settled_at = wendai_now(), new_email = null, person = $5, post = $6
    where jurisdiction = $1 and id = $2`,
};

export type GrantRow = Record<string, unknown> &
  Omit<GrantDto, 'proposedAt' | 'settledAt'> & { proposedAt: Date; settledAt: Date | null };

export async function findGrant(tx: Transaction, jurisdiction: string, id: string): Promise<GrantDto> {
  const [row] = await tx.query<GrantRow>(FIND, [jurisdiction, id]);
  if (row === undefined) throw new Error('The grant that was just written is gone.');
  return shownGrant(row);
}

/** Held until the transaction ends: a grant is settled once. */
export async function holdGrant(
  tx: Transaction,
  jurisdiction: string,
  id: string,
): Promise<StoredGrant | undefined> {
  const [row] = await tx.query<StoredGrant & Record<string, unknown>>(HOLD, [jurisdiction, id]);
  return row;
}

export async function writeGrant(
  tx: Transaction,
  jurisdiction: string,
  grant: Omit<StoredGrant, 'state'>,
): Promise<void> {
  const { id, organization, role, unit, person, newLogin, newName, newEmail, newStaffNo } = grant;
  const { validFrom, validUntil, post, endsPost, reason, proposedBy } = grant;
  await tx.query(PROPOSE, [
    ...[jurisdiction, id, organization, role, unit, person, newLogin, newName, newEmail, newStaffNo],
    ...[validFrom, validUntil, post, endsPost, reason, proposedBy],
  ]);
  sealRight(tx, jurisdiction, { kind: 'post_grant', key: id });
}

export async function settleGrant(
  tx: Transaction,
  jurisdiction: string,
  {
    grant,
    by,
    state,
    person,
    post,
  }: {
    grant: string;
    by: string | undefined;
    state: 'executed' | 'withdrawn';
    person: string | null;
    post: string | null;
  },
): Promise<void> {
  await tx.query(SETTLE, [jurisdiction, grant, state, by, person, post]);
  sealRight(tx, jurisdiction, { kind: 'post_grant', key: grant });
}

export function shownGrant({ proposedAt, settledAt, ...row }: GrantRow): GrantDto {
  return {
    ...row,
    proposedAt: shanghai(proposedAt),
    settledAt: settledAt === null ? null : shanghai(settledAt),
  };
}
