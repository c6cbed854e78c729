import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../../support/clock.js';
import { query, withClient } from '../../support/database.js';
import { expecting, person } from '../../support/filings.js';
import { world } from '../../support/world.js';
import { aNewcomer, granted, postOf, TODAY } from '../grant/a-grant.js';
import { aKey } from '../key/bank-system.js';
import { idOf, lend } from '../lending.js';

jest.setTimeout(60_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(releaseClock);

async function differing(): Promise<string[]> {
  return expecting(200, await (await person('audit.admin')).get('/audit/health')).body.differingRights;
}

describe('GB/T 39786 8.4 b): what the server writes about rights is sealed as it is written', () => {
  it('accounts, posts, delegations, chains and keys, through all that can be done with them', async () => {
    const { account } = await granted(
      await aNewcomer('jinli', 'bank.maker', { newPerson: { login: 'jinli.sealed' } }),
    );
    const id = await idOf('jinli.sealed');
    const keeper = await person('jinli.admin');
    for (const act of ['disable', 'enable']) expecting(204, await keeper.post(`/people/${id}/${act}`));
    expecting(201, await keeper.post(`/people/${id}/password-reset`));
    expecting(204, await keeper.put(`/people/${id}/staff-number`, { staffNo: '77' }));
    expecting(204, await keeper.delete(`/people/${id}/second-factor`));
    const post = await postOf('jinli.sealed');
    await granted(await keeper.post('/grants', { revoke: post, reason: '离岗' }));

    const lent = expecting(201, await lend('jinli.maker', 'bank.maker', 'jinli.maker2')).body;
    expecting(204, await (await person('jinli.maker')).delete(`/delegations/${lent.id}`));

    const chain = { act: 'file', lane: 'any', posts: ['bank.maker', 'bank.checker'], reason: '明确签署环节' };
    expecting(200, await keeper.put('/sign-off-chains', chain));
    const change = expecting(200, await keeper.put('/sign-off-chains', chain)).body;
    expecting(200, await (await person('system.admin')).post(`/sign-off-chains/${change.id}/execute`));

    const key = await aKey('jinli', 'send');
    expecting(201, await keeper.post(`/api-keys/${key.id}/rotate`, { overlapHours: 1 }));
    expecting(204, await keeper.delete(`/api-keys/${key.id}`));

    expect(account).not.toBeNull();
    expect(await differing()).toEqual([]);
  });
});

describe('what a superuser changes of rights is named', () => {
  const CHANGES: [string, string][] = [
    [
      'post',
      "update post set role = 'bank.checker' where id = (select t.id from post t join person p on p.id = t.person where p.login = 'citong.maker') returning id::text as key",
    ],
    [
      'post',
      `insert into post (jurisdiction, id, organization, role, person, valid_from)
      select jurisdiction, gen_random_uuid(), organization, 'finance.leader', person, valid_from from post limit 1 returning id::text as key`,
    ],
    [
      'post',
      "delete from post where id = (select t.id from post t join person p on p.id = t.person where p.login = 'citong.checker') returning id::text as key",
    ],
    [
      'person',
      "update person set password_hash = 'x' where login = 'citong.maker' returning id::text as key",
    ],
    [
      'person',
      "update person set totp_confirmed_at = now() where login = 'citong.maker' returning id::text as key",
    ],
    [
      'person',
      "update person set disabled_at = now(), disabled_for = 'left' where login = 'citong.maker' returning id::text as key",
    ],
    [
      'passkey',
      `insert into passkey (jurisdiction, id, person, name, credential_id, public_key, counter, transports, synced)
      select jurisdiction, gen_random_uuid(), id, 'x', 'x', 'x', 0, '{}', false from person where login = 'citong.maker' returning id::text as key`,
    ],
    [
      'organization',
      "update organization set kind = 'finance', series = null where key = 'citong' returning id::text as key",
    ],
    [
      'delegation',
      'update delegation set revoked_at = null where revoked_at is not null returning id::text as key',
    ],
    [
      'sign_off_chain',
      "update sign_off_chain set posts = '{bank.checker}' returning organization || ' ' || act || ' ' || lane as key",
    ],
    [
      'sign_off_chain',
      "delete from sign_off_chain returning organization || ' ' || act || ' ' || lane as key",
    ],
    [
      'sign_off_change',
      "update sign_off_change set state = 'withdrawn' where state = 'executed' returning id::text as key",
    ],
    [
      'post_grant',
      "update post_grant set role = 'bank.admin' where id = (select id from post_grant limit 1) returning id::text as key",
    ],
    [
      'api_key',
      'update api_key set revoked_at = null, revoked_by = null where revoked_at is not null returning id::text as key',
    ],
    [
      'api_key_secret',
      "update api_key_secret set valid_until = valid_until + interval '1 year' where hash = (select hash from api_key_secret where valid_until is not null limit 1) returning hash as key",
    ],
  ];

  it.each(CHANGES)('%s: %s', async (table, change) => {
    const names = await withClient('admin', async (client) => {
      // What is committed has to be undone by hand: the tables are copied first.
      await client.query("set session_replication_role = 'replica'");
      await client.query(`create table kept as select * from ${table}`);
      try {
        const { rows } = await client.query<{ key: string }>(change);
        expect(rows).toHaveLength(1);
        return { expected: rows.map(({ key }) => `${table} ${key}`), found: await differing() };
      } finally {
        await client.query(`delete from ${table}; insert into ${table} select * from kept; drop table kept`);
      }
    });

    expect(names.found).toEqual(names.expected);
    expect(await differing()).toEqual([]);
  });

  it('when a node starts, without keeping it from starting: the auditors are told', async () => {
    await query(
      'admin',
      'update post set valid_until = null, unit = null, valid_from = valid_from - 1 where id = $1',
      [await postOf('citong.admin')],
    );
    const home = join(world().log, '..');
    const node = fork(join(import.meta.dirname, '../../support/node-process.mjs'), [], {
      execArgv: [],
      env: {
        PATH: process.env['PATH'],
        WENDAI_HOME: home,
        PORT: '0',
        DATABASE_URL: world().appUrl,
        LOG_LEVEL: 'silent',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [{ url }] = await once(node, 'message');
    const ready = await (await fetch(`${String(url)}/readyz`)).json();
    node.kill('SIGTERM');
    await once(node, 'exit');

    expect(ready).toMatchObject({ ready: true, notes: { rights: { differing: 1 } } });
    const { items } = expecting(200, await (await person('audit.admin')).get('/inbox')).body;
    expect(items[0]).toMatchObject({ title: '授权数据与登记不一致' });
    const auditor = await person('audit.admin');
    const { id } = expecting(201, await auditor.post('/audit/verifications')).body;
    let run = { state: 'running', findings: [] };
    while (run.state === 'running') run = (await auditor.get(`/audit/verifications/${String(id)}`)).body;
    expect(run.findings).toEqual([
      { kind: 'right-differs', index: null, row: `post ${await postOf('citong.admin')}`, field: null },
    ]);
  });
});

describe('a seal', () => {
  it('fits no other row', async () => {
    const [one, other] = [await postOf('jinli.maker'), await postOf('jinli.checker')];
    const [seal] = await query<{ voucher: string }>(
      'admin',
      "select voucher from right_seal where kind = 'post' and key = $1",
      [one],
    );
    const [kept] = await query<{ voucher: string }>(
      'admin',
      "select voucher from right_seal where kind = 'post' and key = $1",
      [other],
    );
    await query('admin', "update right_seal set voucher = $2 where kind = 'post' and key = $1", [
      other,
      seal?.voucher,
    ]);

    expect(await differing()).toContain(`post ${other}`);

    await query('admin', "update right_seal set voucher = $2 where kind = 'post' and key = $1", [
      other,
      kept?.voucher,
    ]);
  });
});
