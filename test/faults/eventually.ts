import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 20;

/** Asks until there is an answer. */
export async function eventually<Result>(
  ask: () => Promise<Result | undefined>,
  timeoutMs: number,
): Promise<Result> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`It did not come to pass within ${String(timeoutMs)} ms.`);
    await wait(POLL_MS);
  }
}
