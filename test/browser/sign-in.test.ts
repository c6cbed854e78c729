import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';
import { PASSWORD } from '../support/client.js';

jest.setTimeout(60_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

/** Everywhere that a page can keep something. */
const KEPT = `(async () => ({
  local: Object.entries(localStorage),
  session: Object.entries(sessionStorage),
  cookies: document.cookie,
  caches: await caches.keys(),
  databases: await indexedDB.databases(),
}))()`;

describe('the console opens to whoever has an account', () => {
  it('asks nobody anything before they have signed in, and shows a worklist after', async () => {
    const somebody = await atConsole(undefined);
    const { page } = somebody;
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor();
    await somebody.looksAt('login');

    await page.getByLabel('登录名').fill('jinli.maker');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();

    await page.waitForURL('**/worklist');
    await page.getByText('草稿（未报送）').waitFor();
  });

  it('leaves nothing of whoever signs out in the browser, typed and unsaved text included', async () => {
    const { page, context } = await atConsole('jinli.maker', '/filings/new');
    await page.getByLabel('企业名称', { exact: true }).fill('晋江市某鞋业有限公司');
    await page.waitForFunction(`Object.keys(localStorage).some((key) => key.startsWith('wendai.unsaved'))`);

    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('登录名').waitFor();

    const left = await page.evaluate<object>(KEPT);
    const local = [['wendai.language', 'zh']];
    expect(left).toEqual({ local, session: [], cookies: '', caches: [], databases: [] });
    expect(await context.cookies()).toEqual([]);
  });

  it('refuses a wrong password in words, and stays where it is', async () => {
    const somebody = await atConsole(undefined, '/login');
    somebody.awaits(401);

    await somebody.page.getByLabel('登录名').fill('jinli.maker');
    await somebody.page.getByLabel('密码', { exact: true }).fill('not-the-password');
    await somebody.page.keyboard.press('Enter');

    expect(await somebody.page.getByRole('alert').innerText()).toContain('登录名或密码');
    expect(somebody.page.url()).toContain('/login');
  });

  it('says before login whether a reduction is to be reported, and keeps nothing of it', async () => {
    const somebody = await atConsole(undefined, '/assess');

    await somebody.page.getByLabel('金额', { exact: true }).fill('700000');

    await somebody.page.getByText('应当报告').waitFor();
    await somebody.looksAt('assess');
  });
});
