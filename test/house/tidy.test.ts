import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DEMO_PEOPLE } from '../../src/demo/demo-people.js';
import {
  barrels,
  engineScopeOutside,
  type Findings,
  forbiddenWords,
  impure,
  nameless,
  type SourceFile,
  tooLong,
  unfinished,
} from './house-rules.js';

const ROOT = join(import.meta.dirname, '../..');

/** Texts that name a forbidden word in order to keep it out: what an official is told who types one. */
const ABOUT_THE_WORDS: ReadonlySet<string> = new Set(['本意见不是行政许可，不得要求银行放贷或收贷。']);

/** Written by `npm run api-client`, read by a compiler. */
const GENERATED = [join('web', 'src', 'api', 'schema.ts')];

/** Every source file of these folders; what is not there yet has none. */
function filesIn(...folders: string[]): SourceFile[] {
  return folders
    .map((folder) => join(ROOT, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) => !path.includes(`${sep}node_modules${sep}`) && !GENERATED.some((name) => path.endsWith(name)),
    )
    .map((path) => ({
      path: relative(ROOT, path).replaceAll(sep, '/'),
      text: readFileSync(path, 'utf8'),
    }));
}

function file(path: string, text: string): SourceFile[] {
  return [{ path, text }];
}

const CODE = ['src', 'workflows', 'web/src', 'migrations', 'scripts', 'bench'];
const everything = filesIn(...CODE, 'test');
const workflows = filesIn('workflows');

interface HouseRule {
  rule: string;
  /** Against the whole project. */
  found: () => Findings;
  /** Against something that breaks the rule, so that the rule is known to see it. */
  planted: Findings[];
}

const HOUSE_RULES: HouseRule[] = [
  {
    rule: 'a file has at most 300 lines',
    found: () => tooLong(filesIn('src', 'workflows', 'web/src', 'test')),
    planted: [tooLong(file('src/a.ts', 'x\n'.repeat(301)))],
  },
  {
    rule: 'nothing is left to be done later, and no test is left out',
    found: () => unfinished(everything),
    planted: [
      unfinished(file('src/a.ts', `// ${'to'}${'do'}: later`.toUpperCase())),
      unfinished(file('test/a.test.ts', `it.${'only'}('one', () => {})`)),
      unfinished(file('test/a.test.ts', `describe.${'skip'}('one', () => {})`)),
    ],
  },
  {
    rule: 'every file and folder is named for what it is about',
    found: () => nameless(everything),
    planted: [
      nameless(file('src/filing/utils.ts', '')),
      nameless(file('src/common/money.ts', '')),
      nameless(file('test/support/test-helpers.ts', '')),
    ],
  },
  {
    rule: 'no file only passes on what others export',
    found: () => barrels(everything),
    planted: [barrels(file('src/filing/index.ts', "export * from './a.js';\nexport { b } from './b.js';"))],
  },
  {
    rule: 'only the engine sets the scope that sees every case',
    found: () => engineScopeOutside(filesIn('src', 'workflows')),
    planted: [
      engineScopeOutside(file('src/filing/list.ts', "setScope('engine');")),
      engineScopeOutside(file('src/demo/seed.ts', "sql(`set_config('wendai.scope', $1)`);")),
    ],
  },
  {
    rule: 'a report is no licence: the words of one stand in no text of ours',
    found: () => forbiddenWords(filesIn('src', 'workflows', 'web/src'), ABOUT_THE_WORDS),
    planted: [
      forbiddenWords(file('src/a.ts', "const label = '待审批';"), ABOUT_THE_WORDS),
      forbiddenWords(file('src/a.ts', 'const text = `报告$' + '{n}已受理`;'), ABOUT_THE_WORDS),
      forbiddenWords(file('web/src/a.tsx', 'const a = <p>准予报送</p>;'), ABOUT_THE_WORDS),
    ],
  },
  {
    rule: 'workflows/ has no clock, no chance and no world outside',
    found: () => impure(workflows),
    planted: [
      impure(file('workflows/a.ts', 'const now = new Date();')),
      impure(file('workflows/a.ts', 'const dice = Math.random();')),
      impure(file('workflows/a.ts', 'setTimeout(go, 1);')),
      impure(file('workflows/a.ts', 'const { env } = process;')),
    ],
  },
];

describe('the house is tidy', () => {
  it.each(HOUSE_RULES)('$rule', ({ found, planted }) => {
    expect(found()).toEqual([]);
    expect(planted.map((findings) => findings.length)).toEqual(planted.map(() => 1));
  });

  it('leaves alone what only looks alike: comments that quote the law, members and types of that name', () => {
    expect(
      forbiddenWords(file('src/a.ts', '// 行政许可法\n/** 审批 */ const a = 1;'), ABOUT_THE_WORDS),
    ).toEqual([]);
    expect(
      impure(file('workflows/a.ts', 'const a = { process: 1 }; a.process; type B = { Date: string };')),
    ).toEqual([]);
  });

  it('README.md tells how to sign in', () => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('`jinli.maker`');
  });

  it.each(['README.md', 'README.en.md'])('%s names only logins that the demo has', (name) => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    const named =
      text.match(/\b[a-z]+\.(maker|checker|delegate|admin|reviewer|leader|coordinator|observer)\b/g) ?? [];
    const known = new Set(DEMO_PEOPLE.map(({ login }) => login));

    expect(named.filter((login) => !known.has(login))).toEqual([]);
  });
});
