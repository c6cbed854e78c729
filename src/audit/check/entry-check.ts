import { type EntryHeader, valuesThatDiffer } from '../log-entry.js';
import { leafHash } from '../tree/merkle-tree.js';
import type { Finding } from './finding.js';

/** A leaf, with the entry and the values that it should be about. */
export interface LeafRow extends Record<string, unknown> {
  index: string;
  entry: string;
  month: string;
  hash: Buffer;
  /** Null, with all the columns below, when there is no such entry. */
  body: string | null;
  jurisdiction: string | null;
  kind: string | null;
  type: string | null;
  case: string | null;
  seq: number | null;
  owner: string | null;
  audience: string | null;
  /** Microseconds since 1970: a Date would lose some. */
  at: string | null;
  person: string | null;
  organization: string | null;
  salt: string | null;
  values: string | null;
  valueCase: string | null;
  valueOwner: string | null;
  valueAudience: string | null;
}

const MICROS = 1000n;

/** What of one entry does not agree with its leaf, its body or its commitments. */
export function differencesOf(row: LeafRow, wasPurged: boolean): Finding[] {
  const index = Number(row.index);
  const about = { index, row: row.entry };
  const { body } = row;
  if (body === null) return wasPurged ? [] : [{ kind: 'entry-missing', ...about }];
  if (!leafHash(body).equals(row.hash)) return [{ kind: 'entry-differs', ...about, field: 'body' }];
  return [
    ...columnsThatDiffer(row, body).map((field): Finding => ({ kind: 'entry-differs', ...about, field })),
    ...valuesOf(row, body, wasPurged).map((finding): Finding => ({ ...finding, ...about })),
  ];
}

/** Columns are copies of what the body says, for looking things up. */
function columnsThatDiffer(row: LeafRow, body: string): string[] {
  const said = JSON.parse(body) as EntryHeader;
  const { person = null, organization = null } = said.actor.kind === 'anonymous' ? {} : said.actor;
  const about = said.case ?? said.about;
  const month = `${said.at.slice(0, 'YYYY-MM'.length)}-01`;
  const pairs: Record<string, [unknown, unknown]> = {
    id: [row.entry, said.id],
    occurred_month: [row.month, month],
    jurisdiction: [row.jurisdiction, said.jurisdiction],
    kind: [row.kind, said.kind],
    type: [row.type, said.type],
    case_id: [row.case, about?.id ?? null],
    seq: [row.seq, said.case?.seq ?? null],
    owner_org: [row.owner, about?.owner ?? null],
    audience: [row.audience, said.audience],
    at: [row.at, String(BigInt(Date.parse(said.at)) * MICROS)],
    actor_person: [row.person, person],
    actor_organization: [row.organization, organization],
  };
  return Object.entries(pairs)
    .filter(([, [column, own]]) => column !== own)
    .map(([name]) => name);
}

function valuesOf(row: LeafRow, body: string, wasPurged: boolean): Pick<Finding, 'kind' | 'field'>[] {
  const { salt, values } = row;
  if (salt === null || values === null) return wasPurged ? [] : [{ kind: 'value-missing' }];
  const copies = {
    case_id: [row.valueCase, row.case],
    owner_org: [row.valueOwner, row.owner],
    audience: [row.valueAudience, row.audience],
  };
  const columns = Object.entries(copies).filter(([, [own, entry]]) => own !== entry);
  return [
    ...columns.map(([field]) => ({ kind: 'value-differs' as const, field })),
    ...differingValues({ body, salt, values }).map((field) => ({ kind: 'value-differs' as const, field })),
  ];
}

/** Whoever has changed the values may have left no JSON. */
function differingValues(sealed: { body: string; salt: string; values: string }): string[] {
  try {
    return valuesThatDiffer(sealed);
  } catch {
    return ['values'];
  }
}
