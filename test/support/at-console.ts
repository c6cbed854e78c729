import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PASSWORD } from './client.js';
import { advanceTo, setClock } from './clock.js';
import { world } from './world.js';

/** The day on which the demo's past ends; test/support/start-demo-city.mjs knows it too. */
export const TODAY = '2026-09-16';

const WIDE = { width: 1440, height: 900 };
/** A phone. */
export const NARROW = { width: 390, height: 844 };

/** Where pictures of the screens are put, when somebody wants to look at them. */
const PICTURES = process.env['WENDAI_PICTURES'];

/** WCAG 2.2, level AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What runs in the page is text here: these files are compiled without the types of a browser.
const SWEEP = `axe.run({ runOnly: ${JSON.stringify(WCAG)}, resultTypes: ['violations'] })`;
const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const ANIMATIONS_OVER = `Promise.all(
  document.getAnimations().map((each) => each.finished.catch(() => undefined)),
).then(() => undefined)`;
const NAME_OF_FOCUS = `(() => {
  const { activeElement: at } = document;
  return (at.labels?.[0] ?? at).textContent.trim();
})()`;
/** More than any page has. */
const MOST_TABS = 80;
const MOST_OPTIONS = 40;
const VIOLATIONS_TOLD = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('content security policy: ' + event.violatedDirective + ' ' + event.blockedURI),
)`;

/** What the console keeps in the browser to know that somebody was signed in (web/src/session/session.ts). */
const SIGNED_IN_BEFORE = { name: 'wendai.signedIn', value: 'yes' };

/** Somebody in front of the console. */
export class AtConsole {
  /** What a walk must not meet: errors in the console, violations of the content security policy, pages that break. */
  readonly faults: string[] = [];
  private readonly awaited: number[] = [];

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    page.on('pageerror', (error) => this.faults.push(`the page broke: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const status = /status of (\d{3})/.exec(message.text())?.[1];
      if (status !== undefined && this.awaited.includes(Number(status))) return;
      if (this.awaited.includes(0) && message.text().includes('net::ERR_')) return;
      this.faults.push(`${message.text()} (${message.location().url})`);
    });
  }

  /** The browser itself notes every refusal as an error: this one belongs to the walk. 0 is a line that is cut. */
  awaits(...statuses: number[]): void {
    this.awaited.push(...statuses);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${world().url}${path}`);
  }

  /** To another page of the console as a link leads there: nothing is loaded anew. */
  async turnsTo(path: string): Promise<void> {
    await this.page.evaluate(`history.pushState({}, '', ${JSON.stringify(path)})`);
    await this.page.waitForURL(`**${path}`);
  }

  /** A screen whose like is looked at elsewhere: it stands, it fits a phone, and its picture is taken if wanted. */
  async fits(name: string): Promise<void> {
    await this.rests();
    await this.picture(`${name}-1440`);
    await this.page.setViewportSize(NARROW);
    await this.rests();
    await this.picture(`${name}-390`);
    const tooWide = await this.page.evaluate<number>(TOO_WIDE);
    await this.page.setViewportSize(WIDE);
    expect({ [name]: tooWide }).toEqual({ [name]: 0 });
  }

  /** A screen that stands still is looked at: what axe finds, whether it fits a phone, and its picture if wanted. */
  async looksAt(name: string): Promise<void> {
    await this.rests();
    expect({ [name]: await this.barriers() }).toEqual({ [name]: [] });
    await this.picture(`${name}-1440`);
    await this.page.setViewportSize(NARROW);
    await this.rests();
    expect({ [name]: await this.barriers() }).toEqual({ [name]: [] });
    await this.picture(`${name}-390`);
    const tooWide = await this.page.evaluate<number>(TOO_WIDE);
    await this.page.setViewportSize(WIDE);
    expect({ [name]: tooWide }).toEqual({ [name]: 0 });
  }

  /** The input under this name that can be seen. */
  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).filter({ visible: true });
  }

  /** Chooses in a list of antd: its options stand apart from the field. */
  async choose(field: string, option: string): Promise<void> {
    await this.field(field).click();
    await this.picks(option);
  }

  /** Chooses in a long list, of which only a part is there, by typing what is looked for. */
  async finds(field: string, option: string): Promise<void> {
    await this.field(field).fill(option);
    await this.picks(option);
  }

  /** An option of the list that stands open. */
  async picks(option: string): Promise<void> {
    await this.page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
  }

  async answers(question: string, choice: string): Promise<void> {
    await this.page
      .locator('.ant-form-item', { hasText: question })
      .getByText(choice, { exact: true })
      .click();
  }

  /** A button of the case, what it asks for, and its confirmation. */
  async acts(name: string, fill?: () => Promise<void>): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await fill?.();
    await dialog.getByRole('button', { name: '确认办理' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** With Tab alone, to whatever is called so; fails when Tab never comes there. */
  async tabsTo(name: string): Promise<void> {
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      await this.page.keyboard.press('Tab');
      if ((await this.page.evaluate<string>(NAME_OF_FOCUS)) === name) return;
    }
    throw new Error(`Tab does not come to ${name}.`);
  }

  /** Opens a list with its own keys and goes down to the option; fails when it is not there. */
  async choosesByKeys(field: string, option: string): Promise<void> {
    await this.tabsTo(field);
    await this.page.keyboard.press('ArrowDown');
    const active = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option-active');
    await active.waitFor();
    for (let presses = 0; presses < MOST_OPTIONS; presses += 1) {
      if ((await active.innerText()) === option) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`The arrows do not come to ${option}.`);
  }

  /** Nothing is loading, and nothing moves. */
  async rests(): Promise<void> {
    await this.page.locator('.ant-skeleton, .ant-spin-spinning').first().waitFor({ state: 'detached' });
    await this.page.evaluate(ANIMATIONS_OVER);
  }

  private async barriers(): Promise<string[]> {
    if (!(await this.page.evaluate<boolean>(`'axe' in window`))) await this.page.evaluate(AXE);
    const { violations } = await this.page.evaluate<AxeResults>(SWEEP);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    );
  }

  private async picture(name: string): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }
}

const present: AtConsole[] = [];
const sessions = new Map<string, ReturnType<typeof signIn>>();

/** Somebody signed in, or nobody in particular, at a path of the console. */
export async function atConsole(login: string | undefined, path = '/'): Promise<AtConsole> {
  const { url } = world();
  const context = await browser().newContext({
    viewport: WIDE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...(login === undefined
      ? {}
      : {
          storageState: {
            cookies: await sessionOf(login),
            origins: [{ origin: url, localStorage: [SIGNED_IN_BEFORE] }],
          },
        }),
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.clock.setSystemTime(new Date(now));
  await page.addInitScript(VIOLATIONS_TOLD);
  const somebody = new AtConsole(page, context);
  present.push(somebody);
  await somebody.go(path);
  return somebody;
}

let now = `${TODAY}T10:00:00+08:00`;

/** Before a walk: the city's clock stands at ten o'clock of the demo's day. */
export async function cityAtTen(): Promise<void> {
  await setClock(now);
}

/** Time passes with everything that falls due in it. Everybody has gone home meanwhile. */
export async function cityMovesTo(instant: string): Promise<void> {
  await everybodyLeaves();
  await advanceTo(instant);
  now = instant;
  sessions.clear();
}

/** After each walk: nobody has met a fault. */
export async function everybodyLeaves(): Promise<void> {
  const faults = present.flatMap((somebody) => somebody.faults);
  await Promise.all(present.splice(0).map(({ context }) => context.close()));
  expect(faults).toEqual([]);
}

/** Signed in once a file. */
function sessionOf(login: string): ReturnType<typeof signIn> {
  const session = sessions.get(login) ?? signIn(login);
  sessions.set(login, session);
  return session;
}

async function signIn(login: string) {
  const { url } = world();
  const context = await browser().newContext();
  const answer = await context.request.post(`${url}/api/v1/session`, { data: { login, password: PASSWORD } });
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${await answer.text()}`);
  const signed = await context.cookies();
  await context.close();
  return signed;
}

function browser(): Browser {
  const { wendaiBrowser } = globalThis as { wendaiBrowser?: Browser };
  if (wendaiBrowser === undefined)
    throw new Error('This test needs the environment of the project "browser".');
  return wendaiBrowser;
}
