import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import { expecting, person } from '../../support/filings.js';
import { idOf } from '../lending.js';
import { aNewcomer, granted, organizationOf, postOf, propose } from './a-grant.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

async function posts(login: string, search = '?limit=100'): Promise<Body> {
  return expecting(200, await (await person(login)).get(`/posts${search}`)).body;
}

function loginsOf({ items }: Body): string[] {
  return items.map(({ person: { login } }: Body) => login);
}

async function administrators(bank: string): Promise<Body[]> {
  const search = `?role=bank.admin&organization=${await organizationOf(bank)}`;
  return (await posts('security.admin', search)).items;
}

async function warnings(login: string): Promise<Body[]> {
  const { items } = expecting(200, await (await person(login)).get('/inbox?limit=100')).body;
  return items.filter(({ template }: Body) => template === 'soleAdministrator');
}

describe('岗位: who holds what', () => {
  it('a bank’s administrator sees those of the bank, in pages', async () => {
    const all = await posts('haisi.admin');

    expect(loginsOf(all)).toEqual([
      'haisi.admin',
      'haisi.checker',
      'haisi.delegate',
      'haisi.jinjiang.checker',
      'haisi.jinjiang.maker',
      'haisi.maker',
      'haisi.shishi.checker',
      'haisi.shishi.maker',
    ]);
    const first = await posts('haisi.admin', '?limit=5');
    const second = await posts('haisi.admin', `?limit=5&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect([first.total, second.nextCursor]).toEqual([{ value: 8, exact: true }, null]);
    expect(all.items[4]).toMatchObject({
      role: 'bank.maker',
      unit: { name: '晋江支行' },
      organization: { name: '海丝银行泉州分行' },
      validUntil: null,
      soleAdministrator: false,
    });
  });

  it('and nothing of another bank, whatever it asks for', async () => {
    const other = await organizationOf('citong');

    expect((await posts('haisi.admin', `?organization=${other}`)).items).toEqual([]);
    expect(await posts('haisi.admin', `?cursor=${await postOf('citong.admin')}&limit=100`)).toMatchObject({
      total: { value: 8 },
    });
  });

  it.each(['security.admin', 'system.admin', 'audit.admin'])('%s sees all', async (login) => {
    const seen = loginsOf(await posts(login));

    expect(seen).toEqual(
      expect.arrayContaining(['jinli.maker', 'citong.admin', 'finance.leader', 'audit.admin']),
    );
  });

  it.each(['jinli.maker', 'finance.leader', 'regulator.observer'])('%s sees none', async (login) => {
    expect((await (await person(login)).get('/posts')).status).toBe(403);
  });
});

describe('a bank with one active administrator is warned', () => {
  it('in the list, always', async () => {
    expect(await administrators('citong')).toMatchObject([{ soleAdministrator: true }]);
    await granted(await aNewcomer('citong', 'bank.admin', { newPerson: { login: 'citong.admin2' } }));

    const two = await administrators('citong');

    expect(two.map(({ soleAdministrator }) => soleAdministrator)).toEqual([false, false]);
    expect(await warnings('citong.admin')).toEqual([]);
  });

  it('by a notice as soon as it comes down to one, and once', async () => {
    const second = await granted(
      await aNewcomer('anping', 'bank.admin', { newPerson: { login: 'anping.admin2' } }),
    );
    await granted(await propose('security.admin', { revoke: await postOf('anping.admin2') }));

    expect(await administrators('anping')).toMatchObject([{ soleAdministrator: true }]);
    expect(await warnings('anping.admin')).toMatchObject([
      { title: '本行仅有一名在岗管理员', case: null, link: '/inbox' },
    ]);
    await granted(
      await propose('security.admin', {
        person: second.grant.person.id,
        role: 'bank.maker',
        validFrom: '2026-06-10',
      }),
    );
    expect(await warnings('anping.admin')).toHaveLength(1);
  });

  it('when the other one’s account is disabled too', async () => {
    await granted(await aNewcomer('quanshan', 'bank.admin', { newPerson: { login: 'quanshan.admin2' } }));
    const security = await person('security.admin');

    expecting(204, await security.post(`/people/${await idOf('quanshan.admin2')}/disable`));

    expect(await warnings('quanshan.admin')).toHaveLength(1);
    const listed = (await administrators('quanshan')).map((post) => [
      post.person.login,
      post.soleAdministrator,
    ]);
    expect(listed).toEqual([
      ['quanshan.admin', true],
      ['quanshan.admin2', false],
    ]);
  });
});

describe('权限复核: once a year every post is looked at', () => {
  it('what was not looked at since a day is listed, and gone from the list once it was', async () => {
    const [first] = (await posts('jinli.admin', '?unreviewedSince=2099-01-01&role=bank.maker')).items;
    await query('admin', `update post set reviewed_at = '2025-01-10T09:00:00+08:00' where id = $1`, [
      first.id,
    ]);
    await query('admin', `update post set reviewed_at = '2026-06-01T00:00:00+08:00' where id <> $1`, [
      first.id,
    ]);

    expect((await posts('jinli.admin', '?unreviewedSince=2025-06-10')).items).toMatchObject([
      { id: first.id },
    ]);
    expecting(204, await (await person('jinli.admin')).post(`/posts/${first.id}/review`));

    expect((await posts('jinli.admin', '?unreviewedSince=2026-06-01')).items).toEqual([]);
    expect(
      await query('admin', `select count(*)::int as n from log_entry where type = 'POST_REVIEWED'`),
    ).toEqual([{ n: 1 }]);
  });

  it('a day begins at midnight in the city', async () => {
    await query('admin', `update post set reviewed_at = '2026-05-31T23:59:59+08:00' where id = $1`, [
      await postOf('jinli.checker'),
    ]);

    expect(loginsOf(await posts('jinli.admin', '?unreviewedSince=2026-06-01'))).toEqual(['jinli.checker']);
    expect(loginsOf(await posts('jinli.admin', '?unreviewedSince=2026-05-31'))).toEqual([]);
  });

  it('by nobody of his own, and by no bank of another’s', async () => {
    const admin = await person('jinli.admin');

    expect(await admin.post(`/posts/${await postOf('jinli.admin')}/review`)).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    expect((await admin.post(`/posts/${await postOf('citong.maker')}/review`)).status).toBe(404);
    expecting(
      204,
      await (await person('security.admin')).post(`/posts/${await postOf('citong.maker')}/review`),
    );
  });
});
