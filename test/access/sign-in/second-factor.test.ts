import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { City, type Node } from '../../faults/city.js';
import { PASSWORD } from '../../support/client.js';
import { codeAt, Visitor } from './visitor.js';

const NOW = '2026-06-10T09:30:00+08:00';
const LATER = '2026-06-10T09:31:00+08:00';

jest.setTimeout(120_000);
let city: City;
let node: Node;
beforeAll(async () => {
  city = await City.found();
  node = await city.startNode({ WENDAI_SECOND_FACTOR: 'required' });
});
afterAll(() => city.raze());
beforeEach(() => city.setClock(NOW));

/** Sets up the device of somebody, at `NOW`. */
async function aDeviceOf(login: string): Promise<string> {
  const visitor = new Visitor(node.url);
  await visitor.signIn(login);
  const { body } = await visitor.send('POST', '/session/second-factor');
  const confirmed = await visitor.send('PUT', '/session/second-factor', { code: codeAt(body.secret, NOW) });
  expect(confirmed.status).toBe(204);
  return body.secret;
}

describe('GB/T 22239-2019 8.1.4.1 d): bureaus, delegates and administrators show a second factor', () => {
  it.each(['finance.reviewer', 'industry.leader', 'jinli.delegate', 'jinli.admin', 'audit.admin'])(
    'the password of %s alone opens nothing but the way to set it up',
    async (login) => {
      const visitor = new Visitor(node.url);

      expect(await visitor.signIn(login)).toMatchObject({ status: 201, body: { owes: 'secondFactor' } });

      for (const path of ['/people', '/organizations', '/inbox', '/sessions']) {
        expect(await visitor.get(path)).toMatchObject({
          status: 403,
          body: { code: 'second-factor-missing' },
        });
      }
    },
  );

  it('a maker and a county coordinator need none', async () => {
    const visitor = new Visitor(node.url);

    expect(await visitor.signIn('jinli.maker')).toMatchObject({ status: 201, body: { owes: null } });
    expect((await visitor.get('/inbox')).status).toBe(200);
  });

  it('once it is set up, the session is whole, and the next sign-in wants a code', async () => {
    const secret = await aDeviceOf('finance.leader');
    await city.setClock(LATER);
    const visitor = new Visitor(node.url);

    expect(await visitor.signIn('finance.leader')).toMatchObject({
      status: 401,
      body: { code: 'second-factor-needed' },
    });
    expect((await visitor.get('/inbox')).status).toBe(401);
    expect(await visitor.signIn('finance.leader', PASSWORD, codeAt(secret, LATER))).toMatchObject({
      status: 201,
      body: { owes: null },
    });
    expect((await visitor.get('/inbox')).status).toBe(200);
  });

  it('a code is good once, on whatever node, and no code is good without the password', async () => {
    const secret = await aDeviceOf('industry.reviewer');
    await city.setClock(LATER);
    const code = codeAt(secret, LATER);
    expect((await new Visitor(node.url).signIn('industry.reviewer', 'not-the-password', code)).status).toBe(
      401,
    );
    expect((await new Visitor(node.url).signIn('industry.reviewer', PASSWORD, code)).status).toBe(201);

    const again = await new Visitor(node.url).signIn('industry.reviewer', PASSWORD, code);

    expect(again).toMatchObject({ status: 401, body: { code: 'login-failed' } });
  });

  it('of two that show the same code at once, one comes in', async () => {
    const secret = await aDeviceOf('finance.reviewer2');
    await city.setClock(LATER);
    const code = codeAt(secret, LATER);

    const answers = await Promise.all(
      [1, 2].map(() => new Visitor(node.url).signIn('finance.reviewer2', PASSWORD, code)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('a code of two minutes ago is none', async () => {
    const secret = await aDeviceOf('industry.reviewer2');
    await city.setClock('2026-06-10T09:33:00+08:00');

    const late = await new Visitor(node.url).signIn('industry.reviewer2', PASSWORD, codeAt(secret, LATER));

    expect(late.status).toBe(401);
  });

  it('the secret lies sealed in the database, and a wrong first code sets nothing up', async () => {
    const visitor = new Visitor(node.url);
    await visitor.signIn('citong.delegate');
    const { body } = await visitor.send('POST', '/session/second-factor');

    const wrong = await visitor.send('PUT', '/session/second-factor', { code: '000000' });

    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/code', code: 'code-wrong' }] },
    });
    const [row] = await city.query<{ sealed: string; confirmed: boolean }>(
      `select totp_secret as sealed, totp_confirmed_at is not null as confirmed from person where login = 'citong.delegate'`,
    );
    expect(row?.confirmed).toBe(false);
    expect(row?.sealed).toMatch(/^k1\./);
    expect(row?.sealed).not.toContain(body.secret);
  });
});
