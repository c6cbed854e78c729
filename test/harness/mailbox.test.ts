import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { type Mailbox, type Manner, openMailbox } from '../support/mailbox.js';
import { world } from '../support/world.js';

let mailbox: Mailbox;

beforeEach(async () => {
  mailbox = await openMailbox();
});

afterEach(() => mailbox.close());

/** How a sender fares: 'sent', or the code of the answer, or what became of the connection. */
async function fate(): Promise<string | number> {
  const transport = createTransport({ host: '127.0.0.1', port: world().smtpPort, ignoreTLS: true });
  try {
    await transport.sendMail({
      from: 'a@wendai.example',
      to: 'b@wendai.example',
      subject: '测试',
      text: '正文',
    });
    return 'sent';
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: number; code?: string };
    return responseCode ?? code ?? 'unknown';
  } finally {
    transport.close();
  }
}

describe('the mail server of the tests', () => {
  it.each<[Manner, string | number, number]>([
    ['accept', 'sent', 1],
    ['slow', 'sent', 1],
    ['busy', 421, 0],
    ['tryLater', 450, 0],
    ['refuse', 550, 0],
    ['dropAfterData', 'ECONNECTION', 0],
    ['acceptAndDrop', 'ECONNECTION', 1],
  ])('%s: the sender sees %s, %i mail is kept', async (manner, seen, kept) => {
    mailbox.behave(manner);

    expect(await fate()).toBe(seen);
    expect(mailbox.received).toHaveLength(kept);
  });

  it('behaves for the next mails as told, then as before', async () => {
    mailbox.next('tryLater', 'refuse');

    expect([await fate(), await fate(), await fate()]).toEqual([450, 550, 'sent']);
    expect(mailbox.offered).toBe(3);
    expect(mailbox.received[0]?.mail.subject).toBe('测试');
  });

  it('can be down and come back', async () => {
    await mailbox.close();
    expect(await fate()).toBe('ESOCKET');
    await mailbox.open();

    expect(await fate()).toBe('sent');
  });
});
