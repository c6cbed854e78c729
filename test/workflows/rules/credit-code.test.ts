import { describe, expect, it } from '@jest/globals';
import {
  creditCodeFor,
  hasValidOrganisationCode,
  isCreditCode,
  normaliseCreditCode,
} from '../../../workflows/rules/credit-code.js';

describe('GB 32100-2015: the check character of a unified social credit code', () => {
  it.each([
    '91350100M000100Y43',
    '11320000MB151840XJ',
    '91100000100003962T',
    '911100001000044477',
    '911100001000054748',
    '911000001000013428',
    '91350582MA2XK7PQ0A',
    '91350502MA2XK7PQ0E',
    '91350581MA2XK7PQ0U',
    '91350583MA2XK7PQ0Q',
    '91350503MA2XK7PQ0W',
  ])('takes %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(hasValidOrganisationCode(code)).toBe(true);
  });

  it.each([
    ['91350582MA2XK7PQ0B', 'the check character is A'],
    ['91310115MA1H8R7C6D', 'a published example that is wrong'],
    ['91350100M000100Y4Z', 'Z is no symbol of the code'],
    ['91350100M000100Y4', 'seventeen characters'],
    ['91350100M000100Y430', 'nineteen characters'],
    ['91350100m000100y43', 'small letters are normalised first'],
    ['', 'nothing'],
  ])('refuses %s: %s', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('notices every single character that is mistyped', () => {
    const code = '91350582MA2XK7PQ0A';
    const symbols = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    const mistyped = [...code].flatMap((right, place) =>
      symbols
        .filter((symbol) => symbol !== right)
        .map((symbol) => code.slice(0, place) + symbol + code.slice(place + 1)),
    );
    expect(mistyped.filter(isCreditCode)).toEqual([]);
  });
});

describe('GB 11714: the organisation code inside', () => {
  it('is told apart from the outer check, since some older codes fail it alone', () => {
    const outerOnly = '91350582MA2XK7PQ1';
    const code =
      [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((symbol) => outerOnly + symbol).find(isCreditCode) ?? '';

    expect(isCreditCode(code)).toBe(true);
    expect(hasValidOrganisationCode(code)).toBe(false);
  });
});

describe('what people paste is normalised', () => {
  it.each([
    ['91350582ma2xk7pq0a', 'small letters'],
    ['９１３５０５８２ＭＡ２ＸＫ７ＰＱ０Ａ', 'full width'],
    [' 91350582 MA2XK7PQ0A　', 'spaces'],
    ['91350582-MA2XK7PQ0-A', 'hyphens'],
  ])('%s (%s)', (text) => {
    expect(normaliseCreditCode(text)).toBe('91350582MA2XK7PQ0A');
  });
});

describe('a code made for demonstration', () => {
  it('passes both checks for every serial, in every division', () => {
    for (const division of ['350582', '350502', '350100']) {
      for (let serial = 0; serial < 2_000; serial += 7) {
        const code = creditCodeFor(division, serial);
        expect([code, isCreditCode(code), hasValidOrganisationCode(code)]).toEqual([code, true, true]);
        expect(code.slice(2, 8)).toBe(division);
      }
    }
  });

  it('differs by serial', () => {
    const codes = Array.from({ length: 5_000 }, (_, serial) => creditCodeFor('350582', serial));
    expect(new Set(codes).size).toBe(codes.length);
  });
});
