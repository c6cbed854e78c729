import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, everybodyLeaves } from '../support/at-console.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

/** One person of each role that signs in, and what they see of the city's cases when they do. */
const ROLES = [
  { login: 'jinli.maker', does: '新建报告' },
  { login: 'jinli.checker', does: '工作台' },
  { login: 'jinli.delegate', does: '协调与债委会' },
  { login: 'jinli.admin', does: '工作台' },
  { login: 'finance.reviewer', does: '企业' },
  { login: 'finance.leader', does: '企业' },
  { login: 'industry.reviewer', does: '企业' },
  { login: 'industry.leader', does: '企业' },
  { login: 'jinjiang.coordinator', does: '企业' },
  { login: 'regulator.observer', does: '企业' },
  { login: 'pboc.observer', does: '企业' },
  { login: 'system.admin', does: '工作台' },
  { login: 'security.admin', does: '工作台' },
  { login: 'audit.admin', does: '工作台' },
];

describe('every role signs in to pages that are its own, whole and without a barrier', () => {
  it.each(ROLES)('$login sees its worklist, and opens the first case that waits', async ({ login, does }) => {
    const somebody = await atConsole(login, '/worklist');
    const { page } = somebody;
    await page.getByRole('navigation').first().getByText(does).first().waitFor();
    await page.locator('[data-row], .ant-empty').first().waitFor();
    await somebody.looksAt(`worklist-${login}`);

    const first = page.locator('[data-row]').first();
    if ((await first.count()) === 0) return;
    await first.click();
    await page.waitForURL(
      /\/(filings|coordinations|supports|committees|resolutions|inquiries)\/[0-9a-f-]{36}/,
    );
    await page.getByText('办理过程').waitFor();
    await somebody.looksAt(`first-case-${login}`);
  });

  it('asks who signs in with no account at all, and answers whether to report', async () => {
    const nobody = await atConsole(undefined, '/firms');
    await nobody.page.getByLabel('登录名').waitFor();

    await nobody.page.getByRole('link', { name: '不登录，先看看要不要报' }).click();
    await nobody.page.getByRole('heading', { name: '要不要报' }).waitFor();
  });
});

describe('what everybody may open', () => {
  it.each([
    ['inbox', '/inbox'],
    ['firms', '/firms'],
    ['coordinations', '/cases?process=coordination'],
    ['supports', '/cases?process=support'],
    ['committees', '/cases?process=committee'],
    ['resolutions', '/cases?process=resolution'],
    ['inquiries', '/cases?process=inquiry'],
  ])('%s stands without a barrier, and so does what its first line opens', async (name, path) => {
    const leader = await atConsole('finance.leader', path);
    const { page } = leader;
    const lines = page.locator('.page li a, .page tbody a');
    await lines.first().waitFor();
    await leader.looksAt(name);

    if (name === 'inbox') return;
    await lines.first().click();
    await page.waitForURL(/[0-9a-f-]{36}/);
    await page.getByRole('heading').first().waitFor();
    await leader.looksAt(`${name}-one`);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
});
