import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);

const ROOT = join(import.meta.dirname, '../..');

/** For every rule of .dependency-cruiser.mjs: a file that breaks it, and what it must not know. */
const PLANTED: Record<string, { from: string; to: string }[]> = {
  'rules-stand-alone': [
    { from: 'workflows/rules/threshold.ts', to: 'workflows/filing/basis.ts' },
    { from: 'workflows/rules/clock.ts', to: 'node:fs' },
    { from: 'workflows/rules/machine.ts', to: 'xstate' },
  ],
  'the-calendar-stands-alone': [{ from: 'workflows/calendar/budget.ts', to: 'workflows/rules/fen.ts' }],
  'a-process-knows-rules-and-xstate': [
    { from: 'workflows/filing/filing.machine.ts', to: 'workflows/committee/committee.ts' },
    { from: 'workflows/filing/timer.ts', to: 'node:timers' },
    { from: 'workflows/committee/entity.ts', to: 'typeorm' },
    { from: 'workflows/resolution/service.ts', to: 'src/process/process.service.ts' },
  ],
  'the-vocabulary-knows-xstate-alone': [{ from: 'workflows/process.ts', to: 'workflows/rules/fen.ts' }],
  'proofs-stay-within-workflows': [{ from: 'workflows/proof/report.ts', to: 'node:path' }],
  'features-meet-outside-each-other': [{ from: 'src/filing/list.ts', to: 'src/committee/committee.ts' }],
  'the-ground-knows-no-feature': [{ from: 'src/process/process.service.ts', to: 'src/filing/filing.ts' }],
  'the-platform-knows-no-noun': [{ from: 'src/platform/health.ts', to: 'src/deadline/worker.ts' }],
  'production-knows-no-demo': [{ from: 'src/main.ts', to: 'src/demo/seed.ts' }],
  'migrations-stand-still': [{ from: 'migrations/1-filing.ts', to: 'workflows/rules/fen.ts' }],
  'nothing-imports-tests': [{ from: 'src/demo/situations.ts', to: 'test/support/client.ts' }],
  'acceptance-tests-speak-http': [{ from: 'test/filing/receipt.test.ts', to: 'src/filing/filing.ts' }],
  'no-cycles': [{ from: 'src/audit/entry.ts', to: 'src/audit/log.ts' }],
  'only-declared-packages': [
    { from: 'src/notice/mailer.ts', to: 'smtp-server' },
    { from: 'src/notice/parser.ts', to: 'lodash' },
  ],
  'only-known-packages': [{ from: 'test/harness/oracle.ts', to: 'left-pad' }],
};

/** What may be known: none of these is reported. */
const ALLOWED: { from: string; to: string }[] = [
  { from: 'workflows/rules/lead-time.ts', to: 'workflows/calendar/day.ts' },
  { from: 'workflows/rules/lane.ts', to: 'workflows/rules/fen.ts' },
  { from: 'workflows/inquiry/inquiry.machine.ts', to: 'xstate' },
  { from: 'workflows/inquiry/clocks.ts', to: 'workflows/calendar/day.ts' },
  { from: 'workflows/proof/checker.ts', to: 'workflows/inquiry/inquiry.machine.ts' },
  { from: 'src/support/support.ts', to: 'src/access/actor.ts' },
  { from: 'src/access/actor.ts', to: 'workflows/rules/fen.ts' },
  { from: 'src/demo/mail.ts', to: 'smtp-server' },
  { from: 'migrations/2-log.ts', to: 'typeorm' },
  { from: 'test/process/engine.test.ts', to: 'src/access/actor.ts' },
];

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

/** The names of the rules that npm run check checks. */
async function ruleNames(): Promise<string[]> {
  const module = (await import(join(ROOT, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: { name: string }[] };
  };
  return module.default.forbidden.map(({ name }) => name);
}

let tree: string;
let violations: Violation[];

beforeAll(() => {
  mkdirSync(join(ROOT, '.test'), { recursive: true });
  tree = mkdtempSync(join(ROOT, '.test', 'planted-'));
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) {
    copyFileSync(join(ROOT, name), join(tree, name));
  }
  const pairs = [...Object.values(PLANTED).flat(), ...ALLOWED];
  for (const { to } of pairs.filter(({ to }) => to.endsWith('.ts'))) write(to, 'export const known = 1;\n');
  for (const { from, to } of pairs)
    write(from, `import * as known from '${specifier(from, to)}';\nexport { known };\n`);
  write('src/audit/log.ts', `export * from './entry.js';\n`);
  const folders = ['src', 'workflows', 'migrations', 'test'];
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
});

afterAll(() => {
  rmSync(tree, { recursive: true });
});

describe('the dependency rule', () => {
  it('has a planted violation for every rule that is checked', async () => {
    expect(Object.keys(PLANTED)).toEqual(await ruleNames());
  });

  it.each(Object.entries(PLANTED).flatMap(([rule, pairs]) => pairs.map((pair) => ({ rule, ...pair }))))(
    '$rule: reports that $from knows $to',
    ({ rule, from, to }) => {
      const reported = violations.filter((each) => each.rule.name === rule && each.from === from);

      expect(reported.map((each) => each.to)).toContainEqual(
        expect.stringContaining(to.replace(/^node:/, '')),
      );
    },
  );

  it('reports nothing else: what may be known is left alone', () => {
    const planted = Object.values(PLANTED).flat();
    const unexpected = violations.filter(
      ({ from, rule }) => rule.name !== 'no-cycles' && !planted.some((pair) => pair.from === from),
    );

    expect(unexpected.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});

function write(path: string, text: string): void {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function specifier(from: string, to: string): string {
  if (!to.endsWith('.ts')) return to;
  const up = '../'.repeat(from.split('/').length - 1) || './';
  return `${up}${to.replace(/\.ts$/, '.js')}`;
}
