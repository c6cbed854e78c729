import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './client.js';
import { world } from './world.js';

const WAIT_MS = 2_000;

/** The line that the server wrote about a request: it is found by the id that the answer carries. */
export async function logLineOf({ headers }: Answer): Promise<Record<string, unknown> | undefined> {
  const id = headers.get('x-request-id');
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const line = readFileSync(world().log, 'utf8')
      .split('\n')
      .find((each) => id !== null && each.includes(id));
    if (line !== undefined) return JSON.parse(line) as Record<string, unknown>;
    if (Date.now() > deadline) return undefined;
    await wait(20);
  }
}
