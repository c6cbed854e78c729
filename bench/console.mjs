// npm run bench:console: what a person waits for, in a real browser: the first screen with a cold cache, a filter of a worklist
// with a hundred thousand filings, the leader's overview of them, and the answer of the search. Milliseconds.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../scripts/chromium.mjs';
import { wendaiServer } from './over-http.mjs';
import { PASSWORD } from './password.mjs';
import { prepare } from './prepare.mjs';
import { spread } from './report.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
const FILINGS = Number(process.env.BENCH_FILINGS ?? 100_000);
const HOME = join(import.meta.dirname, '..', '.bench', 'console');
/** What the page is told to do; it waits for the answer of the list that was asked for with a light. */
const FILTER = `(light) => new Promise((resolve) => {
  const button = [...document.querySelectorAll('button[aria-pressed]')].find((each) => each.textContent.includes(light));
  const began = performance.now();
  new PerformanceObserver((list, observer) => {
    if (!list.getEntries().some(({ name }) => name.includes('/worklist?') && name.includes('light='))) return;
    observer.disconnect();
    // Two frames later the rows are on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
  }).observe({ type: 'resource' });
  button.click();
})`;
/** What the console keeps to know that somebody was signed in here (web/src/session/session.ts). */
const SIGNED_IN_BEFORE = `localStorage.setItem('wendai.signedIn', 'yes')`;

const world = await prepare(HOME, { filings: FILINGS });
const { url, child } = await wendaiServer(world);
const { number } = (await world.admin.query('select number from filing where id = $1', [world.sample.id]))
  .rows[0];
const browser = await launchChromium();
try {
  const login = [];
  const worklist = [];
  const filter = [];
  const overview = [];
  const search = [];
  for (let round = 0; round < ROUNDS; round++) {
    login.push(await firstScreen('/login', (page) => page.getByLabel('登录名')));
    const reviewer = await signedIn('industry.reviewer', '/worklist', '[data-row]');
    worklist.push(reviewer.took);
    filter.push(await filtered(reviewer.page, '正常'));
    search.push(await found(reviewer.page, number));
    await reviewer.context.close();
    const leader = await signedIn('industry.leader', '/cockpit', '.charts');
    overview.push(leader.took);
    await leader.context.close();
  }
  const report = {
    at: new Date().toISOString(),
    filings: FILINGS,
    rounds: ROUNDS,
    load: loadavg(),
    login: spread(login),
    worklist: spread(worklist),
    filter: spread(filter),
    overview: spread(overview),
    search: spread(search),
  };
  mkdirSync(join(HOME, 'results'), { recursive: true });
  writeFileSync(join(HOME, 'results', 'console.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(JSON.stringify(report, null, 2));
} finally {
  await browser.close();
  child.kill();
  await world.close();
  rmSync(join(HOME, 'postgres'), { recursive: true, force: true });
}

/** A context of its own has an empty cache. */
async function firstScreen(path, what) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(`${url}${path}`);
  await what(page).waitFor();
  const took = performance.now() - began;
  await context.close();
  return took;
}

async function signedIn(login, path, what) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  await context.addInitScript(SIGNED_IN_BEFORE);
  const answer = await context.request.post(`${url}/api/v1/session`, {
    data: { login, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`Nobody could sign in: ${await answer.text()}`);
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(`${url}${path}`);
  await page.locator(what).first().waitFor();
  return { took: performance.now() - began, page, context };
}

/** From the click until the answer has been drawn, by the page's own clock. */
function filtered(page, light) {
  return page.evaluate(`(${FILTER})(${JSON.stringify(light)})`);
}

/** What the page waits for when somebody types into the search. */
function found(page, text) {
  return page.evaluate(async (q) => {
    const began = performance.now();
    const answer = await fetch(`/api/v1/search?q=${encodeURIComponent(q)}`);
    const { items } = await answer.json();
    if (!answer.ok || items.length === 0) throw new Error(`Nothing was found for ${q}.`);
    return performance.now() - began;
  }, text);
}
