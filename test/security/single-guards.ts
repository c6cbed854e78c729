import { ask, type Callers, type Field, fieldsOf } from './matrix.js';
import type { OpenedNode } from './opened-node.js';
import type { Operation } from './operations.js';
import { REFUSED, type Things, WHO } from './who.js';

/** Not in the matrix: it never ends, and the document does not describe itself. */
const OUTSIDE = ['GET /events/stream', 'GET /openapi.json'];
/** Who holds which role, as the server names it. */
export const ROLE_OF: Readonly<Record<string, string>> = {
  maker: 'bank.maker',
  checker: 'bank.checker',
  delegate: 'bank.delegate',
  bankAdmin: 'bank.admin',
  financeReviewer: 'finance.reviewer',
  financeLeader: 'finance.leader',
  industryReviewer: 'industry.reviewer',
  industryLeader: 'industry.leader',
  county: 'county.coordinator',
  helper: 'helper.officer',
  regulator: 'regulator.observer',
  pboc: 'pboc.observer',
  systemAdmin: 'system.admin',
  securityAdmin: 'security.admin',
  auditAdmin: 'audit.admin',
  preparing: 'bank.client',
  sending: 'bank.client',
};

export interface Tried {
  changed: number;
  /** Changes of the table that no field of the matrix notices. */
  unnoticed: string[];
}

/** What the matrix asks, and whom it asks as. */
export interface Asking {
  operations: readonly Operation[];
  callers: Callers;
  things: Things;
}

/** Opens each row to everybody, one after another. */
export async function openEach(node: OpenedNode, asking: Asking): Promise<Tried> {
  const closed = rowsOf(node).filter(([, permission]) => permission !== 'public');
  const unnoticed: string[] = [];
  for (const [route] of closed) {
    const refused = fieldsIn(asking, route).filter(({ who, expected }) => expected === REFUSED[who]);
    const seen = await node.with({ guard: 'route', key: route, value: 'public' }, () =>
      caught(asking, refused, (status, { who }) => status !== REFUSED[who]),
    );
    if (!seen) unnoticed.push(route);
  }
  return { changed: closed.length, unnoticed };
}

/** Takes each role out of each row, one after another. */
export async function closeEach(node: OpenedNode, asking: Asking): Promise<Tried> {
  const unnoticed: string[] = [];
  let changed = 0;
  for (const [route, permission] of rowsOf(node)) {
    for (const [whom, without] of narrowed(permission)) {
      changed += 1;
      const allowed = fieldsIn(asking, route).filter(
        ({ who, expected }) => whom.includes(who) && expected !== REFUSED[who],
      );
      const seen = await node.with({ guard: 'route', key: route, value: without }, () =>
        caught(asking, allowed, (status, { who }) => status === REFUSED[who]),
      );
      if (!seen) unnoticed.push(`${route} without ${whom.join(' ')}`);
    }
  }
  return { changed, unnoticed };
}

function rowsOf({ guards }: OpenedNode): [string, string | readonly string[]][] {
  return Object.entries(guards.route).filter(([route]) => !OUTSIDE.includes(route));
}

/** Whether one of these fields is answered otherwise than the matrix says, in the way that a changed row makes it. */
async function caught(
  { callers, things }: Asking,
  fields: readonly Field[],
  differs: (status: number, field: Field) => boolean,
): Promise<boolean> {
  for (const field of fields) {
    const { status } = await ask(field, callers, things);
    if (differs(status, field)) return true;
  }
  return false;
}

function fieldsIn({ operations }: Asking, route: string): Field[] {
  const name = route.replaceAll(/:(\w+)/g, '{$1}');
  const operation = operations.find((each) => each.name === name);
  return operation === undefined ? [] : fieldsOf(operation);
}

/** The row without one role, for each that is in it; a row for all is closed to them all. */
function narrowed(permission: string | readonly string[]): [string[], readonly string[]][] {
  if (typeof permission === 'string') return [[WHO, []]];
  return permission.map((role) => [
    WHO.filter((who) => ROLE_OF[who] === role),
    permission.filter((each) => each !== role),
  ]);
}
