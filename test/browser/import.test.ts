import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aWorkbook } from '../filing/a-sheet.js';
import { atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';

jest.setTimeout(120_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

const HEAD = ['行内编号', '企业名称', '金额'];

describe('批量导入 at the console', () => {
  it('makes drafts of a sheet, says what is wrong and hands it back, in both languages', async () => {
    const maker = await atConsole('jinli.maker', '/worklist?tab=draft');
    const { page } = maker;
    await page.getByRole('main').getByRole('link', { name: '批量导入' }).click();
    const template = page.waitForEvent('download');
    await page.getByRole('link', { name: /^下载模板/ }).click();
    expect(await (await template).failure()).toBeNull();

    const sheet = aWorkbook([
      HEAD,
      ['台账-1', '晋江市某鞋业有限公司', { number: '700000' }],
      ['台账-2', '石狮市某服装有限公司', { number: '500000.125' }],
    ]);
    await page
      .getByLabel('选择表格文件')
      .setInputFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: sheet });

    await page.getByRole('status').getByText('共 2 件：已生成草稿 1 件，已有 0 件，需修改 1 件').waitFor();
    await page.getByText(/第 3 行「金额」：金额至多到分/).waitFor();
    await maker.looksAt('import');
    const remarked = page.waitForEvent('download');
    await page.getByRole('link', { name: /^下载需修改的行/ }).click();
    expect(await (await remarked).failure()).toBeNull();

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Batch import' }).waitFor();
    await maker.fits('import-en');
    await page.getByRole('link', { name: '台账-1', exact: true }).click();
    await page.getByText('晋江市某鞋业有限公司').first().waitFor();
  });
});
