import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);

/** What an operator runs: everything that is started from dist/src by its name, the server apart. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const COMMANDS = Object.entries(scripts).flatMap(([name, command]) => {
  const file = /^node (dist\/src\/\S+)$/.exec(command)?.[1];
  return file === undefined || name === 'start' ? [] : [{ name, file }];
});

describe('every command of an operator', () => {
  it('says what it does when asked for help, and does nothing', async () => {
    const run = promisify(execFile);
    // Neither a database nor a key is named: whatever it did, it would fail for that.
    const env = { PATH: process.env['PATH'] ?? '', WENDAI_HOME: '/nonexistent' };

    const said = await Promise.all(
      COMMANDS.map(async ({ name, file }) => ({
        name,
        ...(await run(process.execPath, [file, '--help'], { env })),
      })),
    );

    expect(COMMANDS.length).toBeGreaterThan(7);
    for (const { name, stdout, stderr } of said) {
      expect(stdout).toContain(`npm run ${name}`);
      expect(stderr).toBe('');
    }
  });
});
