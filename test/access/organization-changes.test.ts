import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer, Body } from '../support/client.js';
import { advanceTo, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aDraft, expecting, person } from '../support/filings.js';
import { organizationOf, propose, TODAY } from './grant/a-grant.js';
import { aKey, BankSystem } from './key/bank-system.js';
import { idOf } from './lending.js';

jest.setTimeout(60_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));

const NEW_BANK = {
  ...{ change: 'add', kind: 'bank', key: 'luoyang', series: '洛阳', name: '洛阳桥银行' },
  ...{ englishName: 'Luoyang Bridge Bank', on: TODAY, reason: '新设机构' },
};

async function proposed(said: Body): Promise<Answer> {
  return (await person('security.admin')).post('/organization-changes', { reason: '机构变更', ...said });
}

async function settled(id: string, how: 'execute' | 'withdraw' = 'execute'): Promise<Answer> {
  return (await person('system.admin')).post(`/organization-changes/${id}/${how}`);
}

async function done(said: Body): Promise<Body> {
  return expecting(200, await settled(expecting(201, await proposed(said)).body.id)).body;
}

async function organizations(on?: string): Promise<Body[]> {
  const path = `/organizations${on === undefined ? '' : `?on=${on}`}`;
  return expecting(200, await (await person('system.admin')).get(path)).body.items;
}

let systemOfEnded: BankSystem;

async function codesOf(said: Body): Promise<string[]> {
  return expecting(422, await proposed(said)).body.errors.map(({ code }: Body) => code);
}

describe('机构变更: who takes part is proposed by one person and done by another', () => {
  it('a bank joins, with a branch; its people and posts come by grants as everywhere', async () => {
    const bank = (await done(NEW_BANK)).organization;
    await done({ change: 'addUnit', organization: bank.id, key: 'anxi', name: '安溪支行' });

    expect((await organizations()).find(({ key }) => key === 'luoyang')).toMatchObject({
      ...{ id: bank.id, name: '洛阳桥银行', series: '洛阳', endedOn: null },
      units: [{ key: 'anxi', name: '安溪支行', endedOn: null }],
    });
    const newPerson = { login: 'luoyang.maker', name: '郑小燕', organization: bank.id };
    expecting(201, await propose('security.admin', { newPerson, role: 'bank.maker', validFrom: TODAY }));
  });

  it('documents keep the name of their date', async () => {
    const organization = await organizationOf('finance');
    const before = (await organizations()).find(({ id }) => id === organization)?.['name'];

    await done({
      change: 'rename',
      organization,
      name: '市地方金融局',
      englishName: 'Finance',
      on: '2026-07-01',
    });

    const nameOn = async (day: string) =>
      (await organizations(day)).find(({ id }) => id === organization)?.['name'];
    expect([await nameOn('2026-06-30'), await nameOn('2026-07-01')]).toEqual([before, '市地方金融局']);
  });

  it('a bank that ends has no open case; its posts last to that day, and nobody is appointed any more', async () => {
    const organization = await organizationOf('quanshan');
    const draft = await aDraft({ bank: 'quanshan' });
    const wish = { change: 'end', organization, on: '2026-06-30' };
    expect(await codesOf(wish)).toEqual(['cases-open']);
    const maker = await person('quanshan.maker');
    await maker.get(draft.path);
    expecting(204, await maker.delete(draft.path));

    systemOfEnded = new BankSystem((await aKey('quanshan', 'send')).secret);
    await done(wish);

    const posts = await query<{ until: string }>(
      'admin',
      'select distinct valid_until::text as until from post where organization = $1',
      [organization],
    );
    expect(posts).toEqual([{ until: '2026-06-30' }]);
    const appointed = { person: await idOf('quanshan.maker'), role: 'bank.checker', validFrom: TODAY };
    const refused = await propose('security.admin', appointed);
    expect(refused.body.errors[0]).toMatchObject({ code: 'organization-unknown', pointer: '/person' });
    expect(await codesOf({ ...wish, change: 'rename', name: '新名', englishName: 'New' })).toEqual([
      'organization-unknown',
    ]);
  });

  it('nobody executes what he has proposed, not even by raw SQL; withdrawn, it is executed no more', async () => {
    const { id } = expecting(201, await proposed({ ...NEW_BANK, key: 'other', series: '另' })).body;

    const raw = `update organization_change set state = 'executed', settled_by = proposed_by, settled_at = now(),
      organization = (select id from organization limit 1) where id = $1`;
    await expect(query('admin', raw, [id])).rejects.toThrow(/organization_by_two_persons/);
    // As when somebody has changed posts in between.
    const own = `update organization_change set proposed_by = (select id from person where login = 'system.admin') where id = $1`;
    await query('admin', own, [id]);
    expect(await settled(id)).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
    expecting(200, await settled(id, 'withdraw'));
    expect(await settled(id)).toMatchObject({ status: 409, body: { code: 'decided-already' } });
    expect((await organizations()).map(({ key }) => key)).not.toContain('other');
  });

  it.each([
    [
      'an office does not end',
      async () => ({ change: 'end', organization: await organizationOf('pboc'), on: TODAY }),
      'organization-stays',
    ],
    ['a key that is taken', async () => ({ ...NEW_BANK, key: 'jinli', series: '某' }), 'key-taken'],
    ['a series that is taken', async () => ({ ...NEW_BANK, key: 'mou', series: '晋鲤' }), 'series-taken'],
    [
      'yesterday',
      async () => ({ ...NEW_BANK, key: 'mou', series: '某', on: '2026-06-01' }),
      'organization-backdated',
    ],
    ['a bank without a series', async () => ({ ...NEW_BANK, key: 'mou', series: null }), 'answer-missing'],
    [
      'a branch of an office',
      async () => ({ change: 'addUnit', organization: await organizationOf('pboc'), key: 'a1', name: '甲' }),
      'role-not-of-organization',
    ],
    [
      'a branch that is not there',
      async () => ({
        change: 'endUnit',
        organization: await organizationOf('haisi'),
        unit: await organizationOf('haisi'),
        on: TODAY,
      }),
      'unit-unknown',
    ],
  ])('%s is refused', async (_, said, code) => {
    expect(await codesOf(await said())).toContain(code);
  });

  it('what was written of rights is sealed, and every step is in the log', async () => {
    const health = expecting(200, await (await person('audit.admin')).get('/audit/health')).body;
    const types = await query<{ type: string }>(
      'admin',
      `select distinct type from log_entry where type like 'ORGANIZATION_CHANGE%' order by type`,
    );

    expect(health.differingRights).toEqual([]);
    expect(types.map(({ type }) => type.slice('ORGANIZATION_CHANGE_'.length))).toEqual([
      ...['EXECUTED', 'PROPOSED', 'WITHDRAWN'],
    ]);
  });

  it('a bank’s system is known up to its last day, and no longer', async () => {
    await advanceTo('2026-06-30T17:00:00+08:00');
    expect((await systemOfEnded.get('/filings')).status).toBe(200);

    await advanceTo('2026-07-01T09:30:00+08:00');

    // A node may go on for half a second with what it knew.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await systemOfEnded.get('/filings')).toMatchObject({ status: 401, body: { code: 'key-refused' } });
  });
});
