import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LogCheck } from '../../src/audit/check/log-check.js';
import { LogRows } from '../../src/audit/check/log-rows.js';
import { SigningKey } from '../../src/audit/signing-key.js';
import { parseVkey, vkeyOf } from '../../src/audit/tree/signed-note.js';
import { world } from '../support/world.js';
import { inToyWorld, JURISDICTION, open, owner, send } from './toy-world.js';

jest.setTimeout(120_000);
inToyWorld();

/** The server of this file has signed the tree with this key. */
const key = () =>
  new SigningKey({
    signingKeyFile: join(world().log, '../signing-key.pem'),
    formerSigningKeysFile: '/nowhere',
    jurisdiction: JURISDICTION,
  } as never);

const ENTRIES = 24;

beforeAll(async () => {
  // Checkpoint by checkpoint, since what differs is told by the checkpoints around it.
  for (let made = 0; made < ENTRIES / 4; made++) {
    const id = await open('inquiry');
    for (let by = 1; by < 4; by++) await send(id, 'COUNT', { by });
    if (made % 2 === 0) await sequenced();
  }
  await sequenced();
});

async function sequenced(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await owner.query('select count(*)::int as n from log_pending');
    if (rows[0].n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The sequencer left entries without a leaf.');
}

async function check(keys = key().known, part = 1_000) {
  const rows = new LogRows(async (statement, values) => {
    const { rows: found } = await owner.query({ text: statement.text, values: [JURISDICTION, ...values] });
    return found;
  });
  const { rows: newest } = await owner.query(
    'select coalesce(max(size), 0)::int as size from log_checkpoint',
  );
  const walk = new LogCheck(rows, { size: newest[0].size, origin: key().origin, keys });
  await walk.begin();
  while ((await walk.walk(part)) < newest[0].size) {
    // In small parts, so that their borders are crossed.
  }
  await walk.lookBeside();
  return walk.findings;
}

/** What a superuser does, looked at and undone. */
async function after(change: string) {
  await owner.query('begin');
  try {
    await owner.query("set local session_replication_role = 'replica'");
    const results = [await owner.query(change)].flat();
    expect(results.at(-1)?.rowCount).toBeGreaterThan(0);
    return await check();
  } finally {
    await owner.query('rollback');
  }
}

describe('a log that nobody has touched', () => {
  it('raises no alarm, however often it is checked', async () => {
    for (let part = 1; part < 10; part++) expect(await check(key().known, part)).toEqual([]);
    const { rows } = await owner.query('select count(*)::int as n, max(index)::int as last from log_leaf');
    expect(rows[0].n).toBeGreaterThanOrEqual(ENTRIES);
    expect(rows[0].last).toBe(rows[0].n - 1);
  });

  it('is not accepted by another key', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const other = parseVkey(vkeyOf(key().origin, publicKey));
    expect(await check([other])).toContainEqual(expect.objectContaining({ kind: 'checkpoint-differs' }));
  });
});

describe('what a superuser changes is found, and where', () => {
  const FIFTH = 'entry_id = (select entry_id from log_leaf where index = 5)';
  const IDS = '(select entry_id from log_leaf where index in (5, 9))';

  it.each([
    [
      'a body',
      `update log_entry set body = replace(body, '"COUNT"', '"CLOSE"') where id in ${IDS} and body like '%"COUNT"%'`,
      { kind: 'entry-differs', field: 'body' },
    ],
    [
      'a column beside it',
      `update log_entry set actor_organization = gen_random_uuid() where id in ${IDS}`,
      { kind: 'entry-differs', index: 5, field: 'actor_organization' },
    ],
    [
      'a time by a microsecond',
      `update log_entry set at = at + interval '1 microsecond' where id in ${IDS}`,
      { kind: 'entry-differs', index: 9, field: 'at' },
    ],
    [
      'a value',
      `update log_value set "values" = replace("values", '"facts"', '"fakes"') where ${FIFTH}`,
      { kind: 'value-differs', index: 5, field: 'facts' },
    ],
    [
      'a value into no JSON',
      `update log_value set "values" = 'x' where ${FIFTH}`,
      { kind: 'value-differs', index: 5 },
    ],
    [
      'a salt',
      `update log_value set salt = reverse(salt) where ${FIFTH}`,
      { kind: 'value-differs', index: 5 },
    ],
    [
      'who may read a value',
      `update log_value set audience = 'office' where ${FIFTH}`,
      { kind: 'value-differs', index: 5, field: 'audience' },
    ],
    ['a value taken away', `delete from log_value where ${FIFTH}`, { kind: 'value-missing', index: 5 }],
    ['an entry taken away', `delete from log_entry where id in ${IDS}`, { kind: 'entry-missing', index: 9 }],
    [
      'an entry put in',
      `insert into log_entry (jurisdiction, occurred_month, id, kind, type, audience, at, body)
      select jurisdiction, occurred_month, gen_random_uuid(), 'access', 'SIGN_IN', 'audit', at, body from log_entry limit 1`,
      { kind: 'entry-without-leaf' },
    ],
    [
      'two entries that change places',
      `create temp table swapped on commit drop as select * from log_leaf where index in (5, 9);
       delete from log_leaf where index in (5, 9);
       insert into log_leaf select jurisdiction, index, (select entry_id from swapped o where o.index = 14 - s.index),
         occurred_month, hash from swapped s`,
      { kind: 'entry-differs', index: 5, field: 'body' },
    ],
    [
      'two leaves that change places',
      `update log_leaf set index = index + 1000 where index in (5, 9);
       update log_leaf set index = 1014 - index where index > 1000`,
      { kind: 'tree-differs' },
    ],
    [
      'a leaf moved away',
      'update log_leaf set index = index + 1000 where index = 5',
      { kind: 'leaf-missing', index: 5 },
    ],
    ['a leaf', `update log_leaf set hash = sha256(hash) where index = 5`, { kind: 'tree-differs' }],
    [
      'a leaf put in behind',
      `insert into log_leaf select jurisdiction, 100000, gen_random_uuid(), occurred_month, hash from log_leaf where index = 5`,
      { kind: 'leaf-unsigned', index: 100_000 },
    ],
    [
      'the last checkpoint taken away',
      'delete from log_checkpoint where size = (select max(size) from log_checkpoint)',
      { kind: 'leaf-unsigned' },
    ],
    ['a root', 'update log_checkpoint set root = sha256(root)', { kind: 'checkpoint-differs' }],
    [
      'a note',
      "update log_checkpoint set note = replace(note, E'\\n\\n', E'\\nmore\\n\\n')",
      { kind: 'checkpoint-differs' },
    ],
    ['the peaks', 'update log_checkpoint set peaks = sha256(peaks)', { kind: 'checkpoint-differs' }],
    [
      'the state of a case',
      "update process_case set state = 'closed' where id = (select case_id from log_entry e join log_leaf l on l.entry_id = e.id where l.index = 5)",
      { kind: 'case-differs' },
    ],
  ])('%s', async (_, change, finding) => {
    expect(await after(change)).toContainEqual(expect.objectContaining(finding));
  });

  it('the last entry taken away with its leaf, its values and the signatures over it is told by whoever holds a checkpoint alone', async () => {
    await owner.query('begin');
    const { rows } = await owner.query('select max(size)::int - 1 as last from log_checkpoint');
    const { last } = rows[0];
    await owner.query(`delete from log_checkpoint where size > ${String(last)}`);
    const { rows: kept } = await owner.query('select max(size)::int as size from log_checkpoint');
    for (const table of ['log_entry where id', 'log_value where entry_id'])
      await owner.query(
        `delete from ${table} in (select entry_id from log_leaf where index >= ${String(kept[0].size)})`,
      );
    await owner.query(`delete from process_case where id in (select case_id from log_entry) and not exists
      (select from log_entry e where e.case_id = process_case.id and e.seq = process_case.seq)`);
    await owner.query(`delete from log_leaf where index >= ${String(kept[0].size)}`);
    const alone = (await check()).filter(({ kind }) => kind !== 'case-differs');
    await owner.query('rollback');
    expect(alone).toEqual([]);
  });

  it('one bit anywhere, a hundred and five times', async () => {
    const places = [
      ['log_entry', 'body', 'text'],
      ['log_value', 'values', 'text'],
      ['log_value', 'salt', 'text'],
      ['log_leaf', 'hash', 'bytea'],
      ['log_checkpoint', 'root', 'bytea'],
      ['log_checkpoint', 'peaks', 'bytea'],
      ['log_checkpoint', 'note', 'text'],
    ] as const;
    const missed: string[] = [];
    for (let time = 0; time < 105; time++) {
      const [table, column, type] = places[time % places.length] ?? places[0];
      // A letter for a letter, so that the text stays one; a bit for a bit elsewhere.
      const changed =
        type === 'text'
          ? `overlay("${column}" placing case substr("${column}", 1 + r.at / 8, 1) when 'a' then 'b' else 'a' end from 1 + r.at / 8 for 1)`
          : `set_bit("${column}", r.at, 1 - get_bit("${column}", r.at))`;
      // A salt of no value opens nothing.
      const change = `with row as (select ctid, length("${column}") as long from ${table}
          ${table === 'log_value' ? `where "values" <> '{}'` : ''} order by random() limit 1),
        r as materialized (select ctid, floor(random() * long * 8)::int as at from row)
        update ${table} t set "${column}" = ${changed} from r where t.ctid = r.ctid`;
      await owner.query('begin');
      const { rowCount } = await owner.query(change);
      const found = await check();
      await owner.query('rollback');
      if (rowCount !== 1 || found.length === 0) missed.push(`${table}.${column}`);
    }
    expect(missed).toEqual([]);
  });
});
