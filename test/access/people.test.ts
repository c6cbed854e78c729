import { describe, expect, it } from '@jest/globals';
import { anonymous, type Body } from '../support/client.js';
import { expecting, person } from '../support/filings.js';

async function colleagues(login: string, search = '?limit=100'): Promise<Body[]> {
  return expecting(200, await (await person(login)).get(`/people${search}`)).body.items;
}

function loginsOf(people: Body[]): string[] {
  return people.map(({ login }) => login);
}

describe('people see the colleagues of their own organization', () => {
  it('with their posts, and nothing that is not needed to find them (个人信息保护法 6)', async () => {
    const people = await colleagues('haisi.maker');

    expect(loginsOf(people)).toEqual([
      'haisi.admin',
      'haisi.checker',
      'haisi.delegate',
      'haisi.jinjiang.checker',
      'haisi.jinjiang.maker',
      'haisi.maker',
      'haisi.shishi.checker',
      'haisi.shishi.maker',
    ]);
    expect(people.find(({ login }) => login === 'haisi.jinjiang.maker')).toEqual({
      id: expect.any(String),
      login: 'haisi.jinjiang.maker',
      name: expect.any(String),
      disabled: false,
      posts: [
        {
          role: 'bank.maker',
          unit: { id: expect.any(String), name: '晋江支行' },
          validFrom: '2023-01-01',
          validUntil: null,
        },
      ],
    });
  });

  it.each([
    ['jinli.maker', /^jinli\./],
    ['finance.leader', /^finance\./],
    ['jinjiang.coordinator', /^jinjiang\./],
    ['audit.admin', /^(system|security|audit)\.admin$/],
  ])('%s sees no one else', async (login, own) => {
    const logins = loginsOf(await colleagues(login));

    expect(logins).toContain(login);
    for (const each of logins) expect(each).toMatch(own);
  });

  it('those of one role, in pages', async () => {
    expect(loginsOf(await colleagues('jinli.admin', '?role=bank.checker'))).toEqual([
      'jinli.checker',
      'jinli.checker2',
    ]);
    const client = await person('jinli.admin');
    const first = expecting(200, await client.get('/people?role=bank.maker&limit=1')).body;
    const second = expecting(
      200,
      await client.get(`/people?role=bank.maker&limit=1&cursor=${first.nextCursor}`),
    ).body;

    expect([...loginsOf(first.items), ...loginsOf(second.items)]).toEqual(['jinli.maker', 'jinli.maker2']);
    expect([first.total, second.nextCursor]).toEqual([{ value: 2, exact: true }, null]);
  });

  it('nobody without signing in, nothing for a role that is none', async () => {
    expect((await anonymous().get('/people')).status).toBe(401);
    expect((await (await person('jinli.maker')).get('/people?role=king')).status).toBe(400);
  });
});
