import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  aClearedReport,
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
import { everyCaseReplays } from '../support/replay.js';
import { wishesOf } from '../support/wishes.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

/** The figures of a report change together. */
function cutOf(amount: string) {
  return {
    amount,
    before: { limit: amount, balance: amount },
    loans: [{ contractNo: '流借字2025-001号', amount }],
  };
}

async function amended(filing: Filing, content: Record<string, unknown>) {
  await change(filing, content);
  return act(filing, 'jinli.checker', 'AMEND', { reason: '与企业协商。' });
}

describe('变更: more, earlier or of another kind is a new notice', () => {
  it('more begins anew: received day, bank date, review; old opinions are superseded', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2026-06-25' } });
    await opine(filing, 'finance', 'noObjection');
    const before = await seenBy(filing, 'jinli.maker');
    await setClock('2026-06-15T10:00:00+08:00');

    const { filing: after, receipt } = await amended(filing, cutOf('900000.00'));

    expect(after).toMatchObject({
      state: 'acknowledging',
      revision: 2,
      number: before.number,
      receivedOn: '2026-06-15',
      bankDate: '2026-06-30',
    });
    expect(receipt).toMatchObject({ revision: 2, number: before.number, bankDate: '2026-06-30' });
    expect((await seenBy(filing, 'finance.reviewer')).opinions).toMatchObject([{ status: 'superseded' }]);
  });

  it('what the former revision allowed stays allowed from its date, up to its amount', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-06-25' } });
    await advanceTo('2026-06-15T10:00:00+08:00');
    await amended(filing, cutOf('900000.00'));
    await advanceTo('2026-06-26T10:00:00+08:00');

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-06-25',
      lines: [{ amount: '700000.00' }],
      final: false,
    });

    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toEqual([]);
  });

  it.each([
    ['an earlier date', { plannedDate: '2026-07-20' }],
    ['another kind', { kind: 'withdraw', subtype: 'fullRecall', relationContinues: false }],
  ])('%s is material too', async (_, content) => {
    const filing = await aReportUnderReview();

    const { filing: after } = await amended(filing, content);

    expect(after).toMatchObject({ state: 'acknowledging', revision: 2 });
  });
});

describe('变更: less, later, or other words go on under the notice given', () => {
  it('less: the review goes on, the date stays, and no receipt is given', async () => {
    const filing = await aReportUnderReview();
    await opine(filing, 'finance', 'noObjection');
    await setClock('2026-06-15T10:00:00+08:00');

    const { filing: after, receipt } = await amended(filing, cutOf('600000.00'));

    expect(after).toMatchObject({
      state: 'reviewing',
      revision: 2,
      amount: '600000.00',
      receivedOn: '2026-06-10',
      bankDate: '2026-08-03',
    });
    expect(receipt).toBeUndefined();
    expect((await seenBy(filing, 'finance.reviewer')).reviews.finance.position).toBe('noObjection');
  });

  it('is not marked late for the days that have passed since the notice', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-06-25' } });
    await advanceTo('2026-06-23T10:00:00+08:00');

    const { filing: after } = await amended(filing, cutOf('600000.00'));

    expect(after.marks).toEqual([]);
  });

  it('below the threshold now: the mark says so', async () => {
    const filing = await aFiledReport();

    const { filing: after } = await amended(filing, cutOf('499999.99'));

    expect(after).toMatchObject({ reportable: false, marks: ['belowThreshold'] });
  });

  it('later moves the bank date', async () => {
    const filing = await aClearedReport();

    const { filing: after } = await amended(filing, { plannedDate: '2026-08-20' });

    expect(after).toMatchObject({ state: 'cleared', bankDate: '2026-08-20' });
  });
});

describe('变更: the maker prepares, the checker sends', () => {
  it('keeps what is prepared to the bank, and shows it field by field', async () => {
    const filing = await aReportUnderReview();
    const office = await seenBy(filing, 'finance.reviewer');

    const prepared = await change(filing, { branch: '晋江支行' });

    expect(prepared.amendment).toMatchObject({
      revision: 2,
      differences: [{ pointer: '/branch', before: null, after: '晋江支行' }],
    });
    expect(prepared.branch).toBeUndefined();
    expect(await seenBy(filing, 'finance.reviewer')).toEqual(office);
  });

  it('an office’s opinion meanwhile makes the bank’s version no older', async () => {
    const filing = await aReportUnderReview();
    await change(filing, cutOf('600000.00'));
    const checker = await person('jinli.checker');
    const { headers } = await checker.get(filing.path);
    await opine(filing, 'industry', 'noObjection');

    const answer = await checker.send(filing.path, 'AMEND', {}, { ifMatch: headers.get('etag') });

    expect(answer).toMatchObject({ status: 200, body: { filing: { amount: '600000.00' } } });
  });

  it('refuses who prepared it, what says nothing new, and another firm', async () => {
    const filing = await aFiledReport();
    expect(await attempt(filing, 'jinli.checker', 'AMEND')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'nothing-changed' }] },
    });

    await change(filing, { firm: { creditCode: '91350582MA2XK7PQ0A', name: '另一家', county: 'jinjiang' } });

    expect(await attempt(filing, 'jinli.maker', 'AMEND')).toMatchObject({
      status: 403,
      body: { code: 'checker-is-filer' },
    });
    expect(await attempt(filing, 'jinli.checker', 'AMEND')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'firm-changed', pointer: '/firm/creditCode' }] },
    });
    expect(await seenBy(filing, 'finance.reviewer')).toMatchObject({ revision: 1 });
  });

  it('a planned act does not turn into one about the past', async () => {
    const filing = await aFiledReport();
    await change(filing, { actedOn: '2026-06-09', plannedDate: '2026-06-09' });

    expect(await attempt(filing, 'jinli.checker', 'AMEND')).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ code: 'acted-on-changed' })]) },
    });
  });

  it('is closed once something was done', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-06-25' } });
    await advanceTo('2026-06-25T10:00:00+08:00');
    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-06-25',
      lines: [{ amount: '100000.00' }],
      final: false,
    });
    const maker = await person('jinli.maker');
    await maker.get(filing.path);

    expect(await maker.patch(filing.path, cutOf('600000.00'))).toMatchObject({
      status: 409,
      body: { code: 'not-editable' },
    });
    expect((await seenBy(filing, 'jinli.maker')).editable).toEqual([]);
  });
});
