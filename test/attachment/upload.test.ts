import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { anonymous } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  aClearedReport,
  act,
  aDraft,
  aDraftToCheck,
  aFiledReport,
  aReportUnderReview,
  change,
  person,
} from '../support/filings.js';
import { aPdf, sha256 } from './a-file.js';
import { attachmentsSeenBy, upload, uploadBy, uploadInPieces } from './upload.js';

jest.setTimeout(120_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

const MIB = 1024 * 1024;
const HOME = join(process.env['TEST_HOME'] ?? '', `worker-${process.env['JEST_WORKER_ID'] ?? '1'}`);
const FOLDER = join(HOME, 'attachments', '350500');

describe('an upload', () => {
  it('is stored under an id of its own that only the server reads', async () => {
    const filing = await aDraft();
    const bytes = aPdf();

    const { body } = await upload(filing, bytes, { name: '借款合同.pdf' });

    const file = join(FOLDER, body.id.slice(-2), body.id);
    expect(readFileSync(file)).toEqual(bytes);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(FOLDER).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(FOLDER, 'incoming'))).toEqual([]);
  });

  it('that is repeated finds what is there', async () => {
    const filing = await aDraft();
    const bytes = aPdf();
    const first = await upload(filing, bytes, { name: '合同.pdf' });

    const [second, third] = await Promise.all([
      upload(filing, bytes, { name: '另一名称.pdf' }),
      upload(filing, bytes),
    ]);

    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(third).toMatchObject({ status: 200, body: first.body });
    expect((await attachmentsSeenBy(filing, 'jinli.maker')).body.items).toEqual([first.body]);
  });

  it('of the same content by two at once makes one attachment, and no second file', async () => {
    const filing = await aDraft();
    const bytes = aPdf();

    const answers = await Promise.all([1, 2, 3, 4].map(() => upload(filing, bytes)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    const [{ count } = { count: 0 }] = await query<{ count: number }>(
      'admin',
      'select count(*)::int as count from attachment where filing = $1',
      [filing.id],
    );
    expect(count).toBe(1);
  });

  it('whose bytes are not those of its address changes nothing', async () => {
    const filing = await aDraft();

    const answer = await upload(filing, aPdf(), { hash: sha256(aPdf()) });

    expect(answer).toMatchObject({ status: 422, body: { code: 'digest-mismatch' } });
    expect((await attachmentsSeenBy(filing, 'jinli.maker')).body.items).toEqual([]);
    expect(readdirSync(join(FOLDER, 'incoming'))).toEqual([]);
  });

  it.each(['0'.repeat(63), 'G'.repeat(64), 'A'.repeat(64)])(
    'needs a hash as its address: %s',
    async (hash) => {
      expect(await upload(await aDraft(), aPdf(), { hash })).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
    },
  );

  it('may have 20 MiB and not a byte more, announced or not', async () => {
    const filing = await aDraft();
    const largest = Buffer.concat([Buffer.alloc(20 * MIB - 4, 'a'), Buffer.from('完\n')]);
    const larger = Buffer.concat([largest, Buffer.from('\n')]);

    expect(await upload(filing, larger, { name: '大.txt' })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await uploadInPieces(filing, larger, MIB)).toBe(413);
    expect(await upload(filing, largest, { name: '大.txt' })).toMatchObject({
      status: 201,
      body: { size: 20 * MIB },
    });
    expect(readdirSync(join(FOLDER, 'incoming'))).toEqual([]);
  });

  it('is the fiftieth at most of one filing', async () => {
    const filing = await aDraft();
    await query(
      'admin',
      `insert into attachment (jurisdiction, id, filing, owner_org, name, media_type, size, sha256, added_by)
        select f.jurisdiction, gen_random_uuid(), f.id, f.owner_org, '旧.pdf', 'application/pdf', 1,
          encode(sha256(n::text::bytea), 'hex'), (select id from person where login = 'jinli.maker')
        from filing f, generate_series(1, 49) n where f.id = $1`,
      [filing.id],
    );

    expect(await upload(filing, aPdf())).toMatchObject({ status: 201 });
    expect(await upload(filing, aPdf())).toMatchObject({
      status: 422,
      body: { code: 'guard-failed', errors: [{ code: 'too-many-attachments' }] },
    });
  });
});

describe('other routes take no more than before', () => {
  it.each(['text/plain', 'application/pdf', 'multipart/form-data; boundary=x'])(
    '%s is refused',
    async (contentType) => {
      const client = await person('jinli.maker');

      const answer = await client.post('/filings', 'x', { headers: { 'content-type': contentType } });

      expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    },
  );

  it('what is no route is not found, whatever is sent there', async () => {
    const client = await person('jinli.maker');

    expect(await client.put('/nowhere', aPdf())).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('who may add, and when', () => {
  it('is the bank’s maker, and nobody else who sees the case', async () => {
    const filing = await aClearedReport();

    for (const login of ['jinli.checker', 'finance.reviewer', 'industry.reviewer', 'regulator.observer']) {
      expect(await upload(filing, aPdf(), {}, login)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    }
    expect(await uploadBy(anonymous(), filing, aPdf())).toMatchObject({ status: 401 });
    expect(await upload(filing, aPdf())).toMatchObject({ status: 201 });
  });

  it('answers another bank about a foreign filing as about none at all', async () => {
    const filing = await aDraft();
    const bytes = aPdf();

    const foreign = await upload(filing, bytes, {}, 'citong.maker');
    const missing = await upload({ ...filing, path: `/filings/${uuid()}` }, bytes, {}, 'citong.maker');

    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(JSON.stringify(foreign.body)).toBe(JSON.stringify(missing.body));
  });

  it('is not while the checker or the offices have it', async () => {
    const checking = await aDraftToCheck();
    const filed = await aFiledReport();
    const reviewed = await aReportUnderReview();

    for (const filing of [checking, filed, reviewed]) {
      expect(await upload(filing, aPdf())).toMatchObject({
        status: 409,
        body: { code: 'not-editable', detail: expect.stringMatching(/。$/) },
      });
    }
  });

  it('is with an amendment, once one is being prepared', async () => {
    const filing = await aReportUnderReview();
    await change(filing, { branch: '安海支行' });

    expect(await upload(filing, aPdf())).toMatchObject({ status: 201 });
  });

  it('is when an office asks', async () => {
    const completing = await aFiledReport();
    await act(completing, 'finance.reviewer', 'REQUEST_COMPLETION', {
      defects: [{ text: '请附借款合同。' }],
    });
    const supplementing = await aReportUnderReview();
    await act(supplementing, 'industry.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['请附用电量。'] });

    expect(await upload(completing, aPdf())).toMatchObject({ status: 201 });
    expect(await upload(supplementing, aPdf())).toMatchObject({ status: 201 });
  });

  it('is over with the case', async () => {
    const filing = await aFiledReport();
    await act(filing, 'jinli.checker', 'VOID', { reason: '误报。' });

    expect(await upload(filing, aPdf())).toMatchObject({ status: 409, body: { code: 'not-editable' } });
  });
});
