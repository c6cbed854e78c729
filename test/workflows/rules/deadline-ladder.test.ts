import { describe, expect, it } from '@jest/globals';
import { ladderOf, rungAt } from '../../../workflows/rules/deadline-ladder.js';

describe('催办: who is reminded around a deadline, and when', () => {
  it('reminds the post one working day before a deadline that moves the case by itself, and no more', () => {
    expect(rungAt('acknowledge', 0)).toEqual({ offsetWd: -1, to: 'posts', template: 'deadlineNear' });
    expect(rungAt('acknowledge', 1)).toBeUndefined();
  });

  it('tells the leader the day after a deadline on which the case waits on, and again every second day', () => {
    expect([1, 2, 3, 4].map((index) => rungAt('conclude', index))).toEqual([
      { offsetWd: 0, to: 'posts', template: 'deadlinePassed' },
      { offsetWd: 1, to: 'leaders', template: 'deadlinePassed' },
      { offsetWd: 3, to: 'leaders', template: 'deadlinePassed' },
      { offsetWd: 5, to: 'leaders', template: 'deadlinePassed' },
    ]);
  });

  it('asks nobody for anything on the bank’s own date', () => {
    expect(ladderOf('bankDate')).toEqual({ rungs: [], repeatWd: null });
    expect(rungAt('bankDate', 0)).toBeUndefined();
  });
});
