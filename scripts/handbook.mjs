// node scripts/handbook.mjs <address of a running demo> <its password>: the pictures of docs/handbook, taken anew.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';

const [, , address, password] = process.argv;
if (address === undefined || password === undefined) {
  console.error(
    'Say where the demo runs and what its password is: node scripts/handbook.mjs http://127.0.0.1:3000 …',
  );
  process.exit(2);
}
const PICTURES = join(import.meta.dirname, '..', 'docs', 'handbook', 'pictures');
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** What the console keeps to know that somebody was signed in here (web/src/session/session.ts). */
const SIGNED_IN_BEFORE = `localStorage.setItem('wendai.signedIn', 'yes')`;

const firstOf = (process) => `/cases?process=${process}`;
/** Who looks at what; `first` opens the first line of the list, or the first that is so. */
const SHOTS = [
  { name: 'login', path: '/login' },
  { name: 'assess', path: '/assess', fill: { 金额: '700000' } },
  { name: 'maker', login: 'jinli.maker', path: '/worklist' },
  { name: 'new-report', login: 'jinli.maker', path: '/filings/new' },
  { name: 'checker', login: 'jinli.checker', path: '/worklist' },
  { name: 'reviewer', login: 'finance.reviewer', path: '/worklist' },
  { name: 'decide', login: 'finance.leader', path: '/worklist', first: 'main a[href^="/filings/"]' },
  { name: 'batch', login: 'industry.reviewer', path: '/batch' },
  { name: 'overview', login: 'finance.leader', path: '/cockpit' },
  { name: 'county', login: 'kaifaqu.coordinator', path: '/county' },
  { name: 'coordination', login: 'finance.reviewer', path: firstOf('coordination'), first: true },
  { name: 'committee', login: 'jinli.delegate', path: firstOf('committee'), first: true },
  { name: 'vote', login: 'jinli.delegate', path: firstOf('resolution'), first: true },
  { name: 'inquiry', login: 'finance.reviewer', path: firstOf('inquiry'), first: true },
  { name: 'audit', login: 'audit.admin', path: '/audit' },
  { name: 'calendars', login: 'system.admin', path: '/calendars' },
  { name: 'rights', login: 'jinli.admin', path: '/posts' },
  { name: 'health', login: 'system.admin', path: '/health' },
  { name: 'account', login: 'jinli.maker', path: '/account' },
  { name: 'phone', login: 'finance.reviewer', path: '/worklist', viewport: PHONE },
];

mkdirSync(PICTURES, { recursive: true });
const browser = await launchChromium();
try {
  for (const shot of SHOTS) await take(shot);
} finally {
  await browser.close();
}

async function take({ name, login, path, first = false, fill = {}, viewport = WIDE }) {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  if (login !== undefined) {
    const answer = await context.request.post(`${address}/api/v1/session`, { data: { login, password } });
    if (!answer.ok()) throw new Error(`${login} could not sign in: ${await answer.text()}`);
    await context.addInitScript(SIGNED_IN_BEFORE);
  }
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  await atRest(page);
  for (const [label, text] of Object.entries(fill)) await page.getByLabel(label, { exact: true }).fill(text);
  if (first !== false)
    await page
      .locator(first === true ? 'main a[href*="-"]' : first)
      .first()
      .click();
  await atRest(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  await context.close();
}

async function atRest(page) {
  await page.waitForLoadState('load');
  // What is asked for only once the page is there, or told live, comes a moment later; then it may still be on its way.
  for (const pause of [700, 300]) {
    await page.waitForTimeout(pause);
    await page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
  }
}
