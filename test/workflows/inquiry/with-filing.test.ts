import { describe, expect, it } from '@jest/globals';
import { bothSilent, type Filing, filedAsDone } from '../filing/situations.js';
import { unborn } from './situations.js';

const cleared = bothSilent().send('CLEAR');
const PART = { lines: [{ amount: '2000000.00' }], final: false };

/** Every way in which a filing opens an inquiry by itself. */
const OPENINGS: Readonly<Record<string, () => Filing>> = {
  notReportedBefore: () => filedAsDone(),
  beforeBankDate: () => cleared.send('REPORT_EXECUTION', { payload: { date: '2026-06-30' } }),
  beyondAmount: () => cleared.send('REPORT_EXECUTION', { payload: { lines: [{ amount: '7000000.00' }] } }),
  afterLapse: () => cleared.send('DEADLINE.validity').send('REPORT_EXECUTION', { payload: PART }),
  afterWithdrawal: () => cleared.send('WITHDRAW').send('REPORT_EXECUTION', { payload: PART }),
  disputed: () => cleared.send('REPORT_EXECUTION').send('QUERY_EXECUTION').send('DEADLINE.query'),
};

describe('processes.md §7 with §2: an inquiry is born of what a filing says', () => {
  it.each(Object.entries(OPENINGS))('%s', (kind, filing) => {
    const opened = filing()
      .of('open')
      .filter(({ process }) => process === 'inquiry');

    const inquiry = unborn().send('INQUIRY.OPENED', { payload: opened[0]?.event.payload as object });

    expect(opened).toHaveLength(1);
    expect(inquiry.state).toBe('noticed');
    expect(inquiry.context).toMatchObject({ kind, bank: 'jinli', filing: 'filing-1', reports: 1 });
  });
});
