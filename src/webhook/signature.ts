import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret as receivers configure it: `whsec_` and 32 bytes in base64. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** What identifies one message, the same at every attempt. */
export interface Message {
  id: string;
  body: string;
}

/**
 * The headers of Standard Webhooks 1.0: a receiver takes the message when one of the signatures is that of its secret, and
 * drops one whose id it has seen or whose time is long past. `at` in seconds since 1970.
 */
export function signedHeaders(
  { id, body }: Message,
  at: number,
  secrets: readonly string[],
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key)
      .update(`${id}.${String(at)}.${body}`)
      .digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signatures.join(' ') };
}
