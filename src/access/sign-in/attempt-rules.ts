/**
 * 登录失败处理, GB/T 22239-2019 8.1.4.1 b) and NIST SP 800-63B-4 3.2.2. A stranger who guesses is stopped; the owner, at an address
 * where it has signed in before, is not: nobody can be kept out by others' guesses.
 */
export const WINDOW_MINUTES = 15;
/** Failures of one login from one address until it has to wait. */
export const FAILURES_OF_PAIR = 5;
/** Failures from one address over all logins. */
export const FAILURES_OF_ADDRESS = 30;
/** Failures of one login from strange addresses, from which on those come slowly. */
export const FAILURES_BEFORE_SLOW = 10;
const SLOW_SECONDS = 30;
/** Without a success in between, strange addresses are not listened to at all. */
export const FAILURES_IN_A_ROW = 100;
/** For so many days an address stays known after a success. */
export const KNOWN_DAYS = 90;

/** What is remembered of attempts, as of now. Ages in seconds; null where there was none. */
export interface AttemptHistory {
  /** Of this login from this address within the window, since its last success. */
  pair: { failures: number; lastAge: number | null };
  /** From this address within the window, whatever the login. */
  address: { failures: number; lastAge: number | null };
  /** Of this login from addresses that it does not know, within the window. */
  strange: { failures: number; lastAge: number | null };
  /** Of this login from strange addresses since its last success anywhere. */
  inARow: number;
  /** The login has signed in from this address lately. */
  isKnown: boolean;
}

const WINDOW_SECONDS = WINDOW_MINUTES * 60;

/** How many seconds to wait before the next attempt; 0 to go on. */
export function secondsToWait({ pair, address, strange, inARow, isKnown }: AttemptHistory): number {
  const waits = [
    pair.failures >= FAILURES_OF_PAIR ? WINDOW_SECONDS - (pair.lastAge ?? 0) : 0,
    address.failures >= FAILURES_OF_ADDRESS ? WINDOW_SECONDS - (address.lastAge ?? 0) : 0,
    !isKnown && strange.failures >= FAILURES_BEFORE_SLOW ? SLOW_SECONDS - (strange.lastAge ?? 0) : 0,
    !isKnown && inARow >= FAILURES_IN_A_ROW ? WINDOW_SECONDS : 0,
  ];
  return Math.max(0, ...waits.map(Math.ceil));
}
