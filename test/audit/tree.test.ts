import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../faults/eventually.js';
import { anonymous, type Body } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aFiledReport, expecting, person } from '../support/filings.js';
import { bytesOf, opened, proven, rootsBy } from './proof.js';

jest.setTimeout(60_000);
const WAIT_MS = 10_000;
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

async function read(login: string, path: string): Promise<Body> {
  return expecting(200, await (await person(login)).get(path)).body;
}

/** Until nothing waits for its leaf. */
async function sequenced(): Promise<void> {
  await eventually(async () => {
    const [row] = await query<{ n: number }>(
      'admin',
      'select count(*)::int as n from log_pending where not refused',
    );
    return row?.n === 0 || undefined;
  }, WAIT_MS);
}

async function presentKey(): Promise<string> {
  const { items } = expecting(200, await anonymous().get('/audit/keys')).body;
  return items.find(({ present }: Body) => present).vkey;
}

async function sendingEntry(filing: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    'admin',
    "select id from log_entry where case_id = $1 and type = 'FILE'",
    [filing],
  );
  return row?.id ?? '';
}

async function verified(): Promise<Body> {
  const auditor = await person('audit.admin');
  const { id, size } = expecting(201, await auditor.post('/audit/verifications')).body;
  const ended = await eventually(async () => {
    const { body } = expecting(200, await auditor.get(`/audit/verifications/${id}`));
    return body.state === 'running' ? undefined : body;
  }, WAIT_MS);
  expect(ended.checked).toBe(size);
  return ended;
}

describe('GB/T 22239-2019 8.1.4.3 c): every entry is in a tree whose root is signed', () => {
  it('an entry is proven to be in it, by RFC 6962 and the public key alone', async () => {
    const filing = await aFiledReport();
    await sequenced();
    const entry = await sendingEntry(filing.id);

    const proof = await read('audit.admin', `/audit/proof/${entry}`);

    const { origin, ...signed } = opened(proof.checkpoint.note, await presentKey());
    expect(origin).toBe('wendai-350500');
    expect(proven(proof)).toEqual(signed);
    expect(JSON.parse(proof.body)).toMatchObject({ id: entry, type: 'FILE' });
    expect(proven({ ...proof, body: proof.body.replace('FILE', 'FIRE') })).not.toEqual(signed);
  });

  it('a later tree begins with an earlier one', async () => {
    const former = await read('finance.leader', '/audit/checkpoint');
    await aFiledReport();
    await sequenced();

    const { proof, checkpoint } = await read('finance.leader', `/audit/consistency?from=${former.size}`);

    expect(checkpoint.size).toBeGreaterThan(former.size);
    const roots = rootsBy(
      Buffer.from(former.root, 'base64'),
      { from: former.size, to: checkpoint.size },
      bytesOf(proof),
    );
    expect(roots.map((root) => root.toString('base64'))).toEqual([former.root, checkpoint.root]);
    const old = await read('audit.admin', `/audit/consistency?from=1&to=${former.size}`);
    expect(old.checkpoint).toEqual(former);
  });

  it('a bank proves its own entry from the next day on, and learns nothing of today or of anybody else', async () => {
    const filing = await aFiledReport({ bank: 'jinli' });
    await sequenced();
    const path = `/audit/proof/${await sendingEntry(filing.id)}`;
    const [maker, stranger] = [await person('jinli.maker'), await person('citong.maker')];
    expect((await maker.get('/audit/checkpoint')).status).toBe(404);
    expect((await maker.get(path)).body.detail).toContain('自次日起');

    await setClock('2026-06-11T09:30:00+08:00');
    const own = await read('jinli.maker', path);
    const seen = await read('jinli.maker', '/audit/checkpoint');
    await aFiledReport({ bank: 'citong' });
    await sequenced();

    const { origin: _, ...signed } = opened(own.checkpoint.note, await presentKey());
    expect(proven(own)).toEqual(signed);
    expect(await read('jinli.maker', '/audit/checkpoint')).toEqual(seen);
    expect(seen.size).toBeLessThan((await read('pboc.observer', '/audit/checkpoint')).size);
    const missing = await stranger.get('/audit/proof/01890000-0000-7000-8000-000000000000');
    const foreign = await stranger.get(path);
    expect([foreign.status, foreign.body.detail]).toEqual([404, missing.body.detail]);
    expect((await maker.get(`/audit/consistency?from=1&to=${seen.size + 1}`)).status).toBe(404);
  });

  it.each(['consistency', 'consistency?from=0', 'consistency?from=x', 'proof/1', 'proof/x?size=1'])(
    '%s is refused',
    async (path) => {
      expect((await (await person('audit.admin')).get(`/audit/${path}`)).status).toBe(400);
    },
  );
});

describe('the auditor lets the log be verified', () => {
  it('finds nothing where nothing was changed, and the log tells who asked', async () => {
    expect(await verified()).toMatchObject({ state: 'clean', findings: [] });

    const { items } = await read('audit.admin', '/audit/entries?kind=access&limit=50');
    const types = items
      .filter(({ actor }: Body) => actor.login === 'audit.admin')
      .map(({ type }: Body) => type);
    expect(types).toEqual(expect.arrayContaining(['VERIFICATION_BEGUN', 'VERIFICATION_ENDED']));
  });

  it('names what a superuser has changed, and the auditors are told', async () => {
    const entry = await sendingEntry((await aFiledReport()).id);
    await sequenced();
    await query('admin', 'update log_value set salt = reverse(salt) where entry_id = $1', [entry]);

    const { state, findings } = await verified();

    expect(state).toBe('differs');
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'value-differs', row: entry, field: 'facts' }),
    );
    const { items } = await read('audit.admin', '/inbox');
    expect(items[0]).toMatchObject({ title: '审计日志与存证不一致' });
    await query('admin', 'update log_value set salt = reverse(salt) where entry_id = $1', [entry]);
  });

  it('an entry that the server has not written gets no leaf, whatever is put beside it', async () => {
    const forged = await query<{ id: string }>(
      'admin',
      `with entry as (insert into log_entry (jurisdiction, occurred_month, id, kind, type, audience, at, body)
          select jurisdiction, occurred_month, gen_random_uuid(), kind, type, audience, at, body from log_entry
          where kind = 'access' limit 1 returning *)
        insert into log_pending (jurisdiction, occurred_month, entry_id, voucher)
        select jurisdiction, occurred_month, id, 'k1.' || repeat('A', 43) from entry returning entry_id as id`,
    );
    await sequenced();

    expect(await query('admin', 'select refused from log_pending')).toEqual([{ refused: true }]);
    expect((await verified()).findings).toEqual([
      { kind: 'entry-without-leaf', index: null, row: forged[0]?.id, field: null },
    ]);
    await query('admin', 'delete from log_entry where id = $1', [forged[0]?.id]);
    await query('admin', 'delete from log_pending where refused');
  });

  it('nothing is built upon a checkpoint that is not signed by a key of ours', async () => {
    await sequenced();
    const before = await query('admin', 'select note, size from log_checkpoint order by size desc limit 1');
    await query(
      'admin',
      "update log_checkpoint set note = replace(note, '— wendai', '— wendao') where size = $1",
      [before[0]?.['size']],
    );

    await aFiledReport();
    await new Promise((resolve) => setTimeout(resolve, 600));

    expect(await query('admin', 'select max(size) as size from log_checkpoint')).toEqual([
      { size: before[0]?.['size'] },
    ]);
    expect((await verified()).findings).toContainEqual(
      expect.objectContaining({ kind: 'checkpoint-differs' }),
    );
    await query('admin', 'update log_checkpoint set note = $1 where size = $2', [
      before[0]?.['note'],
      before[0]?.['size'],
    ]);
    await sequenced();
    expect(await verified()).toMatchObject({ state: 'clean' });
  });
});
