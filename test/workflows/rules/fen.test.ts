import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fenOf, formatYuan, parseYuan } from '../../../workflows/rules/fen.js';

describe('money is integer fen, written as yuan', () => {
  it.each([
    ['0', 0n],
    ['0.00', 0n],
    ['0.01', 1n],
    ['0.1', 10n],
    ['500000', 50_000_000n],
    ['4999999.99', 499_999_999n],
    ['99999999999999.99', 9_999_999_999_999_999n],
  ])('%s is %s fen', (yuan, fen) => {
    expect(parseYuan(yuan)).toBe(fen);
    expect(fenOf(yuan)).toBe(fen);
  });

  it.each([
    '-1',
    '+1',
    '007.5',
    '00',
    '1.005',
    '1.',
    '.5',
    '1e3',
    '1e309',
    'NaN',
    'Infinity',
    '1,000.00',
    ' 1',
    '1\n',
    '１００',
    '五百万',
    '',
  ])('%p is no amount', (text) => {
    expect(parseYuan(text)).toBeUndefined();
    expect(() => fenOf(text)).toThrow(RangeError);
  });

  it('no single amount has more than fourteen digits, a sum may', () => {
    expect(parseYuan('100000000000000')).toBeUndefined();
    expect(parseYuan('12345678901234567890')).toBeUndefined();
    expect(fenOf('100000000000000.01')).toBe(10_000_000_000_000_001n);
  });

  it('has one text for one amount', () => {
    expect(['500000', '500000.0', '500000.00'].map((yuan) => formatYuan(fenOf(yuan)))).toEqual([
      '500000.00',
      '500000.00',
      '500000.00',
    ]);
    expect(formatYuan(-5n)).toBe('-0.05');
    expect(formatYuan(-100_000_000n)).toBe('-1000000.00');
  });

  it('loses nothing on the way to the text and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }), (fen) => {
        expect(fenOf(formatYuan(fen))).toBe(fen);
      }),
    );
  });
});
