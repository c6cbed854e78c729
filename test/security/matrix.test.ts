import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inParallel } from '../support/at-once.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { everyCaseReplays } from '../support/replay.js';
import { observable } from './caller.js';
import { EVENT_RIGHTS, PROVEN_EVENTS, PROVEN_OPERATIONS } from './event-rights.js';
import { eventFields, eventsIn, isForbidden, showToAll } from './events-by-role.js';
import { aFirmAlone, lastActs } from './last-acts.js';
import { forgetReadings, LEAVES, READINGS, readings, tracesOf } from './left-in-the-log.js';
import { ask, askAll, type Callers, everyCaller, type Field, fieldsOf, RIGHTS } from './matrix.js';
import { OpenedNode } from './opened-node.js';
import { contract, type Operation } from './operations.js';
import { mustProve, unproven, unprovenFields } from './proven-again.js';
import { closeEach, openEach } from './single-guards.js';
import { twoBanks } from './things.js';
import { REFUSED, type Things, WHO } from './who.js';

const TODAY = '2026-06-10';
/** Read by test/events: it never ends. */
const AT_ONCE = 6;
const OUTSIDE = ['GET /events/stream'];

jest.setTimeout(180_000);
let operations: readonly Operation[];
let callers: Callers;
let things: Things;

beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  operations = (await contract()).operations.filter(({ name }) => !OUTSIDE.includes(name));
  things = await twoBanks(TODAY);
  callers = await everyCaller();
});
afterAll(everyCaseReplays);

describe('every operation × every role × own, foreign, discarded, missing', () => {
  it('stands in the table that is written by hand, and nothing else does', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(RIGHTS).sort());
  });

  it('answers as the table says', async () => {
    // Refusals first: what somebody then settles is settled for the others, and they would hear that instead.
    const isRefused = ({ who, expected }: Field) => expected === REFUSED[who];
    const all = operations.flatMap(fieldsOf);
    // Then who succeeds, and whoever comes too late after them.
    const succeeds = ({ expected }: Field) => expected < 400;
    const rounds = [
      all.filter(isRefused),
      all.filter((field) => !isRefused(field) && succeeds(field)),
      all.filter((field) => !isRefused(field) && !succeeds(field)),
    ];
    const fields = rounds.flat();

    const replies: Awaited<ReturnType<typeof askAll>> = [];
    for (const round of rounds) replies.push(...(await askAll(round, callers, things)));

    const different = fields.flatMap(({ operation, holding, who, expected }, index) => {
      const { status, text } = replies[index] ?? { status: 0, text: '' };
      return status === expected
        ? []
        : [
            `${operation.name} ${holding} ${who}: ${String(status)}, not ${String(expected)} ${status >= 400 ? text.slice(0, 160) : ''}`,
          ];
    });
    expect(different).toEqual([]);
    expect(fields.length).toBeGreaterThan(5_000);
  });

  it('foreign and missing are equal to the byte', async () => {
    const pairs = operations
      .flatMap(fieldsOf)
      .filter(
        ({ holding, expected }) => (holding === 'foreign' || holding === 'discarded') && expected === 404,
      );
    const missing = pairs.map((field) => ({ ...field, holding: 'missing' as const }));

    const [foreign, none] = [await askAll(pairs, callers, things), await askAll(missing, callers, things)];

    const different = pairs.filter((_, index) => {
      const [one, other] = [foreign[index], none[index]];
      return one === undefined || other === undefined || observable(one) !== observable(other);
    });
    expect(different.map(({ operation, who }) => `${operation.name} ${who}`)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(WHO.length * 10);
  });
});

describe('the matrix fails when a single row of the permission table is changed', () => {
  let node: OpenedNode;
  beforeAll(async () => {
    node = await OpenedNode.start();
  });
  afterAll(() => node.stop());

  /** The same people in the same sessions, at the node that is changed. */
  const asking = () => ({
    operations,
    things,
    callers: Object.fromEntries(Object.entries(callers).map(([who, caller]) => [who, caller.at(node.url)])),
  });

  it('opened to everybody', async () => {
    const { changed, unnoticed } = await openEach(node, asking());

    expect(unnoticed).toEqual([]);
    expect(changed).toBeGreaterThan(120);
  });

  it('or closed to one role of those that are in it', async () => {
    const { changed, unnoticed } = await closeEach(node, asking());

    expect(unnoticed).toEqual([]);
    expect(changed).toBeGreaterThan(800);
  });
});

describe('every event × every role that its route lets in', () => {
  it('stands in the table that is written by hand, and nothing else does', () => {
    const written = Object.entries(EVENT_RIGHTS).map(([name, events]) => [name, Object.keys(events).sort()]);

    expect(eventsIn(operations)).toEqual(Object.fromEntries(written));
  });

  it('is refused to whoever is not in the table, and to nobody who is', async () => {
    await showToAll(things['inquiries id']?.('own', '') ?? '', things['supports id']?.('own', '') ?? '');
    const fields = eventFields(operations);

    const forbidden = await inParallel(fields, AT_ONCE, (field) => isForbidden(field, { callers, things }));

    const different = fields.filter(({ may }, index) => forbidden[index] === may);
    expect(different.map(({ operation, type, who }) => `${operation.name} ${type} ${who}`)).toEqual([]);
    expect(fields.length).toBeGreaterThan(700);
  });
});

describe('OWASP ASVS 7.5.3: whoever has not shown lately who it is', () => {
  it('is asked to before acts of weight, and before no others', async () => {
    const fields = unprovenFields(operations);

    const asked = await unproven(() =>
      inParallel(fields, AT_ONCE, (field) => mustProve(field, { callers, things })),
    );

    const different = fields.filter(({ needsProof }, index) => asked[index] !== needsProof);
    expect(different.map(({ operation, type = '' }) => `${operation.name} ${type}`)).toEqual([]);
    expect(fields.filter(({ needsProof }) => needsProof)).toHaveLength(
      PROVEN_OPERATIONS.length + PROVEN_EVENTS.length,
    );
  });
});

describe('GB/T 22239-2019 8.1.4.3: what was done leaves its entry in the log', () => {
  it('is said of each operation that changes something, with the entry that it leaves', () => {
    const changing = operations.filter(({ method }) => method !== 'GET').map(({ name }) => name);

    expect(
      Object.keys(LEAVES)
        .filter((name) => !name.startsWith('GET'))
        .sort(),
    ).toEqual(changing.sort());
  });

  it('and is so for every request of this file that succeeded', async () => {
    await lastActs(TODAY, await aFirmAlone());

    const { seen, missing } = await tracesOf(operations);

    expect(missing).toEqual([]);
    // What moves a case is written by the engine, with its entry or not at all (test/process/one-transaction.test.ts).
    const noted = Object.entries(LEAVES).filter(
      ([, left]) => typeof left === 'string' && left !== 'transition',
    );
    expect(noted.map(([name]) => name).filter((name) => !seen.includes(name))).toEqual([]);
  });

  it('every entry says when, who, what, whereto, and from which address and request it came', async () => {
    const rows = await query<{ body: string; address: string | null; request: string | null }>(
      'admin',
      `select e.body, o.address, o.request from log_entry e
        left join log_origin o on o.jurisdiction = e.jurisdiction and o.occurred_month = e.occurred_month and o.entry_id = e.id`,
    );

    const faults = rows.filter((row) => !isWhole(row));

    expect(faults).toEqual([]);
    expect(rows.length).toBeGreaterThan(300);
  });

  it.each(Object.entries(READINGS))(
    '%s of another organization leaves its trace',
    async (name, { type, who }) => {
      const operation = operations.find((each) => each.name === name);
      if (operation === undefined) throw new Error(`There is no ${name}.`);
      await forgetReadings();
      const holding = name.includes('sha256') ? 'reviewed' : 'own';

      const { status } = await ask({ operation, holding, who }, callers, things);

      expect([status, await readings()]).toEqual([200, [type]]);
    },
  );
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** GB/T 22239-2019 8.1.4.3 b. Whatever a person or a bank's system does comes by a request. */
function isWhole({
  body,
  address,
  request,
}: {
  body: string;
  address: string | null;
  request: string | null;
}): boolean {
  const { id, at, kind, type, actor, case: moved, about } = JSON.parse(body);
  const isNamed =
    actor.kind === 'anonymous' || ['clock', 'case', 'system'].includes(actor.kind) || UUID.test(actor.person);
  const hasObject = kind !== 'transition' || UUID.test(moved.id);
  const isAbout = kind !== 'read' || type === 'EXPORT' || UUID.test(about.id);
  const hasOrigin = address === '127.0.0.1' && UUID.test(request ?? '');
  // What the server does of itself, be it for somebody who asked for it before.
  const isOwn = ['clock', 'system'].includes(actor.kind) || type === 'VERIFICATION_ENDED';
  return (
    UUID.test(id) &&
    INSTANT.test(at) &&
    /^[A-Z]/.test(type) &&
    isNamed &&
    hasObject &&
    isAbout &&
    (hasOrigin || isOwn)
  );
}
