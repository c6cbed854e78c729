import { afterEach, beforeAll, describe, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, cityMovesTo, everybodyLeaves } from '../support/at-console.js';
import { aCreditCode } from '../support/credit-code.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

describe('泉政办规〔2023〕1号（十）: a report goes from draft to closed in the hands of all its people', () => {
  it('is written, checked, filed, acknowledged, reviewed, carried out and confirmed', async () => {
    const maker = await atConsole('jinli.maker', '/filings/new');
    const { page } = maker;
    await maker.field('统一社会信用代码').fill(aCreditCode());
    await maker.field('企业名称').fill('晋江市某鞋业有限公司');
    await maker.choose('实际经营地', '晋江市');
    await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await maker.looksAt('draft-firm');

    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('压贷', { exact: true }).click();
    await maker.choose('类型', '压缩授信额度');
    await maker.field('调整前 授信额度').fill('700000');
    await maker.field('调整前 余额').fill('700000');
    await maker.field('调整后 授信额度').fill('0');
    await maker.field('调整后 余额').fill('0');
    await maker.field('金额').fill('700000');
    await maker.field('拟实施日').fill('2026-11-02');
    await page.keyboard.press('Enter');
    await maker.field('借款合同号').fill('流借字2025-001号');
    await page.getByText('应当报告').filter({ visible: true }).waitFor();
    await maker.looksAt('draft-measure');

    await page.getByRole('button', { name: '下一步' }).click();
    await maker.choose('原因', '行业信贷政策调整');
    await maker.field('具体事实').fill('总行压降制鞋行业限额。');
    await maker.field('合同条款').fill('第八条第二款');
    await maker.answers('企业产品有市场', '是');
    await maker.answers('生产经营正常', '是');
    await maker.answers('只是一时缺少资金', '否');
    await maker.answers('已先行研究续贷', '是');
    await maker.choose('续贷研究结果', '降额续贷');
    await page.getByText('其他方案、告知企业和影响（选填）').click();
    await page.getByRole('button', { name: '填写对企业的影响' }).click();
    await maker.field('职工人数').fill('120');
    await maker.looksAt('draft-reason');

    await page.getByRole('button', { name: '下一步' }).click();
    await page.locator('button', { hasText: '选择文件' }).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles([aText('贷后检查报告.txt', '企业用电量下降。'), aText('误选.txt', '与本件无关。')]);
    await page.getByRole('link', { name: '贷后检查报告.txt' }).waitFor();
    await page.getByRole('link', { name: '误选.txt' }).waitFor();
    await maker.looksAt('draft-attachments');
    await page.getByRole('button', { name: '移除附件“误选.txt”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
    await page.getByRole('link', { name: '误选.txt' }).waitFor({ state: 'detached' });
    await page.locator('button:focus', { hasText: '选择文件' }).waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await maker.looksAt('draft-check');
    await page.getByRole('button', { name: '提交复核' }).click();
    await page.waitForURL(/\/filings\/[0-9a-f-]{36}$/);
    await page.getByText('行内复核').first().waitFor();
    const address = new URL(page.url()).pathname;

    const checker = await atConsole('jinli.checker', address);
    await checker.page.getByRole('button', { name: '通过并报送' }).waitFor();
    await checker.looksAt('filing-to-check');
    await checker.acts('通过并报送');
    await checker.page.getByRole('heading', { name: /已报送：泉贷报〔2026〕晋鲤\d+号/ }).waitFor();
    await checker.looksAt('receipt');

    const finance = await atConsole('finance.reviewer', address);
    await finance.acts('签收');
    await finance.page.getByText('同步研判').first().waitFor();
    await finance.page.getByText('按压贷计700,000.00元，标准500,000.00元，达到报告标准。').waitFor();
    await finance.page.locator('.facts > div', { hasText: '职工人数' }).getByText('120').waitFor();
    await finance.looksAt('filing-to-decide');
    const colleague = await atConsole('finance.leader', address);
    await colleague.page.getByRole('status').getByText('王静怡 也在查看').waitFor();
    for (const somebody of [finance, await atConsole('industry.reviewer', address)]) {
      await somebody.acts('反馈意见', async () => {
        await somebody.choose('意见', '无意见');
        await somebody.page.getByRole('dialog').getByLabel('内容').fill('已了解企业情况。');
      });
    }
    await finance.page.getByText('已收悉（是否及何时实施，由银行依法依约自主决定）').first().waitFor();

    await cityMovesTo('2026-11-03T10:00:00+08:00');
    const again = await atConsole('jinli.maker', address);
    await again.acts('报告实施情况', async () => {
      await again.field('实施日').fill('2026-11-02');
      await again.page.keyboard.press('Enter');
      await again.page.getByRole('dialog').getByLabel('金额', { exact: true }).fill('700000');
      await again.answers('是否已全部实施', '是');
      await again.looksAt('report-execution');
    });
    await again.page.getByText('实施情况待核实').first().waitFor();
    const confirming = await atConsole('finance.reviewer', address);
    await confirming.acts('核实实施情况');
    await confirming.page.getByText('办结').first().waitFor();
    await confirming.looksAt('filing-closed');
  });
});

function aText(name: string, text: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') };
}
