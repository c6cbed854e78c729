import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { idOf } from '../support/committees.js';
import { query } from '../support/database.js';
import {
  aClearedReport,
  act as actOn,
  aDraftToCheck,
  expecting,
  type Filing,
  person,
} from '../support/filings.js';
import { inquiriesAbout, inquiryAbout } from '../support/inquiries.js';
import { everyCaseReplays } from '../support/replay.js';

const FILED = '2026-06-10T09:30:00+08:00';

jest.setTimeout(90_000);
beforeAll(() => setClock(FILED));
beforeEach(() => setClock(FILED));
afterAll(everyCaseReplays);

/** The bank reports that it has done what it said, or something else. */
async function executes(filing: Filing, date: string, amount = '700000.00', final = true): Promise<void> {
  const lines = [{ amount }];
  await actOn(filing, 'jinli.maker', 'REPORT_EXECUTION', { date, lines, final });
}

/** Reportable by itself, so that acting otherwise is nobody's own affair. */
const large = { content: { plannedDate: '2026-06-25' } };

/** Every way in which a filing opens an inquiry by itself (processes.md §2). */
const OPENINGS: Readonly<Record<string, () => Promise<Filing>>> = {
  notReportedBefore: async () => {
    const filing = await aDraftToCheck({ content: { plannedDate: '2026-06-09', actedOn: '2026-06-09' } });
    await actOn(filing, 'jinli.checker', 'FILE');
    return filing;
  },
  beforeBankDate: async () => {
    const filing = await aClearedReport(large);
    await advanceTo('2026-06-24T10:00:00+08:00');
    await executes(filing, '2026-06-24');
    return filing;
  },
  beyondAmount: async () => {
    const filing = await aClearedReport(large);
    await advanceTo('2026-06-25T10:00:00+08:00');
    await executes(filing, '2026-06-25', '1700000.00');
    return filing;
  },
  afterLapse: async () => {
    const filing = await aClearedReport(large);
    await advanceTo('2026-10-09T10:00:00+08:00');
    await executes(filing, '2026-10-09', '700000.00', false);
    return filing;
  },
  afterWithdrawal: async () => {
    const filing = await aClearedReport(large);
    await actOn(filing, 'jinli.checker', 'WITHDRAW', { reason: 'other' });
    await advanceTo('2026-06-26T10:00:00+08:00');
    await executes(filing, '2026-06-26', '700000.00', false);
    return filing;
  },
  disputed: async () => {
    const filing = await aClearedReport(large);
    await advanceTo('2026-06-25T10:00:00+08:00');
    await executes(filing, '2026-06-25');
    await actOn(filing, 'finance.reviewer', 'QUERY_EXECUTION', { question: '金额是否有误？' });
    await advanceTo('2026-07-01T10:00:00+08:00');
    return filing;
  },
};

describe('processes.md §7: an inquiry opens by itself', () => {
  it.each(Object.entries(OPENINGS))('%s', async (kind, filing) => {
    const about = await filing();

    expect(await inquiryAbout(about)).toMatchObject({
      kind,
      state: 'noticed',
      filing: about.id,
      bank: { key: 'jinli' },
      number: expect.stringMatching(/^泉核〔2026〕\d+号$/),
    });
  });

  it('golden case 8, 闽政发明电〔2014〕4号 一: over the excess of 1,000,000; executed on the date: none', async () => {
    const beyond = await aClearedReport(large);
    const exactly = await aClearedReport(large);
    await advanceTo('2026-06-25T10:00:00+08:00');
    await executes(beyond, '2026-06-25', '1700000.00');
    await executes(exactly, '2026-06-25');

    const { id } = await inquiryAbout(beyond);
    const { body } = await (await person('finance.reviewer')).get(`/inquiries/${id}`);

    expect(body.reported).toMatchObject([
      { reportedBy: 'filing', detail: { filed: '700000.00', executed: '1700000.00', excess: '1000000.00' } },
    ]);
    expect(await inquiriesAbout(exactly)).toEqual([]);
  });

  it('one for each act and kind: what is told again is added, and no second one opens', async () => {
    const filing = await aClearedReport(large);
    await actOn(filing, 'jinli.checker', 'WITHDRAW', { reason: 'other' });
    await advanceTo('2026-06-26T10:00:00+08:00');
    await executes(filing, '2026-06-26', '300000.00', false);
    await executes(filing, '2026-06-26', '400000.00', false);

    const { id } = await inquiryAbout(filing);
    const reports = await query(
      'admin',
      'select detail from inquiry_report where inquiry = $1 order by reported_at',
      [id],
    );

    expect(reports).toHaveLength(2);
  });
});

describe('processes.md §7: or by an official, a county, or what a firm has told', () => {
  const wanted = async (filing: Filing, more: object = {}) => {
    const [firm] = await query<{ firm: string }>('admin', 'select firm from filing where id = $1', [
      filing.id,
    ]);
    return {
      kind: 'other',
      bank: await idOf('jinli'),
      firm: firm?.firm,
      text: '企业反映授信被压减。',
      ...more,
    };
  };

  it('opens one by hand, and adds to it when it is told again', async () => {
    const filing = await aClearedReport(large);
    const official = await person('finance.reviewer');
    const body = await wanted(filing, { filing: filing.id });

    const first = expecting(201, await official.post('/inquiries', body));
    const again = expecting(201, await official.post('/inquiries', { ...body, toldByFirm: true }));

    expect(first.headers.get('location')).toBe(`/api/v1/inquiries/${first.body.id}`);
    expect([again.body.id, again.body.reports]).toEqual([first.body.id, 2]);
    expect(await inquiriesAbout(filing)).toHaveLength(1);
  });

  it('a county that reports it follows it; another county finds nothing', async () => {
    const filing = await aClearedReport(large);
    const county = await person('jinjiang.coordinator');

    const opened = expecting(201, await county.post('/inquiries', await wanted(filing)));

    expect((await county.get(`/inquiries/${opened.body.id}`)).status).toBe(200);
    expect((await (await person('shishi.coordinator')).get(`/inquiries/${opened.body.id}`)).status).toBe(404);
  });

  it('nothing is opened about a bank that is none, or a report of another bank', async () => {
    const filing = await aClearedReport(large);
    const official = await person('finance.reviewer');

    const noBank = await official.post('/inquiries', await wanted(filing, { bank: await idOf('industry') }));
    const another = await wanted(filing, { bank: await idOf('citong'), filing: filing.id });

    expect(noBank.status).toBe(404);
    expect((await official.post('/inquiries', another)).status).toBe(404);
    expect((await (await person('jinli.maker')).post('/inquiries', await wanted(filing))).status).toBe(403);
  });
});
