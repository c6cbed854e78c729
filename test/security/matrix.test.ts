import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { everyCaseReplays } from '../support/replay.js';
import { observable } from './caller.js';
import { askAll, type Callers, everyCaller, fieldsOf, RIGHTS } from './matrix.js';
import { OpenedNode } from './opened-node.js';
import { contract, type Operation } from './operations.js';
import { closeEach, openEach } from './single-guards.js';
import { twoBanks } from './things.js';
import { type Things, WHO } from './who.js';

const TODAY = '2026-06-10';
/** Read by test/events: it never ends. */
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
    const fields = operations.flatMap(fieldsOf);

    const replies = await askAll(fields, callers, things);

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
