import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aPdf, sha256 } from '../../attachment/a-file.js';
import type { Body } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import {
  act,
  aDraft,
  aDraftToCheck,
  aFiledReport,
  aReport,
  expecting,
  type Filing,
  person,
  seenBy,
} from '../../support/filings.js';
import { everyCaseReplays } from '../../support/replay.js';
import { idOf } from '../lending.js';
import { aKey, BankSystem, CHEN, WU } from './bank-system.js';

let preparing: BankSystem;
let sending: BankSystem;

jest.setTimeout(60_000);
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  preparing = new BankSystem((await aKey('jinli', 'prepare')).secret, CHEN);
  sending = new BankSystem((await aKey('jinli', 'send', { name: '信贷系统（报送）' })).secret, WU);
});
afterAll(everyCaseReplays);

async function preparedDraft(system = preparing): Promise<Filing> {
  const report = aReport();
  const { body } = expecting(201, await system.post('/filings', report));
  const { creditCode } = report['firm'] as { creditCode: string };
  return { id: body.id, path: `/filings/${body.id}`, creditCode, bank: 'jinli' };
}

async function preparedToCheck(): Promise<Filing> {
  const filing = await preparedDraft();
  expecting(200, await preparing.send(filing.path, 'SEND_TO_CHECK'));
  return filing;
}

async function historyOf({ path }: Filing, login: string): Promise<Body[]> {
  return expecting(200, await (await person(login)).get(`${path}/history`)).body.items;
}

describe('银行系统: one key prepares, another sends', () => {
  it('and the report is filed like any other, with everybody behind it named', async () => {
    const filing = await preparedDraft();
    expecting(200, await preparing.write('PATCH', filing.path, { externalRef: randomUUID() }));
    const pdf = aPdf();
    const headers = { 'content-disposition': 'attachment; filename=a.pdf' };
    const attachment = `${filing.path}/attachments/${sha256(pdf)}`;
    expecting(201, await preparing.upload(attachment, pdf, headers));
    expecting(204, await preparing.write('DELETE', attachment));
    expecting(201, await preparing.upload(attachment, pdf, headers));
    expecting(200, await preparing.send(filing.path, 'SEND_TO_CHECK'));

    const { entry, receipt } = expecting(200, await sending.send(filing.path, 'FILE')).body;

    expect(receipt.number).toMatch(/晋鲤/);
    expect(entry.actor).toMatchObject({ kind: 'client', role: 'bank.client' });
    const told = (await historyOf(filing, 'jinli.maker')).map(({ who }) => [who.person, who.onBehalfOf]);
    expect(told).toEqual([
      [expect.stringMatching(/^prepare /), '陈志远'],
      [expect.stringMatching(/^prepare /), '陈志远'],
      ['信贷系统（报送）', '吴雅婷'],
    ]);
    expect((await historyOf(filing, 'finance.reviewer')).at(-1)?.text).toContain(
      '信贷系统（报送）（银行系统，代吴雅婷）',
    );
    const values = await query<{ said: Body }>(
      'admin',
      `select "values"::jsonb -> 'onBehalfOf' as said from log_value v join log_entry e on e.id = v.entry_id
       where e.case_id = $1 and e.kind = 'transition' order by e.seq`,
      [filing.id],
    );
    expect(values.map(({ said }) => said)).toEqual([CHEN, CHEN, WU]);
  });

  it('a key that prepares sends nothing', async () => {
    const filing = await preparedToCheck();
    const filed = await aFiledReport();

    const answers = [
      await preparing.send(filing.path, 'FILE'),
      await preparing.send(filing.path, 'SIGN_FILING'),
      await preparing.send(filing.path, 'RETURN_TO_MAKER', { reason: '请核对金额。' }),
      await preparing.send(filed.path, 'WITHDRAW', { reason: 'retained' }),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual(Array(4).fill('forbidden'));
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ state: 'checking' });
  });

  it('a key that sends prepares nothing', async () => {
    const filing = await aDraft();
    const pdf = aPdf();

    const answers = [
      await sending.post('/filings', aReport()),
      await sending.write('PATCH', filing.path, { externalRef: 'X-1' }),
      await sending.write('DELETE', filing.path),
      await sending.post(`${filing.path}/copy`),
      await sending.upload(`${filing.path}/attachments/${sha256(pdf)}`, pdf, {}),
      await sending.send(filing.path, 'SEND_TO_CHECK'),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual(Array(6).fill('forbidden'));
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ state: 'drafting' });
  });

  it('each is offered its own alone', async () => {
    const filing = await aDraft();
    const types = async (system: BankSystem) =>
      expecting(200, await system.get(`${filing.path}/actions`)).body.actions.map(({ type }: Body) => type);

    expect((await types(preparing)).sort()).toEqual(['DISCARD', 'SEND_TO_CHECK']);
    expect(await types(sending)).toEqual([]);
    await act(filing, 'jinli.maker', 'SEND_TO_CHECK');
    expect(await types(preparing)).toEqual([]);
    expect(await types(sending)).toEqual(expect.arrayContaining(['FILE', 'RETURN_TO_MAKER']));
  });

  it('a draft is discarded by whoever prepares', async () => {
    const filing = await preparedDraft();

    expecting(204, await preparing.write('DELETE', filing.path));

    expect((await preparing.get(filing.path)).status).toBe(404);
  });

  it('after filing, the sending key goes on; a revision is prepared by the one and sent by the other', async () => {
    const filing = await aFiledReport();
    await preparing.write('PATCH', filing.path, { plannedDate: '2026-08-10' });

    expecting(200, await sending.send(filing.path, 'AMEND', { reason: '实施日期推迟。' }));
    expecting(200, await sending.send(filing.path, 'WITHDRAW', { reason: 'retained' }));

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ state: 'withdrawn' });
  });

  it('another bank’s reports are not there', async () => {
    const filing = await aFiledReport({ bank: 'citong' });

    expect((await sending.get(filing.path)).status).toBe(404);
    expect((await sending.send(filing.path, 'WITHDRAW', { reason: 'retained' })).status).toBe(404);
  });

  it('a key of a branch sees its own', async () => {
    const [unit] = await query<{ id: string }>('admin', `select id from unit where key = 'jinjiang'`);
    const branch = new BankSystem((await aKey('haisi', 'send', { unit: unit?.id })).secret);
    const other = await aDraftOf('haisi.shishi.maker');
    const own = await aDraftOf('haisi.jinjiang.maker');

    expect((await branch.get(own)).status).toBe(200);
    expect((await branch.get(other)).status).toBe(404);
  });
});

async function aDraftOf(login: string): Promise<string> {
  const { body } = expecting(201, await (await person(login)).post('/filings', aReport()));
  return `/filings/${body.id}`;
}

describe('双人复核 through systems: no two duties of one chain for one person', () => {
  it('the same staff number behind both keys', async () => {
    const filing = await preparedToCheck();
    const { secret } = await aKey('jinli', 'send');

    const refused = await new BankSystem(secret, { ...CHEN, name: '陈某' }).send(filing.path, 'FILE');

    expect(refused).toMatchObject({ status: 403, body: { code: 'checker-is-filer' } });
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ state: 'checking' });
  });

  it('somebody at the console who has that number', async () => {
    const admin = await person('jinli.admin');
    const address = `/people/${await idOf('jinli.checker')}/staff-number`;
    expecting(204, await admin.put(address, { staffNo: CHEN.staffNo }));
    const filing = await preparedToCheck();

    const checker = await person('jinli.checker');
    await checker.get(filing.path);
    const refused = await checker.send(filing.path, 'FILE');
    expecting(204, await admin.put(address, { staffNo: null }));

    expect(refused).toMatchObject({ status: 403, body: { code: 'checker-is-filer' } });
  });

  it('a number is one colleague’s, and nobody enters his own', async () => {
    const [admin, security] = [await person('citong.admin'), await person('security.admin')];
    const enter = async (login: string, staffNo: string, by = admin) =>
      by.put(`/people/${await idOf(login)}/staff-number`, { staffNo });
    expecting(204, await enter('citong.maker', '20001'));
    expecting(204, await enter('anping.maker', '20001', security));

    expect(await enter('citong.checker', '20001')).toMatchObject({
      status: 409,
      body: { code: 'already-exists' },
    });
    expect(await enter('citong.admin', '20002')).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    expect((await enter('anping.checker', '20003')).status).toBe(404);
    expect((await enter('citong.checker', 'a1')).status).toBe(400);
    const { items } = expecting(200, await admin.get('/posts?role=bank.maker')).body;
    expect(items.map((post: Body) => post.person.staffNo)).toEqual(['20001']);
  });

  it('the same number of another bank is somebody else', async () => {
    const filing = await aDraftToCheck({ bank: 'citong' });
    const { secret } = await aKey('citong', 'send');

    expecting(200, await new BankSystem(secret, CHEN).send(filing.path, 'FILE'));
  });

  it('a middle post of a longer chain: neither the same number nor the same key', async () => {
    await query(
      'admin',
      `insert into sign_off_chain (jurisdiction, organization, act, lane, posts)
       select jurisdiction, id, 'file', 'any', '{bank.maker,bank.checker,bank.admin}' from organization where key = 'anping'`,
    );
    const filing = await aDraftToCheck({ bank: 'anping' });
    const key = await aKey('anping', 'send');
    const [first, sameKey] = [new BankSystem(key.secret, CHEN), new BankSystem(key.secret, WU)];
    const sameNumber = new BankSystem((await aKey('anping', 'send')).secret, CHEN);
    const other = new BankSystem((await aKey('anping', 'send')).secret, WU);
    expecting(200, await first.send(filing.path, 'SIGN_FILING'));

    for (const system of [sameKey, sameNumber]) {
      expect(await system.send(filing.path, 'FILE')).toMatchObject({
        status: 403,
        body: { code: 'same-person-signed' },
      });
    }
    expecting(200, await other.send(filing.path, 'FILE'));
    const refusals = await query<{ said: Body }>(
      'admin',
      `select v."values"::jsonb as said from log_entry e join log_value v on v.entry_id = e.id
       where e.kind = 'refusal' and e.case_id = $1 order by e.position`,
      [filing.id],
    );
    expect(refusals.map(({ said }) => said)).toEqual([
      { code: 'same-person-signed', onBehalfOf: WU },
      { code: 'same-person-signed', onBehalfOf: CHEN },
    ]);
  });

  it('a revision: whoever prepared it does not send it', async () => {
    const filing = await aFiledReport();
    await preparing.write('PATCH', filing.path, { plannedDate: '2026-08-10' });
    const same = new BankSystem((await aKey('jinli', 'send')).secret, CHEN);

    expect(await same.send(filing.path, 'AMEND', { reason: '推迟。' })).toMatchObject({
      status: 403,
      body: { code: 'checker-is-filer' },
    });
  });
});
