import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';
import { act, aFiledReport, seenBy } from '../support/filings.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

describe('一次性告知: a report that was sent back loses nothing, and its answer is easy to find', () => {
  it('asks the bank for the named field alone, and shows the office what has changed', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-11-02' } });
    await act(filing, 'finance.reviewer', 'REQUEST_COMPLETION', {
      defects: [{ pointer: '/ground/facts', text: '请写明企业经营恶化的具体事实。' }],
    });

    const maker = await atConsole('jinli.maker', filing.path);
    await maker.page.getByRole('button', { name: '补充材料', exact: true }).click();
    await maker.page.getByText('补充要求：请写明企业经营恶化的具体事实。').waitFor();
    await maker.looksAt('correction');
    // The field that was asked for, with what it says, and no other answer of the report.
    expect(await maker.page.getByLabel('具体事实').inputValue()).toBe('总行压降制鞋行业限额。');
    expect(await maker.page.getByLabel('统一社会信用代码').count()).toBe(0);
    expect(await maker.page.getByLabel('拟实施日').count()).toBe(0);
    await maker.page.getByLabel('具体事实').fill('用电量较上年同期下降六成。');
    await maker.page.getByRole('button', { name: '保存并返回' }).click();
    await maker.page.locator('ins', { hasText: '用电量较上年同期下降六成。' }).waitFor();

    const checker = await atConsole('jinli.checker', filing.path);
    await checker.page.locator('ins', { hasText: '用电量较上年同期下降六成。' }).waitFor();
    await checker.looksAt('correction-to-check');
    await checker.acts('补充材料后报送');
    await checker.page.getByRole('heading', { name: /已报送/ }).waitFor();

    const office = await atConsole('finance.reviewer', filing.path);
    await office.page.getByText('第 2 版的修改').waitFor();
    await office.page.locator('del', { hasText: '总行压降制鞋行业限额。' }).waitFor();
    await office.page.locator('ins', { hasText: '用电量较上年同期下降六成。' }).waitFor();
    await office.looksAt('corrected-seen-by-office');
  });
});

describe('a worklist is worked off with keys', () => {
  it('sends an opinion with Ctrl-Enter, and opens what waits next by itself', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-11-02' } });
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    const office = await atConsole('industry.reviewer', '/worklist');
    const { page } = office;
    await page.locator('[data-row]').first().waitFor();
    const more = page.getByRole('button', { name: '再看一些' });
    if (await more.isVisible()) await more.click();
    await page.locator(`[data-row][href="${filing.path}"]`).click();
    await page.getByRole('button', { name: '反馈意见', exact: true }).click();
    await office.choose('意见', '无意见');
    await page.getByRole('dialog').getByLabel('内容').fill('已了解企业情况。');
    await page.keyboard.press('Control+Enter');

    await page.getByText('已打开下一件').waitFor();
    await page.waitForURL((url) => !url.pathname.endsWith(filing.id) && url.pathname !== '/worklist');
    expect((await seenBy(filing, 'industry.reviewer')).opinions).toHaveLength(1);
  });
});

describe('two of one office decide at once', () => {
  it('tells the second who was first, and what was decided', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-11-02' } });
    const second = await atConsole('finance.reviewer2', filing.path);
    second.awaits(409, 412);
    await second.page.getByRole('button', { name: '签收', exact: true }).click();
    await second.page.getByRole('dialog').waitFor();

    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    await second.page.getByRole('dialog').getByRole('button', { name: '确认办理' }).click();

    const told = second.page.getByRole('dialog').getByRole('alert');
    await told.getByText(/市委金融办 .+已于9月16日 10:00办理“签收”/).waitFor();
    await second.looksAt('lost-race');
  });

  it('warns before an opinion is signed that speaks like a licence', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-11-02' } });
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    const office = await atConsole('finance.reviewer', filing.path);
    await office.page.getByRole('button', { name: '反馈意见', exact: true }).click();
    const dialog = office.page.getByRole('dialog');
    const warning = dialog.getByText('本意见不是行政许可，不得要求银行放贷或收贷。');
    await dialog.getByLabel('内容').fill('已了解企业情况。');
    expect(await warning.count()).toBe(0);

    for (const word of ['批准', '不同意', '禁止', '责令']) {
      await dialog.getByLabel('内容').fill(`我局${word}该行压贷。`);
      await warning.waitFor();
    }
    await office.looksAt('licence-words');
  });
});
