import { describe, expect, it } from '@jest/globals';
import { newToken, tokenHash } from '../../src/access/session-token.js';

const MANY = 100_000;

describe('OWASP ASVS 7.2: what stands for a session', () => {
  it(`is 256 bits, and ${MANY.toLocaleString('en')} of them are all different, as are their hashes`, () => {
    const tokens = Array.from({ length: MANY }, newToken);

    expect(new Set(tokens).size).toBe(MANY);
    expect(new Set(tokens.map(tokenHash)).size).toBe(MANY);
    expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
  });

  it('has no bit that is set more often than not', () => {
    const set = new Array<number>(256).fill(0);
    for (const token of Array.from({ length: 20_000 }, newToken)) {
      const bytes = Buffer.from(token, 'base64url');
      for (let bit = 0; bit < 256; bit += 1)
        set[bit] = (set[bit] ?? 0) + (((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1);
    }

    // Seven standard deviations of a fair coin.
    expect(set.filter((count) => Math.abs(count - 10_000) > 500)).toEqual([]);
  });
});
