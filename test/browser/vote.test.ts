import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  type AtConsole,
  atConsole,
  cityAtTen,
  cityMovesTo,
  everybodyLeaves,
  TODAY,
} from '../support/at-console.js';
import { aFirm } from '../support/committees.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

const CREDITORS = ['泉州晋鲤银行', '刺桐商业银行', '海丝银行泉州分行'];

describe('银保监办发〔2016〕196号: lenders found a committee and decide together, all of them at the console', () => {
  it('is founded by declared claims, an election and signatures, and counts a vote after its close', async () => {
    const { id: firm } = await aFirm();
    const jinli = await atConsole('jinli.delegate', `/firms/${firm}`);
    const committee = await isProposed(jinli);
    await jinli.acts('邀请债权人');
    const [citong, haisi] = await Promise.all([
      atConsole('citong.delegate', committee),
      atConsole('haisi.delegate', committee),
    ]);
    const all = [jinli, citong, haisi];

    for (const [index, bank] of all.entries()) await declares(bank, String(8 - 2 * index));
    // What another bank declares or whom it elects is told to nobody, and so moves nobody's page.
    await jinli.go(committee);
    await jinli.acts('确认债权（基准日）', async () => {
      await jinli.field('基准日').fill(TODAY);
      await jinli.page.keyboard.press('Tab');
    });
    await elects(citong);
    await elects(jinli);
    await Promise.all([jinli, haisi].map((bank) => bank.go(committee)));
    for (const bank of all) {
      await bank.acts('签署债权人协议', async () => {
        expect(await bank.field('所签的稿次，发起时为第0稿').inputValue()).toBe('0');
        await bank.field('本机构授权文件').fill('授权书〔2026〕3号');
      });
    }
    await jinli.page.getByText('运行中').first().waitFor();
    await jinli.looksAt('committee-active');

    const item = await isPutToTheVote(jinli);
    await cityMovesTo('2026-09-22T10:00:00+08:00');
    const voters = await Promise.all(['jinli', 'citong'].map((bank) => atConsole(`${bank}.delegate`, item)));
    await votes(voters[1], '同意');
    await voters[0]?.page.getByText('投票情况').waitFor();
    await voters[0]?.looksAt('vote');
    await votes(voters[0], '同意');

    await cityMovesTo('2026-10-30T10:00:00+08:00');
    const after = await atConsole('haisi.delegate', item);
    await after.page.getByText('通过（成员单位之间的约定）', { exact: true }).waitFor();
    expect(await after.page.getByRole('row', { name: /海丝银行/ }).innerText()).toContain('未投票');
    await after.looksAt('vote-counted');
  });
});

/** From the firm's page to the committee's. */
async function isProposed(proposer: AtConsole): Promise<string> {
  const { page } = proposer;
  await page.getByRole('button', { name: '发起组建债委会' }).click();
  const dialog = page.getByRole('dialog');
  await proposer.choose('组建方式', '债委会');
  for (const [index, name] of CREDITORS.entries()) {
    if (index > 0) await dialog.getByRole('button', { name: '增加一项' }).click();
    await dialog.getByLabel('机构', { exact: true }).nth(index).click();
    await proposer.picks(name);
  }
  await dialog.getByLabel('理由').fill('贷款余额较大，生产经营正常，资金周转暂时困难。');
  await proposer.looksAt('new-committee');
  await dialog.getByRole('button', { name: '确认办理' }).click();
  await page.waitForURL(/\/committees\/[0-9a-f-]{36}$/);
  await page.getByText('办理过程').waitFor();
  await proposer.looksAt('committee-proposed');
  return new URL(page.url()).pathname;
}

async function declares(bank: AtConsole, millions: string): Promise<void> {
  await bank.acts('登记债权', async () => {
    const dialog = bank.page.getByRole('dialog');
    await dialog.getByLabel('本金余额（元）').fill(`${millions}000000`);
    await dialog.getByLabel('保证金（元）').fill('0');
    await dialog.getByLabel('存单质押（元）').fill('0');
    await bank.choose('债权类型', '贷款');
    await dialog.locator('textarea').fill('借款合同〔2026〕12号');
    await bank.answers('是否愿意担任主席单位', '是');
    if (millions === '8') await bank.looksAt('declare-claim');
  });
}

/** Whom it elects is chosen by name. */
async function elects(bank: AtConsole): Promise<void> {
  await bank.acts('推举主席单位', () => bank.choose('推举的机构', '泉州晋鲤银行'));
}

/** From the committee's page to that of the item, noticed to all members. */
async function isPutToTheVote(chair: AtConsole): Promise<string> {
  const { page } = chair;
  await page.getByRole('button', { name: '提出议题' }).click();
  const dialog = page.getByRole('dialog');
  await chair.choose('类别', '一般事项');
  await dialog.getByLabel('标题').fill('关于共同聘请审计机构的议题');
  await dialog.getByLabel('内容').fill('请成员单位表决。');
  await chair.looksAt('new-resolution');
  await dialog.getByRole('button', { name: '确认办理' }).click();
  await page.waitForURL(/\/resolutions\/[0-9a-f-]{36}$/);
  await chair.acts('发出通知');
  await page.getByText('已通知，待表决').first().waitFor();
  return new URL(page.url()).pathname;
}

async function votes(bank: AtConsole | undefined, choice: string): Promise<void> {
  await bank?.page.getByText(choice, { exact: true }).click();
  await bank?.page.getByRole('button', { name: '密封投票' }).click();
  await bank?.page.getByText(`已投：${choice}。截止前可更改。`).waitFor();
}
