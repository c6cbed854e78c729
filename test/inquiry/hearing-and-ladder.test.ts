import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aClearedReport, act as actOn, type Filing, person } from '../support/filings.js';
import { act, attempt, inquiryAbout, toldOf } from '../support/inquiries.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(90_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

function aReport(): Promise<Filing> {
  return aClearedReport({ content: { plannedDate: '2026-06-25' } });
}

/** An inquiry over an excess, opened on the bank date. */
async function anInquiry(report = aReport()): Promise<{ id: string; filing: Filing }> {
  const filing = await report;
  await advanceTo('2026-06-25T10:00:00+08:00');
  const lines = [{ amount: '1700000.00' }];
  await actOn(filing, 'jinli.maker', 'REPORT_EXECUTION', { date: '2026-06-25', lines, final: true });
  return { id: (await inquiryAbout(filing)).id, filing };
}

async function statusFor(id: string, login: string): Promise<number> {
  return (await (await person(login)).get(`/inquiries/${id}`)).status;
}

async function substantiated(report = aReport()): Promise<string> {
  const { id } = await anInquiry(report);
  await act(id, 'finance.reviewer', 'ASK', { questions: ['请说明原因。'] });
  await act(id, 'jinli.maker', 'EXPLAIN', { text: '系统扣款所致。' });
  await act(id, 'finance.reviewer', 'SUBSTANTIATE', { reason: '与报告不符。' });
  return id;
}

describe('闽政发明电〔2014〕4号 一: the bank is heard first', () => {
  it('learns of it when it is asked, and not before; nobody judges before it was heard', async () => {
    const { id } = await anInquiry();

    expect(await statusFor(id, 'jinli.maker')).toBe(404);
    expect(await statusFor(id, 'regulator.observer')).toBe(404);
    expect(await toldOf(id)).toEqual(['inquiryNoticed → finance']);
    expect((await attempt(id, 'finance.reviewer', 'SUBSTANTIATE', { reason: '与报告不符。' })).status).toBe(
      409,
    );

    await act(id, 'finance.reviewer', 'ASK', { questions: ['请说明原因。'] });

    expect(await statusFor(id, 'jinli.maker')).toBe(200);
    expect(await statusFor(id, 'citong.maker')).toBe(404);
    expect(await toldOf(id)).toContain('inquiryAsked → jinli');
  });

  it('is asked by the clock when nobody does; its silence is recorded; nothing is found by that', async () => {
    const { id } = await anInquiry();

    await advanceTo('2026-07-01T09:00:00+08:00');
    const asked = (await (await person('finance.reviewer')).get(`/inquiries/${id}`)).body;
    await advanceTo('2026-07-09T09:00:00+08:00');
    const silent = (await (await person('finance.reviewer')).get(`/inquiries/${id}`)).body;

    expect(asked).toMatchObject({ state: 'explaining', askedOn: '2026-06-30' });
    expect(silent).toMatchObject({ state: 'assessing', explained: false });
    expect(await act(id, 'jinli.checker', 'EXPLAIN', { text: '补充说明。' })).toMatchObject({
      state: 'assessing',
      explained: true,
    });
  });

  it('reads what it is asked, and nothing of how the offices came to look', async () => {
    const { id } = await anInquiry();
    await act(id, 'finance.reviewer', 'ASK', { questions: ['请说明原因。'] });
    const bank = await person('jinli.maker');

    const page = (await bank.get(`/inquiries/${id}`)).body;
    const history = (await bank.get(`/inquiries/${id}/history`)).body;

    expect(Object.keys(page)).not.toContain('reports');
    expect(Object.keys(page)).not.toContain('reported');
    expect(history.items.map(({ type }: { type: string }) => type)).not.toContain('INQUIRY.OPENED');
    expect(JSON.stringify(history)).toContain('请说明原因。');
  });
});

describe('闽政发明电〔2014〕4号 一: the ladder', () => {
  it('advice, then notice to the branch, which alone records its measure; the city interviews nobody', async () => {
    const id = await substantiated();

    expect((await attempt(id, 'finance.reviewer', 'ADVISE', { text: '请改进。' })).status).toBe(403);
    await act(id, 'finance.leader', 'ADVISE', { text: '请改进。' });
    expect(await statusFor(id, 'regulator.observer')).toBe(404);
    await act(id, 'finance.leader', 'NOTIFY_REGULATOR', { text: '情况如下。' });
    expect(await statusFor(id, 'regulator.observer')).toBe(200);
    const measure = { measures: ['interview'], text: '已约谈。' };
    expect((await attempt(id, 'finance.leader', 'RECORD_MEASURE', measure)).status).toBe(403);

    const closed = await act(id, 'regulator.observer', 'RECORD_MEASURE', measure);

    expect(closed).toMatchObject({ state: 'closed', measures: ['interview'] });
    expect((await (await person('jinli.maker')).get(`/inquiries/${id}`)).body.stateLabel).toBe('办结');
  });

  it('the branch’s time over, it is closed and no measure stands', async () => {
    const id = await substantiated();
    await act(id, 'finance.leader', 'NOTIFY_REGULATOR', { text: '情况如下。' });

    await advanceTo('2026-08-20T09:00:00+08:00');

    const { body } = await (await person('finance.leader')).get(`/inquiries/${id}`);
    expect(body).toMatchObject({ state: 'closed', measures: null });
  });

  it('put right, it is closed on any rung; not substantiated, it ends', async () => {
    const reports = [await aReport(), await aReport()].map((report) => Promise.resolve(report));
    const cured = await substantiated(reports[0]);
    const { id: other } = await anInquiry(reports[1]);
    await act(other, 'finance.reviewer', 'ASK', { questions: ['请说明原因。'] });
    await act(other, 'jinli.maker', 'EXPLAIN', { text: '报告有误。' });

    expect(
      await act(cured, 'finance.leader', 'CLOSE', { cured: true, reason: '已恢复授信。' }),
    ).toMatchObject({
      state: 'closed',
      cured: true,
    });
    expect(await act(other, 'finance.reviewer', 'NOT_SUBSTANTIATE', { reason: '说明属实。' })).toMatchObject({
      state: 'notSubstantiated',
    });
  });

  it('the leader finds what rests, and is reminded', async () => {
    const id = await substantiated();
    await advanceTo('2026-07-10T09:00:00+08:00');

    const { body } = await (await person('finance.leader')).get('/worklist?tab=todo');

    expect(body.items.map((item: { id: string }) => item.id)).toContain(id);
    expect(
      await query(
        'admin',
        `select count(*)::int as told from notice where case_id = $1 and template = 'inquiryStepDue'`,
        [id],
      ),
    ).toEqual([{ told: 1 }]);
  });
});

describe('what is missing is said', () => {
  it('a reason, a text, a question', async () => {
    const { id } = await anInquiry();

    const empty = await attempt(id, 'finance.reviewer', 'ASK', { questions: [] });

    expect([empty.status, empty.body.errors?.[0]?.code]).toEqual([422, 'questions-missing']);
    expect((await attempt(id, 'finance.reviewer', 'INQUIRY.OPENED', {})).body.code).toBe('reserved-event');
  });
});
