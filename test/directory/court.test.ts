import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  aClearedReport,
  act,
  aDraft,
  aFiledReport,
  aReportUnderReview,
  type Filing,
  person,
  seenBy,
} from '../support/filings.js';
import { aKnownFirm } from '../support/firms.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

const ACCEPTANCE = {
  court: '泉州市中级人民法院',
  documentNumber: '（2026）闽05破申12号',
  acceptedOn: '2026-06-09',
};

async function firmOf(creditCode: string): Promise<string> {
  const [row] = await query<{ id: string }>('admin', 'select id from firm where credit_code = $1', [
    creditCode,
  ]);
  return row?.id ?? '';
}

async function record(
  creditCode: string,
  body: object = ACCEPTANCE,
  { login = 'finance.reviewer', what = 'court-acceptance' } = {},
): Promise<Answer> {
  return (await person(login)).post(`/firms/${await firmOf(creditCode)}/${what}`, body);
}

async function stateOf(filing: Filing): Promise<string> {
  return (await seenBy(filing, 'finance.reviewer')).state;
}

describe('企业破产法 19: what a court accepts reaches every open case about the firm at once', () => {
  it('reports under review and cleared become judicial, and nothing runs any more', async () => {
    const creditCode = await aKnownFirm();
    const [reviewed, cleared] = [
      await aReportUnderReview({ content: { firm: { creditCode } } }),
      await aClearedReport({ bank: 'citong', content: { firm: { creditCode } } }),
    ];

    const answer = await record(creditCode);

    expect(answer).toMatchObject({ status: 200, body: { ...ACCEPTANCE, endedOn: null, told: 2 } });
    expect([await stateOf(reviewed), await stateOf(cleared)]).toEqual(['judicial', 'judicial']);
    const running = await query(
      'admin',
      "select 1 from deadline where case_id = any ($1) and status in ('armed', 'stopped')",
      [[reviewed.id, cleared.id]],
    );
    expect(running).toEqual([]);
    const [entry] = await query(
      'admin',
      "select kind from log_entry where type = 'COURT.ACCEPTED' and kind = 'directory'",
    );
    expect(entry).toEqual({ kind: 'directory' });
  });

  it('recorded again it is the same, and no case hears of it twice', async () => {
    const creditCode = await aKnownFirm();
    await aReportUnderReview({ content: { firm: { creditCode } } });
    const first = await record(creditCode);

    const again = await record(creditCode);

    expect(again.body).toEqual({ ...first.body, told: 0 });
  });

  it('a report that comes afterwards is received and judicial from the start; once the court has dismissed, it is not', async () => {
    const creditCode = await aKnownFirm();
    await record(creditCode);
    expect(await stateOf(await aFiledReport({ content: { firm: { creditCode } } }))).toBe('judicial');

    const dismissed = await record(
      creditCode,
      { outcome: 'dismissed', on: '2026-06-10' },
      { what: 'court-outcome' },
    );

    expect(dismissed).toMatchObject({ status: 200, body: { outcome: 'dismissed', endedOn: '2026-06-10' } });
    expect(await stateOf(await aFiledReport({ content: { firm: { creditCode } } }))).toBe('acknowledging');
  });

  it('what was executed stays executed', async () => {
    const creditCode = await aKnownFirm();
    const filing = await aClearedReport({ content: { firm: { creditCode }, plannedDate: '2026-06-25' } });
    await setClock('2026-06-25T09:30:00+08:00');
    const payload = { date: '2026-06-25', lines: [{ amount: '700000.00' }], final: true };
    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', payload);

    await record(creditCode);

    expect(await stateOf(filing)).toBe('executed');
    await setClock('2026-06-25T09:30:00+08:00');
  });

  it('a draft that names the firm hears nothing: what it will say is not known to anybody yet', async () => {
    const creditCode = await aKnownFirm();
    const draft = await aDraft({ content: { firm: { creditCode } } });

    expect((await record(creditCode)).body.told).toBe(0);
    expect((await seenBy(draft, 'jinli.maker')).state).toBe('drafting');
  });
});

describe('bad input gets its code and changes nothing', () => {
  it.each([
    ['a day to come', { ...ACCEPTANCE, acceptedOn: '2027-01-01' }, 422, 'guard-failed'],
    ['a day that does not exist', { ...ACCEPTANCE, acceptedOn: '2026-02-30' }, 400, 'validation-failed'],
    ['an unknown field', { ...ACCEPTANCE, judge: '某' }, 400, 'validation-failed'],
    ['no court', { documentNumber: '1号', acceptedOn: '2026-06-09' }, 400, 'validation-failed'],
  ])('%s', async (_, body, status, code) => {
    const creditCode = await aKnownFirm();
    const filing = await aReportUnderReview({ content: { firm: { creditCode } } });

    expect(await record(creditCode, body)).toMatchObject({ status, body: { code } });
    expect(await stateOf(filing)).toBe('reviewing');
  });

  it('another acceptance while one is open, an outcome without or before an acceptance', async () => {
    const creditCode = await aKnownFirm();
    const outcome = { outcome: 'closed', on: '2026-06-10' };
    expect((await record(creditCode, outcome, { what: 'court-outcome' })).status).toBe(404);
    await record(creditCode);

    expect(await record(creditCode, { ...ACCEPTANCE, documentNumber: '（2026）闽05破申13号' })).toMatchObject(
      {
        status: 409,
        body: { code: 'already-exists' },
      },
    );
    const early = await record(creditCode, { ...outcome, on: '2026-06-01' }, { what: 'court-outcome' });
    expect(early.body.errors).toMatchObject([{ code: 'before-acceptance', pointer: '/on' }]);
  });

  it('banks, counties and the industry bureau put nothing on record', async () => {
    const creditCode = await aKnownFirm();

    for (const login of ['jinli.maker', 'jinjiang.coordinator', 'industry.leader', 'system.admin']) {
      expect((await record(creditCode, ACCEPTANCE, { login })).status).toBe(403);
    }
  });

  it('two who record at once: one acceptance', async () => {
    const creditCode = await aKnownFirm();
    const filing = await aReportUnderReview({ content: { firm: { creditCode } } });

    const answers = await Promise.all(
      ['finance.reviewer', 'finance.leader', 'finance.reviewer', 'finance.leader'].map((login) =>
        record(creditCode, ACCEPTANCE, { login }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ body }) => body.told).sort()).toEqual([0, 0, 0, 1]);
    expect(await stateOf(filing)).toBe('judicial');
  });
});
