const FIRST_DELAY_S = 30;
const LONGEST_DELAY_S = 3_600;
/** A delay may come out this much shorter, so that messages that failed together do not come back together. */
const JITTER = 0.25;

/** Seconds until the next attempt, after the `attempt`th has failed: 30 s, doubling up to an hour. `random` is in [0, 1). */
export function retryDelaySeconds(attempt: number, random: number): number {
  const delay = Math.min(FIRST_DELAY_S * 2 ** (attempt - 1), LONGEST_DELAY_S);
  return delay * (1 - JITTER * random);
}
