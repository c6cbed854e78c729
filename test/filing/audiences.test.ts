import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  act,
  aFiledReport,
  aReportUnderReview,
  attempt,
  change,
  type Filing,
  opine,
  person,
  seenBy,
} from '../support/filings.js';
import { aKnownFirm } from '../support/firms.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

/** Every route by which a bank can look at its own report, or at what is like it. */
const READS = (filing: Filing) => [
  filing.path,
  `${filing.path}/actions`,
  `${filing.path}/explain`,
  `${filing.path}/history`,
  `${filing.path}/receipt`,
  `${filing.path}/attachments`,
  '/filings?limit=100',
  '/filings?mark=runAlert',
  `/filings?creditCode=${filing.creditCode}`,
  '/worklist?tab=mine',
  '/worklist?tab=todo',
  '/firms?limit=100',
  '/inbox?limit=100',
  '/events',
];

describe('processes.md §8, 16: another bank files on the same firm', () => {
  it('nothing that any other bank can read changes by a byte', async () => {
    const creditCode = await aKnownFirm({ whitelisted: true });
    const mine = await aReportUnderReview({ content: { firm: { creditCode } } });
    await opine(mine, 'finance', 'coordinate');
    const before = await everythingReadBy('jinli.maker', mine);
    const bystander = await everythingReadBy('haisi.maker', mine);

    const other = await aFiledReport({ bank: 'citong', content: { firm: { creditCode } } });
    await act(other, 'finance.reviewer', 'ACKNOWLEDGE');
    await act(other, 'finance.reviewer', 'SUSPECT_SPLIT', { suspected: true, reason: '同日两家。' });

    expect(await everythingReadBy('jinli.maker', mine)).toEqual(before);
    expect(await everythingReadBy('haisi.maker', mine)).toEqual(bystander);
    expect((await seenBy(mine, 'finance.reviewer')).marks).toEqual(['whitelisted', 'runAlert']);
    expect((await seenBy(other, 'finance.reviewer')).marks).toEqual([
      'whitelisted',
      'runAlert',
      'splitSuspected',
    ]);
  });

  it('nor does what a draft on a firm that only another bank has named is asked for', async () => {
    const first = await aFiledReport();
    const maker = await person('haisi.maker');
    const content = { firm: { creditCode: first.creditCode, county: 'jinjiang' } };
    const { body } = await maker.post('/filings', content);

    const { body: refused } = await maker.send(`/filings/${body.id}`, 'SEND_TO_CHECK');

    const pointers = refused.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toContain('/firm/name');
  });

  it('two that file at once on one firm both carry the alert', async () => {
    const creditCode = await aKnownFirm();
    const filings = await Promise.all(
      ['citong', 'haisi', 'anping'].map((bank) => aFiledReport({ bank, content: { firm: { creditCode } } })),
    );

    for (const filing of filings) {
      expect((await seenBy(filing, 'finance.reviewer')).marks).toEqual(['runAlert']);
      expect((await seenBy(filing, `${filing.bank}.maker`)).marks).toEqual([]);
    }
  });

  it('the eleventh working day is too late for an alert', async () => {
    const creditCode = await aKnownFirm();
    const first = await aFiledReport({ bank: 'citong', content: { firm: { creditCode } } });
    await setClock('2026-06-26T09:30:00+08:00');

    const later = await aFiledReport({ bank: 'haisi', content: { firm: { creditCode } } });

    await setClock('2026-06-10T09:30:00+08:00');
    expect((await seenBy(first, 'finance.reviewer')).marks).toEqual([]);
    expect((await seenBy(later, 'finance.reviewer')).marks).toEqual([]);
  });
});

describe('what a bank never sees', () => {
  it('lane, register number, reviews, opinions, the offices’ proposal', async () => {
    const filing = await aReportUnderReview();
    await opine(filing, 'finance', 'suggestDeferral');

    const bank = await seenBy(filing, 'jinli.checker');
    const office = await seenBy(filing, 'industry.leader');

    for (const hidden of ['lane', 'registerNumber', 'reviews', 'proposed', 'opinions']) {
      expect(office).toHaveProperty(hidden);
      expect(bank).not.toHaveProperty(hidden);
    }
    expect(bank.deadlines.map(({ name }: { name: string }) => name)).toEqual(['bankDate']);
  });

  it('the answer of an event neither', async () => {
    const filing = await aFiledReport();

    const bank = await act(filing, 'jinli.checker', 'UNDERTAKE', { until: '2026-08-20' });
    const office = await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');

    expect(bank.filing).not.toHaveProperty('lane');
    expect(office.filing).toHaveProperty('lane', 'routine');
  });

  it('the regulator branch observes everything and does nothing', async () => {
    const filing = await aReportUnderReview();
    await opine(filing, 'finance', 'suggestDeferral');

    const seen = await seenBy(filing, 'regulator.observer');

    expect(seen.opinions).toMatchObject([{ office: 'finance', position: 'suggestDeferral' }]);
    expect((await (await person('regulator.observer')).get(`${filing.path}/actions`)).body.actions).toEqual(
      [],
    );
    expect((await attempt(filing, 'regulator.observer', 'COMMENT', { text: '？' })).status).toBe(403);
  });
});

describe('a bank that was told of another bank’s report, as a committee’s chair is', () => {
  it('reads it as a member, and does nothing with it that is its owner’s', async () => {
    const filing = await aReportUnderReview();
    await change(filing, { branch: '晋江支行' });
    await query(
      'admin',
      `insert into case_access (jurisdiction, case_id, organization)
        select jurisdiction, $1, id from organization where key = 'citong'`,
      [filing.id],
    );
    const maker = await person('citong.maker');
    const { body: seen, headers } = await maker.get(filing.path);
    const ifMatch = headers.get('etag');

    expect(seen).toMatchObject({ state: 'reviewing', version: '4.0' });
    for (const hidden of ['lane', 'opinions', 'amendment', 'editable', 'branch']) {
      expect(seen).not.toHaveProperty(hidden);
    }
    expect((await maker.get(`${filing.path}/actions`)).body.actions).toEqual([]);
    for (const answer of [
      await maker.send(filing.path, 'WITHDRAW', { reason: 'other' }, { ifMatch }),
      await maker.patch(filing.path, { branch: '石狮支行' }, { ifMatch }),
      await maker.delete(filing.path, { ifMatch }),
      await maker.post(`${filing.path}/copy`),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect((await seenBy(filing, 'jinli.maker')).amendment.content.branch).toBe('晋江支行');
  });
});

describe('foreign and missing are the same to the byte', () => {
  it.each(['', '/actions', '/explain', '/history', '/receipt', '/attachments'])(
    'GET /filings/…%s',
    async (route) => {
      const filing = await aFiledReport();
      const client = await person('citong.maker');

      const foreign = await client.get(`${filing.path}${route}`);
      const missing = await client.get(`/filings/01890000-0000-7000-8000-000000000000${route}`);

      expect(foreign.status).toBe(404);
      expect(JSON.stringify(foreign.body)).toBe(JSON.stringify(missing.body));
      expect([...foreign.headers.keys()]).toEqual([...missing.headers.keys()]);
    },
  );

  it('whatever is sent', async () => {
    const filing = await aFiledReport();
    const client = await person('citong.checker');
    const maker = await person('citong.maker');
    const options = { ifMatch: '"3.0"' };
    const missing = '/filings/01890000-0000-7000-8000-000000000000';

    for (const path of [filing.path, missing]) {
      expect(await client.send(path, 'WITHDRAW', { reason: 'other' }, options)).toMatchObject({
        status: 404,
      });
      expect(await maker.patch(path, { amount: '1.00' }, options)).toMatchObject({ status: 404 });
      expect(await maker.delete(path, options)).toMatchObject({ status: 404 });
      expect(await maker.post(`${path}/copy`)).toMatchObject({ status: 404 });
    }
    expect((await seenBy(filing, 'jinli.maker')).state).toBe('acknowledging');
  });
});

describe('调阅留痕: reading another organization’s report leaves a trace', () => {
  it('once a person, report and hour; one’s own leaves none', async () => {
    const filing = await aFiledReport();
    await seenBy(filing, 'jinli.maker');
    await seenBy(filing, 'industry.leader');
    await seenBy(filing, 'industry.leader');

    const reads = await query<{ login: string }>(
      'admin',
      `select p.login from log_entry e join person p on p.id = e.actor_person where e.kind = 'read' and e.case_id = $1`,
      [filing.id],
    );

    expect(reads).toEqual([{ login: 'industry.leader' }]);
  });
});

async function everythingReadBy(login: string, filing: Filing): Promise<Record<string, Body>> {
  const client = await person(login);
  const read: Record<string, Body> = {};
  for (const path of READS(filing)) {
    const { status, body, headers } = await client.get(path);
    read[path] = { status, body, etag: headers.get('etag') };
  }
  return read;
}
