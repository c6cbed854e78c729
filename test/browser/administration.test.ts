import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type AtConsole, atConsole, cityAtTen, everybodyLeaves, TODAY } from '../support/at-console.js';
import { query } from '../support/database.js';
import { Receiver } from '../webhook/receiver.js';

jest.setTimeout(120_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

/** A form that stands in a dialog, filled in and sent. */
async function begins(somebody: AtConsole, title: string, fill: () => Promise<void>): Promise<void> {
  await somebody.page.getByRole('button', { name: title, exact: true }).click();
  const dialog = somebody.page.getByRole('dialog');
  await fill();
  await dialog.getByRole('button', { name: '确认办理' }).click();
  await dialog.getByRole('button', { name: '确认办理' }).waitFor({ state: 'hidden' });
}

async function picksDay(somebody: AtConsole, field: string, day: string): Promise<void> {
  await somebody.field(field).fill(day);
  await somebody.page.keyboard.press('Enter');
}

/** What is told once, and closed again. */
async function toldOnce(somebody: AtConsole): Promise<string> {
  const told = somebody.page.getByRole('dialog').filter({ has: somebody.page.locator('code') });
  const secret = await told.locator('code').innerText();
  await told.getByRole('button', { name: '知道了' }).click();
  await told.waitFor({ state: 'hidden' });
  return secret;
}

describe('双人授权: one proposes, another carries it out', () => {
  it('a post for a newcomer, whose password is told once, and a chain of signatures', async () => {
    const keeper = await atConsole('security.admin', '/posts');
    await begins(keeper, '提出授予岗位', async () => {
      const dialog = keeper.page.getByRole('dialog');
      await dialog.getByRole('button', { name: '填写新开账号的人员' }).click();
      await keeper.field('登录名').fill('jinli.newcomer');
      await keeper.field('名称').fill('吴雅婷');
      await keeper.finds('机构', '泉州晋鲤银行');
      await keeper.choose('岗位', '银行 · 经办岗');
      await picksDay(keeper, '起始日', TODAY);
      await keeper.field('理由').fill('新入职');
      await keeper.fits('new-grant');
    });
    await begins(keeper, '提出变更签批链', async () => {
      await keeper.finds('机构', '泉州晋鲤银行');
      await keeper.choose('签批事项', '银行报送');
      await keeper.choose('办理类别', '不分类（银行）');
      await keeper.choose('依次签署的岗位', '银行 · 经办岗');
      await keeper.picks('银行 · 复核岗');
      await keeper.page.keyboard.press('Escape');
      await keeper.field('理由').fill('明确签署环节');
    });

    const operator = await atConsole('system.admin', '/posts');
    await operator.page.getByRole('button', { name: '执行 吴雅婷' }).click();
    await operator.page
      .getByText(/jinli\.newcomer 的初始密码/)
      .last()
      .waitFor();
    expect((await toldOnce(operator)).length).toBeGreaterThan(8);
    await operator.page.getByRole('button', { name: /^执行 泉州晋鲤银行/ }).click();
    await operator.page.getByText(/^待执行：/).waitFor({ state: 'detached' });
    expect(await operator.page.getByText('待执行', { exact: true }).count()).toBe(0);
    await operator.fits('grants-executed');
  });

  it('a branch that a bank has opened', async () => {
    const keeper = await atConsole('security.admin', '/posts');
    await begins(keeper, '新增分支机构', async () => {
      await keeper.finds('机构', '泉州晋鲤银行');
      await keeper.field('代码（小写字母，不再变更；登录名以其开头）').fill('luojiang');
      await keeper.field('名称').fill('洛江支行');
      await keeper.field('事由').fill('新设支行');
      await keeper.looksAt('new-branch');
    });

    const operator = await atConsole('system.admin', '/posts');
    const execute = operator.page.getByRole('button', { name: '执行 泉州晋鲤银行 · 洛江支行' });
    await execute.click();
    await operator.page.getByRole('dialog').getByRole('button', { name: '确认办理' }).click();
    await execute.waitFor({ state: 'detached' });

    await operator.turnsTo('/people');
    await operator.page.getByRole('row', { name: /泉州晋鲤银行.*洛江支行/ }).waitFor();
  });
});

describe('a bank’s administrator and the bank’s systems', () => {
  it('makes a key that is shown once, and rotates it', async () => {
    const admin = await atConsole('jinli.admin', '/keys');
    await begins(admin, '新建接口密钥', async () => {
      await admin.field('名称').fill('信贷系统');
      await admin.choose('职责', '编制至送行内复核');
      await admin.page.getByRole('dialog').locator('textarea').fill('10.20.30.0/24');
      await picksDay(admin, '末日（含当日）', '2027-03-31');
      await admin.looksAt('new-key');
    });
    const first = await toldOnce(admin);
    await admin.page.getByRole('button', { name: /^更换（旧密钥再用 24 小时） 信贷系统/ }).click();
    const second = await toldOnce(admin);

    expect([first.length > 20, second === first]).toEqual([true, false]);
    await admin.page.getByText(/旧密钥用至 9月17日/).waitFor();
    await admin.fits('keys');
  });

  it('names an address, sends a message to it and sends it again', async () => {
    const system = await Receiver.open();
    const admin = await atConsole('jinli.admin', '/webhooks');
    const { page } = admin;
    await admin.field('接收地址').fill(system.url);
    await admin.field('用途').fill('信贷系统');
    await page.getByRole('button', { name: '新增推送地址' }).click();
    expect(await toldOnce(admin)).toMatch(/^whsec_/);

    await page.getByRole('button', { name: /^推送测试消息/ }).click();
    await page.getByRole('button', { name: /^推送记录/ }).click();
    // What happens in the city meanwhile is told too.
    const ping = page.locator('li', { hasText: 'wendai.ping' });
    await ping.getByText('已送达').waitFor();
    await admin.looksAt('webhook-delivered');
    await ping.getByRole('button', { name: /^重新推送/ }).click();
    const pings = () => system.got.filter(({ body }) => body.includes('wendai.ping'));
    while (pings().length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
    system.close();

    await page.getByRole('button', { name: /^删除/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认办理' }).click();
    await page.getByText('还没有推送地址').waitFor();
  });
});

describe('what a bureau begins about a firm', () => {
  it('a measure of support with an owner and a date, and an inquiry that the bank answers', async () => {
    const [firm] = await query<{ firm: string }>(
      'admin',
      `select firm from exposure x join organization o on o.id = x.bank where o.key = 'jinli' limit 1`,
    );
    const reviewer = await atConsole('finance.reviewer', `/firms/${firm?.firm ?? ''}`);
    const { page } = reviewer;
    await begins(reviewer, '提出帮扶事项', async () => {
      await reviewer.choose('类别', '白名单对接');
      await reviewer.finds('机构', '泉州晋鲤银行');
      await reviewer.choose('岗位', '银行 · 经办岗');
      await picksDay(reviewer, '办理期限', '2026-10-30');
      await reviewer.field('金额').fill('3000000');
      await reviewer.looksAt('new-support');
    });
    await page.waitForURL(/\/supports\/[0-9a-f-]{36}$/);
    await page.getByText('办理过程').waitFor();

    await reviewer.turnsTo(`/firms/${firm?.firm ?? ''}`);
    await begins(reviewer, '列为核查事项', async () => {
      await reviewer.choose('情形', '未报告');
      await reviewer.finds('银行', '泉州晋鲤银行');
      await reviewer.field('内容').fill('企业反映贷款被提前收回，未见报告。');
      await reviewer.fits('new-inquiry');
    });
    await page.waitForURL(/\/inquiries\/[0-9a-f-]{36}$/);
    await reviewer.acts('请银行说明', async () => {
      await page.getByRole('dialog').locator('textarea').first().fill('何时收回，为何未报告？');
    });
    const checker = await atConsole('jinli.checker', new URL(page.url()).pathname);
    await checker.acts('银行说明', () =>
      checker.page.getByRole('dialog').locator('textarea').fill('系企业自主提前还款。'),
    );
    await checker.page.getByText('核查研判').first().waitFor();
  });
});

/** What the console itself says: names of pages and parts, and whatever is pressed or filled in. */
const OWN_WORDS = `[...document.querySelectorAll('nav a, h1, .ant-card-head-title, main button, label, thead th')]
  .map((each) => each.textContent.trim()).filter((text) => /\\p{Script=Han}/u.test(text))`;

describe('English beside Chinese', () => {
  it.each([
    {
      login: 'finance.leader',
      pages: { '/cockpit': 'Overview', '/people': 'People', '/delegations': 'Delegation' },
    },
    {
      login: 'jinli.admin',
      pages: { '/keys': 'API keys', '/webhooks': 'Webhooks', '/posts': 'Posts and grants' },
    },
    {
      login: 'system.admin',
      pages: { '/health': 'Health', '/calendars': 'Calendars', '/policies': 'Policy' },
    },
  ])('the console speaks it to $login throughout', async ({ login, pages }) => {
    const somebody = await atConsole(login, '/account');
    await somebody.page.getByRole('button', { name: 'English' }).click();
    await somebody.page.getByRole('heading', { name: 'Account and security' }).waitFor();

    const left: Record<string, unknown> = {};
    for (const [path, heading] of Object.entries(pages)) {
      await somebody.turnsTo(path);
      await somebody.page.getByRole('heading', { name: heading, exact: true }).waitFor();
      await somebody.rests();
      left[path] = await somebody.page.evaluate(OWN_WORDS);
    }

    expect(left).toEqual(Object.fromEntries(Object.keys(pages).map((path) => [path, []])));
  });
});
