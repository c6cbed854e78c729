import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/access/actor.js';
import { databaseOptions } from '../../src/platform/database.js';
import { FieldCipher } from '../../src/platform/field-cipher.js';
import { Problem } from '../../src/platform/problem.js';
import { Database } from '../../src/platform/transaction.js';
import type { Command, Outcome } from '../../src/process/command.js';
import { openCase } from '../../src/process/open-case.js';
import { ProcessService } from '../../src/process/process.service.js';
import { ProcessRegistry } from '../../src/process/process-registry.js';
import { replay } from '../../src/process/replay.js';
import { ScopedDatabase } from '../../src/process/scoped-database.js';
import { type ProcessName, restore } from '../../workflows/process.js';
import { world } from '../support/world.js';
import { toyProcess } from './toy-process.js';

/**
 * The engine in this very process, on the database of the test file, with two toy processes that speak to each other. It is
 * the one place where a test looks inside: what must hold for every later process is shown on the smallest one.
 */
export const JURISDICTION = '350500';

const registry = new ProcessRegistry();
registry.register(toyProcess('inquiry', 'support'));
registry.register(toyProcess('support', 'inquiry'));

let source: DataSource;
let scoped: ScopedDatabase;
export let owner: pg.Client;
export let processes: ProcessService;
export let bank: Actor;
export let finance: Actor;
export let industry: Actor;

export function inToyWorld(): void {
  beforeAll(async () => {
    const { appUrl, adminUrl } = world();
    source = await new DataSource(databaseOptions(appUrl, 8)).initialize();
    owner = new pg.Client({ connectionString: adminUrl });
    await owner.connect();
    const database = new Database(
      source,
      new FieldCipher({ fieldKeyFile: join(world().log, '../field-keys') } as never),
    );
    processes = new ProcessService(database, registry);
    scoped = new ScopedDatabase(database, { jurisdiction: JURISDICTION } as never);
    bank = await actor('jinli.maker', 'bank', 'bank.maker');
    finance = await actor('finance.reviewer', 'finance', 'finance.reviewer');
    industry = await actor('industry.reviewer', 'industry', 'industry.reviewer');
  });

  afterAll(async () => {
    await source.destroy();
    await owner.end();
  });
}

export async function send(
  id: string,
  type: string,
  payload: object = {},
  more: Partial<Command> = {},
): Promise<Outcome> {
  return processes.send({ process: 'inquiry', id, type, payload, actor: bank, ...more });
}

export async function sendTo(process: ProcessName, id: string, type: string) {
  return processes.send({ process, id, type, payload: {}, actor: bank });
}

export async function open(process: ProcessName): Promise<string> {
  const id = uuid();
  const shell = registry.newest(process);
  await scoped.asSystem(async (tx) => {
    openCase(tx, shell, registry.hashOf(shell.definition), {
      jurisdiction: JURISDICTION,
      id,
      ownerOrg: bank.organization ?? '',
      ownerUnit: null,
      firm: null,
      input: {},
      actor: { kind: 'person', person: bank.person ?? '' },
      at: new Date().toISOString(),
    });
  });
  await owner.query('update process_case set disclosed = true where id = $1', [id]);
  return id;
}

export async function pair(): Promise<[string, string]> {
  const [left, right] = [await open('inquiry'), await open('support')];
  await relate(left, right);
  return [left, right];
}

/** From now on all of them are about one firm, which no other test has. */
export async function relate(...cases: string[]): Promise<void> {
  await owner.query(
    `with firm as (
       select f.id from firm f where not exists (select from process_case c where c.firm = f.id) order by f.id limit 1
     )
     update process_case set firm = coalesce((select c.firm from process_case c where c.id = any ($1) and c.firm is not null
       limit 1), (select id from firm)) where id = any ($1)`,
    [cases],
  );
}

export async function stored(id: string) {
  const [row] = await rows<{ seq: number; state: string; context: object; value: unknown; status: string }>(
    'select seq, state, context, value, status from process_case where id = $1',
    id,
  );
  if (row === undefined) throw new Error(`case ${id} is gone`);
  return row;
}

export async function rows<Row extends object>(text: string, id: string): Promise<Row[]> {
  return (await owner.query<Row & pg.QueryResultRow>(text, [id])).rows;
}

export async function expectReplay(id: string, process: ProcessName = 'inquiry'): Promise<void> {
  const row = await stored(id);
  const { definition } = registry.newest(process);
  const replayed = await scoped.asSystem((tx) =>
    replay(tx, definition, { jurisdiction: JURISDICTION, id, seq: row.seq }),
  );
  const present = restore(definition, row);
  expect({ value: replayed.value, context: replayed.context }).toEqual({
    value: present.value,
    context: present.context,
  });
}

export async function refusal(attempt: Promise<unknown>): Promise<Problem> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

export async function actor(
  login: string,
  kind: Actor['organizationKind'] & string,
  role: Actor['roles'][number],
): Promise<Actor> {
  const [row] = await rows<{ id: string; organization: string; name: string }>(
    'select id, organization, name from person where login = $1',
    login,
  );
  if (row === undefined) throw new Error(`${login} is not among the fixtures`);
  return {
    kind: 'person',
    jurisdiction: JURISDICTION,
    person: row.id,
    name: row.name,
    organization: row.organization,
    organizationKind: kind,
    roles: [role],
    delegated: [],
  };
}
