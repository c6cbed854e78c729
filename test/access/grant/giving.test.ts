import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Body, Client } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import { expecting } from '../../support/filings.js';
import { world } from '../../support/world.js';
import { aKey, BankSystem, CHEN } from '../key/bank-system.js';
import { idOf } from '../lending.js';
import { Visitor } from '../sign-in/visitor.js';
import { aNewcomer, execute, granted, postOf, propose, TODAY } from './a-grant.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

const NONE = '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

async function rolesOf(login: string): Promise<string[]> {
  const rows = await query<{ role: string }>(
    'admin',
    `select t.role from post t join person p on p.id = t.person where p.login = $1
       and t.valid_from <= $2 and (t.valid_until is null or t.valid_until >= $2) order by t.role`,
    [login, TODAY],
  );
  return rows.map(({ role }) => role);
}

describe('a post that is given or taken', () => {
  it('ends the sessions of its person at once', async () => {
    const maker = new Client('haisi.maker');
    await maker.signIn();
    const visitor = new Visitor(world().url);
    await visitor.signIn('haisi.maker');
    expect((await visitor.get('/filings')).status).toBe(200);

    await granted(
      await propose('security.admin', {
        person: await idOf('haisi.maker'),
        role: 'bank.delegate',
        validFrom: TODAY,
      }),
    );
    expect((await visitor.get('/filings')).status).toBe(401);
    await visitor.signIn('haisi.maker');
    expect((await visitor.get('/committees')).status).toBe(200);

    await granted(await propose('haisi.admin', { revoke: await postOf('haisi.maker') }));
    expect((await visitor.get('/filings')).status).toBe(401);
    await visitor.signIn('haisi.maker');
    expect((await visitor.get('/committees')).status).toBe(403);
    expect((await visitor.get('/filings')).status).toBe(200);
  });

  it('taken at a later day it is held till then; taken twice it is over', async () => {
    const post = await postOf('haisi.checker');
    const { grant } = await granted(await propose('haisi.admin', { revoke: post, validUntil: '2026-06-30' }));

    expect(grant).toMatchObject({ kind: 'revoke', validUntil: '2026-06-30' });
    expect(await rolesOf('haisi.checker')).toEqual(['bank.checker']);
    await granted(await propose('haisi.admin', { revoke: post }));
    expect(await rolesOf('haisi.checker')).toEqual([]);
    expect(await propose('haisi.admin', { revoke: post })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'post-over', pointer: '/revoke' }] },
    });
  });

  it('begins no sooner than it is executed', async () => {
    const { id } = expecting(
      201,
      await propose('security.admin', {
        person: await idOf('quanshan.maker'),
        role: 'bank.delegate',
        validFrom: TODAY,
      }),
    ).body;
    await setClock('2026-06-12T09:30:00+08:00');
    expecting(200, await execute('system.admin', id));

    expect(
      await query('admin', `select valid_from::text from post where id = $1`, [
        await postOf('quanshan.maker'),
      ]),
    ).toEqual([{ valid_from: '2026-06-12' }]);
    await setClock('2026-06-10T09:30:00+08:00');
  });

  it('whoever a bank’s system has named before is the same person with an account', async () => {
    const { secret } = await aKey('jinli', 'prepare');
    const system = new BankSystem(secret, CHEN);
    expecting(201, await system.post('/filings', {}));
    const [staff] = await query<{ id: string }>('admin', 'select id from staff where staff_no = $1', [
      CHEN.staffNo,
    ]);

    const { grant } = await granted(
      await aNewcomer('jinli', 'bank.checker', { newPerson: { login: 'jinli.chen', staffNo: CHEN.staffNo } }),
    );

    expect(grant.person.id).toBe(staff?.id);
    expect(
      await aNewcomer('jinli', 'bank.maker', { newPerson: { login: 'jinli.chen2', staffNo: CHEN.staffNo } }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'staff-number-taken' }] },
    });
  });

  it.each([
    [{}, 'grant-unclear'],
    [{ person: NONE, revoke: NONE }, 'grant-unclear'],
    [{ person: NONE }, 'role-missing'],
    [{ person: NONE, role: 'bank.maker' }, 'valid-from-missing'],
    [{ person: NONE, role: 'bank.maker', validFrom: TODAY }, 'person-unknown'],
    [{ revoke: NONE }, 'post-unknown'],
  ])('%j is unclear: %s', async (said, code) => {
    expect(await propose('security.admin', said)).toMatchObject({
      status: 422,
      body: { errors: [{ code }] },
    });
  });

  it.each([
    [{ role: 'finance.reviewer' }, 'role-not-of-organization'],
    [{ role: 'bank.client' }, 'role-not-of-organization'],
    [{ role: 'system.admin' }, 'role-not-of-organization'],
    [{ role: 'bank.maker' }, 'post-held-already'],
    [{ validFrom: '2026-06-09' }, 'grant-backdated'],
    [{ validUntil: '2026-06-09' }, 'period-reversed'],
    [{ unit: NONE }, 'unit-unknown'],
  ])('%j for a maker: %s', async (said, code) => {
    const wish = { person: await idOf('anping.maker'), role: 'bank.delegate', validFrom: TODAY, ...said };

    const answer = await propose('security.admin', wish);

    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((each: Body) => each.code)).toContain(code);
  });

  it.each(['ｊinli.x', 'Jinli.x', 'jinli.x\u200b', 'jinli.х', 'jinli x', 'jinli..x', '.jinli', 'jinli.x.'])(
    'no login that looks like another: %s',
    async (login) => {
      expect((await aNewcomer('jinli', 'bank.maker', { newPerson: { login } })).status).toBe(400);
    },
  );

  it('GB/T 22239 8.1.4.1 a: of fifty that look like one account, none becomes a second', async () => {
    const lookAlikes = [...'jinli.maker'].flatMap((letter, at) => {
      const written = (other: string) =>
        `${'jinli.maker'.slice(0, at)}${other}${'jinli.maker'.slice(at + 1)}`;
      const wide = String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
      return [wide, letter.toUpperCase(), `${letter}\u200b`, `${letter}\ufeff`, `${letter}\u0301`].map(
        written,
      );
    });
    // The point has no capital: that one is the account itself, which exists.
    const wishes = lookAlikes.map((login) => aNewcomer('jinli', 'bank.maker', { newPerson: { login } }));

    const statuses = (await Promise.all(wishes)).map(({ status }) => status);

    expect(lookAlikes).toHaveLength(55);
    expect(statuses.filter((status) => status < 400)).toEqual([]);
  });

  it('for a disabled account it waits', async () => {
    await query(
      'admin',
      `update person set disabled_at = now(), disabled_for = 'left' where login = 'jinli.delegate'`,
    );

    expect(
      await propose('security.admin', {
        person: await idOf('jinli.delegate'),
        role: 'bank.maker',
        validFrom: TODAY,
      }),
    ).toMatchObject({ status: 422, body: { errors: [{ code: 'person-disabled' }] } });
  });
});
