import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Body, Client } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import { expecting, person } from '../../support/filings.js';
import { world } from '../../support/world.js';
import { aKey, BankSystem } from './bank-system.js';

const MORNING = '2026-06-10T09:30:00+08:00';
/** A node goes on for half a second with what it knew. */
const A_MOMENT_MS = 600;

jest.setTimeout(60_000);
beforeAll(() => setClock(MORNING));

interface Shown {
  status: number;
  text: string;
  challenge: string | undefined;
}

/** Shows something from an address of this machine's loopback. */
function show(authorization: string, from = '127.0.0.1', path = '/filings'): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const options = { localAddress: from, agent: false, headers: { authorization } };
    const sent = request(`${world().url}/api/v1${path}`, options, async (answer) => {
      const text = (await answer.toArray()).join('');
      resolve({
        status: answer.statusCode ?? 0,
        text,
        challenge: answer.headers['www-authenticate'],
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}

async function keyInList(bank: string, id: string): Promise<Body> {
  const { items } = expecting(200, await (await person(`${bank}.admin`)).get('/api-keys')).body;
  return items.find((each: Body) => each.id === id);
}

describe('Authorization: Bearer, from a bank’s system', () => {
  it('opens what its bank sees, and notes where it came from, once a minute', async () => {
    const { id, secret } = await aKey('jinli', 'prepare', { addresses: ['127.0.0.0/24'] });

    expect((await show(`Bearer ${secret}`)).status).toBe(200);
    expect(await keyInList('jinli', id)).toMatchObject({ usedAt: '2026-06-10T09:30:00.000+08:00' });
    await setClock('2026-06-10T09:30:59+08:00');
    await wait(A_MOMENT_MS);
    expect((await show(`Bearer ${secret}`, '127.0.0.7')).status).toBe(200);
    expect(await keyInList('jinli', id)).toMatchObject({
      usedAt: '2026-06-10T09:30:00.000+08:00',
      usedFrom: '127.0.0.1',
    });
    await setClock('2026-06-10T09:31:01+08:00');
    await wait(A_MOMENT_MS);
    expect((await show(`bearer ${secret}`, '127.0.0.7')).status).toBe(200);
    expect(await keyInList('jinli', id)).toMatchObject({
      usedAt: '2026-06-10T09:31:01.000+08:00',
      usedFrom: '127.0.0.7',
    });
  });

  it('answers alike to what is no key, one that is over, revoked, and one from a foreign address', async () => {
    await setClock(MORNING);
    const here = await aKey('jinli', 'send');
    const today = await aKey('jinli', 'send', { validUntil: '2026-06-10' });
    const revoked = await aKey('jinli', 'send');
    for (const { secret } of [here, today, revoked])
      expect((await show(`Bearer ${secret}`)).status).toBe(200);
    expecting(204, await (await person('jinli.admin')).request('DELETE', `/api-keys/${revoked.id}`));

    const answers = [
      await show('Bearer wendai_0000000000000000000000000000000000000000000'),
      await show(`Bearer ${revoked.secret}`),
      await show(`Bearer ${here.secret}`, '127.0.0.2'),
      await show(`Basic ${here.secret}`),
      await show(`Bearer ${here.secret}x`),
      await show('Bearer'),
    ];
    await setClock('2026-06-11T00:00:00+08:00');
    await wait(A_MOMENT_MS);
    answers.push(await show(`Bearer ${today.secret}`));

    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, challenge: 'Bearer' });
    expect(answers[0]?.text).toContain('"code":"key-refused"');
    expect((await show(`Bearer ${here.secret}`)).status).toBe(200);
  });

  it('one that was revoked on another node is dead within a second', async () => {
    await setClock(MORNING);
    const { id, secret } = await aKey('anping', 'send');
    expect((await show(`Bearer ${secret}`)).status).toBe(200);

    await query(
      'admin',
      'update api_key set revoked_at = wendai_now(), revoked_by = created_by where id = $1',
      [id],
    );
    await wait(A_MOMENT_MS);

    expect((await show(`Bearer ${secret}`)).status).toBe(401);
  });

  it('tells the bank and the auditor of a key that was refused', async () => {
    await setClock(MORNING);
    const { id, secret } = await aKey('citong', 'send');
    await show(`Bearer ${secret}`, '127.0.0.3');
    await show(`Bearer ${secret}`, '127.0.0.4');

    expect(await keyInList('citong', id)).toMatchObject({ refusedAt: expect.any(String), usedAt: null });
    const entries = expecting(
      200,
      await (await person('audit.admin')).get('/audit/entries?type=KEY_REFUSED'),
    ).body;
    expect(entries.items.filter(({ actor }: Body) => actor.person === id)).toMatchObject([
      { kind: 'access', actor: { kind: 'client', name: expect.stringMatching(/^send /), login: null } },
    ]);
  });

  it('rotated, both secrets are good for so many hours, and then the new one alone', async () => {
    await setClock(MORNING);
    const { id, secret } = await aKey('quanshan', 'send');
    const admin = await person('quanshan.admin');
    const told = expecting(201, await admin.post(`/api-keys/${id}/rotate`, { overlapHours: 24 })).body;

    expect(told.key).toMatchObject({ id, formerUntil: '2026-06-11T09:30:00.000+08:00' });
    expect(told.secret).not.toBe(secret);
    await setClock('2026-06-11T09:29:59+08:00');
    expect((await show(`Bearer ${secret}`)).status).toBe(200);
    await setClock('2026-06-11T09:30:00+08:00');
    await wait(A_MOMENT_MS);
    expect((await show(`Bearer ${secret}`)).status).toBe(401);
    expect((await show(`Bearer ${told.secret}`)).status).toBe(200);
  });

  it('rotated twice, the oldest is over at once; without overlap so is the former', async () => {
    await setClock(MORNING);
    const { id, secret } = await aKey('quanshan', 'send');
    const admin = await person('quanshan.admin');
    const rotate = async (overlapHours: number) =>
      expecting(201, await admin.post(`/api-keys/${id}/rotate`, { overlapHours })).body.secret;
    const second = await rotate(168);
    const third = await rotate(168);

    expect((await show(`Bearer ${secret}`)).status).toBe(401);
    expect((await show(`Bearer ${second}`)).status).toBe(200);
    const fourth = await rotate(0);
    for (const former of [second, third]) expect((await show(`Bearer ${former}`)).status).toBe(401);
    expect((await show(`Bearer ${fourth}`)).status).toBe(200);
    expect((await admin.post(`/api-keys/${id}/rotate`, { overlapHours: 169 })).status).toBe(400);
  });

  it('a session and a key in one request are one too many', async () => {
    await setClock(MORNING);
    const { secret } = await aKey('jinli', 'send');
    const maker = new Client('jinli.maker');
    await maker.signIn();

    const both = await maker.get('/filings', { headers: { authorization: `Bearer ${secret}` } });

    expect(both).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });

  it.each([
    '/session',
    '/sessions',
    '/events/stream',
    '/inbox',
    '/people',
    '/delegations',
    '/phrases',
    '/api-keys',
    '/committees',
    '/audit/entries',
    '/mail',
  ])('%s is for people', async (path) => {
    const { secret } = await aKey('jinli', 'send');

    const answer = await new BankSystem(secret).get(path);

    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it.each([
    '/filings',
    '/worklist',
    '/events',
    '/organizations',
    '/codes',
    '/firms',
    '/policies',
    '/processes',
  ])('%s is for keys too', async (path) => {
    const { secret } = await aKey('jinli', 'prepare');

    expect((await new BankSystem(secret).get(path)).status).toBe(200);
  });
});
