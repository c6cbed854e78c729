import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { type MailCatcher, startMailCatcher } from '../../src/demo/mail-catcher.js';

let folder: string;
let catcher: MailCatcher;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wendai-mail-'));
  catcher = await startMailCatcher(join(folder, 'mail'), 0);
});

afterEach(async () => {
  await catcher.close();
  rmSync(folder, { recursive: true });
});

async function send(mail: { subject: string; text: string; html?: string }): Promise<void> {
  const transport = createTransport(catcher.smtpUrl);
  await transport.sendMail({ from: '稳贷 <wendai@localhost>', to: '经办 <maker@jinli.example>', ...mail });
  transport.close();
}

async function page(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(new URL(path, catcher.mailboxUrl));
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('the mailbox of the demo', () => {
  it('shows what was sent, the newest first, and its text with links that can be followed', async () => {
    await send({ subject: '第一封', text: '正文' });
    await send({ subject: '第二封', text: '请登录 http://127.0.0.1:3000/filings/1?a=1&b=2 查看。' });

    const list = await page('/');
    const [newest] = /\/mails\/\d+/.exec(list.text) ?? [];
    const mail = await page(newest ?? '');

    expect(list.text.indexOf('第二封')).toBeLessThan(list.text.indexOf('第一封'));
    expect(list.text).toContain('maker@jinli.example');
    expect(mail.text).toContain(
      '<a href="http://127.0.0.1:3000/filings/1?a=1&amp;b=2" rel="noopener noreferrer">',
    );
  });

  it('shows a hostile mail as text: no script, no markup, no foreign image', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'> javascript:alert(3)`;
    await send({
      subject: hostile,
      text: `${hostile} http://x.example/"onmouseover="alert(4)`,
      html: hostile,
    });

    const list = await page('/');
    const mail = await page(/\/mails\/\d+/.exec(list.text)?.[0] ?? '');

    for (const { text, headers } of [list, mail]) {
      expect(text).not.toMatch(/<script|<img|href="javascript|"onmouseover/);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(mail.text).toContain('&lt;script&gt;');
  });

  it('is there again after a restart', async () => {
    await send({ subject: '昨天的邮件', text: '正文' });
    await catcher.close();

    catcher = await startMailCatcher(join(folder, 'mail'), 0);

    expect((await page('/')).text).toContain('昨天的邮件');
  });

  it('keeps mails apart that arrive at the same moment', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => send({ subject: `第${String(n)}封`, text: '正文' })),
    );

    const { text } = await page('/');

    expect(text.match(/第\d+封/g)?.toSorted()).toEqual(
      Array.from({ length: 20 }, (_, n) => `第${String(n)}封`).toSorted(),
    );
  });

  it('answers to this machine by its own names only, so that no page of the web can read it', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(catcher.mailboxUrl, { headers: { host: 'rebound.example' } }, (response) => {
        resolve(response.statusCode);
        response.resume();
      })
        .once('error', reject)
        .end();
    });

    expect(status).toBe(421);
  });

  it('knows no other pages and takes nothing', async () => {
    const posted = await fetch(catcher.mailboxUrl, { method: 'POST' });
    const [missing, outside] = [await page('/mails/1'), await page('/mails/..%2f..%2fdemo-password')];

    expect([missing.status, outside.status, posted.status]).toEqual([404, 404, 405]);
  });
});
