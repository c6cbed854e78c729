import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  act,
  aDraft,
  aDraftToCheck,
  aFiledReport,
  aReport,
  change,
  expecting,
  person,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('草稿: saved is not filed', () => {
  it('saves incomplete, without number or date, and says where it lies', async () => {
    const maker = await person('jinli.maker');

    const { status, body, headers } = await maker.post('/filings', { kind: 'squeeze' });

    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'drafting',
      stateLabel: '草稿（未报送）',
      number: null,
      bankDate: null,
    });
    expect(headers.get('location')).toBe(`/api/v1/filings/${body.id}`);
    expect(headers.get('etag')).toBe('"1.0"');
  });

  it('keeps amounts with two decimals and the credit code as it is printed', async () => {
    const draft = await aDraft({
      content: { amount: '700000', firm: { creditCode: ' 91350582ｍａ2t-00001 ' } },
    });

    expect(await seenBy(draft, 'jinli.maker')).toMatchObject({
      amount: '700000.00',
      firm: { creditCode: '91350582MA2T00001' },
    });
  });

  it('is seen by nobody outside the bank, not even in a list', async () => {
    const draft = await aDraft();

    for (const login of ['citong.maker', 'finance.leader', 'regulator.observer', 'jinjiang.coordinator']) {
      const client = await person(login);
      expect((await client.get(draft.path)).status).toBe(404);
      const { items } = (await client.get('/filings?limit=100')).body;
      expect(items.map(({ id }: { id: string }) => id)).not.toContain(draft.id);
    }
  });

  it('belongs to its branch and the city branch, not to another branch', async () => {
    const maker = await person('haisi.jinjiang.maker');
    const { body } = expecting(201, await maker.post('/filings', aReport()));

    expect((await (await person('haisi.maker')).get(`/filings/${body.id}`)).status).toBe(200);
    expect((await (await person('haisi.shishi.maker')).get(`/filings/${body.id}`)).status).toBe(404);
  });

  it('takes whole answers by PATCH, null takes one away, the rest stays', async () => {
    const draft = await aDraft();

    const changed = await change(draft, { amount: '650000.00', renewal: null, branch: '晋江支行' });

    expect(changed).toMatchObject({ amount: '650000.00', branch: '晋江支行', kind: 'squeeze' });
    expect(changed).not.toHaveProperty('renewal');
    expect(changed.version).toBe('1.1');
  });

  it('refuses a PATCH on a version that is not the present one, and tells which is', async () => {
    const draft = await aDraft();
    const maker = await person('jinli.maker');
    await change(draft, { amount: '650000.00' });

    const stale = await maker.patch(draft.path, { amount: '640000.00' }, { ifMatch: '"1.0"' });
    const without = await maker.patch(draft.path, { amount: '640000.00' }, { ifMatch: null });

    expect(stale).toMatchObject({ status: 412, body: { code: 'stale-version', etag: '1.1' } });
    expect(stale.headers.get('etag')).toBe('"1.1"');
    expect(without).toMatchObject({ status: 428, body: { code: 'precondition-required' } });
    expect((await seenBy(draft, 'jinli.maker')).amount).toBe('650000.00');
  });

  it('cannot be changed while it is being checked, and can again when it comes back', async () => {
    const draft = await aDraftToCheck();
    const maker = await person('jinli.maker');
    await maker.get(draft.path);

    const refused = await maker.patch(draft.path, { amount: '650000.00' });
    await act(draft, 'jinli.checker', 'RETURN_TO_MAKER', { reason: '金额请核对。' });
    const changed = await change(draft, { amount: '650000.00' });

    expect(refused).toMatchObject({ status: 409, body: { code: 'not-editable' } });
    expect(changed).toMatchObject({ state: 'drafting', amount: '650000.00' });
  });

  it('comes back to the checker with what was changed since, contracts among it, until it is sent', async () => {
    const draft = await aDraftToCheck();
    expect((await seenBy(draft, 'jinli.checker')).sinceReturned).toBeNull();
    await act(draft, 'jinli.checker', 'RETURN_TO_MAKER', { reason: '金额、合同号请核对。' });
    await change(draft, {
      amount: '650000.00',
      before: { limit: '650000.00', balance: '650000.00' },
      loans: [{ contractNo: '流借字2025-009号', amount: '650000.00' }],
    });

    await act(draft, 'jinli.maker', 'SEND_TO_CHECK');

    expect((await seenBy(draft, 'jinli.checker')).sinceReturned).toEqual(
      expect.arrayContaining([
        { pointer: '/amount', before: '700000.00', after: '650000.00' },
        { pointer: '/loans/0/contractNo', before: '流借字2025-001号', after: '流借字2025-009号' },
      ]),
    );
    await act(draft, 'jinli.checker', 'FILE');
    expect((await seenBy(draft, 'jinli.checker')).sinceReturned).toBeNull();
    expect(await seenBy(draft, 'finance.reviewer')).not.toHaveProperty('sinceReturned');
    const left = await query(
      'admin',
      `select r.returned, s.returned as sealed from filing_revision r join filing_confidential s using (jurisdiction, filing, revision)
        where filing = $1`,
      [draft.id],
    );
    expect(left).toEqual([{ returned: null, sealed: null }]);
  });

  it('an own reference is unique within the bank, and each bank has its own', async () => {
    const externalRef = randomUUID();
    const maker = await person('jinli.maker');
    expecting(201, await maker.post('/filings', aReport({ externalRef })));

    const again = await maker.post('/filings', aReport({ externalRef }));
    const elsewhere = await (await person('citong.maker')).post('/filings', aReport({ externalRef }));

    expect(again).toMatchObject({
      status: 409,
      body: { code: 'already-exists', errors: [{ pointer: '/externalRef' }] },
    });
    expect(elsewhere.status).toBe(201);
  });

  it('is deleted with everything in it but the log, which keeps that it was', async () => {
    const draft = await aDraft();
    const maker = await person('jinli.maker');

    const deleted = await maker.delete(draft.path);

    expect(deleted.status).toBe(204);
    expect((await maker.get(draft.path)).status).toBe(404);
    for (const [table, column] of Object.entries({
      process_case: 'id',
      filing: 'id',
      filing_revision: 'filing',
    })) {
      expect(await query('admin', `select from ${table} where ${column} = $1`, [draft.id])).toEqual([]);
    }
    expect(
      await query('admin', 'select type from log_entry where case_id = $1 order by seq', [draft.id]),
    ).toEqual([{ type: 'OPENED' }, { type: 'DISCARD' }]);
  });

  it('that was discarded still answers a retry as then', async () => {
    const draft = await aDraft();
    const maker = await person('jinli.maker');
    const idempotencyKey = randomUUID();
    const options = { idempotencyKey, ifMatch: '"1.0"' };

    const first = await maker.send(draft.path, 'DISCARD', {}, options);
    const again = await maker.send(draft.path, 'DISCARD', {}, options);

    expect(first.status).toBe(200);
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  });

  it('cannot be deleted once it is filed', async () => {
    const filing = await aFiledReport();

    const maker = await person('jinli.maker');
    await maker.get(filing.path);

    const refused = await maker.delete(filing.path);

    expect(refused).toMatchObject({ status: 409, body: { code: 'not-editable' } });
  });

  it('can be made from an earlier report of the own bank, without what is one report’s alone', async () => {
    const filing = await aFiledReport({
      content: { externalRef: randomUUID(), bankDocumentNo: '晋银发〔2026〕8号' },
    });
    const maker = await person('jinli.maker');

    const copied = expecting(201, await maker.post(`${filing.path}/copy`)).body;

    const copy = await seenBy({ ...filing, path: `/filings/${copied.id}` }, 'jinli.maker');
    expect(copy).toMatchObject({ state: 'drafting', number: null, amount: '700000.00' });
    expect(copy).not.toHaveProperty('externalRef');
    expect(copy).not.toHaveProperty('bankDocumentNo');
    expect((await (await person('citong.maker')).post(`${filing.path}/copy`)).status).toBe(404);
  });
});
