import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { as, type Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { expecting, person } from '../support/filings.js';
import { idOf, lend, TODAY, takeAllBack } from './lending.js';

beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));

afterEach(takeAllBack);

/** Rights are read anew at the latest half a second after they changed; a new session reads them at once. */
async function rolesOf(login: string): Promise<Body[]> {
  return expecting(200, await (await as(login)).get('/session')).body.delegated;
}

describe('委托代办: a post’s work may be lent to a colleague for some days', () => {
  it('who then has the role, in the name of the one who lent it', async () => {
    const { status, body } = await lend('jinli.checker', 'bank.checker', 'jinli.admin');

    expect(status).toBe(201);
    expect(body).toMatchObject({
      role: 'bank.checker',
      validFrom: TODAY,
      validUntil: '2026-06-16',
      revokedAt: null,
    });
    expect(await rolesOf('jinli.admin')).toEqual([
      { role: 'bank.checker', from: await idOf('jinli.checker') },
    ]);
  });

  it('from the first day to the last, and not a day longer', async () => {
    await lend('jinli.checker', 'bank.checker', 'jinli.admin', {
      validFrom: '2026-06-11',
      validUntil: '2026-06-12',
    });

    expect(await rolesOf('jinli.admin')).toEqual([]);
    await setClock('2026-06-11T00:00:00+08:00');
    expect(await rolesOf('jinli.admin')).toHaveLength(1);
    await setClock('2026-06-12T23:59:59+08:00');
    expect(await rolesOf('jinli.admin')).toHaveLength(1);
    await setClock('2026-06-13T00:00:00+08:00');
    expect(await rolesOf('jinli.admin')).toEqual([]);
    await setClock(`${TODAY}T09:30:00+08:00`);
  });

  it('ends when it is taken back', async () => {
    const { body } = await lend('jinli.checker', 'bank.checker', 'jinli.admin');

    const answer = await (await person('jinli.checker')).delete(`/delegations/${body.id}`);

    expect(answer.status).toBe(204);
    expect(await rolesOf('jinli.admin')).toEqual([]);
  });

  it('ends when the one who lent it leaves the post', async () => {
    await lend('jinli.checker2', 'bank.checker', 'jinli.admin');
    const leave = 'update post set valid_until = $2 where person = $1';

    await query('admin', leave, [await idOf('jinli.checker2'), '2026-06-09']);

    expect(await rolesOf('jinli.admin')).toEqual([]);
    await query('admin', leave, [await idOf('jinli.checker2'), null]);
  });

  it('the log keeps that it was given, and that it was taken back', async () => {
    const { body } = await lend('finance.reviewer', 'finance.reviewer', 'finance.reviewer2');
    await (await person('finance.reviewer')).delete(`/delegations/${body.id}`);

    const entries = await query(
      'admin',
      `select e.kind, e.type, p.login, v."values"::jsonb ->> 'role' as role from log_entry e
        join log_value v on v.entry_id = e.id join person p on p.id = e.actor_person
        where v."values"::jsonb ->> 'delegation' = $1 order by e.position`,
      [body.id],
    );

    const grant = { kind: 'grant', login: 'finance.reviewer', role: 'finance.reviewer' };
    expect(entries).toEqual([
      { ...grant, type: 'DELEGATE' },
      { ...grant, type: 'REVOKE_DELEGATION' },
    ]);
  });

  it('the whole organization sees who stands in for whom, and nobody else', async () => {
    const { body } = await lend('jinli.checker', 'bank.checker', 'jinli.admin');

    expect((await (await person('jinli.maker')).get('/delegations')).body.items).toContainEqual(body);
    expect((await (await person('citong.maker')).get('/delegations')).body.items).toEqual([]);
    expect(
      (await (await person('finance.leader')).get('/delegations?limit=100')).body.items,
    ).not.toContainEqual(expect.objectContaining({ id: body.id }));
  });
});

describe('a delegation that would blur who is responsible is refused', () => {
  it('a role that was lent cannot be lent on', async () => {
    await lend('jinli.checker', 'bank.checker', 'jinli.admin');
    const admin = await as('jinli.admin');

    const answer = await admin.post('/delegations', {
      role: 'bank.checker',
      to: await idOf('jinli.maker'),
      validFrom: TODAY,
      validUntil: '2026-06-16',
      reason: '外出培训',
    });

    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'role-was-lent', pointer: '/role' }] },
    });
    expect(await rolesOf('jinli.maker')).toEqual([]);
  });

  it.each<[string, string, string, string, object, string]>([
    ['a role that one does not hold', 'jinli.maker', 'bank.checker', 'jinli.admin', {}, 'role-not-held'],
    ['to oneself', 'jinli.maker', 'bank.maker', 'jinli.maker', {}, 'delegate-is-delegator'],
    ['to another organization', 'jinli.maker', 'bank.maker', 'citong.maker', {}, 'delegate-unknown'],
    ['to a bureau', 'jinli.maker', 'bank.maker', 'finance.reviewer', {}, 'delegate-unknown'],
    [
      'from yesterday',
      'jinli.maker',
      'bank.maker',
      'jinli.admin',
      { validFrom: '2026-06-09' },
      'delegation-backdated',
    ],
    [
      'with its end before its beginning',
      'jinli.maker',
      'bank.maker',
      'jinli.admin',
      { validUntil: '2026-06-09' },
      'period-reversed',
    ],
    [
      'for more than half a year',
      'jinli.maker',
      'bank.maker',
      'jinli.admin',
      { validUntil: '2026-12-11' },
      'delegation-too-long',
    ],
    [
      'for ever',
      'jinli.maker',
      'bank.maker',
      'jinli.admin',
      { validUntil: '2099-12-31' },
      'delegation-too-long',
    ],
  ])('%s', async (_, from, role, to, change, code) => {
    const before = await query('admin', 'select count(*) from delegation');

    const answer = await lend(from, role, to, change);

    expect(answer).toMatchObject({ status: 422, body: { code: 'guard-failed', errors: [{ code }] } });
    expect(await query('admin', 'select count(*) from delegation')).toEqual(before);
  });

  it('half a year to the day is allowed', async () => {
    expect(
      (await lend('jinli.maker', 'bank.maker', 'jinli.admin', { validUntil: '2026-12-10' })).status,
    ).toBe(201);
  });

  it('past the end of the post', async () => {
    const leave = 'update post set valid_until = $2 where person = $1';
    await query('admin', leave, [await idOf('jinli.maker2'), '2026-06-15']);

    const answer = await lend('jinli.maker2', 'bank.maker', 'jinli.admin');

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'role-not-held' }] } });
    await query('admin', leave, [await idOf('jinli.maker2'), null]);
  });

  it('to somebody whose account is closed', async () => {
    const close = `update person set disabled_at = $2, disabled_for = case when $2::timestamptz is null then null else 'left' end
      where id = $1`;
    await query('admin', close, [await idOf('citong.delegate'), '2026-06-01']);

    const answer = await lend('citong.maker', 'bank.maker', 'citong.delegate');

    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'delegate-unknown' }] } });
    await query('admin', close, [await idOf('citong.delegate'), null]);
  });

  it('the same twice over the same days', async () => {
    await lend('jinli.maker', 'bank.maker', 'jinli.admin');

    const again = await lend('jinli.maker', 'bank.maker', 'jinli.admin', {
      validFrom: '2026-06-16',
      validUntil: '2026-06-20',
    });
    const after = await lend('jinli.maker', 'bank.maker', 'jinli.admin', {
      validFrom: '2026-06-17',
      validUntil: '2026-06-20',
    });

    expect(again).toMatchObject({ status: 422, body: { errors: [{ code: 'delegation-overlaps' }] } });
    expect(after.status).toBe(201);
  });

  it.each<[string, object]>([
    ['a role that is none', { role: 'bank.king' }],
    ['no reason', { reason: '' }],
    ['a day that does not exist', { validFrom: '2026-02-29' }],
    ['no person', { to: 'jinli.admin' }],
    ['a field that nobody knows', { chain: true }],
  ])('%s is no delegation at all', async (_, change) => {
    expect(await lend('jinli.maker', 'bank.maker', 'jinli.admin', change)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });
});

describe('taking back', () => {
  it('is for the one who gave: to all others it is not there', async () => {
    const { body } = await lend('jinli.checker', 'bank.checker', 'jinli.admin');

    for (const login of ['jinli.checker2', 'jinli.admin', 'citong.checker', 'finance.leader']) {
      expect((await (await person(login)).delete(`/delegations/${body.id}`)).status).toBe(404);
    }
    expect(await rolesOf('jinli.admin')).toHaveLength(1);
  });

  it('works once', async () => {
    const { body } = await lend('jinli.checker', 'bank.checker', 'jinli.admin');
    const checker = await person('jinli.checker');

    const answers = [
      await checker.delete(`/delegations/${body.id}`),
      await checker.delete(`/delegations/${body.id}`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([204, 404]);
  });

  it('administrators of the system lend nothing', async () => {
    expect((await lend('system.admin', 'system.admin', 'audit.admin')).status).toBe(403);
  });
});
