import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../../support/clock.js';
import { query, withClient } from '../../support/database.js';
import { expecting, person } from '../../support/filings.js';
import { idOf } from '../lending.js';
import { aNewcomer, execute, granted, propose, TODAY } from './a-grant.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

const THREE = ['system.admin', 'security.admin', 'audit.admin'];
/** All sets of the three but the empty one, as what is held and what comes to it. */
const PAIRS = THREE.flatMap((held) => THREE.filter((other) => other !== held).map((other) => [held, other]));

/** In the order of its columns; the term is open unless told otherwise. */
const INSERT = `insert into post (jurisdiction, id, organization, role, person, valid_from, valid_until)
  select jurisdiction, gen_random_uuid(), organization, $2, id, $3, $4 from person where login = $1`;

function insertPost(
  login: string,
  role: string,
  from = TODAY,
  until: string | null = null,
): Promise<unknown> {
  return query('admin', INSERT, [login, role, from, until]);
}

describe('三员分立 (GB/T 22239-2019 8.1.4.2 d): each of the three holds this post and no other', () => {
  it.each(THREE)('%s alone is given', async (role) => {
    const login = `solo.${role}`;

    const { grant } = await granted(await aNewcomer('system', role, { newPerson: { login } }));

    expect(grant).toMatchObject({ state: 'executed', role });
  });

  it.each(PAIRS)('to %s, %s is not given', async (held, other) => {
    const refused = await propose('security.admin', {
      person: await idOf(`solo.${held}`),
      role: other,
      validFrom: TODAY,
    });

    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'posts-exclude', pointer: '/role' }] },
    });
  });

  it.each(PAIRS)('nor written beside %s by raw SQL: %s', async (held, other) => {
    await expect(insertPost(`solo.${held}`, other as string)).rejects.toMatchObject({
      constraint: 'post_excludes_others',
    });
  });

  it('two grants that wait for one person: the first is executed, the second is not', async () => {
    await granted(
      await aNewcomer('system', 'audit.admin', { newPerson: { login: 'later.admin' }, validUntil: TODAY }),
    );
    const said = { person: await idOf('later.admin'), validFrom: '2026-06-11' };
    const first = expecting(201, await propose('security.admin', { ...said, role: 'system.admin' })).body;
    const second = expecting(201, await propose('security.admin', { ...said, role: 'audit.admin' })).body;

    expecting(200, await execute('system.admin', first.id));

    expect(await execute('system.admin', second.id)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'posts-exclude' }] },
    });
  });

  it('one after the other they may be held, on no day together', async () => {
    await granted(
      await aNewcomer('system', 'audit.admin', {
        newPerson: { login: 'turn.admin' },
        validUntil: '2026-06-30',
      }),
    );

    await expect(insertPost('turn.admin', 'system.admin', '2026-06-30')).rejects.toThrow('no other post');
    await insertPost('turn.admin', 'system.admin', '2026-07-01');
    const longer = query(
      'admin',
      `update post set valid_until = '2026-07-01' where role = 'audit.admin'
      and person = (select id from person where login = 'turn.admin')`,
    );
    await expect(longer).rejects.toThrow('no other post');
  });

  it('two written at once do not pass each other by', async () => {
    await granted(
      await aNewcomer('system', 'audit.admin', { newPerson: { login: 'race.admin' }, validUntil: TODAY }),
    );
    const outcome = await withClient('admin', async (first) => {
      await first.query('begin');
      await first.query(INSERT, ['race.admin', 'system.admin', '2026-07-01', null]);
      const second = insertPost('race.admin', 'security.admin', '2026-07-01').then(
        () => 'written',
        ({ constraint }: { constraint: string }) => constraint,
      );
      await wait(100);
      await first.query('commit');
      return second;
    });

    expect(outcome).toBe('post_excludes_others');
  });

  it.each([
    ['jinli.maker', 'system.admin'],
    ['jinli.maker', 'finance.reviewer'],
    ['finance.reviewer', 'bank.maker'],
    ['system.admin', 'bank.admin'],
    ['jinjiang.coordinator', 'industry.leader'],
  ])('a post fits its organization: not %s as %s', async (login, role) => {
    await expect(insertPost(login, role)).rejects.toMatchObject({ constraint: 'post_fits_organization' });
  });

  it('a bank’s system holds no post', async () => {
    await expect(insertPost('jinli.maker', 'bank.client')).rejects.toThrow();
  });

  it.each(THREE)('%s is lent to nobody, not even by raw SQL', async (role) => {
    const lent = query(
      'admin',
      `insert into delegation (jurisdiction, id, organization, role, from_person, to_person, valid_from, valid_until, reason)
       select f.jurisdiction, gen_random_uuid(), f.organization, $1, f.id, t.id, $2, $2, '无' from person f, person t
       where f.login = 'solo.system.admin' and t.login = 'solo.audit.admin'`,
      [role, TODAY],
    );
    await expect(lent).rejects.toThrow(/delegation_role_check/);
  });

  it.each(THREE)('%s has no part in cases', async (login) => {
    const client = await person(login);

    for (const path of ['/filings', '/worklist', '/committees', '/inquiries', '/supports', '/events']) {
      expect((await client.get(path)).status).toBe(403);
    }
  });
});
