import type { Statement } from '../../platform/transaction.js';

/** 访问控制数据: rows that say who somebody is, what he may do, and who has to sign. */
export const RIGHT_KINDS = [
  'organization',
  'person',
  'passkey',
  'post',
  'post_grant',
  'delegation',
  'sign_off_chain',
  'sign_off_change',
  'organization_change',
  'api_key',
  'api_key_secret',
] as const;
export type RightKind = (typeof RIGHT_KINDS)[number];

/** Times as numbers: how they are written depends on the settings of a connection. */
const seconds = (column: string) => `extract(epoch from ${column})`;

/** Of each table, what a row is known by, and the columns that give or take a right. What else is in it may change freely. */
const SEALED: Readonly<Record<RightKind, { key: string; columns: readonly string[] }>> = {
  organization: { key: 'id::text', columns: ['key', 'kind', 'county', 'series', 'ended_on'] },
  person: {
    key: 'id::text',
    columns: [
      ...['organization', 'login', 'staff_no', 'password_hash', 'oidc_subject', 'disabled_for'],
      ...['password_set_at', 'initial_until', 'totp_confirmed_at', 'disabled_at'].map(seconds),
      'totp_secret is null',
    ],
  },
  passkey: {
    key: 'id::text',
    columns: ['person', 'credential_id', 'public_key', seconds('removed_at')],
  },
  post: { key: 'id::text', columns: ['organization', 'unit', 'role', 'person', 'valid_from', 'valid_until'] },
  post_grant: {
    key: 'id::text',
    columns: [
      ...['organization', 'role', 'unit', 'person', 'new_login', 'new_staff_no', 'valid_from', 'valid_until'],
      ...['post', 'ends_post', 'state', 'proposed_by', 'settled_by'],
    ],
  },
  delegation: {
    key: 'id::text',
    columns: [
      ...['organization', 'role', 'from_person', 'to_person', 'valid_from', 'valid_until'],
      seconds('revoked_at'),
    ],
  },
  sign_off_chain: { key: `organization || ' ' || act || ' ' || lane`, columns: ['posts'] },
  sign_off_change: {
    key: 'id::text',
    columns: ['organization', 'act', 'lane', 'posts', 'state', 'proposed_by', 'settled_by'],
  },
  organization_change: {
    key: 'id::text',
    columns: [
      ...['change', 'organization', 'unit', 'key', 'kind', 'series', 'name', 'from_or_until'],
      ...['state', 'proposed_by', 'settled_by'],
    ],
  },
  api_key: {
    key: 'id::text',
    columns: ['organization', 'unit', 'duty', 'addresses', 'valid_until', seconds('revoked_at')],
  },
  api_key_secret: { key: 'hash', columns: ['api_key', seconds('valid_until')] },
};

/** Rows of one kind as the text that is sealed: `$2` their keys, or null for all of them. */
export const ROWS: Readonly<Record<RightKind, Statement>> = Object.fromEntries(
  RIGHT_KINDS.map((kind) => {
    const { key, columns } = SEALED[kind];
    const text = `select ${key} as key, json_build_array(${columns.join(', ')})::text as text from ${kind}
      where jurisdiction = $1 and ($2::text[] is null or ${key} = any ($2))`;
    return [kind, { name: `rights-of-${kind}`, text }];
  }),
) as Record<RightKind, Statement>;

/** What a seal is bound to: it fits no other row. */
export function aboutRight(kind: RightKind, key: string): string {
  return `right ${kind} ${key}`;
}
