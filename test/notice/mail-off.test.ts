import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { City } from '../faults/city.js';
import { eventually } from '../faults/eventually.js';
import { type Mailbox, openMailbox } from '../support/mailbox.js';

const TIMEOUT_MS = 90_000;

let city: City;
let mailbox: Mailbox;

beforeAll(async () => {
  [city, mailbox] = [await City.found(), await openMailbox()];
}, TIMEOUT_MS);

afterAll(async () => {
  await city.raze();
  await mailbox.close();
}, TIMEOUT_MS);

describe('a city without a mail server', () => {
  it(
    'makes no mails and says so; the inbox is the channel',
    async () => {
      const node = await city.startNode({ SMTP_URL: '' });
      await city.tell('cleared');
      // Anything that this worker would do, it does in its first round.
      await eventually(async () => (await fetch(`${node.url}/readyz`)).ok || undefined, TIMEOUT_MS);
      await new Promise((resolve) => setTimeout(resolve, 500));

      const readiness = await (await fetch(`${node.url}/readyz`)).json();

      expect(readiness).toEqual({
        ready: true,
        database: 'up',
        migrations: 'current',
        notes: { mail: 'off', rights: { differing: 0 } },
      });
      expect(await city.query('select from mail')).toEqual([]);
      expect(await city.query('select from notice where not mailed')).toHaveLength(1);
      await node.stop();
    },
    TIMEOUT_MS,
  );

  it(
    'that gets one later mails what is new, not what has been in the inbox for days',
    async () => {
      await city.tell('cleared');
      await city.passTime('3 days');
      await city.tell('suggested');

      await city.startNode();
      const [received] = await mailbox.waitFor(1);

      expect(received?.mail.subject).toContain('建议暂缓');
      expect(mailbox.received).toHaveLength(1);
      expect(await city.query('select from notice where not mailed')).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
