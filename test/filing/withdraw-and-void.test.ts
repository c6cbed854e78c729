import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  aClearedReport,
  act,
  aFiledReport,
  aReportUnderReview,
  attempt,
  opine,
  person,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { wishesOf } from '../support/wishes.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('银行撤回: the bank takes its report back', () => {
  it('with its reason; the number stays, and nothing is waited for', async () => {
    const filing = await aReportUnderReview();

    const { filing: withdrawn } = await act(filing, 'jinli.maker', 'WITHDRAW', { reason: 'retained' });

    expect(withdrawn).toMatchObject({ state: 'withdrawn', number: expect.stringContaining('晋鲤') });
    expect((await seenBy(filing, 'jinli.maker')).deadlines).toEqual([]);
  });

  it('takes nothing away any more: it does not count in the sum', async () => {
    const first = await aFiledReport({ content: { amount: '300000.00' } });
    await act(first, 'jinli.maker', 'WITHDRAW', { reason: 'retained' });

    const second = await aFiledReport({
      content: { amount: '300000.00', firm: { creditCode: first.creditCode } },
    });

    expect(await seenBy(second, 'jinli.maker')).toMatchObject({
      reportable: false,
      marks: ['belowThreshold'],
    });
  });

  it('what is done all the same opens an inquiry, and counts', async () => {
    const filing = await aFiledReport({ content: { amount: '700000.00' } });
    await act(filing, 'jinli.maker', 'WITHDRAW', { reason: 'retained' });

    const { filing: reported } = await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-06-10',
      lines: [{ amount: '300000.00' }],
      final: true,
    });

    expect(reported).toMatchObject({ state: 'withdrawn', executed: { total: '300000.00' } });
    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toMatchObject([{ kind: 'afterWithdrawal' }]);
    const next = await aFiledReport({
      content: { amount: '200000.00', firm: { creditCode: filing.creditCode } },
    });
    expect(await seenBy(next, 'jinli.maker')).toMatchObject({ reportable: true, marks: ['cumulative'] });
  });

  it('a late opinion is recorded, other events are not taken', async () => {
    const filing = await aReportUnderReview();
    await act(filing, 'jinli.maker', 'WITHDRAW', { reason: 'other', text: '企业已还款。' });

    expect((await opine(filing, 'finance', 'noObjection')).filing.state).toBe('withdrawn');
    expect(await attempt(filing, 'jinli.checker', 'UNDERTAKE', { until: '2026-08-20' })).toMatchObject({
      status: 409,
      body: { code: 'event-not-accepted', state: 'withdrawn' },
    });
  });
});

describe('作废: filed in error', () => {
  it('needs a second person and a reason; the number is not given again', async () => {
    const filing = await aFiledReport();
    const { number } = await seenBy(filing, 'jinli.maker');

    const byMaker = await attempt(filing, 'jinli.maker', 'VOID', { reason: '企业选错。' });
    const unexplained = await attempt(filing, 'jinli.checker', 'VOID', { reason: '   ' });
    const { filing: voided } = await act(filing, 'jinli.checker', 'VOID', { reason: '企业选错。' });

    expect(byMaker).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
    expect(unexplained.status).toBe(422);
    expect(voided).toMatchObject({ state: 'voided', number });
    const next = await aFiledReport();
    expect((await seenBy(next, 'jinli.maker')).number).not.toBe(number);
  });

  it('ends everything: it takes no event and does not count', async () => {
    const filing = await aFiledReport({ content: { amount: '300000.00' } });
    await act(filing, 'jinli.checker', 'VOID', { reason: '企业选错。' });

    expect(await attempt(filing, 'finance.reviewer', 'ACKNOWLEDGE')).toMatchObject({
      status: 409,
      body: { code: 'event-not-accepted', state: 'voided', allowed: [] },
    });
    const { creditCode } = filing;
    const next = await aFiledReport({ content: { amount: '300000.00', firm: { creditCode } } });
    expect((await seenBy(next, 'jinli.maker')).reportable).toBe(false);
  });
});

describe('已稳贷 and 逾期未实施', () => {
  it('the bank reports that it kept the credit: closed as retained', async () => {
    const filing = await aClearedReport();

    const { filing: closed } = await act(filing, 'jinli.maker', 'REPORT_RETAINED', { text: '已续贷。' });

    expect(closed).toMatchObject({
      state: 'closed',
      outcome: 'retained',
      stateLabel: '已稳贷（授信未减少）',
    });
  });

  it('ninety days after the bank date without a word it lapses; what is done later opens an inquiry', async () => {
    const filing = await aClearedReport({ content: { plannedDate: '2026-06-25' } });
    await advanceTo('2026-09-23T17:30:00+08:00');
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      state: 'lapsed',
      stateLabel: '逾期未实施，销号',
    });

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-09-23',
      lines: [{ amount: '700000.00' }],
      final: true,
    });

    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toMatchObject([
      { kind: 'afterLapse', detail: { amount: '700000.00' } },
    ]);
  });

  it('the bank is reminded three working days after its date', async () => {
    const filing = await aClearedReport({ content: { plannedDate: '2026-06-25' } });

    await advanceTo('2026-06-30T17:30:00+08:00');

    const { body } = await (await person('jinli.maker')).get('/inbox?limit=100');
    const templates = body.items.flatMap((item: { template: string; case: { id: string } | null }) =>
      item.case?.id === filing.id ? [item.template] : [],
    );
    expect(templates).toContain('executionDue');
  });
});
