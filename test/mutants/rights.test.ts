import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENT_RIGHTS } from '../security/event-rights.js';
import { type EventField, eventFields, isForbidden, showToAll } from '../security/events-by-role.js';
import { type Callers, everyCaller } from '../security/matrix.js';
import { OpenedNode } from '../security/opened-node.js';
import { contract, type Operation } from '../security/operations.js';
import { mustProve, unproven, unprovenFields } from '../security/proven-again.js';
import { ROLE_OF } from '../security/single-guards.js';
import { twoBanks } from '../security/things.js';
import { everyoneIn, type Things } from '../security/who.js';
import { setClock } from '../support/clock.js';

const TODAY = '2026-06-10';

jest.setTimeout(900_000);
let operations: readonly Operation[];
let callers: Callers;
let things: Things;
let node: OpenedNode;

beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  operations = (await contract()).operations;
  things = await twoBanks(TODAY);
  await showToAll(things['inquiries id']?.('own', '') ?? '', things['supports id']?.('own', '') ?? '');
  node = await OpenedNode.start();
  const known = Object.entries(await everyCaller());
  callers = Object.fromEntries(known.map(([who, caller]) => [who, caller.at(node.url)]));
});
afterAll(() => node.stop());

describe('who may send which event', () => {
  it('is noticed to be one more or one fewer, for each event and role', async () => {
    const unnoticed: string[] = [];
    const fields = eventFields(operations);
    let changed = 0;

    for (const field of fields) {
      const { operation, type, who, may } = field;
      const key = keyOf(field);
      const roles = rolesFor(key);
      const role = ROLE_OF[who] ?? '';
      const value = may ? roles.filter((each) => each !== role) : [...roles, role];
      // Its role is there already, and what keeps it away is its duty; or that the bank's own word is its bank's alone.
      if (!may && (roles.includes(role) || isSaidTwice(field))) continue;
      changed += 1;
      const forbidden = await node.with({ guard: 'event', key, value }, () =>
        isForbidden(field, { callers, things }),
      );
      if (forbidden !== may) unnoticed.push(`${operation.name} ${type} ${who}`);
    }

    process.stderr.write(`${String(changed)} rights of events changed\n`);
    expect(unnoticed).toEqual([]);
  });
});

describe('what is for those who have shown lately who they are', () => {
  it('is noticed to be open to others, for each operation and event', async () => {
    const fields = unprovenFields(operations).filter(({ needsProof }) => needsProof);

    const unnoticed = await unproven(async () => {
      const still: string[] = [];
      for (const field of fields) {
        const { operation, type } = field;
        const [guard, key] =
          type === undefined
            ? (['stepUpRoute', operation.name.replaceAll(/\{(\w+)\}/g, ':$1')] as const)
            : (['stepUpEvent', type] as const);
        const asked = await node.with({ guard, key, value: false }, () =>
          mustProve(field, { callers, things }),
        );
        if (asked) still.push(`${operation.name} ${type ?? ''}`);
      }
      return still;
    });

    process.stderr.write(`${String(fields.length)} proofs taken away\n`);
    expect(unnoticed).toEqual([]);
  });
});

/** Who is not of the bank is refused for that too, whatever its role. */
function isSaidTwice({ operation, type, who }: EventField): boolean {
  // A key that prepares sends what is prepared, whatever its role gains; that it gains it, the key that sends shows.
  if (who === 'preparing') return true;
  const bank = everyoneIn('bank delegate');
  const named = everyoneIn(EVENT_RIGHTS[operation.name]?.[type] ?? '');
  return named.every((each) => bank.includes(each)) && !bank.includes(who) && isOfOneBank(operation.name);
}

function isOfOneBank(operation: string): boolean {
  return operation === 'POST /filings/{id}/events' || operation === 'POST /inquiries/{id}/events';
}

/** A bank says its part of a coordination by its filing. */
function keyOf({ operation, type }: EventField): string {
  const names: Readonly<Record<string, string>> = {
    'POST /filings/{id}/coordination/events': 'coordination',
    'POST /filings/{id}/events': 'filing',
    'POST /coordinations/{id}/events': 'coordination',
    'POST /supports/{id}/events': 'support',
    'POST /committees/{id}/events': 'committee',
    'POST /resolutions/{id}/events': 'resolution',
    'POST /inquiries/{id}/events': 'inquiry',
  };
  return `${names[operation.name] ?? ''} ${type}`;
}

function rolesFor(key: string): readonly string[] {
  const [process = '', type = ''] = key.split(' ');
  return node.guards.event[process]?.[type] ?? [];
}
