import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query, withClient } from '../../support/database.js';
import { expecting, person } from '../../support/filings.js';
import { world } from '../../support/world.js';
import { Visitor } from '../sign-in/visitor.js';
import { aKey, BankSystem } from './bank-system.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

const WISH = {
  name: '信贷系统（编制）',
  duty: 'prepare',
  addresses: ['10.8.20.0/24', '127.0.0.1'],
  validUntil: '2027-06-10',
};

async function logged(type: string): Promise<Body[]> {
  return query(
    'admin',
    `select e.kind, p.login, v."values"::jsonb as "values" from log_entry e join log_value v on v.entry_id = e.id
     join person p on p.id = e.actor_person where e.type = $1 order by e.position`,
    [type],
  );
}

async function refused(said: Body, code: string, pointer: string): Promise<void> {
  const answer = await (await person('jinli.admin')).post('/api-keys', { ...WISH, name: code, ...said });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ code, pointer }] } });
}

describe('接口密钥: the bank’s administrator makes a key for one of its systems', () => {
  it('hears it once; the database keeps its hash, the log who made it', async () => {
    const admin = await person('jinli.admin');

    const told = expecting(201, await admin.post('/api-keys', WISH)).body;
    const listed = expecting(200, await admin.get('/api-keys')).body.items;

    expect(told.secret).toMatch(/^wendai_[\w-]{43}$/);
    expect(listed).toEqual([told.key]);
    expect(told.key).toMatchObject({ ...WISH, unit: null, usedAt: null, revokedAt: null, formerUntil: null });
    expect(JSON.stringify(listed)).not.toContain(told.secret);
    const kept = await query(
      'admin',
      'select to_jsonb(s) as s, to_jsonb(k) as k from api_key_secret s, api_key k',
    );
    expect(JSON.stringify(kept)).not.toContain(told.secret.slice(7));
    const [entry] = await logged('API_KEY_MADE');
    expect(entry).toMatchObject({ kind: 'grant', login: 'jinli.admin', values: { apiKey: told.key.id } });
    expect(JSON.stringify(entry)).not.toContain(told.secret.slice(7));
  });

  it('a name in use is taken, and free again once its key is revoked', async () => {
    const admin = await person('citong.admin');
    const { key } = expecting(201, await admin.post('/api-keys', WISH)).body;

    expect(await admin.post('/api-keys', WISH)).toMatchObject({
      status: 409,
      body: { code: 'already-exists' },
    });
    expecting(204, await admin.request('DELETE', `/api-keys/${key.id}`));
    expecting(201, await admin.post('/api-keys', WISH));
  });

  it.each([
    [{ addresses: [] }, 'address-missing', '/addresses'],
    [{ addresses: ['127.0.0.1', '10.8.0.0/15'] }, 'address-too-wide', '/addresses/1'],
    [{ addresses: ['0.0.0.0/0'] }, 'address-too-wide', '/addresses/0'],
    [{ addresses: ['2001:db8::/31'] }, 'address-too-wide', '/addresses/0'],
    [{ addresses: ['10.8.20.300'] }, 'address-invalid', '/addresses/0'],
    [{ addresses: ['10.8.20.0/33'] }, 'address-invalid', '/addresses/0'],
    [{ addresses: ['bank.example'] }, 'address-invalid', '/addresses/0'],
    [{ addresses: ['fe80::1%eth0'] }, 'address-invalid', '/addresses/0'],
    [{ validUntil: '2026-06-09' }, 'key-expired', '/validUntil'],
    [{ validUntil: '2027-06-12' }, 'key-term-too-long', '/validUntil'],
    [{ unit: '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10' }, 'unit-unknown', '/unit'],
  ])('not %j', (said, code, pointer) => refused(said, code, pointer));

  it('nor a key for a branch of another bank', async () => {
    const [unit] = await query<{ id: string }>('admin', `select id from unit where key = 'jinjiang'`);

    await refused({ unit: unit?.id }, 'unit-unknown', '/unit');
  });

  it.each(['jinli.maker', 'jinli.checker', 'security.admin', 'system.admin', 'finance.leader'])(
    '%s makes none',
    async (login) => {
      const client = await person(login);

      expect((await client.post('/api-keys', WISH)).status).toBe(403);
      expect((await client.get('/api-keys')).status).toBe(403);
    },
  );

  it('another bank’s keys are not there', async () => {
    const own = await aKey('jinli', 'send');
    const other = await person('citong.admin');
    const none = '/api-keys/0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

    const answers = [
      await other.post(`/api-keys/${own.id}/rotate`, { overlapHours: 0 }),
      await other.post(`${none}/rotate`, { overlapHours: 0 }),
      await other.request('DELETE', `/api-keys/${own.id}`),
      await other.request('DELETE', none),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(JSON.stringify((await other.get('/api-keys')).body)).not.toContain(own.id);
    expect((await new BankSystem(own.secret).get('/filings')).status).toBe(200);
  });

  it('needs a fresh proof of identity for each change', async () => {
    const { id } = await aKey('haisi', 'send');
    const admin = new Visitor(world().url);
    await admin.signIn('haisi.admin');
    await query('admin', `update session set proven_at = proven_at - interval '1 hour'`);

    const answers = [
      await admin.send('POST', '/api-keys', WISH),
      await admin.send('POST', `/api-keys/${id}/rotate`, { overlapHours: 0 }),
      await admin.send('DELETE', `/api-keys/${id}`),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('step-up-needed'));
    expect((await admin.get('/api-keys')).body.items).toMatchObject([{ id, revokedAt: null }]);
  });

  it('what a key may do never changes: the server’s own database user cannot widen it', async () => {
    for (const change of [`duty = 'send'`, `addresses = '{0.0.0.0/0}'`, `valid_until = '2099-01-01'`]) {
      const tried = withClient('app', (client) => client.query(`update api_key set ${change}`));
      await expect(tried).rejects.toThrow(/permission denied/);
    }
  });
});
