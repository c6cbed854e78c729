import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/security/dependencies.md'), 'utf8');
/** Licences under which a city may run, change and hand on what it gets. */
const OPEN = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC0-1.0',
  'Unlicense',
];

interface Package {
  version?: string;
  license?: string;
  dev?: boolean;
}

const rows = new Map(
  [...PAGE.matchAll(/^\| ((?:@[a-z-]+\/)?[a-z][a-z0-9-]*) \| .+? \| ([A-Za-z0-9.-]+) \|/gm)].map(
    ([, name = '', licence = '']) => [name, licence],
  ),
);

describe.each([
  ['the server', '.'],
  ['the console', 'web'],
])('what %s brings from others', (_, folder) => {
  const { dependencies } = read<{ dependencies: Record<string, string> }>('package.json');
  const { packages } = read<{ packages: Record<string, Package> }>('package-lock.json');

  function read<Content>(name: string): Content {
    return JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')) as Content;
  }

  it.each(Object.entries(dependencies))(
    '%s %s stands in docs/security/dependencies.md, with its licence',
    (name, version) => {
      expect(version).toMatch(/^\d/);
      expect(rows.get(name)).toBe(packages[`node_modules/${name}`]?.license);
    },
  );

  it('comes under licences that anybody may use it by', () => {
    const running = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

    const others = running.filter(([, { license }]) => license === undefined || !OPEN.includes(license));

    expect(others.map(([path, { license }]) => `${path} ${String(license)}`)).toEqual([]);
    expect(running.length).toBeGreaterThan(50);
  });
});
