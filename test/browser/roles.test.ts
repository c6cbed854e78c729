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
  { login: 'danbao.officer', does: '工作台' },
  { login: 'system.admin', does: '工作台' },
  { login: 'security.admin', does: '工作台' },
  { login: 'audit.admin', does: '工作台' },
];

const CASE = /\/(filings|coordinations|supports|committees|resolutions|inquiries)\/[0-9a-f-]{36}/;

/** What was looked at: the same page for the same duty of another organization has nothing new. */
const swept = new Set<string>();

describe('every role signs in to pages that are its own, whole and without a barrier', () => {
  it.each(ROLES)('$login sees its worklist, and opens the first case that waits', async ({ login, does }) => {
    const somebody = await atConsole(login, '/worklist');
    const { page } = somebody;
    await page.getByRole('navigation').first().getByText(does).first().waitFor();
    await page.locator('[data-row], .ant-empty').first().waitFor();
    const first = page.locator('[data-row]').first();
    const hasCases = (await first.count()) > 0;
    const look = async (kind: string, name: string) => {
      if (swept.has(kind)) return somebody.fits(name);
      swept.add(kind);
      return somebody.looksAt(name);
    };
    const duty = login.split('.')[1] ?? '';
    await look(hasCases ? `worklist ${duty}` : 'empty worklist', `worklist-${login}`);

    if (!hasCases) return;
    await first.click();
    await page.waitForURL(CASE);
    await page.getByText('办理过程').waitFor();
    const process = CASE.exec(page.url())?.[1] ?? '';
    await look(`${process} ${duty}`, `first-case-${login}`);
  });

  it('asks who signs in with no account at all, and answers whether to report', async () => {
    const nobody = await atConsole(undefined, '/firms');
    await nobody.page.getByLabel('登录名').waitFor();

    await nobody.page.getByRole('link', { name: '不登录，先看看要不要报' }).click();
    await nobody.page.getByRole('heading', { name: '要不要报' }).waitFor();
  });
});

describe('what everybody may open', () => {
  it('stands without a barrier, list by list, and so does what the first line of each opens', async () => {
    const leader = await atConsole('finance.leader', '/inbox');
    const { page } = leader;
    const lines = page.locator('.page li a, .page tbody a');
    await lines.first().waitFor();
    await leader.looksAt('inbox');

    for (const list of LISTS) {
      await leader.turnsTo(list.path);
      await page.locator(list.first).first().waitFor();
      await leader.looksAt(list.name);

      await lines.first().click();
      await page.waitForURL(/[0-9a-f-]{36}/);
      await page.locator('h1, .page [role="alert"]').first().waitFor();
      await leader.looksAt(`${list.name}-one`);
      expect({ [list.name]: await page.getByRole('heading', { level: 1 }).count() }).toEqual({
        [list.name]: 1,
      });
    }
  });
});

/** Each list, and what only it has in its lines. */
const LISTS = [
  { name: 'firms', path: '/firms', first: '.page a[href^="/firms/"]' },
  ...['coordination', 'support', 'committee', 'resolution', 'inquiry'].map((process) => ({
    name: process,
    path: `/cases?process=${process}`,
    first: `.page a[href^="/${process === 'inquiry' ? 'inquirie' : process}s/"]`,
  })),
];
