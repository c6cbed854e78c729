import { describe, expect, it } from '@jest/globals';
import { laneOf } from '../../../workflows/rules/lane.js';
import { MARKS, type Mark } from '../../../workflows/rules/marks.js';
import { policy } from './a-report.js';

const routine = { amount: '3000000.00', marks: [], firmListed: false, openCoordination: false, policy };

describe('分类分级: a report is routine up to 3,000,000 with nothing special about it', () => {
  it('at the figure, and not a fen above', () => {
    expect(laneOf(routine)).toEqual({ lane: 'routine', reasons: [] });
    expect(laneOf({ ...routine, amount: '3000000.01' })).toEqual({
      lane: 'focus',
      reasons: ['amountAboveRoutine'],
    });
  });

  it.each(Object.keys(MARKS) as Mark[])('with the mark %s', (mark) => {
    const quiet: readonly Mark[] = ['belowThreshold', 'exempt', 'cumulative'];
    const expected = quiet.includes(mark)
      ? { lane: 'routine', reasons: [] }
      : { lane: 'focus', reasons: ['marked'] };
    expect(laneOf({ ...routine, marks: ['cumulative', mark] })).toEqual(expected);
  });

  it('names every reason for focus', () => {
    expect(
      laneOf({
        amount: '9000000.00',
        marks: ['emergency'],
        firmListed: true,
        openCoordination: true,
        policy,
      }),
    ).toEqual({ lane: 'focus', reasons: ['amountAboveRoutine', 'marked', 'firmListed', 'openCoordination'] });
    expect(laneOf({ ...routine, firmListed: true }).reasons).toEqual(['firmListed']);
    expect(laneOf({ ...routine, openCoordination: true }).reasons).toEqual(['openCoordination']);
  });
});
