import { afterEach, beforeAll, describe, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';
import { aCreditCode } from '../support/credit-code.js';
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

  it('is written from nothing and goes to the checker with keys alone', async () => {
    const maker = await atConsole('jinli.maker', '/filings/new');
    const { page } = maker;
    const { keyboard } = page;
    const types = async (field: string, text: string) => {
      await maker.tabsTo(field);
      await keyboard.type(text);
    };
    const nextStep = async () => {
      await maker.tabsTo('下一步');
      await keyboard.press('Enter');
    };
    await maker.field('企业名称').waitFor();

    await types('统一社会信用代码', aCreditCode());
    await types('企业名称', '晋江市某鞋业有限公司');
    await maker.choosesByKeys('实际经营地', '晋江市');
    await nextStep();

    await maker.tabsTo('抽贷');
    await keyboard.press('ArrowRight');
    await maker.choosesByKeys('类型', '压缩授信额度');
    for (const [position, amount] of [
      ['调整前', '700000'],
      ['调整后', '0'],
    ] as const) {
      await types(`${position} 授信额度`, amount);
      await types(`${position} 余额`, amount);
    }
    await types('金额', '700000');
    await types('拟实施日', '2026-11-02');
    await keyboard.press('Enter');
    await types('借款合同号', '流借字2025-001号');
    await nextStep();

    await maker.choosesByKeys('原因', '行业信贷政策调整');
    await types('具体事实', '总行压降制鞋行业限额。');
    await types('合同条款', '第八条第二款');
    for (const presses of ['Space', 'Space', 'ArrowDown', 'Space']) {
      await maker.tabsTo('是');
      await keyboard.press(presses);
    }
    await maker.choosesByKeys('续贷研究结果', '降额续贷');
    await nextStep();
    await nextStep();

    await maker.tabsTo('提交复核');
    await keyboard.press('Enter');
    await page.waitForURL(/\/filings\/[0-9a-f-]{36}$/);
    await page.getByText('行内复核').first().waitFor();
  });
});
