import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DATA, PAGE, pageOf, type SelfCheckRow } from '../../scripts/self-check.mjs';

const ROOT = join(import.meta.dirname, '../..');
const rows = JSON.parse(readFileSync(DATA, 'utf8')) as SelfCheckRow[];

describe('docs/security/self-check.md: what an office for security goes through', () => {
  it('has every line, once and in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
  });

  it('is what npm run self-check makes of its data', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(pageOf(rows));
  });

  it.each(rows)('$number leads to tests that are there, or says what is missing', ({ state, tests, gap }) => {
    for (const test of tests) {
      expect(test).toMatch(/^test\/.+\.test\.ts$/);
      expect({ test, isThere: existsSync(join(ROOT, test)) }).toEqual({ test, isThere: true });
    }
    expect(['tested', 'partly', 'notYet']).toContain(state);
    expect(tests.length > 0).toBe(state !== 'notYet');
    expect(gap === undefined).toBe(state === 'tested');
  });

  it('claims nothing that only an assessor can say', () => {
    const page = readFileSync(PAGE, 'utf8');

    expect(page).toContain('本表不是测评结论');
    expect(page).not.toMatch(/已通过等保|通过测评|符合等保三级/);
  });
});
