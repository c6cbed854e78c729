import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { eventually } from '../faults/eventually.js';
import { as } from '../support/client.js';
import { releaseClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { type Mailbox, openMailbox } from '../support/mailbox.js';
import { world } from '../support/world.js';
import { aNotice } from './a-notice.js';
import { MAIL_TIMEOUT_MS, type MailRow, settled } from './settled-mails.js';

jest.setTimeout(2 * MAIL_TIMEOUT_MS);

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
});

afterEach(() => {
  mailbox.behave('accept');
  mailbox.received.length = 0;
});

afterAll(async () => {
  await mailbox.close();
  await releaseClock();
});

describe('a mail that was given up', () => {
  async function aDeadMail(role: string, to = 'quanshan'): Promise<MailRow> {
    mailbox.behave('refuse');
    const source = uuid();
    await aNotice({ to, role, source });
    const [mail] = await settled(source);
    mailbox.behave('accept');
    if (mail?.status !== 'dead') throw new Error('The mail is not dead.');
    return mail;
  }

  it('is listed and counted for the administrator, without a word of what it says', async () => {
    const mail = await aDeadMail('bank.delegate');

    const { body } = await (await as('system.admin')).get('/mail?limit=100');
    const listed = body.items.find(({ id }: { id: string }) => id === mail.id);

    expect(listed).toEqual({
      id: mail.id,
      status: 'dead',
      person: expect.any(String),
      address: 'quanshan.delegate@wendai.example',
      messageId: mail.messageId,
      attempts: 1,
      lastError: expect.stringContaining('550'),
      nextAttemptAt: null,
      sentAt: null,
      createdAt: expect.any(String),
    });
    const metrics = await eventually(async () => {
      const text = await (await fetch(`${world().url}/metrics`)).text();
      const dead = Number(/^wendai_mails_dead (\d+)$/m.exec(text)?.[1]);
      return dead === body.total.value ? text : undefined;
    }, MAIL_TIMEOUT_MS);
    expect(metrics).toMatch(/^wendai_mails_total\{result="refused"\} [1-9]\d*$/m);
    const readiness = await (await fetch(`${world().url}/readyz`)).json();
    expect(readiness).toMatchObject({ ready: true, notes: { mail: { dead: body.total.value } } });
  });

  it('is sent again to the address that was mended meanwhile, with the Message-ID it had', async () => {
    const mail = await aDeadMail('bank.checker');
    await query('admin', `update person set email = 'right@wendai.example' where login = 'quanshan.checker'`);
    const administrator = await as('system.admin');

    const first = await administrator.post(`/mail/${mail.id}/retry`);
    const [received] = await mailbox.waitFor(1);
    await eventually(async () => {
      const [row] = await query('admin', `select from mail where id = $1 and status = 'sent'`, [mail.id]);
      return row;
    }, MAIL_TIMEOUT_MS);
    const again = await administrator.post(`/mail/${mail.id}/retry`);

    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ id: mail.id, status: 'queued' });
    expect(received).toMatchObject({ to: ['right@wendai.example'], messageId: mail.messageId });
    expect(again.body).toMatchObject({ id: mail.id, status: 'sent', sentAt: expect.any(String) });
    expect(mailbox.received).toHaveLength(1);
  });

  it('is not sent again to somebody whose account was closed', async () => {
    const mail = await aDeadMail('bank.admin');
    await query(
      'admin',
      `update person set disabled_at = wendai_now(), disabled_for = 'left' where login = 'quanshan.admin'`,
    );

    await (await as('system.admin')).post(`/mail/${mail.id}/retry`);

    await eventually(async () => {
      const [row] = await query('admin', `select from mail where id = $1 and last_error like '%停用%'`, [
        mail.id,
      ]);
      return row;
    }, MAIL_TIMEOUT_MS);
    expect(mailbox.received).toEqual([]);
  });

  it('is the business of the system administrator alone', async () => {
    const mail = await aDeadMail('bank.maker');

    for (const login of ['security.admin', 'audit.admin', 'finance.leader', 'quanshan.maker']) {
      const stranger = await as(login);
      expect((await stranger.get('/mail')).status).toBe(403);
      expect((await stranger.post(`/mail/${mail.id}/retry`)).status).toBe(403);
    }
    const administrator = await as('system.admin');
    expect((await administrator.post(`/mail/${uuid()}/retry`)).status).toBe(404);
    expect((await administrator.post('/mail/x/retry')).status).toBe(400);
    expect((await administrator.get('/mail?status=lost')).status).toBe(400);
  });

  it('was tried for five days first, when the server only asked for patience', async () => {
    mailbox.behave('tryLater');
    const source = uuid();
    await aNotice({ to: 'industry', role: 'industry.leader', source });
    // A mail that is being sent is kept from others for two minutes; the first pauses are shorter.
    const waits = `status = 'queued' and last_error is not null and next_attempt_at < wendai_now() + interval '2 minutes'`;

    await attempted(source, 1, waits);
    await setClockAfter(source, '4 days 22 hours');
    await attempted(source, 2, waits);
    await setClockAfter(source, '4 days 23 hours 59 minutes 50 seconds');
    await attempted(source, 3, `status = 'dead'`);
  });
});

function attempted(source: string, times: number, state: string): Promise<object> {
  return eventually(async () => {
    const [row] = await query('admin', `select from mail where source = $1 and attempts = $2 and ${state}`, [
      source,
      times,
    ]);
    return row;
  }, MAIL_TIMEOUT_MS);
}

async function setClockAfter(source: string, interval: string): Promise<void> {
  await query(
    'admin',
    `with later as (select created_at + $1::interval as at from mail where source = $2), gone as (delete from test_clock)
      insert into test_clock select at from later`,
    [interval, source],
  );
}
