import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays } from '../../../workflows/calendar/civil-day.js';
import { distinctPieces, type Piece } from '../../../workflows/rules/accumulation.js';
import { assess } from '../../../workflows/rules/assessment.js';
import { formatYuan } from '../../../workflows/rules/fen.js';
import type { ActKind } from '../../../workflows/rules/filing-codes.js';
import { anAct, aPiece, fen, policy } from './a-report.js';

describe('泉政办规〔2023〕1号（十）: a squeeze cannot be split to stay below 500,000 yuan (golden case 2)', () => {
  it('counts the 300,000 of three weeks ago, and names it', () => {
    const earlier = aPiece({ filing: 'QZ-2026-JINLI-11', on: '2026-06-10' });

    const answer = assess({ act: anAct(), pieces: [earlier], policy });

    expect(answer).toMatchObject({ reportable: true, sum: '600000.00', cumulative: true });
    expect(answer.basis).toEqual([earlier]);
  });

  it('is no matter of the sum when the act alone is reportable, though the others are named', () => {
    const answer = assess({ act: anAct({ amount: '500000.00' }), pieces: [aPiece()], policy });
    expect(answer).toMatchObject({ reportable: true, sum: '800000.00', cumulative: false });
    expect(answer.basis).toHaveLength(1);
  });

  it('names nothing that lies outside the deciding window, and gives the largest sum', () => {
    const pieces = [
      aPiece({ on: '2026-04-05', amount: '100000.00' }),
      aPiece({ on: '2026-09-20', amount: '150000.00' }),
      aPiece({ on: '2026-09-25', amount: '160000.00' }),
    ];

    const answer = assess({ act: anAct(), pieces, policy });

    expect(answer).toMatchObject({ reportable: true, sum: '610000.00' });
    expect(answer.basis.map(({ on }) => on)).toEqual(['2026-09-20', '2026-09-25']);
  });

  it('does not add two pieces that never share a window with the act', () => {
    const pieces = [
      aPiece({ on: '2026-04-02', amount: '150000.00' }),
      aPiece({ on: '2026-09-29', amount: '150000.00' }),
    ];
    expect(assess({ act: anAct(), pieces, policy })).toMatchObject({ reportable: false, sum: '450000.00' });
  });
});

describe('民法典 1259: 以内 includes, so 90 days apart lie in one window', () => {
  it.each([
    ['2026-04-01', false],
    ['2026-04-02', true],
    ['2026-09-29', true],
    ['2026-09-30', false],
  ])('an act of %s beside one of 2026-07-01: %s', (on, reportable) => {
    expect(assess({ act: anAct(), pieces: [aPiece({ on })], policy }).reportable).toBe(reportable);
  });
});

describe('a day at the edge of all calendars', () => {
  it.each(['0001-01-01', '9999-12-31'])('is judged like any other: %s', (on) => {
    expect(assess({ act: anAct({ on }), pieces: [aPiece({ on })], policy }).sum).toBe('600000.00');
  });
});

describe('抽贷、停贷 are added up, 压贷 apart from them (golden case 3)', () => {
  it('adds a withdrawal of 3,000,000 and a suspension of 3,000,000', () => {
    const withdrawal = aPiece({ kind: 'withdraw', amount: '3000000.00', relationContinues: false });
    const answer = assess({
      act: anAct({ kind: 'suspend', amount: '3000000.00' }),
      pieces: [withdrawal],
      policy,
    });
    expect(answer).toMatchObject({
      reportable: true,
      treatedAs: 'suspend',
      sum: '6000000.00',
      cumulative: true,
    });
  });

  it('measures a limit cut from 20,000,000 to 15,000,000 by the cut, though 14,000,000 stay drawn', () => {
    expect(assess({ act: anAct({ amount: '5000000.00' }), pieces: [], policy })).toMatchObject({
      reportable: true,
      sum: '5000000.00',
    });
  });

  it('adds no ending withdrawal to squeezes, and no squeeze to withdrawals', () => {
    const ending = aPiece({ kind: 'withdraw', amount: '4800000.00', relationContinues: false });
    expect(assess({ act: anAct({ amount: '400000.00' }), pieces: [ending], policy }).reportable).toBe(false);

    const squeezes = aPiece({ amount: '480000.00' });
    const act = anAct({ kind: 'withdraw', amount: '4900000.00', relationContinues: false });
    expect(assess({ act, pieces: [squeezes], policy })).toMatchObject({
      reportable: false,
      sum: '4900000.00',
    });
  });

  it('counts a continuing withdrawal in both sums: neither order of the two escapes', () => {
    const continuing = { kind: 'withdraw', amount: '499999.99', relationContinues: true } as const;
    const ending = { kind: 'withdraw', amount: '4999999.99', relationContinues: false } as const;

    expect(assess({ act: anAct(ending), pieces: [aPiece(continuing)], policy })).toMatchObject({
      reportable: true,
      treatedAs: 'withdraw',
      sum: '5499999.98',
    });
    expect(assess({ act: anAct(continuing), pieces: [aPiece(ending)], policy }).reportable).toBe(true);
    expect(assess({ act: anAct(continuing), pieces: [aPiece({ amount: '0.01' })], policy })).toMatchObject({
      reportable: true,
      treatedAs: 'squeeze',
      sum: '500000.00',
    });
  });
});

describe('an act counts once, however often it is known', () => {
  const filed = aPiece({ source: 'filing', filing: 'QZ-2026-JINLI-11', branch: '晋江支行' });

  it('as the strongest source says', () => {
    const pieces = [aPiece({ source: 'declared' }), aPiece({ source: 'recorded' }), filed];
    expect(distinctPieces(pieces)).toEqual([filed]);
    expect(assess({ act: anAct({ amount: '100000.00' }), pieces, policy })).toMatchObject({
      sum: '400000.00',
      reportable: false,
    });
  });

  it('but two equal acts of one source are two', () => {
    const twice = [aPiece({ source: 'declared' }), aPiece({ source: 'declared' })];
    expect(distinctPieces(twice)).toHaveLength(2);
    expect(distinctPieces([...twice, filed])).toHaveLength(2);
  });

  it.each<[string, Partial<Piece>]>([
    ['another branch', { branch: '石狮支行' }],
    ['another day', { on: '2026-06-10' }],
    ['another amount', { amount: '300000.01' }],
    ['another kind', { kind: 'suspend' }],
    ['another filing', { filing: 'QZ-2026-JINLI-12' }],
  ])('and %s is another act', (_, difference) => {
    expect(distinctPieces([filed, aPiece({ source: 'declared', ...difference })])).toHaveLength(2);
  });

  it('the execution of a filing is that filing, whatever amount was done', () => {
    const executed = aPiece({ filing: 'QZ-2026-JINLI-11', amount: '250000.00', on: '2026-06-20' });
    expect(distinctPieces([executed, filed])).toEqual([filed]);
  });

  it('and the act itself is not counted beside itself once it is filed', () => {
    const act = anAct({ filing: 'QZ-2026-JINLI-11' });
    expect(assess({ act, pieces: [filed], policy })).toMatchObject({ reportable: false, basis: [] });
  });
});

const WITHDRAW_SUSPEND: readonly Partial<Piece>[] = [
  { kind: 'withdraw', relationContinues: false },
  { kind: 'withdraw', relationContinues: true },
  { kind: 'suspend', relationContinues: null },
];
const SQUEEZE: readonly Partial<Piece>[] = [
  { kind: 'squeeze', relationContinues: null },
  { kind: 'withdraw', relationContinues: true },
];

/** A sum at or above a threshold, cut into acts of one family that all lie within one window, in any order. */
function splits(family: readonly Partial<Piece>[], threshold: string) {
  return fc
    .record({
      total: fc.bigInt({ min: fen(threshold), max: fen(threshold) * 3n }),
      cuts: fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 8 }),
      days: fc.array(fc.integer({ min: 0, max: policy.windowDays }), { minLength: 8, maxLength: 8 }),
      kinds: fc.array(fc.constantFrom(...family), { minLength: 8, maxLength: 8 }),
      start: fc.integer({ min: 0, max: 700 }),
    })
    .map(({ cuts, days, kinds, start, total }) => {
      const weight = cuts.reduce((sum, cut) => sum + cut, 0n);
      const shares = cuts.map((cut) => (total * cut) / weight);
      shares[0] = (shares[0] ?? 0n) + total - shares.reduce((sum, share) => sum + share, 0n);
      return shares.map((share, place) =>
        aPiece({
          ...kinds[place],
          amount: formatYuan(share),
          on: addCalendarDays('2025-01-01', start + (days[place] ?? 0)),
        }),
      );
    });
}

describe('no split of a reportable amount inside a window escapes the last of its acts', () => {
  it.each([
    ['抽贷、停贷', WITHDRAW_SUSPEND, policy.withdrawSuspendThreshold],
    ['压贷', SQUEEZE, policy.squeezeThreshold],
  ])('%s, with continuing withdrawals among them', (_, family, threshold) => {
    fc.assert(
      fc.property(splits(family, threshold), (pieces) => {
        const last = pieces.at(-1);
        if (last === undefined) return;
        const act = anAct({
          kind: last.kind,
          relationContinues: last.relationContinues,
          amount: last.amount,
          on: last.on,
        });

        const answer = assess({ act, pieces: pieces.slice(0, -1), policy });

        expect(answer.reportable).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the answer agrees with a plain model that tries every window', () => {
  const families: Record<string, (piece: { kind: ActKind; relationContinues: boolean | null }) => boolean> = {
    withdrawSuspend: ({ kind }) => kind !== 'squeeze',
    squeeze: ({ kind, relationContinues }) =>
      kind === 'squeeze' || (kind === 'withdraw' && relationContinues !== false),
  };
  const thresholds: Record<string, bigint> = {
    withdrawSuspend: fen(policy.withdrawSuspendThreshold),
    squeeze: fen(policy.squeezeThreshold),
  };
  const acts = fc.record({
    kind: fc.constantFrom<ActKind>('withdraw', 'squeeze', 'suspend'),
    relationContinues: fc.constantFrom(true, false, null),
    amount: fc
      .oneof(fc.bigInt({ min: 1n, max: 60_000_000n }), fc.bigInt({ min: 1n, max: 600_000_000n }))
      .map(formatYuan),
    on: fc.integer({ min: 0, max: 260 }).map((days) => addCalendarDays('2026-01-01', days)),
  });

  function modelSum(family: string, act: Parameters<typeof anAct>[0], pieces: readonly Piece[]): bigint {
    const { amount, kind, on, relationContinues } = anAct(act);
    if (!families[family]?.({ kind, relationContinues })) return 0n;
    let largest = 0n;
    for (let back = 0; back <= policy.windowDays; back++) {
      const start = addCalendarDays(on, -back);
      const end = addCalendarDays(start, policy.windowDays);
      const inside = pieces.filter(
        (piece) => families[family]?.(piece) && piece.on >= start && piece.on <= end,
      );
      const sum = inside.reduce((total, piece) => total + fen(piece.amount), fen(amount));
      if (sum > largest) largest = sum;
    }
    return largest;
  }

  it('in whether it must be reported, and in the sum and pieces it names', () => {
    fc.assert(
      fc.property(acts, fc.array(acts, { maxLength: 8 }), (act, others) => {
        const pieces = others.map((other) => aPiece(other));

        const answer = assess({ act: anAct(act), pieces, policy });

        const reached = Object.keys(families).filter(
          (family) => modelSum(family, act, pieces) >= (thresholds[family] ?? 0n),
        );
        expect(answer.reportable).toBe(reached.length > 0);
        const decidedBy = answer.treatedAs === 'squeeze' ? 'squeeze' : 'withdrawSuspend';
        expect(fen(answer.sum)).toBe(modelSum(decidedBy, act, pieces));
        const named = answer.basis.reduce((sum, piece) => sum + fen(piece.amount), fen(act.amount));
        expect(named).toBe(fen(answer.sum));
      }),
      { numRuns: 1_000 },
    );
  });

  it('and one more act never takes a duty away', () => {
    fc.assert(
      fc.property(acts, fc.array(acts, { maxLength: 5 }), acts, (act, others, further) => {
        const pieces = others.map((other) => aPiece(other));
        const before = assess({ act: anAct(act), pieces, policy });
        const after = assess({ act: anAct(act), pieces: [...pieces, aPiece(further)], policy });
        expect(after.reportable || !before.reportable).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
