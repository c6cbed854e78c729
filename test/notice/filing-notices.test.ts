import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraftToCheck, expecting, type Filing, person } from '../support/filings.js';
import { type Mailbox, openMailbox } from '../support/mailbox.js';
import { MAIL_TIMEOUT_MS, settled } from './settled-mails.js';

jest.setTimeout(4 * MAIL_TIMEOUT_MS);

let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await openMailbox();
  await setClock('2026-06-10T09:30:00+08:00');
});

afterAll(async () => {
  await mailbox.close();
  await releaseClock();
});

/** What somebody's inbox says of a filing. */
async function toldOf({ id }: Filing, login: string): Promise<string[]> {
  const { body } = expecting(200, await (await person(login)).get('/inbox?limit=100'));
  const about: { template: string; copy: boolean; case: { id: string } | null }[] = body.items;
  return about
    .filter((notice) => notice.case?.id === id)
    .map(({ template, copy }) => (copy ? `${template} (copy)` : template));
}

describe('泉政办规〔2023〕1号（十）: a report reaches both bureaus', () => {
  it('tells each post once what FILE means to it, and nobody else', async () => {
    const draft = await aDraftToCheck({ content: { amount: '700000.00' } });

    const { entry, filing } = await act(draft, 'jinli.checker', 'FILE');
    await settled(entry.id);

    for (const login of ['finance.reviewer', 'finance.reviewer2', 'industry.reviewer']) {
      expect(await toldOf(draft, login)).toEqual(['filed']);
    }
    expect(await toldOf(draft, 'regulator.observer')).toEqual(['filed (copy)']);
    expect(await toldOf(draft, 'jinli.maker')).toEqual(['received']);
    expect(await toldOf(draft, 'jinli.checker')).toEqual(['received', 'sentToCheck']);
    for (const login of [
      'citong.maker',
      'citong.checker',
      'pboc.observer',
      'jinjiang.coordinator',
      'system.admin',
    ]) {
      expect(await toldOf(draft, login)).toEqual([]);
    }
    const mailed = mailbox.received.filter(({ mail }) => mail.subject?.includes(filing.number));
    expect(mailed.map(({ to }) => to[0]?.split('@')[0]).sort()).toEqual([
      'finance.reviewer',
      'finance.reviewer2',
      'industry.reviewer',
      'industry.reviewer2',
      'jinli.checker',
      'jinli.checker2',
      'jinli.maker',
      'jinli.maker2',
      'regulator.observer',
    ]);
  });

  it('lets no amount and no name of a firm into a mail', async () => {
    const draft = await aDraftToCheck({
      content: { amount: '712345.00', firm: { name: '晋江市鑫华某鞋业有限公司' } },
    });
    const { entry } = await act(draft, 'jinli.checker', 'FILE');
    await settled(entry.id);

    const mailed = mailbox.received.filter(({ mail }) => mail.text?.includes(draft.id));

    expect(mailed.length).toBeGreaterThan(8);
    for (const { mail } of mailed) {
      const said = [mail.subject, mail.text, mail.html].join('\n');
      expect(said).not.toMatch(/712,?345|71\.2|鑫华|鞋业/);
      expect(said).not.toContain(draft.creditCode);
    }
  });

  it('reminds the post it waits for, once, of what is to be done by when', async () => {
    const draft = await aDraftToCheck();
    await act(draft, 'jinli.checker', 'FILE');

    await advanceTo('2026-06-12T09:00:00+08:00');

    const { body } = await (await person('finance.reviewer')).get('/inbox?limit=100');
    const about = body.items.filter((notice: { case: { id: string } }) => notice.case.id === draft.id);
    expect(about.map(({ template }: { template: string }) => template)).toEqual(['deadlineNear', 'filed']);
    expect(about[0].text).toMatch(/^泉贷报〔2026〕晋鲤\d+号报告的签收期限为2026年6月12日，请及时办理。$/);
  });

  it('does not wait for mail: with the mail server away, FILE answers with its receipt and the inbox has it', async () => {
    await mailbox.close();
    const draft = await aDraftToCheck();

    const { receipt } = await act(draft, 'jinli.checker', 'FILE');
    const waiting = await query<{ count: number }>(
      'admin',
      `select count(*)::int from notice n left join mail m on m.source = n.source
        where n.case_id = $1 and n.template in ('filed', 'received') and m.status is distinct from 'sent'`,
      [draft.id],
    );

    expect(receipt.number).toMatch(/^泉贷报〔2026〕晋鲤\d+号$/);
    expect(await toldOf(draft, 'finance.reviewer')).toEqual(['filed']);
    expect(waiting[0]?.count).toBeGreaterThan(4);
    await mailbox.open();
  });
});
