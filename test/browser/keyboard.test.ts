import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';
import { aDraftToCheck } from '../support/filings.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

describe('a report is written and filed without a mouse', () => {
  it('is filed by its checker with Tab and Enter', async () => {
    const filing = await aDraftToCheck({ content: { plannedDate: '2026-11-02' } });
    const checker = await atConsole('jinli.checker', filing.path);
    const { page } = checker;
    await page.getByRole('button', { name: '通过并报送' }).waitFor();

    await checker.tabsTo('通过并报送');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await checker.tabsTo('确认办理');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: /已报送/ }).waitFor();
  });

  it('fills in a new report by the keyboard alone', async () => {
    const maker = await atConsole('jinli.maker', '/filings/new');
    const { page } = maker;
    await maker.field('企业名称').waitFor();

    await maker.tabsTo('统一社会信用代码');
    await page.keyboard.type('91350582MA2XK7PQ0A');
    await maker.tabsTo('企业名称');
    await page.keyboard.type('晋江市某鞋业有限公司');
    await maker.tabsTo('实际经营地');
    await page.keyboard.type('晋江');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await maker.tabsTo('下一步');
    await page.keyboard.press('Enter');
    await maker.tabsTo('金额');
    await page.keyboard.type('700000');

    await page.getByText(/已自动保存/).waitFor();
    expect(await maker.field('金额').inputValue()).toBe('700000');
    expect(new URL(page.url()).search).toMatch(/draft=/);
  });
});
