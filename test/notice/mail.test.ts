import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { as } from '../support/client.js';
import { releaseClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { type Mailbox, openMailbox, type Received } from '../support/mailbox.js';
import { aCase, aNotice, lend, type NoticeSituation, NUMBER } from './a-notice.js';
import { MAIL_TIMEOUT_MS, settled } from './settled-mails.js';

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

/** Tells a notice and waits until everything that is mailed of it has been sent. */
async function mailsAbout(situation: NoticeSituation): Promise<Received[]> {
  const source = situation.source ?? uuid();
  await aNotice({ ...situation, source });
  await settled(source);
  return mailbox.received;
}

function recipients(received: readonly Received[]): string[] {
  return received.flatMap(({ to }) => to).sort();
}

describe('a mail about a notice', () => {
  it('says in text and HTML what happened, and links to the console', async () => {
    const about = await aCase('jinli');

    const [received] = await mailsAbout({
      to: 'jinli',
      role: 'bank.delegate',
      template: 'acknowledged',
      about,
    });

    const mail = received?.mail;
    expect(recipients(mailbox.received)).toEqual(['jinli.delegate@wendai.example']);
    expect(mail?.subject).toBe(`报告已签收：${NUMBER}`);
    expect(mail?.from?.text).toBe('"稳贷" <wendai@localhost>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
    for (const body of [mail?.text, mail?.html]) {
      expect(body).toContain(`${NUMBER}报告已签收，进入同步研判。`);
      expect(body).toContain(`http://console.test/filings/${about}`);
      expect(body).not.toContain('/api');
    }
  });

  it('reaches every holder of the post, each with a Message-ID of their own', async () => {
    const received = await mailsAbout({ to: 'jinli', role: 'bank.maker' });

    expect(recipients(received)).toEqual(['jinli.maker2@wendai.example', 'jinli.maker@wendai.example']);
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('is one a person and event, whatever posts of theirs it concerns', async () => {
    const source = uuid();
    await query(
      'admin',
      `insert into post (jurisdiction, id, organization, role, person, valid_from)
        select jurisdiction, gen_random_uuid(), organization, 'finance.reviewer', id, '2023-01-01' from person
        where login = 'finance.leader'`,
    );
    await query(
      'admin',
      `insert into notice (jurisdiction, id, source, organization, role, template, copy, data)
        select o.jurisdiction, gen_random_uuid(), $1, o.id, n.role, n.template, n.copy, '{}'
        from organization o, (values ('finance.leader', 'toConclude', false), ('finance.reviewer', 'executionToConfirm', false),
          ('finance.reviewer', 'closed', true)) n(role, template, copy)
        where o.key = 'finance'`,
      [source],
    );
    await settled(source);

    const [leaders, ...more] = mailbox.received.filter(({ to }) =>
      to.includes('finance.leader@wendai.example'),
    );

    expect(more).toEqual([]);
    expect(leaders?.mail.subject).not.toContain('抄送');
    expect(leaders?.mail.text).toContain('形成处置意见');
    expect(leaders?.mail.text).toContain('核实');
    expect(leaders?.mail.text).toContain('抄送供参阅');
  });

  it('of a branch reaches the branch, not the other one', async () => {
    const received = await mailsAbout({ to: 'haisi', unit: 'jinjiang', role: 'bank.maker' });

    expect(recipients(received)).toEqual([
      'haisi.jinjiang.maker@wendai.example',
      'haisi.maker@wendai.example',
    ]);
  });

  it('reaches whoever stands in for the holder as well (委托代办)', async () => {
    await lend('bank.checker', 'citong.checker', 'citong.admin');

    const received = await mailsAbout({ to: 'citong', role: 'bank.checker' });

    expect(recipients(received)).toEqual(['citong.admin@wendai.example', 'citong.checker@wendai.example']);
  });

  it('reaches nobody whose account is closed, whose post has ended, or who has no address; the inbox has it', async () => {
    await query('admin', `update person set email = null where login = 'anping.checker'`);
    await query(
      'admin',
      `update person set disabled_at = wendai_now(), disabled_for = 'left' where login = 'anping.maker'`,
    );
    await query(
      'admin',
      `update post set valid_until = '2024-01-01' where person = (select id from person where login = 'anping.admin')`,
    );

    for (const role of ['bank.checker', 'bank.maker', 'bank.admin']) {
      expect(await mailsAbout({ to: 'anping', role })).toEqual([]);
    }
    const { items } = (await (await as('anping.checker')).get('/inbox')).body;
    expect(items).toHaveLength(1);
  });

  it('says in its subject that it is only in copy', async () => {
    const [received] = await mailsAbout({
      to: 'pboc',
      role: 'pboc.observer',
      template: 'closed',
      copy: true,
    });

    expect(received?.mail.subject).toBe(`【抄送】办结：${NUMBER}`);
  });
});

describe('a header that somebody tampered with', () => {
  it('gets no line break from a number: the mail names no number then', async () => {
    const [received] = await mailsAbout({
      to: 'regulator',
      role: 'regulator.observer',
      template: 'withdrawn',
      data: { number: `${NUMBER}\r\nBcc: thief@evil.example` },
    });

    expect(received?.mail.subject).toBe('银行撤回');
    expect(received?.to).toEqual(['regulator.observer@wendai.example']);
    expect(received?.mail.headers.has('bcc')).toBe(false);
  });

  it.each(['thief@evil.example\r\nBcc: x@evil.example', 'a@evil.example, b@evil.example', 'nobody'])(
    'is not sent to %j: the mail is dead at once, and the administrator sees why',
    async (address) => {
      await query('admin', `update person set email = $1 where login = 'shishi.coordinator'`, [address]);
      const source = uuid();
      await aNotice({ to: 'shishi', role: 'county.coordinator', template: 'countyInformed', source });

      const [mail] = await settled(source);

      expect(mail).toMatchObject({ status: 'dead', lastError: '收件地址格式不正确' });
      expect(mailbox.received).toEqual([]);
    },
  );
});
