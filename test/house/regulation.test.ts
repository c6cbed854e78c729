import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const TABLE = readFileSync(join(ROOT, 'docs/regulation.md'), 'utf8');

/** Units and shapes: the document names them as such. */
const NO_RULES = [
  'workflows/rules/fen.ts',
  'workflows/rules/filing-content.ts',
  'workflows/calendar/civil-day.ts',
];

/** A law or circular, a standard, or the open admission that the city chooses. */
const GROUND =
  /〔\d{4}〕\d+号|民法典 ?第?\d+|民营经济促进法|商业银行法|企业破产法|GB ?\d+|放假办法|政策参数|city's choice|\[D\]|（十）/;

interface Row {
  ground: string;
  rule: string;
  test: string;
}

const rows: Row[] = [...TABLE.matchAll(/^\| (.+?) \| .+? \| `(workflows\/.+?)` \| `(test\/.+?)` \|$/gm)].map(
  ([, ground = '', rule = '', test = '']) => ({ ground, rule, test }),
);

const rules = ['workflows/rules', 'workflows/calendar'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
);

describe('every rule leads to its clause and to its test', () => {
  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rules.filter((rule) => !NO_RULES.includes(rule)))('%s stands in docs/regulation.md', (rule) => {
    expect(rows.map((row) => row.rule)).toContain(rule);
  });

  it.each(rules.filter((rule) => !NO_RULES.includes(rule)))('%s cites its ground', (rule) => {
    expect(readFileSync(join(ROOT, rule), 'utf8')).toMatch(GROUND);
  });

  it.each(rows)('$rule exists, and $test reads it', ({ rule, test, ground }) => {
    expect(existsSync(join(ROOT, rule))).toBe(true);
    expect(ground).not.toBe('');
    expect(reachedFrom(test)).toContain(basename(rule, '.ts'));
  });

  it.each(NO_RULES)('%s is named as no rule', (file) => {
    expect(TABLE).toContain(`\`${file}\``);
  });
});

/** The files that a test imports, and those that they import: a rule is tested by itself or through the one that uses it. */
function reachedFrom(test: string): string[] {
  const reached = new Set([join(ROOT, test)]);
  for (const path of reached) for (const imported of importsOf(path)) reached.add(imported);
  return [...reached].map((path) => basename(path, '.ts'));
}

function importsOf(path: string): string[] {
  if (!existsSync(path)) return [];
  const specifiers = readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)\.js'/g);
  return [...specifiers].map(([, specifier = '']) => join(dirname(path), `${specifier}.ts`));
}
