import type { Statement } from '../platform/transaction.js';

/** So many files belong to one filing at most. */
export const MAX_ATTACHMENTS = 50;

/** What is known of a file: nothing was looked for, it waits to be looked at, it is clean, or something was found in it. */
export const SAFETIES = ['off', 'waiting', 'clean', 'infected'] as const;
export type Safety = (typeof SAFETIES)[number];

/** The case as far as adding to it is concerned. Read twice: before anything is received, and again under the lock. */
export interface AddressedCase extends Record<string, unknown> {
  ownerOrg: string;
  ownerUnit: string | null;
  version: number;
  value: unknown;
  status: 'active' | 'done';
  context: { revision: number };
  hasOpenRevision: boolean;
}

const CASE = `select c.owner_org as "ownerOrg", c.owner_unit as "ownerUnit", c.version, c.value, c.status, c.context,
    exists (select from filing_revision r where r.jurisdiction = c.jurisdiction and r.filing = c.id and r.revision > 1
      and r.sealed_at is null) as "hasOpenRevision"
  from process_case c where c.jurisdiction = $1 and c.id = $2 and c.process = 'filing'`;

export const CASE_OF_ATTACHMENT: Statement = { name: 'case-of-attachment', text: CASE };
/** While it is held, no event moves the case: what may be added to it does not change. */
export const HOLD_CASE: Statement = { name: 'hold-case-of-attachment', text: `${CASE} for share of c` };

export interface AttachmentRow extends Record<string, unknown> {
  id: string;
  ownerOrg: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  addedAt: Date;
  safety: Safety;
}

const COLUMNS = `id, owner_org as "ownerOrg", name, media_type as "mediaType", size, sha256, added_at as "addedAt", safety`;

export const ATTACHMENTS: Statement = {
  name: 'attachments-of-filing',
  text: `select ${COLUMNS} from attachment where jurisdiction = $1 and filing = $2 order by id limit ${MAX_ATTACHMENTS}`,
};

export const ATTACHMENT: Statement = {
  name: 'attachment-by-hash',
  text: `select ${COLUMNS} from attachment where jurisdiction = $1 and filing = $2 and sha256 = $3`,
};

export const COUNT_ATTACHMENTS: Statement = {
  name: 'count-attachments',
  text: 'select count(*)::int as count from attachment where jurisdiction = $1 and filing = $2',
};

/** The same content is attached once; whoever sends it again finds what is there. */
export const ADD_ATTACHMENT: Statement = {
  name: 'add-attachment',
  text: `insert into attachment (jurisdiction, id, filing, owner_org, owner_unit, name, media_type, size, sha256, added_by, safety)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (jurisdiction, filing, sha256) do nothing returning ${COLUMNS}`,
};
