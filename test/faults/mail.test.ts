import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { v7 as uuid } from 'uuid';
import { aCase, aNotice } from '../notice/a-notice.js';
import { as, type Client } from '../support/client.js';
import { releaseClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { type Mailbox, type Manner, openMailbox, type Received } from '../support/mailbox.js';
import { world } from '../support/world.js';
import { eventually } from './eventually.js';

/** Of each fault; `FAULT_MAILS=50` for the figures of docs/performance.md. */
const MAILS = Number(process.env['FAULT_MAILS'] ?? 6);
const TIMEOUT_MS = 60_000 + 2_000 * MAILS;
const READER = 'jinli.admin';

let mailbox: Mailbox;
let reader: Client;

beforeAll(async () => {
  mailbox = await openMailbox();
  reader = await as(READER);
});

afterEach(async () => {
  await mailbox.close();
  mailbox.behave('accept');
  mailbox.received.length = 0;
  await mailbox.open();
});

afterAll(async () => {
  await mailbox.close();
  await releaseClock();
});

interface Event {
  source: string;
  about: string;
  notice: string;
}

/** As many events as there are mails, each told to one person. */
async function events(): Promise<Event[]> {
  const told: Event[] = [];
  for (let count = 0; count < MAILS; count++) {
    const [source, about] = [uuid(), await aCase('jinli')];
    told.push({ source, about, notice: await aNotice({ to: 'jinli', role: 'bank.admin', source, about }) });
  }
  return told;
}

/** What the database says of the mails of these events. */
async function mailsOf(told: readonly Event[]): Promise<MailRow[]> {
  return query<MailRow>(
    'admin',
    `select source, status, attempts, message_id as "messageId", last_error as "lastError" from mail
      where source = any($1) order by source`,
    [told.map(({ source }) => source)],
  );
}

interface MailRow {
  source: string;
  status: string;
  attempts: number;
  messageId: string;
  lastError: string | null;
}

async function untilAll(told: readonly Event[], matches: (mail: MailRow) => boolean): Promise<MailRow[]> {
  return eventually(async () => {
    const mails = await mailsOf(told);
    return mails.length === told.length && mails.every(matches) ? mails : undefined;
  }, TIMEOUT_MS);
}

/** Two hours later by the server's clock: longer than any pause between two attempts. */
async function later(): Promise<void> {
  await query(
    'admin',
    `with later as (select wendai_now() + interval '2 hours' as at), gone as (delete from test_clock)
      insert into test_clock select at from later`,
  );
}

/** At least once on the wire with one Message-ID, exactly once in the inbox. */
async function expectEachToldOnce(told: readonly Event[], mails: readonly MailRow[]): Promise<void> {
  const { items } = (await reader.get('/inbox?limit=100')).body;
  for (const { about, notice, source } of told) {
    const onTheWire = mailbox.received.filter(({ mail }) => mail.text?.includes(about));
    const recorded = mails.find((mail) => mail.source === source);
    expect(new Set(onTheWire.map(({ messageId }) => messageId))).toEqual(new Set([recorded?.messageId]));
    expect(items.filter(({ id }: { id: string }) => id === notice)).toHaveLength(1);
  }
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(told.length);
}

function times(received: readonly Received[], { about }: Event): number {
  return received.filter(({ mail }) => mail.text?.includes(about)).length;
}

describe('a mail server that fails for a while', () => {
  it.each<[string, Manner | 'down', RegExp]>([
    ['is down', 'down', /ECONNREFUSED/],
    ['says 421 and hangs up', 'busy', /421|closed/],
    ['says 450', 'tryLater', /450/],
    ['hangs up after DATA', 'dropAfterData', /closed|hang|reset/i],
  ])(
    '%s: nothing is lost, and what failed comes later with the Message-ID it had',
    async (_, fault, error) => {
      if (fault === 'down') await mailbox.close();
      else mailbox.behave(fault);
      const told = await events();
      const failed = await untilAll(told, ({ attempts, lastError }) => attempts > 0 && lastError !== null);
      expect(mailbox.received).toEqual([]);

      if (fault === 'down') await mailbox.open();
      else mailbox.behave('accept');
      await later();
      const sent = await untilAll(told, ({ status }) => status === 'sent');

      for (const { status, lastError } of failed) {
        expect(status).toBe('queued');
        expect(lastError).toMatch(error);
      }
      expect(sent.map(({ messageId }) => messageId)).toEqual(failed.map(({ messageId }) => messageId));
      await expectEachToldOnce(told, sent);
    },
    TIMEOUT_MS,
  );

  it(
    'takes a mail and hangs up before it says so: it comes twice, with one Message-ID',
    async () => {
      mailbox.behave('acceptAndDrop');
      const told = await events();
      await untilAll(told, ({ lastError }) => lastError !== null);

      mailbox.behave('accept');
      await later();
      const sent = await untilAll(told, ({ status }) => status === 'sent');

      for (const event of told) expect(times(mailbox.received, event)).toBe(2);
      await expectEachToldOnce(told, sent);
    },
    TIMEOUT_MS,
  );

  it(
    'is slow: every mail is sent once',
    async () => {
      mailbox.behave('slow');
      const told = await events();
      const sent = await untilAll(told, ({ status }) => status === 'sent');

      for (const event of told) expect(times(mailbox.received, event)).toBe(1);
      for (const { attempts } of sent) expect(attempts).toBe(1);
      await expectEachToldOnce(told, sent);
    },
    TIMEOUT_MS,
  );

  it(
    'offers encryption with a certificate that nobody vouches for: nothing goes out in clear text',
    async () => {
      await mailbox.close();
      const seen: string[] = [];
      const impostor = await impostorAt(world().smtpPort, seen);
      const told = await events();
      const failed = await untilAll(told, ({ lastError }) => lastError !== null);
      await new Promise<void>((resolve) => impostor.close(resolve));

      await mailbox.open();
      await later();
      const sent = await untilAll(told, ({ status }) => status === 'sent');

      expect(seen).toEqual([]);
      for (const { status, lastError } of failed) {
        expect(status).toBe('queued');
        expect(lastError).toMatch(/certificate/i);
      }
      await expectEachToldOnce(told, sent);
    },
    TIMEOUT_MS,
  );
});

describe('a mail server that refuses for good (550)', () => {
  it(
    'makes a dead mail at once, which an administrator sees and sends again with its Message-ID',
    async () => {
      mailbox.behave('refuse');
      const told = await events();
      const dead = await untilAll(told, ({ status }) => status === 'dead');
      const administrator = await as('system.admin');
      const listed = (await administrator.get('/mail?status=dead&limit=100')).body;

      mailbox.behave('accept');
      for (const { id } of listed.items) {
        expect((await administrator.post(`/mail/${id}/retry`)).body).toMatchObject({ id, status: 'queued' });
      }
      const sent = await untilAll(told, ({ status }) => status === 'sent');

      for (const { attempts, lastError } of dead) {
        expect(attempts).toBe(1);
        expect(lastError).toMatch(/550/);
      }
      expect(listed.items.map(({ messageId }: MailRow) => messageId).sort()).toEqual(
        dead.map(({ messageId }) => messageId).sort(),
      );
      await expectEachToldOnce(told, sent);
    },
    TIMEOUT_MS,
  );
});

/** A server that asks for STARTTLS with a certificate made by itself, and takes whatever it is given. */
async function impostorAt(port: number, seen: string[]): Promise<SMTPServer> {
  // smtp-server warns that the key of its own certificate is known to all: here that is the point.
  const warning = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const server = new SMTPServer({
    authOptional: true,
    onMailFrom: ({ address }, _session, done) => {
      seen.push(address);
      done();
    },
    onData: (stream, _session, done) => {
      stream.resume().on('end', () => done());
    },
  });
  warning.mockRestore();
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}
