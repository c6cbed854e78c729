import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Body } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import { expecting, person } from '../../support/filings.js';
import { world } from '../../support/world.js';
import { idOf } from '../lending.js';
import { Visitor } from '../sign-in/visitor.js';
import { aNewcomer, execute, granted, organizationOf, postOf, propose, TODAY } from './a-grant.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

const NONE = '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

async function logged(grant: string): Promise<Body[]> {
  return query(
    'admin',
    `select e.kind, e.type, p.login from log_entry e join log_value v on v.entry_id = e.id
     join person p on p.id = e.actor_person where v."values"::jsonb ->> 'grant' = $1 order by e.position`,
    [grant],
  );
}

async function rolesOf(login: string): Promise<string[]> {
  const rows = await query<{ role: string }>(
    'admin',
    `select t.role from post t join person p on p.id = t.person where p.login = $1
       and t.valid_from <= $2 and (t.valid_until is null or t.valid_until >= $2) order by t.role`,
    [login, TODAY],
  );
  return rows.map(({ role }) => role);
}

describe('双人授权 (ASVS 2.3.5): one person proposes, another executes, the auditor sees', () => {
  it('a newcomer of a bureau gets an account, a post, and a password that the second person is told once', async () => {
    const proposed = expecting(
      201,
      await aNewcomer('finance', 'finance.reviewer', { newPerson: { login: 'finance.wu' } }),
    );
    expect(await rolesOf('finance.wu')).toEqual([]);

    const { grant, account } = await granted(proposed);

    expect(grant).toMatchObject({ state: 'executed', kind: 'appoint', person: { name: '吴雅婷' } });
    expect(await rolesOf('finance.wu')).toEqual(['finance.reviewer']);
    const newcomer = new Visitor(world().url);
    expect((await newcomer.signIn('finance.wu', account.initialPassword)).body).toMatchObject({
      owes: 'password',
    });
    expect(await logged(grant.id)).toEqual([
      { kind: 'grant', type: 'GRANT_PROPOSED', login: 'security.admin' },
      { kind: 'grant', type: 'GRANT_EXECUTED', login: 'system.admin' },
    ]);
    const seen = expecting(200, await (await person('audit.admin')).get('/grants')).body.items;
    expect(seen.map(({ id }: Body) => id)).toContain(grant.id);
    expect(JSON.stringify(seen)).not.toContain(account.initialPassword);
  });

  it('in a bank, its administrator proposes and another executes, not itself', async () => {
    await granted(await aNewcomer('jinli', 'bank.admin', { newPerson: { login: 'jinli.admin2' } }));
    await query(
      'admin',
      `update person set password_hash = (select password_hash from person where login = 'jinli.admin'),
      initial_until = null where login = 'jinli.admin2'`,
    );
    const newPerson = { login: 'jinli.wu', name: '吴雅婷', organization: await organizationOf('jinli') };
    const { id } = expecting(
      201,
      await propose('jinli.admin', { newPerson, role: 'bank.maker', validFrom: TODAY }),
    ).body;

    const own = await execute('jinli.admin', id);
    expect(own).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
    expect(await rolesOf('jinli.wu')).toEqual([]);
    expect((await logged(id)).at(-1)).toEqual({
      kind: 'refusal',
      type: 'GRANT_EXECUTED',
      login: 'jinli.admin',
    });
    expecting(200, await execute('jinli.admin2', id));
    expect(await rolesOf('jinli.wu')).toEqual(['bank.maker']);
  });

  it('a second execution finds it settled, and so does a withdrawal', async () => {
    const proposed = expecting(
      201,
      await aNewcomer('industry', 'industry.reviewer', { newPerson: { login: 'industry.wu' } }),
    );
    const { id } = proposed.body;
    await granted(proposed);

    const again = await execute('system.admin', id);
    const late = await (await person('security.admin')).post(`/grants/${id}/withdraw`);

    for (const answer of [again, late]) {
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'decided-already', by: expect.any(String) },
      });
    }
    expect(
      (
        await query(
          'admin',
          `select from post t join person p on p.id = t.person where p.login = 'industry.wu'`,
        )
      ).length,
    ).toBe(1);
  });

  it('of two who execute at once, one does', async () => {
    const { id } = expecting(
      201,
      await aNewcomer('industry', 'industry.reviewer', { newPerson: { login: 'industry.twice' } }),
    ).body;

    const answers = await Promise.all([execute('system.admin', id), execute('system.admin', id)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('withdrawn, it is executed no more, and the newcomer’s address is forgotten', async () => {
    const newPerson = { login: 'industry.none', email: 'none@industry.example' };
    const { id } = expecting(201, await aNewcomer('industry', 'industry.reviewer', { newPerson })).body;

    const { body } = expecting(200, await (await person('system.admin')).post(`/grants/${id}/withdraw`));

    expect(body).toMatchObject({ state: 'withdrawn', settledBy: { name: expect.any(String) } });
    expect((await execute('system.admin', id)).status).toBe(409);
    expect(await query('admin', 'select new_email from post_grant where id = $1', [id])).toEqual([
      { new_email: null },
    ]);
  });

  it('nobody proposes for himself, nor executes what is for him', async () => {
    const own = await propose('security.admin', {
      person: await idOf('security.admin'),
      role: 'audit.admin',
      validFrom: TODAY,
    });
    expect(own.status).toBe(422);
    const ending = await propose('security.admin', { revoke: await postOf('security.admin') });
    expect(ending).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
    const { id } = expecting(
      201,
      await propose('security.admin', { revoke: await postOf('system.admin') }),
    ).body;
    expect(await execute('system.admin', id)).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
  });

  it('not even by raw SQL', async () => {
    const { id } = expecting(
      201,
      await aNewcomer('industry', 'industry.leader', { newPerson: { login: 'industry.raw' } }),
    ).body;
    const settle = `update post_grant set state = 'executed', settled_at = now(), settled_by =`;

    await expect(query('admin', `${settle} proposed_by where id = $1`, [id])).rejects.toThrow(
      /grant_by_two_persons/,
    );
    await expect(
      query(
        'admin',
        `${settle} (select id from person where login = 'system.admin'), person = (select id from person where login = 'system.admin'), organization = (select organization from person where login = 'system.admin') where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/grant_to_another/);
  });
});

describe('who proposes and executes what', () => {
  it.each([
    ['jinli.admin', 'bank.admin', 403, 'forbidden'],
    ['jinli.maker', 'bank.maker', 403, 'forbidden'],
    ['system.admin', 'bank.maker', 403, 'forbidden'],
    ['audit.admin', 'bank.maker', 403, 'forbidden'],
    ['finance.leader', 'bank.maker', 403, 'forbidden'],
  ])('%s proposes no %s', async (login, role, status, code) => {
    const wish = { person: await idOf('jinli.maker2'), role, validFrom: TODAY };

    expect(await propose(login, wish)).toMatchObject({ status, body: { code } });
  });

  it('a bank’s administrator finds nobody and nothing of another bank', async () => {
    const organization = await organizationOf('citong');
    const said = { role: 'bank.checker', validFrom: TODAY };
    const newPerson = { login: 'citong.maker', name: '无', organization };
    const [grant] = [
      expecting(201, await aNewcomer('citong', 'bank.maker', { newPerson: { login: 'citong.wu' } })).body,
    ];

    const pairs = [
      [
        await propose('jinli.admin', { ...said, person: await idOf('citong.maker') }),
        await propose('jinli.admin', { ...said, person: NONE }),
      ],
      [
        await propose('jinli.admin', { ...said, newPerson }),
        await propose('jinli.admin', { ...said, newPerson: { ...newPerson, organization: NONE } }),
      ],
      [
        await propose('jinli.admin', { revoke: await postOf('citong.maker') }),
        await propose('jinli.admin', { revoke: NONE }),
      ],
      [await execute('jinli.admin', grant.id), await execute('jinli.admin', NONE)],
    ];

    for (const [foreign, none] of pairs) {
      expect(foreign?.status).toBeGreaterThanOrEqual(404);
      expect([foreign?.status, foreign?.body]).toEqual([none?.status, none?.body]);
    }
    const seen = expecting(200, await (await person('jinli.admin')).get('/grants?limit=100')).body;
    expect(new Set(seen.items.map(({ organization: { name } }: Body) => name)).size).toBeLessThanOrEqual(1);
    expect(JSON.stringify(seen)).not.toContain(grant.id);
  });

  it('nor does a login tell whether another bank takes part', async () => {
    const organization = await organizationOf('jinli');
    const said = { role: 'bank.maker', validFrom: TODAY };
    const ask = (login: string) =>
      propose('jinli.admin', { ...said, newPerson: { login, name: '无', organization } });

    const [taken, free] = [await ask('citong.maker'), await ask('nobank.maker')];

    expect(taken).toMatchObject({ status: 422, body: { errors: [{ code: 'login-not-of-organization' }] } });
    expect(taken.body).toEqual(free.body);
    expect(await ask('jinli.maker')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'login-taken' }] },
    });
  });

  it('an administrator of a bank is executed by the system’s alone', async () => {
    const { id } = expecting(
      201,
      await aNewcomer('anping', 'bank.admin', { newPerson: { login: 'anping.admin2' } }),
    ).body;

    expect(await execute('anping.admin', id)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const withdrawal = await (await person('anping.admin')).post(`/grants/${id}/withdraw`);
    expect(withdrawal).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expecting(200, await execute('system.admin', id));
  });

  it('needs a fresh proof of identity', async () => {
    const { id } = expecting(
      201,
      await aNewcomer('pboc', 'pboc.observer', { newPerson: { login: 'pboc.wu' } }),
    ).body;
    const [security, system] = [new Visitor(world().url), new Visitor(world().url)];
    await security.signIn('security.admin');
    await system.signIn('system.admin');
    await query('admin', `update session set proven_at = proven_at - interval '1 hour'`);

    const answers = [
      await security.send('POST', '/grants', { revoke: await postOf('pboc.observer'), reason: '离岗' }),
      await security.send('POST', `/grants/${id}/withdraw`, {}),
      await system.send('POST', `/grants/${id}/execute`, {}),
      await security.send('POST', `/posts/${await postOf('pboc.observer')}/review`, {}),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual(Array(4).fill('step-up-needed'));
  });
});
