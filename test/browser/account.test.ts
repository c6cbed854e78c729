import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { atConsole, cityAtTen, everybodyLeaves, TODAY } from '../support/at-console.js';
import { PASSWORD } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { world } from '../support/world.js';

jest.setTimeout(120_000);
beforeEach(cityAtTen);
afterEach(everybodyLeaves);

/** As Chromium plays one: with a PIN that is typed at once. */
const SECURITY_KEY = {
  protocol: 'ctap2',
  transport: 'usb',
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

const LATER = `${TODAY}T10:16:00+08:00`;
const AFTER_THAT = `${TODAY}T10:18:00+08:00`;

describe('a person looks after the own account', () => {
  it('sets up an authenticator, and signs in with it', async () => {
    const somebody = await atConsole('quanshan.checker', '/account');
    const { page } = somebody;
    await page.getByText('当前会话').waitFor();
    await somebody.looksAt('account');
    await page.getByRole('button', { name: '开始绑定' }).click();
    const secret = await page.locator('code').innerText();
    await somebody.looksAt('account-second-factor');

    await page.getByLabel('动态口令').fill(codeAt(secret, `${TODAY}T10:00:00+08:00`));
    await page.getByRole('button', { name: '确认绑定' }).click();
    await page.getByText('动态口令已绑定').waitFor();

    await setClock(AFTER_THAT);
    const again = await atConsole(undefined, '/login');
    again.awaits(401);
    await again.page.getByLabel('登录名').fill('quanshan.checker');
    await again.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await again.page.keyboard.press('Enter');
    await again.page.getByLabel('动态口令').fill(codeAt(secret, AFTER_THAT));
    await again.page.keyboard.press('Enter');
    await again.page.waitForURL('**/worklist');
  });

  it('adds a passkey, signs in with it, and shows it once more to take it away', async () => {
    const somebody = await atConsole(undefined, '/login');
    somebody.awaits(401);
    const { page, context } = somebody;
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', { options: SECURITY_KEY });
    const signIn = async () => {
      await page.goto(`${world().url.replace('127.0.0.1', 'localhost')}/login`);
      await page.getByLabel('登录名').fill('anping.checker');
      await somebody.field('密码').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/worklist');
      await somebody.turnsTo('/account');
    };
    await signIn();
    await somebody.field('名称').fill('办公室安全密钥');
    await page.getByRole('button', { name: '添加通行密钥' }).click();
    await page.getByText('尚未使用').waitFor();

    await page.getByRole('button', { name: '退出', exact: true }).click();
    await signIn();

    await page.getByText('办公室安全密钥').waitFor();
    expect(await page.getByText('尚未使用').count()).toBe(0);
    await setClock(LATER);
    await somebody.fits('account-passkey');
    await page.getByRole('button', { name: '删除 办公室安全密钥' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
    const proof = page.getByRole('dialog').filter({ hasText: '再次验证身份' });
    await proof.getByLabel('密码').fill(PASSWORD);
    await proof.getByRole('button', { name: '验证并继续' }).click();
    await page.getByText('办公室安全密钥').waitFor({ state: 'detached' });
  });

  it('with a password that has to be changed sees that alone, is told what is wrong with a weak one, and then goes on', async () => {
    await query(
      'admin',
      `update person set initial_until = '2026-09-17T10:00:00+08:00' where login = 'quanshan.maker'`,
    );
    const somebody = await atConsole('quanshan.maker', '/worklist');
    somebody.awaits(422);
    const { page } = somebody;
    await page.getByText('请先设置新密码').waitFor();
    await somebody.looksAt('owed-password');

    await somebody.field('新密码').fill('quanzhou-2026');
    await somebody.field('再次输入新密码').fill('quanzhou-2026');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('该密码过于常见').waitFor();
    await somebody.field('新密码').fill('清源山 herbst laub 7 im wind');
    await somebody.field('再次输入新密码').fill('清源山 herbst laub 7 im wind');
    await page.getByRole('button', { name: '保存' }).click();

    await page.getByText('草稿（未报送）').waitFor();
  });
});

describe('an act of weight asks once more who sits there', () => {
  it('and goes on by itself once that is shown; whoever turns back has changed nothing', async () => {
    const [filing] = await query<{ id: string }>(
      'admin',
      `select id from filing where state = 'concluding' limit 1`,
    );
    const leader = await atConsole('finance.leader', `/filings/${filing?.id ?? ''}`);
    leader.awaits(401);
    const { page } = leader;
    await page.getByRole('button', { name: '启动协调', exact: true }).waitFor();
    await setClock(LATER);
    await page.getByRole('button', { name: '启动协调', exact: true }).click();
    const act = page.getByRole('dialog').filter({ hasText: '启动协调' });
    for (const field of await act.getByRole('textbox').all())
      await field.fill('企业有市场、有订单，资金周转暂时困难。');
    await act.getByRole('button', { name: '确认办理' }).click();

    const proof = page.getByRole('dialog').filter({ hasText: '再次验证身份' });
    await proof.waitFor();
    await proof.getByRole('button', { name: '取消' }).click();
    await page.getByText('请再次验证身份').first().waitFor();
    expect(await stateOf(filing?.id)).toBe('concluding');

    await act.getByRole('button', { name: '确认办理' }).click();
    await proof.getByLabel('密码').fill(PASSWORD);
    await proof.getByRole('button', { name: '验证并继续' }).click();
    await proof.waitFor({ state: 'hidden' });
    await act.waitFor({ state: 'hidden' });
    expect(await stateOf(filing?.id)).toBe('coordinating');
  });
});

function codeAt(secret: string, instant: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(instant) });
}

async function stateOf(id: string | undefined): Promise<string | undefined> {
  const [row] = await query<{ state: string }>('admin', 'select state from process_case where id = $1', [id]);
  return row?.state;
}
