import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  act,
  aReportUnderReview,
  attempt,
  type Content,
  type Filing,
  opine,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

async function aReportToConclude(finance: string, industry: string, content: Content = {}): Promise<Filing> {
  const filing = await aReportUnderReview({ content });
  await opine(filing, 'finance', finance);
  await opine(filing, 'industry', industry);
  return filing;
}

describe('合理研判 (processes.md §8, 6): the stricter position is proposed to the finance leader', () => {
  it('no objection and coordinate: coordinate is proposed, and takes effect when the leader is silent', async () => {
    const filing = await aReportToConclude('noObjection', 'coordinate');
    expect(await seenBy(filing, 'finance.leader')).toMatchObject({
      state: 'concluding',
      proposed: 'coordinate',
    });

    await advanceTo('2026-06-12T17:30:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      state: 'coordinating',
      bankDate: '2026-08-03',
    });
  });

  it('both silent: nothing is proposed, and the bank is free at its date by silence', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2026-06-25' } });

    await advanceTo('2026-06-24T23:59:59+08:00');
    expect((await seenBy(filing, 'jinli.maker')).state).toBe('concluding');
    await advanceTo('2026-06-25T00:00:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      state: 'cleared',
      conclusion: { basis: 'silence', clearedOn: '2026-06-25' },
    });
  });

  it('what a leader decides otherwise needs a reason; what is proposed needs none', async () => {
    const filing = await aReportToConclude('noObjection', 'coordinate');

    const unexplained = await attempt(filing, 'finance.leader', 'CLEAR');
    const { filing: cleared } = await act(filing, 'finance.leader', 'CLEAR', { reason: '企业已另行融资。' });

    expect(unexplained).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'reason-missing', pointer: '/reason' }] },
    });
    expect(cleared).toMatchObject({ state: 'cleared', conclusion: { basis: 'cleared' } });
  });

  it('only the finance leader concludes', async () => {
    const filing = await aReportToConclude('noObjection', 'coordinate');

    for (const login of ['finance.reviewer', 'industry.leader', 'jinli.checker', 'regulator.observer']) {
      expect(await attempt(filing, login, 'INTERVENE')).toMatchObject({ status: 403 });
    }
  });

  it('without an active committee a referral is not offered, and coordination takes its place', async () => {
    const filing = await aReportToConclude('referToCommittee', 'noObjection');

    const refused = await attempt(filing, 'finance.leader', 'REFER_TO_COMMITTEE', {
      reason: '债权人较多。',
    });

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'no-active-committee' }] } });
    expect((await seenBy(filing, 'finance.leader')).proposed).toBe('coordinate');
  });
});

describe('启动协调', () => {
  it('the county is told, and the coordination’s time ends it without moving the bank date', async () => {
    const filing = await aReportToConclude('coordinate', 'coordinate');
    const { filing: coordinating } = await act(filing, 'finance.leader', 'INTERVENE');
    expect(coordinating.state).toBe('coordinating');
    expect((await seenBy(filing, 'jinjiang.coordinator')).state).toBe('coordinating');

    await advanceTo('2026-06-25T17:30:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      state: 'cleared',
      bankDate: '2026-08-03',
      conclusion: { basis: 'notConcluded' },
    });
  });

  it('the bank may consent to ten more days, once', async () => {
    const filing = await aReportToConclude('coordinate', 'coordinate');
    await act(filing, 'finance.leader', 'INTERVENE');
    await setClock('2026-06-12T09:30:00+08:00');

    await act(filing, 'jinli.checker', 'EXTEND_COORDINATION');
    const again = await attempt(filing, 'jinli.checker', 'EXTEND_COORDINATION');

    const { deadlines } = await seenBy(filing, 'finance.reviewer');
    expect(deadlines).toMatchObject([{ name: 'coordinate', dueOn: '2026-06-29' }, { name: 'bankDate' }]);
    expect(again).toMatchObject({ status: 422, body: { errors: [{ code: 'extended-before' }] } });
  });

  it('at the bank date the filing is cleared, whatever the coordination is doing', async () => {
    const filing = await aReportToConclude('coordinate', 'coordinate', { plannedDate: '2026-06-25' });
    await act(filing, 'finance.leader', 'INTERVENE');

    await advanceTo('2026-06-25T00:00:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      state: 'cleared',
      conclusion: { basis: 'notConcluded' },
      stateLabel: '已收悉（是否及何时实施，由银行依法依约自主决定）',
    });
  });
});

describe('建议暂缓: the bank decides', () => {
  async function aSuggestedReport(content: Content = {}): Promise<Filing> {
    const filing = await aReportToConclude('suggestDeferral', 'noObjection', content);
    await act(filing, 'finance.leader', 'SUGGEST_DEFERRAL', { until: '2026-09-30' });
    return filing;
  }

  it('it undertakes a later day, which is its new date', async () => {
    const filing = await aSuggestedReport();

    const { filing: deferred } = await act(filing, 'jinli.checker', 'UNDERTAKE', { until: '2026-09-30' });

    expect(deferred).toMatchObject({
      state: 'deferred',
      stateLabel: '银行承诺暂缓至9月30日',
      bankDate: '2026-09-30',
    });
  });

  it('it declines with a reason, and is free at its date', async () => {
    const filing = await aSuggestedReport();

    const { filing: declined } = await act(filing, 'jinli.checker', 'DECLINE', { reason: '企业已停产。' });

    expect(declined).toMatchObject({
      state: 'cleared',
      bankDate: '2026-08-03',
      conclusion: { basis: 'declined' },
    });
  });

  it('it does not answer, and is free at its date', async () => {
    const filing = await aSuggestedReport({ plannedDate: '2026-06-25' });

    await advanceTo('2026-06-25T00:00:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      state: 'cleared',
      conclusion: { basis: 'noAnswer' },
    });
  });
});
