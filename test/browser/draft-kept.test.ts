import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type AtConsole, atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';
import { PASSWORD } from '../support/client.js';
import { act, aDraft, aReportUnderReview, seenBy } from '../support/filings.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

const SAVED = /已自动保存 \d\d:\d\d/;

async function atDraft(): Promise<{ maker: AtConsole; filing: Awaited<ReturnType<typeof aDraft>> }> {
  const filing = await aDraft({ content: { plannedDate: '2026-11-02' } });
  const maker = await atConsole('jinli.maker', `/filings/new?draft=${filing.id}`);
  await maker.field('企业名称').waitFor();
  return { maker, filing };
}

describe('what a bank officer types is never lost, and never taken for a report', () => {
  it('saves itself, says so without green, and asks once before it is left unfiled', async () => {
    const { maker, filing } = await atDraft();

    await maker.field('企业名称').fill('晋江市另一家鞋业有限公司');
    const sign = maker.page.getByText(SAVED);
    await sign.waitFor();

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ firm: { name: '晋江市另一家鞋业有限公司' } });
    expect(await sign.evaluate('(node) => getComputedStyle(node).color')).not.toBe('rgb(29, 107, 52)');
    expect(await maker.page.getByText('未报送', { exact: true }).count()).toBe(1);
    const asked: string[] = [];
    maker.page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.accept();
    });
    await maker.page.getByRole('link', { name: '工作台' }).click();
    await maker.page.waitForURL('**/worklist');
    expect(asked).toEqual(['草稿尚未报送。确定离开吗？']);
  });

  it('keeps what was typed while the line is down, says so, and saves it when the line is back', async () => {
    const { maker, filing } = await atDraft();
    maker.awaits(0);

    await maker.context.setOffline(true);
    await maker.field('企业名称').fill('断线时填写的名称');
    await maker.page.getByText(/连接中断。所填内容暂存于本浏览器/).waitFor();
    await maker.looksAt('draft-cut-off');
    await maker.context.setOffline(false);

    await maker.page.getByText(SAVED).waitFor();
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ firm: { name: '断线时填写的名称' } });
  });

  it('brings a person back to the draft whose session has ended', async () => {
    const { maker, filing } = await atDraft();
    maker.awaits(401);

    await maker.context.clearCookies();
    await maker.field('企业名称').fill('登录失效时填写的名称');
    await maker.page.getByRole('button', { name: '重新登录' }).click();
    await maker.page.getByLabel('登录名').fill('jinli.maker');
    await maker.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await maker.page.keyboard.press('Enter');

    await maker.page.getByText('已恢复上次尚未保存的内容。').waitFor();
    expect(await maker.field('企业名称').inputValue()).toBe('登录失效时填写的名称');
    await maker.page.getByText(SAVED).waitFor();
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ firm: { name: '登录失效时填写的名称' } });
  });
});

describe('what the server would refuse is said at its field', () => {
  it('refuses more digits than a fen has, and an answer that is missing', async () => {
    const { maker } = await atDraft();
    maker.awaits(422);
    await maker.field('统一社会信用代码').fill('91350582MA2XK7PQ0B');

    await maker.page.getByRole('button', { name: '下一步' }).click();
    await maker.field('金额').fill('700000.123');
    await maker.page.getByText('金额最多到分').first().waitFor();
    await maker.page.getByText('核对', { exact: true }).click();
    await maker.page.getByRole('button', { name: '提交复核' }).click();
    // It is led back to the step with the amount; nothing was sent.
    await maker.field('金额').fill('700000');
    await maker.page.getByText('70 万元').first().waitFor();
    await maker.page.getByText('核对', { exact: true }).click();
    await maker.page.getByRole('button', { name: '提交复核' }).click();

    await maker.page.locator('#firm_creditCode_help').waitFor();
    expect(await maker.page.locator('#firm_creditCode_help').innerText()).toContain('GB 32100-2015');
    await maker.looksAt('draft-refused');
  });

  it('refuses a file of a wrong type before it is sent, and one that only pretends after', async () => {
    const { maker } = await atDraft();
    maker.awaits(415);
    await maker.page.getByText('附件', { exact: true }).click();
    const picker = maker.page.locator('input[type=file]');

    await picker.setInputFiles({
      name: '程序.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('MZ'),
    });
    await maker.page.getByText(/不能上传此类文件/).waitFor();
    await picker.setInputFiles({
      name: '合同.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('不是合同', 'utf8'),
    });
    await maker.page.getByText(/与文件名的扩展名不符/).waitFor();
    await maker.looksAt('attachments-refused');
  });

  it('refuses a zero-width character at the field that has it, while it is typed', async () => {
    const { maker } = await atDraft();
    maker.awaits(400);

    await maker.field('企业名称').fill(`晋江市\u200b某鞋业有限公司`);

    await maker.page.locator('#firm_name_help').waitFor();
    expect(await maker.page.locator('#firm_name_help').innerText()).toContain('不可见字符');
  });

  it('shows markup and 5,000 characters as text, and stays as wide as the screen', async () => {
    const facts = `<img src=x onerror=alert(1)><script>alert(2)</script>${'鞋'.repeat(900)}${'A'.repeat(900)}`;
    const filing = await aReportUnderReview({
      content: {
        plannedDate: '2026-11-02',
        firm: { name: '<b>晋江市</b>某鞋业有限公司' },
        ground: { code: 'industryPolicy', facts, contractClause: '第八条' },
      },
    });
    await act(filing, 'finance.reviewer', 'OPINE', { position: 'noObjection', text: 'B'.repeat(5000) });
    const maker = await atConsole('industry.reviewer', filing.path);
    const alerts: string[] = [];
    maker.page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.accept();
    });

    await maker.page.getByText('<b>晋江市</b>某鞋业有限公司').filter({ visible: true }).first().waitFor();
    await maker.page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await maker.looksAt('hostile-text');
    await maker.page.getByText('B'.repeat(5000)).first().waitFor();
    expect(alerts).toEqual([]);
  });
});
