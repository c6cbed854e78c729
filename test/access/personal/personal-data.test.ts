import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Body } from '../../support/client.js';
import { releaseClock, setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import { act, aDraftToCheck, expecting, person } from '../../support/filings.js';
import { idOf } from '../lending.js';

/** Where a person is named, and the part of the copy that it goes into; or why it goes into none. */
const NAMED_IN: Readonly<Record<string, string>> = {
  person: 'account',
  post: 'posts',
  delegation: 'delegations',
  session: 'sessions',
  passkey: 'passkeys',
  passkey_challenge: '– what a browser was asked to have signed, gone after minutes',
  notice: '– what the person itself was told of the account: in the inbox',
  mail: 'mails',
  filing_batch: 'batches',
  phrase: 'phrases',
  log_entry: 'acts',
  filing_batch_report: '– the rows of a batch, which the bank’s own draft is made of',
  former_password: '– hashes of former passwords, which nobody may read',
  presence: '– who looks at a case right now, gone after minutes',
  notice_read: '– which notices were read: shown at the inbox itself',
  post_grant: '– who proposed a post and who gave it: the log of the office, shown as the post',
  sign_off_change: '– an office’s own chain',
  api_key: '– a system’s key, and who made it',
  webhook: '– a system’s address, and who named it',
  calendar_year: '– a published calendar, and who entered it',
  policy_version: '– numbers of the regime, and who entered them',
  policy_basis: '– a legal basis, and who entered it',
  log_verification: '– who had the log verified: an act, in the log',
  court_acceptance: '– a court’s document, and who recorded it',
  credit_act: '– an act of a bank, and who recorded it',
  attachment: '– a file of a report, and who added it: in the history of the report',
  ballot: '– a bank’s vote, and who cast it: in the history of the resolution',
  breach: '– what a bank did, and who found it',
  claim: '– a bank’s claim, and who declared it',
  agreement: '– a committee’s agreement, and who drafted it',
  inquiry_report: '– what an inquiry was told, and who recorded it',
  filing_revision: '– a report of a bank, and who prepared it: in the history of the report',
  office_mark: '– an office’s mark on a report, and who set it',
  opinion: '– an office’s opinion, and who gave it: in the history of the report',
  organization_change: '– who takes part, and who proposed it',
  resolution: '– a committee’s resolution, and who asked for it',
  resolution_member: '– a member’s conflict, and who found it',
};

async function ownDataOf(login: string): Promise<Body> {
  return expecting(200, await (await person(login)).get('/personal-data')).body;
}

async function entriesOf(type: string, login: string): Promise<number> {
  const [row] = await query<{ n: number }>(
    'admin',
    'select count(*)::int as n from log_entry where type = $1 and actor_person = $2',
    [type, await idOf(login)],
  );
  return row?.n ?? 0;
}

beforeAll(async () => {
  await setClock('2026-06-09T09:30:00+08:00');
  await act(await aDraftToCheck(), 'jinli.checker', 'FILE');
  await setClock('2026-06-10T09:30:00+08:00');
});
afterAll(releaseClock);

describe('个人信息保护法 45: whoever works here may have a copy of what is held about him', () => {
  it('which names every part of the database that names a person, or the test says why not', async () => {
    const tables = await query<{ name: string }>(
      'admin',
      `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and a.attnum > 0
          and a.atttypid = 'uuid'::regtype
          and (a.attname ~ '(^|_)(person|by)$' or c.relname = 'person') order by 1`,
    );

    expect(tables.map(({ name }) => name).filter((name) => !(name in NAMED_IN))).toEqual([]);
    expect(tables.length).toBeGreaterThan(25);
    const parts = Object.values(NAMED_IN).filter((part) => !part.startsWith('–'));
    expect(Object.keys(await ownDataOf('jinli.maker'))).toEqual(expect.arrayContaining(parts));
  });

  it('is his own and nobody else’s, and tells no secret', async () => {
    const own = await ownDataOf('jinli.maker');

    expect(own.account).toMatchObject({ login: 'jinli.maker', staffNo: null, secondFactorSince: null });
    expect(own.posts).toMatchObject([{ role: 'bank.maker', unit: null }]);
    expect(own.sessions[0]).toMatchObject({ address: '127.0.0.1', endedAt: null });
    expect(own.attempts.length).toBeGreaterThan(0);
    expect(own.acts).toContainEqual({ type: 'SEND_TO_CHECK', count: 1 });
    expect(own.acts.map(({ type }: Body) => type)).not.toContain('FILE');
    expect(JSON.stringify(own)).not.toMatch(/argon2|token|checker/);
    expect((await ownDataOf('jinli.checker')).acts).toContainEqual({ type: 'FILE', count: 1 });
  });

  it('leaves its trace each time', async () => {
    const before = await entriesOf('PERSONAL_DATA_READ', 'finance.leader');
    await ownDataOf('finance.leader');
    await ownDataOf('finance.leader');

    expect(await entriesOf('PERSONAL_DATA_READ', 'finance.leader')).toBe(before + 2);
  });
});

describe('个人信息保护法 46: and have it put right', () => {
  it('his address by himself', async () => {
    const maker = await person('jinli.maker');
    expecting(204, await maker.put('/personal-data/email', { email: 'new@jinli.example' }));

    expect((await ownDataOf('jinli.maker')).account.email).toBe('new@jinli.example');
    expect((await maker.put('/personal-data/email', { email: 'no address' })).status).toBe(400);
    expect(await entriesOf('OWN_EMAIL_SET', 'jinli.maker')).toBe(1);
  });

  it('his name by the administrator of his bank, who is told; the answer comes back', async () => {
    const [maker, admin] = [await person('jinli.maker'), await person('jinli.admin')];
    const text = '姓名用字有误，应为“陈致远”。';
    expecting(204, await maker.post('/personal-data/corrections', { text }));

    const inbox = expecting(200, await admin.get('/inbox')).body.items;
    expect(inbox.map(({ template }: Body) => template)).toContain('correctionAsked');
    const { items } = expecting(200, await admin.get('/corrections')).body;
    expect(items).toMatchObject([{ login: 'jinli.maker', text }]);
    expect((await (await person('citong.admin')).get('/corrections')).body.items).toEqual([]);

    const settled = { name: '陈致远', answer: '已按证件更正。' };
    const path = `/people/${items[0].person}/correction`;
    expect((await (await person('citong.admin')).post(path, settled)).status).toBe(404);
    expecting(204, await admin.post(path, settled));

    expect((await admin.get('/corrections')).body.items).toEqual([]);
    expect(await ownDataOf('jinli.maker')).toMatchObject({
      account: { name: '陈致远' },
      correction: { text, answer: settled.answer },
    });
    expect(await entriesOf('CORRECTION_SETTLED', 'jinli.admin')).toBe(1);
    const told = expecting(200, await maker.get('/inbox')).body.items;
    expect(told.map(({ template }: Body) => template)).toContain('correctionAnswered');
  });

  it('an administrator’s own by somebody else', async () => {
    const admin = await person('jinli.admin');
    expecting(204, await admin.post('/personal-data/corrections', { text: '工号登记有误。' }));

    expect((await admin.get('/corrections')).body.items).toEqual([]);
    const own = `/people/${await idOf('jinli.admin')}/correction`;
    expect((await admin.post(own, { answer: '已更正。' })).body.code).toBe('second-person-needed');
    const security = await person('security.admin');
    expect((await security.get('/corrections')).body.items).toMatchObject([{ login: 'jinli.admin' }]);
    expecting(204, await security.post(own, { answer: '工号由本行另一管理员登记，请其办理。' }));
    expect((await ownDataOf('jinli.admin')).correction.answer).toContain('另一管理员');
  });
});
