import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { City, type Node } from '../../faults/city.js';
import { anonymous } from '../../support/client.js';
import { CityProvider, CLIENT_ID, CLIENT_SECRET, type Identity } from './city-provider.js';

/** Where people reach the console; what comes back there is handed to the node by hand. */
const PUBLIC = 'http://console.test';
const CALLBACK = `${PUBLIC}/api/v1/session/oidc/callback`;

jest.setTimeout(60_000);
let city: City;
let provider: CityProvider;
let node: Node;
beforeAll(async () => {
  provider = await CityProvider.open(CALLBACK);
  const secret = join(mkdtempSync(join(tmpdir(), 'wendai-oidc-')), 'secret');
  writeFileSync(secret, `${CLIENT_SECRET}\n`);
  chmodSync(secret, 0o600);
  city = await City.found();
  node = await city.startNode({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET_FILE: secret,
    OIDC_NAME: '泉州市统一身份认证',
    WENDAI_SECOND_FACTOR: 'required',
  });
});
afterAll(async () => {
  await city.raze();
  provider.close();
});
beforeEach(() => city.query('update person set oidc_subject = null'));

/** Keeps cookies by site and follows redirects, as a browser does; the console's host is the node. */
class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Goes on until a page stands still, or `until` says so. Gives its address. */
  async go(address: string, until: (url: URL) => boolean = () => false): Promise<URL> {
    let url = new URL(address);
    for (let hops = 0; hops < 12; hops += 1) {
      if (url.pathname === '/login' || until(url)) return url;
      const location = (await this.ask(url)).headers.get('location');
      if (location === null) return url;
      url = new URL(location, url);
    }
    throw new Error('Too many redirects.');
  }

  async ask(url: URL): Promise<Response> {
    const own = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, own);
    const target = url.origin === PUBLIC ? new URL(url.href.replace(PUBLIC, node.url)) : url;
    const answer = await fetch(target, {
      redirect: 'manual',
      headers: { cookie: [...own].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(line)) own.delete(pair.slice(0, at));
      else own.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  async session(): Promise<{ status: number; login: string | undefined; owes: string | null | undefined }> {
    const answer = await this.ask(new URL(`${PUBLIC}/api/v1/session`));
    const body = (await answer.json()) as { login?: string; owes?: string | null };
    return { status: answer.status, login: body.login, owes: body.owes };
  }
}

async function signInAs(identity: Identity | undefined): Promise<{ browser: Browser; end: URL }> {
  provider.present = identity;
  const browser = new Browser();
  return { browser, end: await browser.go(`${PUBLIC}/api/v1/session/oidc`) };
}

const MAKER: Identity = { subject: 'u-1001', login: 'jinli.maker', amr: ['pwd'] };
const LEADER: Identity = { subject: 'u-2001', login: 'Finance.Leader', amr: ['pwd', 'otp'] };

describe('OpenID Connect: who has an account here signs in by the city’s provider', () => {
  it('the login page offers it', async () => {
    const answer = await fetch(`${node.url}/api/v1/session/ways`);

    expect(await answer.json()).toEqual({ provider: '泉州市统一身份认证' });
  });

  it('with a session of here, whatever becomes of its password', async () => {
    await city.query(
      `update person set password_set_at = wendai_now() - interval '400 days', signed_in_at = wendai_now() where login = 'jinli.maker'`,
    );

    const { browser, end } = await signInAs(MAKER);

    expect(`${end.pathname}${end.search}`).toBe('/login?entered=yes');
    expect(await browser.session()).toEqual({ status: 200, login: 'jinli.maker', owes: null });
    const [entry] = await city.query<{ values: string }>(
      `select v."values" from log_entry e join log_value v on v.entry_id = e.id where e.type = 'SIGN_IN' order by e.position desc limit 1`,
    );
    expect(JSON.parse(entry?.values ?? '{}')).toMatchObject({ by: provider.issuer, subject: 'u-1001' });
  });

  it('a bureau enters when the provider has asked for more than a password, and not otherwise', async () => {
    const strong = await signInAs(LEADER);
    const weak = await signInAs({ ...LEADER, amr: ['pwd'] });

    expect(strong.end.search).toBe('?entered=yes');
    expect(await strong.browser.session()).toMatchObject({ login: 'finance.leader', owes: null });
    expect(weak.end.search).toBe('?refused=second-factor-needed');
    expect((await weak.browser.session()).status).toBe(401);
  });

  it('who has no account, whose account is closed or was long unused, and who comes under the login of somebody else do not', async () => {
    await signInAs(MAKER);
    const other = await signInAs({ ...MAKER, subject: 'u-1002' });
    const nobody = await signInAs({ ...MAKER, login: 'jinli.nobody' });
    await city.query(
      `update person set disabled_at = wendai_now(), disabled_for = 'left' where login = 'jinli.maker'`,
    );
    const closed = await signInAs(MAKER);
    await city.query(`update person set disabled_at = null, disabled_for = null where login = 'jinli.maker'`);

    const longAgo = `wendai_now() - interval '3651 days'`;
    await city.query(
      `update person set created_at = ${longAgo}, password_set_at = ${longAgo}, signed_in_at = ${longAgo} where login = 'jinli.maker'`,
    );
    const unused = await signInAs(MAKER);
    await city.query(
      `update person set created_at = wendai_now(), password_set_at = wendai_now(), signed_in_at = wendai_now(),
        disabled_at = null, disabled_for = null where login = 'jinli.maker'`,
    );

    for (const { browser, end } of [other, nobody, closed, unused]) {
      expect(end.search).toBe('?refused=login-failed');
      expect((await browser.session()).status).toBe(401);
    }
    const refusals = await city.query(`select 1 from log_entry where type = 'SIGN_IN_REFUSED'`);
    expect(refusals).toHaveLength(4);
  });

  it('nor who says no there', async () => {
    expect((await signInAs(undefined)).end.search).toBe('?refused=login-failed');
  });

  it('nor with what another browser has begun, or what was used already', async () => {
    provider.present = MAKER;
    const begun = new Browser();
    const isCallback = (url: URL) => url.pathname.endsWith('/callback');
    const callback = await begun.go(`${PUBLIC}/api/v1/session/oidc`, isCallback);

    const thief = new Browser();
    expect((await thief.go(callback.href)).search).toBe('?refused=login-failed');
    const own = new Browser();
    await own.go(`${PUBLIC}/api/v1/session/oidc`, isCallback);
    expect((await own.go(callback.href)).search).toBe('?refused=login-failed');
    const led = new Browser();
    const answer = await led.go(`${PUBLIC}/api/v1/session/oidc`, isCallback);
    answer.searchParams.set('state', 'of-another-sign-in');
    expect((await led.go(answer.href)).search).toBe('?refused=login-failed');
    expect((await begun.go(callback.href)).search).toBe('?entered=yes');
    expect((await begun.go(callback.href)).search).toBe('?refused=login-failed');
  });
});

describe('a provider that is away', () => {
  it('is told at the login page in words, not by an answer for programs', async () => {
    provider.present = MAKER;
    const browser = new Browser();
    const callback = await browser.go(`${PUBLIC}/api/v1/session/oidc`, (url) =>
      url.pathname.endsWith('/callback'),
    );

    provider.close();

    expect((await browser.go(callback.href)).search).toBe('?refused=unavailable');
    expect((await browser.session()).status).toBe(401);
  });
});

describe('where there is no provider', () => {
  it('nobody is sent anywhere', async () => {
    const answers = await Promise.all([
      anonymous().get('/session/ways'),
      anonymous().get('/session/oidc'),
      anonymous().get('/session/oidc/callback?code=1&state=2'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
    expect(answers[0]?.body).toEqual({ provider: null });
  });
});
