import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Route } from 'playwright-core';
import { atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';

jest.setTimeout(90_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

/** What follows a change of the page has happened by then. */
const TWO_FRAMES = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))`;

/** Whose pages they are, in the order in which they turn to them. */
const PAGES = [
  {
    login: 'finance.leader',
    pages: [
      { path: '/cockpit', heading: '概览' },
      { path: '/policies', heading: '政策参数' },
      { path: '/people', heading: '人员与机构' },
      { path: '/delegations', heading: '委托代办' },
    ],
  },
  {
    login: 'jinli.checker',
    pages: [
      { path: '/processes', heading: '流程' },
      { path: '/cockpit', heading: '概览' },
    ],
  },
  { login: 'finance.reviewer', pages: [{ path: '/batch', heading: '一般件批量反馈' }] },
  {
    login: 'system.admin',
    pages: [
      { path: '/health', heading: '运行情况' },
      { path: '/calendars', heading: '工作日历' },
    ],
  },
  { login: 'jinjiang.coordinator', pages: [{ path: '/county', heading: '晋江市属地联系单位' }] },
  { login: 'security.admin', pages: [{ path: '/posts', heading: '岗位与授权' }] },
  {
    login: 'jinli.admin',
    pages: [
      { path: '/keys', heading: '接口密钥' },
      { path: '/webhooks', heading: '推送地址' },
    ],
  },
  { login: 'audit.admin', pages: [{ path: '/audit', heading: '日志查询' }] },
];

describe('pages of those who lead, administer and audit', () => {
  it.each(PAGES)('$login looks at them', async ({ login, pages: [first, ...others] }) => {
    const somebody = await atConsole(login, first?.path);

    for (const { path, heading } of first === undefined ? [] : [first, ...others]) {
      if (path !== first?.path) await somebody.turnsTo(path);
      await somebody.page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await somebody.looksAt(`${login}${path.replace('/', '-')}`);
    }
  });
});

describe('核验日志', () => {
  it('says how far it is, and what came of it', async () => {
    const auditor = await atConsole('audit.admin', '/audit');

    await auditor.page.getByRole('button', { name: '开始核验' }).click();

    await auditor.page.getByText(/日志与签名存证一致（.*已核验 (\d+) \/ \1 条）/).waitFor();
    await auditor.looksAt('log-verified');
  });
});

describe('查找 by Ctrl-K', () => {
  it('goes to a report by its number, with keys alone', async () => {
    const leader = await atConsole('finance.leader', '/account');
    await leader.page.getByText('当前会话').waitFor();
    // The lines of the worklist come late: they must not take the focus from whoever is typing by then.
    const late: Route[] = [];
    await leader.page.route('**/api/v1/worklist?**', (route) => void late.push(route));
    await leader.page.getByRole('link', { name: '工作台' }).click();
    await leader.page.getByText('待办', { exact: true }).waitFor();

    await leader.page.getByRole('button', { name: /查找/ }).focus();
    for (const route of late) await route.continue();
    await leader.page.locator('[data-row]').first().waitFor();
    await leader.page.evaluate(TWO_FRAMES);
    expect(await leader.page.locator('button:focus').innerText()).toContain('查找');

    await leader.page.keyboard.press('Control+k');
    await leader.page.locator('[role="combobox"]:focus').waitFor();
    await leader.page.keyboard.type('晋鲤1');
    await leader.page.getByRole('option').first().waitFor();
    await leader.looksAt('palette');
    await leader.page.keyboard.press('Enter');

    await leader.page.getByRole('heading', { name: /晋鲤1号$/ }).waitFor();
  });

  it('says so when there is nothing', async () => {
    const maker = await atConsole('jinli.maker', '/worklist');
    await maker.page.getByRole('button', { name: /查找/ }).click();

    await maker.page.getByRole('combobox').fill('没有这家企业');

    await maker.page.getByText('没有找到，或无权查看').waitFor();
  });
});

describe('a case on the picture of its process', () => {
  it('is shown where it is, in a picture and in words', async () => {
    const reviewer = await atConsole('finance.reviewer', '/batch');
    await reviewer.page.getByRole('link', { name: /号$/ }).first().click();
    await reviewer.page.getByRole('tab', { name: '流程图' }).click();

    await reviewer.page.getByRole('img', { name: /流程图/ }).waitFor();
    await reviewer.page.getByText('文字版').click();

    const here = reviewer.page.locator('li[aria-current="step"]');
    expect(await here.innerText()).toContain('同步研判（目前在此）');
    await reviewer.looksAt('diagram');
  });
});

describe('一般件批量反馈', () => {
  it('gives one opinion for several cases and says what came of each; the sentence is kept for the office', async () => {
    const reviewer = await atConsole('finance.reviewer', '/batch');
    const rows = reviewer.page.locator('.rows > li');
    await rows.nth(1).waitFor();
    const all = await rows.count();
    await reviewer.field('按编号、企业或银行筛选').fill('没有这一件');
    await rows.first().waitFor({ state: 'detached' });
    await reviewer.field('按编号、企业或银行筛选').fill('');
    await rows.nth(all - 1).waitFor();

    await rows.nth(0).getByRole('checkbox').check();
    await rows.nth(1).getByRole('checkbox').check();
    await reviewer.field('意见内容').fill('责令恢复授信。');
    await reviewer.page.getByRole('alert').getByText('本意见不是行政许可').waitFor();
    await reviewer.field('意见内容').fill('企业经营正常，无意见。');
    await reviewer.page.getByRole('alert').waitFor({ state: 'hidden' });
    await reviewer.page.getByRole('button', { name: '选用常用意见' }).click();
    await reviewer.page.getByRole('button', { name: '将所填内容存为常用意见' }).click();
    await reviewer.page.getByRole('button', { name: '企业经营正常，无意见。', exact: true }).waitFor();
    await reviewer.page.keyboard.press('Escape');
    await reviewer.page.getByRole('button', { name: '反馈 2 件' }).click();

    await reviewer.page.getByText('已处理 2 / 2 件').waitFor();
    expect(await reviewer.page.getByText('✓ 已反馈').count()).toBe(2);
    await reviewer.looksAt('batch-done');
  });
});

describe('案卷', () => {
  it('is one page with what happened, for whoever may see the report', async () => {
    const leader = await atConsole('finance.leader', '/cockpit');
    await leader.page.getByRole('heading', { name: '概览', exact: true }).waitFor();
    await leader.page.keyboard.press('Control+k');
    await leader.page.getByRole('combobox').fill('晋鲤1号');
    await leader.page.getByRole('option').first().click();

    await leader.page.getByRole('link', { name: '打印案卷' }).click();

    await leader.page.getByRole('heading', { name: '办理过程' }).waitFor();
    await leader.page.getByRole('button', { name: '打印', disabled: false }).waitFor();
    await leader.looksAt('dossier');
  });
});
