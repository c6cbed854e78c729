import { v7 as uuid } from 'uuid';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { sealRight } from '../seal/seal-rights.js';
import type { OrganizationWish } from './organization-rules.js';

const ADD: Statement = {
  name: 'add-organization',
  text: 'insert into organization (jurisdiction, id, key, kind, series) values ($1, $2, $3, $4, $5)',
};
const NAME: Statement = {
  name: 'name-organization',
  text: `insert into organization_name (jurisdiction, organization, name, english_name, valid_from) values ($1, $2, $3, $4, $5)`,
};
/** Documents keep the name of their date. */
const NAME_ENDS: Statement = {
  name: 'organization-name-ends',
  text: `update organization_name set valid_until = $3::date - 1
    where jurisdiction = $1 and organization = $2 and (valid_until is null or valid_until >= $3)`,
};
const ADD_UNIT: Statement = {
  name: 'add-unit',
  text: 'insert into unit (jurisdiction, id, organization, key, name) values ($1, $2, $3, $4, $5)',
};
const RENAME_UNIT: Statement = {
  name: 'rename-unit',
  text: 'update unit set name = $3 where jurisdiction = $1 and id = $2',
};
const END: Statement = {
  name: 'end-organization',
  text: 'update organization set ended_on = $3 where jurisdiction = $1 and id = $2',
};
const END_UNIT: Statement = {
  name: 'end-unit',
  text: 'update unit set ended_on = $3 where jurisdiction = $1 and id = $2',
};
/** Whoever has a post there has it up to that day. */
const END_POSTS: Statement = {
  name: 'end-posts-of-organization',
  text: `update post set valid_until = greatest(valid_from - 1, $4::date)
    where jurisdiction = $1 and organization = $2 and ($3::uuid is null or unit = $3)
      and (valid_until is null or valid_until > $4) returning id`,
};

/** Does what was proposed. Returns the organization, or the branch, that it was done to. */
export async function changeOrganization(
  tx: Transaction,
  jurisdiction: string,
  wish: OrganizationWish,
): Promise<{ organization: string; unit: string | null }> {
  const { change, key, kind, series, name, englishName, on } = wish;
  const organization = wish.organization ?? uuid();
  const at = [jurisdiction, organization];
  let { unit } = wish;
  switch (change) {
    case 'add':
      await tx.query(ADD, [...at, key, kind, series]);
      await tx.query(NAME, [...at, name, englishName, on]);
      break;
    case 'addUnit':
      unit = uuid();
      await tx.query(ADD_UNIT, [jurisdiction, unit, organization, key, name]);
      break;
    case 'rename':
      await tx.query(NAME_ENDS, [...at, on]);
      await tx.query(NAME, [...at, name, englishName, on]);
      break;
    case 'renameUnit':
      await tx.query(RENAME_UNIT, [jurisdiction, unit, name]);
      break;
    case 'end':
      await tx.query(END, [...at, on]);
      await endPosts(tx, jurisdiction, [organization, null, on]);
      break;
    case 'endUnit':
      await tx.query(END_UNIT, [jurisdiction, unit, on]);
      await endPosts(tx, jurisdiction, [organization, unit, on]);
      break;
  }
  sealRight(tx, jurisdiction, { kind: 'organization', key: organization });
  return { organization, unit };
}

async function endPosts(tx: Transaction, jurisdiction: string, at: readonly unknown[]): Promise<void> {
  const ended = await tx.query<{ id: string }>(END_POSTS, [jurisdiction, ...at]);
  sealRight(tx, jurisdiction, ...ended.map(({ id }) => ({ kind: 'post' as const, key: id })));
}
