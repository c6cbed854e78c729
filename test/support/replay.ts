import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { world } from './world.js';

const PROGRAM = 'test/support/replay-cases.mjs';
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/**
 * Every case of the file's database is what its log says: the state is the replay of its events, and nothing else. For
 * `afterAll` of each file about cases.
 */
export async function everyCaseReplays(): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, world().adminUrl], {
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  const { replayed, different } = JSON.parse(stdout) as { replayed: number; different: unknown[] };
  if (replayed === 0) throw new Error('There was no case to replay.');
  if (different.length > 0) {
    throw new Error(`${String(different.length)} of ${String(replayed)} cases are not what their log says:
${JSON.stringify(different.slice(0, 3), null, 1)}`);
  }
}
