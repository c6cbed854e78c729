import { Problem } from '../platform/problem.js';
import type { Tab } from './worklist.query.dto.js';

/** Where a page ended: the sort key of its last row and the row's id. */
export interface Place {
  key: string;
  id: string;
}

const ID = /^[0-9a-f-]{36}$/;
/** How PostgreSQL writes an instant. */
const DUE = /^(infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?)$/;
const POSITION = /^\d{1,19}$/;
/** What a sort key looks like, so that nothing else reaches the database. */
const KEYS: Readonly<Record<Tab, RegExp>> = { todo: DUE, done: POSITION, mine: ID, cc: ID, draft: ID };

/** Names the tab as well: a cursor of another list is none. */
export function cursorOf(tab: Tab, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([tab, key, id])).toString('base64url');
}

/** @throws {Problem} bad-request */
export function placeIn(tab: Tab, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [of, key, id] = parsed(cursor);
  if (
    of !== tab ||
    typeof key !== 'string' ||
    typeof id !== 'string' ||
    !KEYS[tab].test(key) ||
    !ID.test(id)
  ) {
    throw new Problem('bad-request', { detail: 'cursor 须为同一列表上一页的 nextCursor。' });
  }
  return { key, id };
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
