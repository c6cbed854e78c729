import { describe, expect, it } from '@jest/globals';
import { actIn, declaredPieces } from '../../../workflows/rules/assessment.js';
import { aReport } from './a-report.js';

const today = '2026-06-10';

describe('the act that a report describes', () => {
  it('lies on its execution date, else its planned date, else on today', () => {
    expect(actIn(aReport({ plannedDate: '2026-07-01', actedOn: '2026-06-05' }), today)?.on).toBe(
      '2026-06-05',
    );
    expect(actIn(aReport({ plannedDate: '2026-07-01' }), today)?.on).toBe('2026-07-01');
    expect(actIn(aReport({ plannedDate: null }), today)?.on).toBe(today);
  });

  it('is none while kind or amount is not answered', () => {
    expect(actIn({}, today)).toBeUndefined();
    expect(actIn(aReport({ kind: null }), today)).toBeUndefined();
    expect(actIn({ kind: 'squeeze' }, today)).toBeUndefined();
    expect(actIn({ kind: 'squeeze', amount: '1e9' }, today)).toBeUndefined();
    expect(actIn({ kind: 'squeeze', amount: '500000' }, today)).toMatchObject({ amount: '500000' });
  });

  it('takes the answer about the relation of a withdrawal only', () => {
    expect(actIn(aReport({ kind: 'withdraw', relationContinues: false }), today)?.relationContinues).toBe(
      false,
    );
    expect(actIn(aReport({ kind: 'withdraw' }), today)?.relationContinues).toBeNull();
    expect(
      actIn(aReport({ kind: 'squeeze', relationContinues: false }), today)?.relationContinues,
    ).toBeNull();
  });
});

describe('the earlier acts that a report declares', () => {
  it('count as soon as kind, amount and day are answered', () => {
    const complete = { kind: 'squeeze', amount: '300000', on: '2026-06-01', branch: '晋江支行' } as const;
    const content = aReport({
      priorActs: [
        complete,
        { ...complete, kind: null },
        { ...complete, amount: null },
        { ...complete, on: null },
      ],
    });
    expect(declaredPieces(content)).toEqual([
      { ...complete, source: 'declared', relationContinues: null, status: 'executed' },
    ]);
    expect(declaredPieces(aReport())).toEqual([]);
  });
});
