import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../faults/eventually.js';
import { type Body, Client } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraftToCheck, expecting, person } from '../support/filings.js';
import { world } from '../support/world.js';

jest.setTimeout(60_000);
const WAIT_MS = 10_000;

/** Where an auditor keeps what was handed to him. */
const desk = mkdtempSync(join(tmpdir(), 'wendai-outside-'));
const on = (name: string) => join(desk, name);
let receipt: Body;

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../dist/src', script), ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', WENDAI_HOME: desk } },
  );
  return { status, said: stdout + stderr };
}

const verify = (...args: string[]) => run('verify.js', '--keys', on('keys'), ...args);

function put(name: string, said: Body): string {
  writeFileSync(on(name), typeof said === 'string' ? said : JSON.stringify(said));
  return on(name);
}

async function sequenced(): Promise<number> {
  await eventually(async () => {
    const [row] = await query<{ n: number }>('admin', 'select count(*)::int as n from log_pending');
    return row?.n === 0 || undefined;
  }, WAIT_MS);
  const [row] = await query<{ size: number }>('admin', 'select max(size)::int as size from log_checkpoint');
  return row?.size ?? 0;
}

async function keysOf(server: string): Promise<string> {
  const { items } = (await (await fetch(`${server}/api/v1/audit/keys`)).json()) as Body;
  return items.map(({ vkey }: Body) => `${String(vkey)}\n`).join('');
}

beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  const draft = await aDraftToCheck();
  ({ receipt } = await act(draft, 'jinli.checker', 'FILE'));
  await sequenced();
  put('keys', await keysOf(world().url));
});
afterAll(releaseClock);

describe('GB/T 39786 8.4 h): npm run verify, without the server', () => {
  it('accepts a receipt and the proof of its entry, and neither with a character changed', async () => {
    const proof = expecting(
      200,
      await (await person('audit.admin')).get(`/audit/proof/${receipt.entry}`),
    ).body;
    put('receipt', receipt);
    put('proof', proof);

    expect(verify('--receipt', on('receipt'), '--proof', on('proof'))).toMatchObject({ status: 0 });

    const { promise } = receipt;
    for (const changed of [
      { ...receipt, number: '泉贷报〔2026〕晋鲤999号' },
      { ...receipt, contentHash: '0'.repeat(64) },
      { ...receipt, promise: { ...promise, text: promise.text.replace('收到日 2026', '收到日 2025') } },
    ]) {
      expect(verify('--receipt', put('changed', changed), '--proof', on('proof')).status).toBe(1);
    }
    for (const changed of [
      { ...proof, body: proof.body.replace('"FILE"', '"FIRE"') },
      { ...proof, index: proof.index + 1 },
      { ...proof, proof: proof.proof.slice(1) },
      { ...proof, checkpoint: { note: proof.checkpoint.note.replace('\n', '0\n') } },
    ]) {
      expect(verify('--receipt', on('receipt'), '--proof', put('changed', changed)).status).toBe(1);
    }
  });

  it('walks the database, keeps the checkpoint, and tells when the log was cut off or put back to an earlier day', async () => {
    const walk = ['--database', world().appUrl];
    expect(verify(...walk, '--keep', on('checkpoint')).said).toContain('Everything agrees');
    await act(await aDraftToCheck(), 'jinli.checker', 'FILE');
    const size = await sequenced();
    expect(verify(...walk, '--since', on('checkpoint'), '--keep', on('later'))).toMatchObject({ status: 0 });

    // What a restored backup looks like: everything agrees with itself, and less is there.
    const kept = readFileSync(on('checkpoint'), 'utf8').split('\n')[1];
    for (const statement of [
      'create table gone_entries as select * from log_entry where id in (select entry_id from log_leaf where index >= $1)',
      'create table gone_values as select * from log_value where entry_id in (select entry_id from log_leaf where index >= $1)',
      'create table gone_leaves as select * from log_leaf where index >= $1',
      'create table gone_checkpoints as select * from log_checkpoint where size > $1',
      'create table gone_cases as select * from process_case where id in (select case_id from gone_entries)',
    ])
      await query('admin', statement.replace('$1', String(kept)));
    for (const [from, key, gone] of [
      ['log_entry', 'id', 'entries'],
      ['log_value', 'entry_id', 'values'],
      ['log_leaf', 'index', 'leaves'],
      ['log_checkpoint', 'size', 'checkpoints'],
    ] as const)
      await query('admin', `delete from ${from} where ${key} in (select ${key} from gone_${gone})`);

    expect(verify(...walk, '--since', on('later')).said).toContain(
      `{"kind":"outside-differs","row":"${String(size)}"}`,
    );

    for (const [into, gone] of [
      ['log_entry', 'entries'],
      ['log_value', 'values'],
      ['log_leaf', 'leaves'],
      ['log_checkpoint', 'checkpoints'],
    ] as const)
      await query('admin', `insert into ${into} overriding system value select * from gone_${gone}`);
    expect(verify(...walk, '--since', on('later'))).toMatchObject({ status: 0 });
  });
});

describe('GB/T 39786: a signing key is replaced', () => {
  let node: ChildProcess;
  let url: string;

  beforeAll(async () => {
    for (const name of ['signing-key.pem', 'field-keys'])
      copyFileSync(join(world().log, '..', name), on(name));
    const made = run('new-signing-key.js');
    expect(made).toMatchObject({ status: 0 });
    node = fork(join(import.meta.dirname, '../support/node-process.mjs'), [], {
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        WENDAI_HOME: desk,
        PORT: '0',
        DATABASE_URL: world().appUrl,
        LOG_LEVEL: 'silent',
        WENDAI_SECOND_FACTOR: 'off',
        WENDAI_RATE_LIMITS: 'off',
        WENDAI_WORKER_INTERVAL_MS: '50',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    [{ url }] = (await once(node, 'message')) as [{ url: string }];
  });
  afterAll(async () => {
    node.kill('SIGTERM');
    await once(node, 'exit');
  });

  it('the tree goes on under the new one, and whatever the former one signed stays good', async () => {
    const before = await sequenced();
    const auditor = new Client('audit.admin', undefined, url);
    await auditor.signIn();
    const keys = await keysOf(url);
    const [present, former] = keys.trim().split('\n');
    // Until the node with the new key is the first to take an entry; from then on it is the only one that can.
    await eventually(async () => {
      await auditor.post('/audit/verifications');
      const { body } = await auditor.get('/audit/checkpoint');
      return (body.note.includes(`— wendai-350500 ${prefixOf(present)}`) && body.size > before) || undefined;
    }, WAIT_MS);

    expect(former).toBe(readFileSync(on('keys'), 'utf8').trim());
    put('keys', keys);
    expect(verify('--receipt', put('receipt', receipt))).toMatchObject({ status: 0 });
    expect(verify('--database', world().appUrl, '--since', on('checkpoint'))).toMatchObject({ status: 0 });
    put('keys', `${String(present)}\n`);
    expect(verify('--receipt', on('receipt'))).toMatchObject({ status: 1 });
  });

  it('a second time keeps both former ones', () => {
    expect(
      readFileSync(on('former-signing-keys'), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    ).toHaveLength(1);
    expect(run('new-signing-key.js').status).toBe(0);
    expect(
      readFileSync(on('former-signing-keys'), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    ).toHaveLength(2);
  });
});

/** How a signature line of a key begins: four bytes of its hash, of which base64 shows five characters whole. */
function prefixOf(vkey: string | undefined): string {
  return Buffer.from(vkey?.split('+')[1] ?? '', 'hex')
    .toString('base64')
    .slice(0, 5);
}
