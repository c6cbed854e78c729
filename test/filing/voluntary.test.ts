import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraftToCheck, aFiledReport, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { wishesOf } from '../support/wishes.js';

jest.setTimeout(60_000);
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  await query('admin', "update policy_basis set valid_until = '2026-06-11' where label is not null");
});
afterAll(everyCaseReplays);

describe('自愿报告: without a legal basis in force nothing is late, and no inquiry opens', () => {
  it('the last day of the basis is a day of duty, the next is not', async () => {
    const bound = await aFiledReport({ content: { plannedDate: '2026-06-15' } });
    await setClock('2026-06-12T09:30:00+08:00');
    const draft = await aDraftToCheck({ content: { plannedDate: '2026-06-15' } });

    const { filing, receipt } = await act(draft, 'jinli.checker', 'FILE');

    expect(await seenBy(bound, 'jinli.maker')).toMatchObject({ voluntary: false, marks: ['lateNotice'] });
    expect(filing).toMatchObject({ voluntary: true, marks: [], bankDate: '2026-06-29' });
    expect(receipt.title).toBe('自愿报告');
    expect(receipt.promise.text).toContain('自愿报告');
  });

  it('what is done before the bank date opens no inquiry', async () => {
    await setClock('2026-06-12T09:30:00+08:00');
    const filing = await aFiledReport({ content: { plannedDate: '2026-07-31' } });

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-06-12',
      lines: [{ amount: '900000.00' }],
      final: true,
    });

    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toEqual([]);
  });

  it('the bank’s filing bears no mark of it: it is the city’s state', async () => {
    await setClock('2026-06-12T09:30:00+08:00');
    const filing = await aFiledReport({ content: { actedOn: '2026-06-01', plannedDate: '2026-06-01' } });

    expect((await seenBy(filing, 'finance.reviewer')).marks).toEqual([]);
    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toEqual([]);
  });
});
