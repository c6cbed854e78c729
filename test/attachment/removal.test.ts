import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { act, aDraft, type Filing, person } from '../support/filings.js';
import { aPdf, sha256 } from './a-file.js';
import { attachmentsSeenBy, upload } from './upload.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

const HOME = join(process.env['TEST_HOME'] ?? '', `worker-${process.env['JEST_WORKER_ID'] ?? '1'}`);
const FOLDER = join(HOME, 'attachments', '350500');

async function removes(filing: Filing, hash: string, login = `${filing.bank}.maker`): Promise<Answer> {
  return (await person(login)).delete(`${filing.path}/attachments/${hash}`);
}

describe('what stands beside a draft by mistake', () => {
  it('is taken away with its file, and may be put there again', async () => {
    const filing = await aDraft();
    const [wrong, right] = [aPdf(), aPdf()];
    const { body } = await upload(filing, wrong, { name: '错误.pdf' });
    await upload(filing, right, { name: '合同.pdf' });

    expect(await removes(filing, sha256(wrong))).toMatchObject({ status: 204 });

    const { items } = (await attachmentsSeenBy(filing, 'jinli.maker')).body;
    expect(items).toMatchObject([{ name: '合同.pdf' }]);
    expect(existsSync(join(FOLDER, body.id.slice(-2), body.id))).toBe(false);
    expect(await removes(filing, sha256(wrong))).toMatchObject({ status: 404 });
    expect(await upload(filing, wrong)).toMatchObject({ status: 201 });
  });

  it('is the draft’s own: nobody else finds it, and the checker does not write', async () => {
    const filing = await aDraft();
    const bytes = aPdf();
    await upload(filing, bytes);

    const foreign = await removes(filing, sha256(bytes), 'citong.maker');
    const missing = await removes({ ...filing, path: `${filing.path.slice(0, -4)}ffff` }, sha256(bytes));

    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    expect(foreign.status).toBe(404);
    expect(await removes(filing, sha256(bytes), 'jinli.checker')).toMatchObject({ status: 403 });
    expect(await removes(filing, sha256(bytes), 'finance.reviewer')).toMatchObject({ status: 403 });
    expect((await attachmentsSeenBy(filing, 'jinli.maker')).body.items).toHaveLength(1);
  });
});

describe('what somebody else may have seen', () => {
  it('stays: with the checker, back at its maker’s it is free again, and once filed for good', async () => {
    const filing = await aDraft();
    const bytes = aPdf();
    await upload(filing, bytes);
    const refused = { status: 409, body: { code: 'not-editable' } };

    await act(filing, 'jinli.maker', 'SEND_TO_CHECK');
    expect(await removes(filing, sha256(bytes))).toMatchObject(refused);

    await act(filing, 'jinli.checker', 'RETURN_TO_MAKER', { reason: '附件有误。' });
    expect(await removes(filing, sha256(bytes))).toMatchObject({ status: 204 });

    await upload(filing, bytes);
    await act(filing, 'jinli.maker', 'SEND_TO_CHECK');
    await act(filing, 'jinli.checker', 'FILE');
    expect(await removes(filing, sha256(bytes))).toMatchObject(refused);
    expect((await attachmentsSeenBy(filing, 'jinli.maker')).body.items).toHaveLength(1);
  });
});
