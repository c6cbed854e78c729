import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { anonymous } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraft, expecting, type Filing, person } from '../support/filings.js';
import { aPdf, aText, sha256 } from './a-file.js';
import { attachmentsSeenBy, upload } from './upload.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

async function aFiledReportWith(bytes: Buffer, name: string, bank = 'jinli'): Promise<Filing> {
  const filing = await aDraft({ bank, content: { firm: { county: 'anxi' } } });
  expecting(201, await upload(filing, bytes, { name }));
  await act(filing, `${bank}.maker`, 'SEND_TO_CHECK');
  await act(filing, `${bank}.checker`, 'FILE');
  return filing;
}

async function download({ path }: Pick<Filing, 'path'>, hash: string, login: string) {
  return (await person(login)).get(`${path}/attachments/${hash}`);
}

describe('a download', () => {
  it('gives the bytes as a file to be saved, never as a page', async () => {
    const bytes = aText('企业说明："已停产"。\n');
    const filing = await aFiledReportWith(bytes, '企业 "说明"(1).txt');

    const answer = await download(filing, sha256(bytes), 'finance.reviewer');

    expect(answer.status).toBe(200);
    expect(answer.body).toBe(bytes.toString());
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="__ ____(1).txt"; filename*=UTF-8''%E4%BC%81%E4%B8%9A%20%22%E8%AF%B4%E6%98%8E%22%281%29.txt`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is for those who see the case: bank, bureaus, observers, and a county once it is told', async () => {
    const bytes = aPdf();
    const filing = await aFiledReportWith(bytes, '合同.pdf');

    for (const login of ['jinli.checker', 'industry.leader', 'regulator.observer', 'pboc.observer']) {
      expect((await download(filing, sha256(bytes), login)).status).toBe(200);
    }
    expect((await download(filing, sha256(bytes), 'anxi.coordinator')).status).toBe(404);

    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    await act(filing, 'finance.reviewer', 'ASK_FACTS', { questions: ['企业是否停产？'] });

    expect((await download(filing, sha256(bytes), 'anxi.coordinator')).status).toBe(200);
    expect((await download(filing, sha256(bytes), 'nanan.coordinator')).status).toBe(404);
    expect((await attachmentsSeenBy(filing, 'anxi.coordinator')).body.items).toHaveLength(1);
  });

  it('of a draft is its bank’s alone, and of a branch that branch’s', async () => {
    const bytes = aPdf();
    const filing = await aDraftToCheckWith(bytes);

    expect((await download(filing, sha256(bytes), 'haisi.checker')).status).toBe(200);
    expect((await download(filing, sha256(bytes), 'haisi.shishi.maker')).status).toBe(404);
    expect((await download(filing, sha256(bytes), 'finance.reviewer')).status).toBe(404);
    expect((await attachmentsSeenBy(filing, 'finance.reviewer')).status).toBe(404);
  });

  it('answers about a foreign case as about none, to the byte', async () => {
    const bytes = aPdf();
    const filing = await aFiledReportWith(bytes, '合同.pdf');
    const nowhere = { path: `/filings/${uuid()}` };

    const foreign = await download(filing, sha256(bytes), 'citong.maker');
    const missing = await download(nowhere, sha256(bytes), 'citong.maker');
    const ownWithout = await download(filing, sha256(aPdf()), 'jinli.maker');

    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(JSON.stringify(missing.body)).toBe(JSON.stringify(foreign.body));
    expect(JSON.stringify(ownWithout.body)).toBe(JSON.stringify(foreign.body));
    const lists = await Promise.all([filing, nowhere].map(({ path }) => listAs('citong.maker', path)));
    expect(JSON.stringify(lists[0]?.body)).toBe(JSON.stringify(lists[1]?.body));
    expect((await anonymous().get(`${filing.path}/attachments`)).status).toBe(401);
  });

  it('leaves a trace when another organization reads', async () => {
    const bytes = aPdf();
    const filing = await aFiledReportWith(bytes, '合同.pdf');
    await download(filing, sha256(bytes), 'jinli.checker');
    expect(await readers(filing)).toEqual([]);

    await download(filing, sha256(bytes), 'industry.reviewer');
    await download(filing, sha256(bytes), 'industry.reviewer');

    expect(await readers(filing)).toEqual(['industry.reviewer']);
  });
});

async function aDraftToCheckWith(bytes: Buffer): Promise<Filing> {
  const filing = await aDraft({ bank: 'haisi.jinjiang' });
  expecting(201, await upload(filing, bytes));
  await act(filing, 'haisi.jinjiang.maker', 'SEND_TO_CHECK');
  return filing;
}

async function listAs(login: string, path: string) {
  return (await person(login)).get(`${path}/attachments`);
}

async function readers({ id }: Filing): Promise<string[]> {
  const rows = await query<{ login: string }>(
    'admin',
    `select p.login from log_entry e join person p on p.id = e.actor_person where e.kind = 'read' and e.case_id = $1
      and p.login in ('jinli.checker', 'industry.reviewer')`,
    [id],
  );
  return rows.map(({ login }) => login);
}
