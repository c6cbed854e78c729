import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { type AddressRule, NotPublic } from './address-rule.js';

/** From the first byte to the answer. */
export const ATTEMPT_TIMEOUT_MS = 10_000;
/** More of an answer is of no use to anybody. */
const MOST_OF_ANSWER = 65_536;
const OK = 2;
const GONE = 410;

/** What came of one attempt. */
export type Delivery =
  | { result: 'sent'; status: number }
  /** The receiver wants no more of it. */
  | { result: 'gone'; status: number }
  | { result: 'deferred'; status?: number; reason: string };

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** One POST. Redirects are not followed: an address that moved is told by its owner. Never throws. */
export async function postMessage(
  { url, headers, body }: Post,
  rule: AddressRule,
  signal: AbortSignal,
): Promise<Delivery> {
  if (rule.faultIn(url) !== undefined) return { result: 'deferred', reason: 'address-not-allowed' };
  return new Promise((resolve) => {
    const target = new URL(url);
    const send = target.protocol === 'https:' ? secure : plain;
    const request = send(
      target,
      {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'wendai-webhook/1',
        },
        signal: AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)]),
        agent: false,
        // An address instead of a name was judged above, and is not looked up.
        ...(isIP(target.hostname.replace(/^\[|\]$/g, '')) === 0 ? { lookup: rule.lookup } : {}),
      },
      (answer) => {
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > MOST_OF_ANSWER) answer.destroy();
        });
        answer.on('error', () => undefined);
        answer.once('close', () => resolve(deliveryOf(answer.statusCode ?? 0)));
      },
    );
    request.once('error', (error) => resolve({ result: 'deferred', reason: reasonOf(error, signal) }));
    request.end(body);
  });
}

function deliveryOf(status: number): Delivery {
  if (Math.floor(status / 100) === OK) return { result: 'sent', status };
  if (status === GONE) return { result: 'gone', status };
  return { result: 'deferred', status, reason: `http-${String(status)}` };
}

function reasonOf(error: Error & { code?: string }, signal: AbortSignal): string {
  if (signal.aborted) return 'interrupted';
  if (error instanceof NotPublic) return 'address-not-allowed';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return error.code === undefined ? 'connection-failed' : error.code.toLowerCase().replaceAll('_', '-');
}
