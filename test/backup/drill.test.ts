import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aPdf, sha256 } from '../attachment/a-file.js';
import { upload } from '../attachment/upload.js';
import { eventually } from '../faults/eventually.js';
import { inParallel } from '../support/at-once.js';
import { type Body, Client, PASSWORD } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraft, aDraftToCheck, expecting, type Filing } from '../support/filings.js';
import { world } from '../support/world.js';

jest.setTimeout(90_000);
const WAIT_MS = 10_000;
const CONTACT = { name: '蔡文远', post: '信贷管理部经理', phone: '0595-28285678' };
const PDF = aPdf('drill');

/** Where the operator keeps things: the backup, apart from it the keys, and what an auditor has written down. */
const desk = mkdtempSync(join(tmpdir(), 'wendai-drill-'));
const on = (name: string) => join(desk, name);

/** A report that its bank has been told of as received, and where PostgreSQL's log stood then. */
interface Acknowledged {
  filing: Filing;
  receipt: Body;
  at: string;
}

let first: Acknowledged;
let meanwhile: Acknowledged[];
let later: Acknowledged;
let backup: Body;

async function run(script: string, args: string[], home: string) {
  const nodeHome = join(world().log, '..');
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../dist/src', script), ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      WENDAI_HOME: home,
      // The node of this file has a home of its own beside the cluster's.
      FIELD_KEY_FILE: join(nodeHome, 'field-keys'),
      SIGNING_KEY_FILE: join(nodeHome, 'signing-key.pem'),
      FORMER_SIGNING_KEYS_FILE: join(nodeHome, 'former-signing-keys'),
      ATTACHMENTS_DIR: join(nodeHome, 'attachments'),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
  const [status] = await once(child, 'close');
  return { status, said };
}

async function filed(draft: Filing): Promise<Acknowledged> {
  const { receipt } = await act(draft, 'jinli.checker', 'FILE');
  const [row] = await query<{ at: string }>('admin', 'select pg_current_wal_insert_lsn()::text as at');
  return { filing: draft, receipt, at: row?.at ?? '' };
}

/** Places in PostgreSQL's log, `0/1A2B3C`, as numbers that can be compared. */
function place(lsn: string): bigint {
  const [high = '', low = ''] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/** As an auditor keeps it, once everything that was done is in the tree. */
async function keepCheckpoint(name: string): Promise<void> {
  await eventually(async () => {
    const [row] = await query<{ n: number }>('admin', 'select count(*)::int as n from log_pending');
    return row?.n === 0 || undefined;
  }, WAIT_MS);
  const [row] = await query<{ note: string }>(
    'admin',
    'select note from log_checkpoint order by size desc limit 1',
  );
  writeFileSync(on(name), row?.note ?? '');
}

const KEYS = ['--keys', on('keys')];

beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  const draft = await aDraft({ content: { contact: CONTACT } });
  expecting(201, await upload(draft, PDF));
  await act(draft, 'jinli.maker', 'SEND_TO_CHECK');
  first = await filed(draft);
  await keepCheckpoint('earlier');
  const waiting: Filing[] = [];
  for (let made = 0; made < 3; made += 1) waiting.push(await aDraftToCheck());

  let isOver = false;
  const cluster = process.env['TEST_HOME'] ?? '';
  const running = run('backup/back-up.js', ['--to', on('backup'), ...KEYS], cluster).finally(
    () => (isOver = true),
  );
  meanwhile = [];
  while (!isOver) meanwhile.push(await filed(waiting.pop() ?? (await aDraftToCheck())));
  const { status, said } = await running;
  expect([status, said]).toEqual([0, expect.stringContaining('Not in it, but in')]);
  backup = JSON.parse(readFileSync(on('backup/manifest.json'), 'utf8'));
  later = await filed(await aDraftToCheck());
  await keepCheckpoint('later');
});
afterAll(async () => {
  await releaseClock();
  rmSync(desk, { recursive: true, force: true });
});

describe('GB/T 22239-2019 8.1.4.9 数据备份恢复: npm run backup', () => {
  it('was taken while banks filed', () => {
    const during = meanwhile.filter(
      ({ at }) => place(at) > place(backup.from) && place(at) <= place(backup.upTo),
    );

    expect(during.length).toBeGreaterThan(0);
    expect(place(later.at)).toBeGreaterThan(place(backup.upTo));
  });

  it('holds no key: they lie in a folder of their own, and nobody else may read either', () => {
    const paths = [...backup.database, ...backup.attachments].map(({ path }: Body) => path);

    expect(Object.keys(backup.keys)).toEqual(['field-keys', 'signing-key.pem', 'passwords.json']);
    expect(paths.filter((path: string) => /key|password/.test(path))).toEqual([]);
    expect(readdirSync(on('keys')).sort()).toEqual(Object.keys(backup.keys).sort());
  });
});

describe('the city that was put back', () => {
  let node: ChildProcess;
  let restored: { url: string; readerUrl: string };
  let bank: Client;

  beforeAll(async () => {
    writeFileSync(on('vkeys'), await vkeysOf(world().url));
    expect(await run('backup/restore.js', ['--from', on('backup'), ...KEYS], on('home'))).toMatchObject({
      status: 0,
    });
    node = fork(join(import.meta.dirname, '../support/restored-city.mjs'), [], {
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        WENDAI_HOME: on('home'),
        RESTORED_DATABASE: new URL(world().appUrl).pathname.slice(1),
        PORT: '0',
        LOG_LEVEL: 'silent',
        WENDAI_SECOND_FACTOR: 'off',
        WENDAI_RATE_LIMITS: 'off',
        WENDAI_WORKER_INTERVAL_MS: '50',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [said] = await Promise.race([once(node, 'message'), once(node, 'exit')]);
    if (typeof said !== 'object') throw new Error('What was restored does not start.');
    restored = said as typeof restored;
    bank = new Client('jinli.maker', PASSWORD, restored.url);
  });
  afterAll(async () => {
    if (node.exitCode !== null) return;
    node.kill('SIGTERM');
    await once(node, 'exit');
  });

  it('has every report that was acknowledged before the backup ended, with its receipt to the byte, and none of later', async () => {
    const kept = [first, ...meanwhile.filter(({ at }) => place(at) <= place(backup.upTo))];

    const shown = await inParallel(kept, 6, ({ filing }) => bank.get(`${filing.path}/receipt`));

    expect(shown.map(({ body }) => JSON.stringify(body))).toEqual(
      kept.map(({ receipt }) => JSON.stringify(receipt)),
    );
    expect((await bank.get(later.filing.path)).status).toBe(404);
  });

  it('opens what lies sealed, and has the files that its rows name', async () => {
    const { path } = first.filing;

    expect(expecting(200, await bank.get(path)).body.contact).toEqual(CONTACT);
    const { body } = expecting(200, await bank.get(`${path}/attachments/${sha256(PDF)}`));
    expect(body).toEqual(PDF.toString());
  });

  it('finds every right sealed, and goes on signing by the same key', async () => {
    const { notes } = (await (await fetch(`${restored.url}/readyz`)).json()) as Body;

    expect(notes.rights).toEqual({ differing: 0 });
    expect(await vkeysOf(restored.url)).toBe(readFileSync(on('vkeys'), 'utf8'));
  });

  it('has a log that agrees with what was signed, and tells whoever has seen more that it is an earlier day', async () => {
    const check = ['--keys', on('vkeys'), '--database', restored.readerUrl, '--since'];

    const [agreed, compared] = await Promise.all([
      run('verify.js', [...check, on('earlier')], desk),
      run('verify.js', [...check, on('later')], desk),
    ]);

    expect(agreed).toMatchObject({ status: 0, said: expect.stringContaining('Everything agrees') });
    expect(compared).toMatchObject({
      status: 1,
      said: expect.stringMatching(/outside-differs.*\n1 differences/s),
    });
  });

  it('goes on: a bank files there', async () => {
    const { id } = expecting(201, await bank.post('/filings', { kind: 'squeeze' })).body;

    expect((await bank.get(`/filings/${String(id)}`)).status).toBe(200);
  });
});

async function vkeysOf(url: string): Promise<string> {
  const { items } = (await (await fetch(`${url}/api/v1/audit/keys`)).json()) as Body;
  return items.map(({ vkey }: Body) => `${String(vkey)}\n`).join('');
}
