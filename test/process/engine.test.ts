import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/access/actor.js';
import { valuesThatDiffer } from '../../src/audit/log-entry.js';
import { databaseOptions } from '../../src/platform/database.js';
import { Problem } from '../../src/platform/problem.js';
import { Database } from '../../src/platform/transaction.js';
import type { Command } from '../../src/process/command.js';
import { openCase } from '../../src/process/open-case.js';
import { ProcessService } from '../../src/process/process.service.js';
import { ProcessRegistry } from '../../src/process/process-registry.js';
import { replay } from '../../src/process/replay.js';
import { ScopedDatabase } from '../../src/process/scoped-database.js';
import type { ProcessName } from '../../workflows/process.js';
import { restore } from '../../workflows/process.js';
import { toyProcess } from './toy-process.js';

const JURISDICTION = '350500';

/** The database of this file, given by the test environment. */
const world = () => (globalThis as unknown as { wendai: { appUrl: string; adminUrl: string } }).wendai;

const registry = new ProcessRegistry();
registry.register(toyProcess('inquiry', 'support'));
registry.register(toyProcess('support', 'inquiry'));

let source: DataSource;
let owner: pg.Client;
let processes: ProcessService;
let scoped: ScopedDatabase;
let bank: Actor;
let finance: Actor;
let industry: Actor;

beforeAll(async () => {
  const { appUrl, adminUrl } = world();
  source = await new DataSource(databaseOptions(appUrl, 8)).initialize();
  owner = new pg.Client({ connectionString: adminUrl });
  await owner.connect();
  const database = new Database(source);
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

describe('state, log entry, deadlines and notices commit together or not at all', () => {
  it('writes all of them, and the log replays to the stored state', async () => {
    const id = await open('inquiry');

    const { entry } = await send(id, 'COUNT', { by: 7 });

    expect(entry).toMatchObject({ seq: 2, type: 'COUNT', from: 'counting', to: 'counting' });
    expect(await stored(id)).toMatchObject({ seq: 2, state: 'counting', context: { count: 7 } });
    expect(await rows('select type, seq from log_entry where case_id = $1 order by seq', id)).toEqual([
      { type: 'OPENED', seq: 1 },
      { type: 'COUNT', seq: 2 },
    ]);
    expect(
      await rows(
        'select count(*)::int as n from log_pending p join log_entry e on e.id = p.entry_id where e.case_id = $1',
        id,
      ),
    ).toEqual([{ n: 2 }]);
    expect(await rows('select template from notice where case_id = $1', id)).toEqual([{ template: 'filed' }]);
    await expectReplay(id);
  });

  it('commits to the values without showing them', async () => {
    const id = await open('inquiry');
    await send(id, 'COUNT', { by: 912 });

    const [row] = await rows<{ body: string; salt: string; values: string }>(
      'select e.body, v.salt, v."values" from log_entry e join log_value v on v.entry_id = e.id where e.case_id = $1 and e.seq = 2',
      id,
    );

    expect(row?.body).not.toContain('912');
    expect(row && valuesThatDiffer(row)).toEqual([]);
    expect(row && valuesThatDiffer({ ...row, values: row.values.replace('912', '913') })).toEqual([
      'payload.by',
    ]);
  });

  it('leaves nothing of a transition whose message a related case does not take', async () => {
    const [id, partner] = await pair();

    await expect(send(id, 'TELL_NONSENSE')).rejects.toMatchObject({ code: 'event-not-accepted' });

    expect(await stored(id)).toMatchObject({ seq: 1, context: { count: 0 } });
    expect(await stored(partner)).toMatchObject({ seq: 1 });
    expect(await rows('select 1 from log_entry where case_id = $1 and seq > 1', id)).toEqual([]);
  });

  it('moves a related case in the same transaction', async () => {
    const [id, partner] = await pair();

    await send(id, 'TELL');

    expect(await stored(partner)).toMatchObject({ seq: 2, context: { count: 1 } });
    const actorOfMessage = await rows(
      "select body::jsonb -> 'actor' as actor from log_entry where case_id = $1 and seq = 2",
      partner,
    );
    expect(actorOfMessage).toEqual([{ actor: { kind: 'case', case: id } }]);
    await expectReplay(partner, 'support');
  });
});

describe('two cases that speak to each other at once never lock in a circle', () => {
  it('counts 200 messages of both directions, each once', async () => {
    const [left, right] = await pair();

    const sent = await Promise.all(
      Array.from({ length: 100 }, () => [send(left, 'TELL'), sendTo('support', right, 'TELL')]).flat(),
    );

    expect(sent).toHaveLength(200);
    expect((await stored(left)).context).toEqual({ count: 200, struck: 0 });
    expect((await stored(right)).context).toEqual({ count: 200, struck: 0 });
    await expectReplay(left);
  }, 60_000);

  it('sees a relation that was made while it waited', async () => {
    const left = await open('inquiry');
    const right = await open('support');
    await owner.query('begin');
    await owner.query('select 1 from process_case where id = $1 for update', [left]);
    const sending = send(left, 'TELL');
    await relate(left, right);
    await owner.query('commit');

    await sending;

    expect((await stored(right)).context).toEqual({ count: 1, struck: 0 });
  });
});

describe('the same key gets the first answer', () => {
  it('does the thing once, for a repetition after the case has moved on too', async () => {
    const id = await open('inquiry');
    const claim = { key: 'k-1', fingerprint: 'f-1' };
    const first = await send(id, 'COUNT', { by: 3 }, { idempotency: claim });
    await send(id, 'COUNT', { by: 5 });

    const again = await send(id, 'COUNT', { by: 3 }, { idempotency: claim });

    expect(again.entry).toEqual(first.entry);
    expect(again.snapshot.context).toEqual({ count: 3, struck: 0 });
    expect((await stored(id)).context).toEqual({ count: 8, struck: 0 });
  });

  it('does it once for twenty that come together', async () => {
    const id = await open('inquiry');
    const idempotency = { key: 'k-20', fingerprint: 'f' };

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(id, 'COUNT', { by: 2 }, { idempotency })),
    );

    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    expect((await stored(id)).context).toEqual({ count: 2, struck: 0 });
  });

  it('is no key for another request, and none for a refused one', async () => {
    const id = await open('inquiry');
    await expect(
      send(id, 'COUNT', { by: 1001 }, { idempotency: { key: 'k-2', fingerprint: 'a' } }),
    ).rejects.toMatchObject({ code: 'guard-failed' });
    await send(id, 'COUNT', { by: 1 }, { idempotency: { key: 'k-2', fingerprint: 'b' } });

    const reused = send(id, 'COUNT', { by: 1 }, { idempotency: { key: 'k-2', fingerprint: 'c' } });

    await expect(reused).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });
});

describe('a stale version goes on only when nothing that came since touches the event', () => {
  it('lets the other office answer, and tells the same office that it was answered, and by whom', async () => {
    const id = await open('inquiry');
    await send(id, 'ASK_BOTH');
    const version = '2.0';
    await send(id, 'ANSWER', {}, { actor: finance, version });

    await send(id, 'ANSWER', {}, { actor: industry, version });
    const second = await refusal(send(id, 'ANSWER', {}, { actor: finance, version }));

    expect(second.code).toBe('decided-already');
    expect(second.extension).toMatchObject({
      event: 'ANSWER',
      by: { name: expect.any(String) },
      etag: '4.0',
    });
    expect((await stored(id)).context).toEqual({ count: 2, struck: 0 });
  });

  it('refuses with the present version what a change came before', async () => {
    const id = await open('inquiry');
    await send(id, 'ASK_BOTH');
    await send(id, 'CHANGE');

    const stale = await refusal(send(id, 'ANSWER', {}, { actor: industry, version: '2.0' }));

    expect(stale.code).toBe('stale-version');
    expect(stale.extension).toEqual({ etag: '3.0' });
  });

  it('says what the state takes to one who knew the present version', async () => {
    const id = await open('inquiry');

    const refused = await refusal(send(id, 'ANSWER', {}, { actor: finance, version: '1.0' }));

    expect(refused.code).toBe('event-not-accepted');
    expect(refused.extension).toEqual({
      state: 'counting',
      allowed: ['COUNT', 'TELL', 'TELL_NONSENSE', 'WAIT', 'ASK_BOTH'],
    });
  });
});

describe('a clock strikes once, in its own generation, and not before its time', () => {
  it('moves the case when it is due', async () => {
    const id = await open('inquiry');
    await send(id, 'WAIT');
    const strike = { jurisdiction: JURISDICTION, process: 'inquiry', id, name: 'toy', generation: 1 };
    expect(await processes.strike(strike)).toBe('gone');
    await owner.query("update deadline set fire_at = '2020-01-02T17:30:00+08:00' where case_id = $1", [id]);

    const results = await Promise.all(Array.from({ length: 8 }, () => processes.strike(strike)));

    expect(results.filter((result) => result === 'struck')).toHaveLength(1);
    expect(await stored(id)).toMatchObject({ state: 'counting', context: { struck: 1 } });
    expect(await rows('select status from deadline where case_id = $1', id)).toEqual([
      { status: 'disarmed' },
    ]);
    await expectReplay(id);
  });

  it('does not strike in a generation that is over', async () => {
    const id = await open('inquiry');
    for (const type of ['WAIT', 'COUNT', 'WAIT']) await send(id, type);
    await owner.query("update deadline set fire_at = '2020-01-02T17:30:00+08:00' where case_id = $1", [id]);

    const strike = { jurisdiction: JURISDICTION, process: 'inquiry', id, name: 'toy' };

    expect(await processes.strike({ ...strike, generation: 1 })).toBe('gone');
    expect(await processes.strike({ ...strike, generation: 2 })).toBe('struck');
  });

  it('passes by a case that somebody holds', async () => {
    const id = await open('inquiry');
    await send(id, 'WAIT');
    await owner.query("update deadline set fire_at = '2020-01-02T17:30:00+08:00' where case_id = $1", [id]);
    await owner.query('begin');
    await owner.query('select 1 from process_case where id = $1 for update', [id]);

    const result = await processes.strike({
      jurisdiction: JURISDICTION,
      process: 'inquiry',
      id,
      name: 'toy',
      generation: 1,
    });
    await owner.query('rollback');

    expect(result).toBe('busy');
  });
});

describe('what one may not see does not exist', () => {
  it('answers another bank as if there were no such case', async () => {
    const id = await open('inquiry');
    const other = await actor('citong.maker', 'bank', 'bank.maker');

    const [foreign, missing] = await Promise.all([
      refusal(send(id, 'COUNT', {}, { actor: other })),
      refusal(send(uuid(), 'COUNT', {}, { actor: other })),
    ]);

    expect(foreign).toMatchObject({ code: 'not-found', errors: [], extension: {} });
    expect(foreign).toEqual(missing);
  });

  it('does not let a post do what is not its own', async () => {
    const id = await open('inquiry');
    const observer = { ...bank, roles: ['bank.admin'] as const };

    await expect(send(id, 'COUNT', {}, { actor: observer })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

async function send(id: string, type: string, payload: object = {}, more: Partial<Command> = {}) {
  return processes.send({ process: 'inquiry', id, type, payload, actor: bank, ...more });
}

async function sendTo(process: ProcessName, id: string, type: string) {
  return processes.send({ process, id, type, payload: {}, actor: bank });
}

async function open(process: ProcessName): Promise<string> {
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

async function pair(): Promise<[string, string]> {
  const [left, right] = [await open('inquiry'), await open('support')];
  await relate(left, right);
  return [left, right];
}

async function relate(left: string, right: string): Promise<void> {
  await owner.query(
    "insert into case_relation (jurisdiction, case_id, related_id, kind) values ($1, $2, $3, 'toy'), ($1, $3, $2, 'toy')",
    [JURISDICTION, left, right],
  );
}

async function stored(id: string) {
  const [row] = await rows<{ seq: number; state: string; context: object; value: unknown; status: string }>(
    'select seq, state, context, value, status from process_case where id = $1',
    id,
  );
  if (row === undefined) throw new Error(`case ${id} is gone`);
  return row;
}

async function rows<Row extends object>(text: string, id: string): Promise<Row[]> {
  return (await owner.query<Row & pg.QueryResultRow>(text, [id])).rows;
}

async function expectReplay(id: string, process: ProcessName = 'inquiry'): Promise<void> {
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

async function refusal(attempt: Promise<unknown>): Promise<Problem> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

async function actor(
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
