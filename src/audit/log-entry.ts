import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Audience, EventActor } from '../../workflows/process.js';

/**
 * What the log proves. `body` is the exact text that is hashed: ids, types, times and states in the clear, every figure
 * and text as a salted commitment. The values lie beside it and may be erased after their term; the proof survives them.
 */
export interface SealedEntry {
  body: string;
  /** Opens the commitments of this entry, one by one: each value has a salt of its own, derived from this one. */
  salt: string;
  /** Canonical JSON of the committed values by name. */
  values: string;
}

/** `directory` is what somebody has put on record beside a case, such as an act declared by a bank. */
export const LOG_KINDS = [
  'transition',
  'access',
  'refusal',
  'read',
  'grant',
  'configuration',
  'directory',
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** The part of an entry that everybody who holds a proof may read. */
export interface EntryHeader {
  id: string;
  jurisdiction: string;
  kind: LogKind;
  type: string;
  at: string;
  actor: EventActor | { kind: 'anonymous' };
  audience: Audience | 'audit';
  office?: string;
  case?: { id: string; process: string; version: number; definition: string; seq: number; owner: string };
  /** The case that an entry speaks of without moving it. */
  about?: { id: string; process: string; owner: string };
  from?: string;
  to?: string;
  contentHash?: string;
}

const ENTRY_FORMAT = 1;

/** What a voucher for an entry is about: the sequencer takes no entry into the tree that the server has not written. */
export const ABOUT_ENTRY = 'log entry';

export function sealEntry(header: EntryHeader, values: Record<string, unknown>): SealedEntry {
  const salt = randomBytes(32).toString('base64url');
  const commitments: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) commitments[name] = commitment(salt, name, value);
  }
  return {
    body: canonical({ format: ENTRY_FORMAT, ...header, commitments }),
    salt,
    values: canonical(values),
  };
}

/** The names of values that do not agree with the entry; none means that all of them are what was committed to. */
export function valuesThatDiffer(entry: SealedEntry): string[] {
  const { commitments } = JSON.parse(entry.body) as { commitments: Record<string, string> };
  const values = JSON.parse(entry.values) as Record<string, unknown>;
  const names = new Set([...Object.keys(commitments), ...Object.keys(values)]);
  return [...names].filter((name) => {
    const committed = commitments[name];
    const value = values[name];
    if (committed === undefined || value === undefined) return true;
    return !timingSafeEqual(Buffer.from(committed), Buffer.from(commitment(entry.salt, name, value)));
  });
}

/** The text over which hashes are taken (RFC 8785): the same value gives the same text, whoever writes it. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no canonical form.');
  return text;
}

/** SHA-256 in hexadecimal of a canonical text. */
export function contentHash(value: unknown): string {
  return hash('sha256', canonical(value), 'hex');
}

function commitment(salt: string, name: string, value: unknown): string {
  const own = createHmac('sha256', salt).update(name).digest('base64url');
  return hash('sha256', `${own}\n${canonical(value)}`, 'base64url');
}
