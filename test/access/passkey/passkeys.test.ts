import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { City, type Node } from '../../faults/city.js';
import { type Body, PASSWORD } from '../../support/client.js';
import { codeAt, Visitor } from '../sign-in/visitor.js';
import { Authenticator, type Deviation } from './authenticator.js';
import { PASSKEYS, PasskeyHolders } from './passkey-holders.js';

const NOW = '2026-06-10T09:30:00+08:00';
const SIX_MINUTES_LATER = '2026-06-10T09:36:00+08:00';
const HALF_AN_HOUR_LATER = '2026-06-10T10:00:00+08:00';
/** Where people reach the console. */
const ORIGIN = 'http://console.test';
const FOREIGN: [string, Deviation][] = [
  ['from another site', { origin: 'http://console.test.evil.example' }],
  ['from the same host by another port', { origin: 'http://console.test:8080' }],
  ['for another domain', { rpId: 'evil.example' }],
  ['without PIN, finger or face', { unverified: true }],
];

jest.setTimeout(120_000);
let city: City;
let node: Node;
let server: PasskeyHolders;
beforeAll(async () => {
  city = await City.found();
  node = await city.startNode({ WENDAI_SECOND_FACTOR: 'required' });
  server = new PasskeyHolders(node.url, ORIGIN);
});
afterAll(() => city.raze());
beforeEach(async () => {
  await city.setClock(NOW);
  await city.query('truncate login_attempt');
});

const refusedFor = (code: string) => ({ status: 422, body: { errors: [{ code }] } });

describe('通行密钥: a second factor beside 动态口令, for whoever needs one and whoever wants one', () => {
  it('makes the session whole at once, is listed with its last use, and the next sign-in wants it', async () => {
    const visitor = await server.signedIn('finance.leader');
    expect((await visitor.get('/session')).body.owes).toBe('secondFactor');
    const device = new Authenticator(ORIGIN);
    const wanted = await server.options(visitor);

    const added = await visitor.send('POST', PASSKEYS, device.make(wanted, '办公室安全密钥'));

    expect(wanted).toMatchObject({ rpId: 'console.test', userName: 'finance.leader', exclude: [] });
    expect(added).toMatchObject({
      status: 201,
      body: { name: '办公室安全密钥', synced: false, usedAt: null },
    });
    expect((await visitor.get('/session')).body.owes).toBeNull();
    const { ways, passkey } = await server.asked('finance.leader');
    expect(ways).toEqual(['passkey']);
    expect(passkey.allow).toEqual([{ id: device.id, transports: ['usb'] }]);
    expect(await server.shown('finance.leader', device.show(passkey))).toMatchObject({
      status: 201,
      body: { owes: null },
    });
    const { items } = (await visitor.get(PASSKEYS)).body;
    expect(items).toMatchObject([{ id: added.body.id, usedAt: '2026-06-10T09:30:00.000+08:00' }]);
  });

  it('is told to its person alone, and stands in the log', async () => {
    const { visitor, id } = await server.aPasskeyOf('finance.reviewer');
    const colleague = await server.aPasskeyOf('finance.reviewer2');

    const told = (await visitor.get('/inbox')).body.items.filter(
      ({ template }: Body) => template === 'passkeyAdded',
    );

    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ title: '已添加通行密钥' });
    const logged = await city.query(
      `select p.login, v."values"::jsonb as "values" from log_entry e join log_value v on v.entry_id = e.id
        join person p on p.id = e.actor_person where e.type = 'PASSKEY_ADDED' and p.login like 'finance.reviewer%' order by e.position`,
    );
    expect(logged).toEqual([
      { login: 'finance.reviewer', values: { passkey: id } },
      { login: 'finance.reviewer2', values: { passkey: colleague.id } },
    ]);
  });

  it('one that is made from another site, for another domain or without its owner is none', async () => {
    const visitor = await server.signedIn('citong.delegate');
    const nobodys = { challenge: Buffer.alloc(32).toString('base64url') };

    for (const deviation of [...FOREIGN.map(([, each]) => each), nobodys]) {
      const made = new Authenticator(ORIGIN).make(await server.options(visitor), '密钥', deviation);
      expect(await visitor.send('POST', PASSKEYS, made)).toMatchObject(refusedFor('passkey-not-verified'));
    }
    expect((await visitor.get('/session')).body.owes).toBe('secondFactor');
  });

  it('a challenge makes one passkey, within five minutes, in the session that asked', async () => {
    const visitor = await server.signedIn('jinli.maker');
    const other = await server.signedIn('jinli.maker');
    const first = await server.options(visitor);
    expect((await visitor.send('POST', PASSKEYS, new Authenticator(ORIGIN).make(first, '一'))).status).toBe(
      201,
    );
    const foreign = new Authenticator(ORIGIN).make(await server.options(other), '二');
    const old = new Authenticator(ORIGIN).make(await server.options(visitor), '三');

    const again = await visitor.send('POST', PASSKEYS, new Authenticator(ORIGIN).make(first, '四'));
    const stolen = await visitor.send('POST', PASSKEYS, foreign);
    await city.setClock(SIX_MINUTES_LATER);
    const late = await visitor.send('POST', PASSKEYS, old);

    for (const each of [again, stolen, late]) expect(each).toMatchObject(refusedFor('passkey-not-verified'));
  });

  it('a statement of its maker is not read, and a passkey that somebody has is nobody else’s', async () => {
    const { device } = await server.aPasskeyOf('anping.maker');
    const visitor = await server.signedIn('anping.checker');
    const certified = new Authenticator(ORIGIN).make(await server.options(visitor), '一', { byMaker: true });
    const known = device.make(await server.options(visitor), '二');

    expect(await visitor.send('POST', PASSKEYS, certified)).toMatchObject(refusedFor('passkey-not-verified'));
    expect(await visitor.send('POST', PASSKEYS, known)).toMatchObject(refusedFor('passkey-known'));
  });
});

describe('WebAuthn 7.2: what opens nothing', () => {
  let device: Authenticator;
  const LOGIN = 'industry.leader';
  beforeAll(async () => {
    await city.setClock(NOW);
    ({ device } = await server.aPasskeyOf(LOGIN));
  });

  it.each(FOREIGN)('an answer %s', async (_, deviation) => {
    const { passkey } = await server.asked(LOGIN);

    expect(await server.shown(LOGIN, device.show(passkey, deviation))).toMatchObject({
      status: 401,
      body: { code: 'login-failed' },
    });
    // The challenge is used up by it.
    expect((await server.shown(LOGIN, device.show(passkey))).status).toBe(401);
    expect((await server.shown(LOGIN, device.show((await server.asked(LOGIN)).passkey))).status).toBe(201);
  });

  it('the same answer a second time, or five minutes late', async () => {
    const { passkey } = await server.asked(LOGIN);
    const answer = device.show(passkey);
    const { passkey: later } = await server.asked(LOGIN);

    expect((await server.shown(LOGIN, answer)).status).toBe(201);
    expect((await server.shown(LOGIN, answer)).status).toBe(401);
    await city.setClock(SIX_MINUTES_LATER);
    expect((await server.shown(LOGIN, device.show(later))).status).toBe(401);
  });

  it('a count of uses that did not rise: somebody has a copy', async () => {
    const answer = async (counter: number) =>
      (await server.shown(LOGIN, device.show((await server.asked(LOGIN)).passkey, { counter }))).status;

    expect([await answer(500), await answer(500), await answer(499), await answer(501)]).toEqual([
      201, 401, 401, 201,
    ]);
  });

  it('of two that come at once with the same count, one', async () => {
    const questions = [await server.asked(LOGIN), await server.asked(LOGIN)];

    const answers = await Promise.all(
      questions.map(({ passkey }) => server.shown(LOGIN, device.show(passkey, { counter: 600 }))),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('another person’s passkey, a question to another person, and the passkey without the password', async () => {
    const other = await server.aPasskeyOf('industry.reviewer');
    const { passkey } = await server.asked(LOGIN);
    const { passkey: foreign } = await server.asked('industry.reviewer');

    expect((await server.shown(LOGIN, other.device.show(passkey))).status).toBe(401);
    expect((await server.shown(LOGIN, device.show(foreign))).status).toBe(401);
    const wrong = { password: 'not-the-password' };
    expect((await server.shown(LOGIN, device.show((await server.asked(LOGIN)).passkey), wrong)).status).toBe(
      401,
    );
  });

  it('the code of a device that was never confirmed, beside a passkey or in its place', async () => {
    const { visitor } = await server.aPasskeyOf('quanshan.delegate');
    const { secret } = (await visitor.send('POST', '/session/second-factor')).body;
    const code = codeAt(secret, NOW);

    expect((await new Visitor(node.url).signIn('quanshan.delegate', PASSWORD, code)).status).toBe(401);
    const { ways, passkey } = await server.asked('quanshan.delegate');
    expect(ways).toEqual(['passkey']);
    const stranger = new Authenticator(ORIGIN);
    expect((await server.shown('quanshan.delegate', stranger.show(passkey), { code })).status).toBe(401);
  });
});

describe('再次验证身份 by a passkey', () => {
  it('opens acts of weight again; a question asked in the session counts at no sign-in, and the other way round', async () => {
    const { device } = await server.aPasskeyOf('security.admin');
    await city.setClock(HALF_AN_HOUR_LATER);
    const stale = await server.signedInBy('security.admin', device);
    await city.query(`update session set proven_at = $1`, [NOW]);

    const tooOld = await stale.send('POST', `${PASSKEYS}/options`);
    const inSession = (await stale.send('POST', '/session/step-up', { password: PASSWORD })).body.passkey;
    const atSignIn = (await server.asked('security.admin')).passkey;
    const byOther = await stale.send('POST', '/session/step-up', {
      password: PASSWORD,
      passkey: device.show(atSignIn),
    });
    const elsewhere = await server.shown('security.admin', device.show(inSession));
    const again = (await stale.send('POST', '/session/step-up', { password: PASSWORD })).body.passkey;
    const proven = await stale.send('POST', '/session/step-up', {
      password: PASSWORD,
      passkey: device.show(again),
    });

    expect(tooOld).toMatchObject({ status: 401, body: { code: 'step-up-needed' } });
    expect([byOther.status, elsewhere.status, proven.status]).toEqual([401, 401, 201]);
    expect((await stale.send('POST', `${PASSKEYS}/options`)).status).toBe(201);
  });
});

describe('removing passkeys', () => {
  it('the last second factor stays with whoever needs one, and goes with whoever does not', async () => {
    const delegate = await server.aPasskeyOf('jinli.delegate');
    const maker = await server.aPasskeyOf('citong.maker');
    const remove = ({ visitor, id }: { visitor: Visitor; id: string }) =>
      visitor.send('DELETE', `${PASSKEYS}/${id}`);

    expect(await remove(delegate)).toMatchObject(refusedFor('last-second-factor'));
    expect((await remove({ visitor: maker.visitor, id: delegate.id })).status).toBe(404);
    const { secret } = (await delegate.visitor.send('POST', '/session/second-factor')).body;
    const code = codeAt(secret, NOW);
    expect((await delegate.visitor.send('PUT', '/session/second-factor', { code })).status).toBe(204);
    expect((await remove(delegate)).status).toBe(204);
    expect((await server.asked('jinli.delegate')).ways).toEqual(['code']);
    expect((await remove(maker)).status).toBe(204);
    expect((await remove(maker)).status).toBe(404);
    expect((await new Visitor(node.url).signIn('citong.maker')).status).toBe(201);
    const { body } = await maker.visitor.get('/inbox');
    expect(body.items.map(({ template }: Body) => template)).toContain('passkeyRemoved');
  });

  it('an administrator’s reset takes code and passkeys alike, and leaves every right under its seal', async () => {
    const { visitor } = await server.aPasskeyOf('haisi.delegate');
    const { secret } = (await visitor.send('POST', '/session/second-factor')).body;
    await visitor.send('PUT', '/session/second-factor', { code: codeAt(secret, NOW) });
    expect((await server.asked('haisi.delegate')).ways).toEqual(['code', 'passkey']);
    const [person] = await city.query<{ id: string }>(`select id from person where login = 'haisi.delegate'`);
    const path = `/people/${person?.id ?? ''}/second-factor`;
    const { visitor: foreign } = await server.aPasskeyOf('citong.admin');
    const { visitor: keeper } = await server.aPasskeyOf('haisi.admin');
    const { visitor: auditor } = await server.aPasskeyOf('audit.admin');

    expect((await foreign.send('DELETE', path)).status).toBe(404);
    expect((await keeper.send('DELETE', path)).status).toBe(204);

    expect(await new Visitor(node.url).signIn('haisi.delegate')).toMatchObject({
      status: 201,
      body: { owes: 'secondFactor' },
    });
    expect((await auditor.get('/audit/health')).body.differingRights).toEqual([]);
  });
});
