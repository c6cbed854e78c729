import { v7 as uuid } from 'uuid';
import { idOf as personIdOf } from '../access/lending.js';
import { signIn } from '../events/event-stream.js';
import { eventually } from '../faults/eventually.js';
import { aBatchBy } from '../filing/a-sheet.js';
import { aNotice } from '../notice/a-notice.js';
import { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { aDraft, expecting, person } from '../support/filings.js';
import { aBankAtWork, type BankAtWork } from './a-bank-at-work.js';
import { systemsAndPosts } from './systems-and-posts.js';
import { type Holding, LOGIN_OF, MISSING, type Things } from './who.js';

const STRANGER = 'quanshan.maker';

/** Two banks with one of everything each, and what every account has of its own. */
export async function twoBanks(today: string): Promise<Things> {
  const own = await aBankAtWork(today);
  const foreign = await aBankAtWork(today, {
    bank: 'citong',
    county: 'anxi',
    members: ['citong', 'quanshan', 'anping'],
  });
  const { id: draft } = await aDraft();
  const batches = { own: await aBatchBy('jinli.maker'), foreign: await aBatchBy('citong.maker') };
  const discarded = await aDiscardedDraft();
  const entry = await aSequencedEntry(own.coordinated.id);
  const { id: verification } = expecting(
    201,
    await (await person('audit.admin')).post('/audit/verifications'),
  ).body;
  const of = (pick: (bank: BankAtWork) => string, more: Partial<Record<Holding, string>> = {}) => {
    const held: Partial<Record<Holding, string>> = {
      own: pick(own),
      foreign: pick(foreign),
      missing: MISSING,
      ...more,
    };
    return (holding: Holding) => held[holding];
  };
  return {
    'filings id': of(({ coordinated }) => coordinated.id, { reviewed: own.reviewed.id, draft, discarded }),
    'filings batch': (holding) => batches[holding as 'own'] ?? MISSING,
    // The attachment is that of the report under review.
    'attachments id': of(({ reviewed }) => reviewed.id, { reviewed: own.reviewed.id }),
    'attachments sha256': of(({ sha256 }) => sha256, { reviewed: own.sha256, missing: own.sha256 }),
    'coordinations id': of(({ coordination }) => coordination.id),
    'supports id': of(({ measure }) => measure),
    'inquiries id': of(({ inquiry }) => inquiry),
    'firms id': of(({ firms: [firm] }) => firm ?? ''),
    'committees id': of(({ committee }) => committee.id),
    'committees meeting': of(({ meeting }) => meeting),
    'resolutions id': of(({ resolution }) => resolution.id),
    'people id': await twoAccounts(),
    'sessions id': await each(anotherSessionOf),
    'session id': await aPasskeyAlone(),
    ...(await systemsAndPosts()),
    'phrases id': await each(aPhraseOf),
    'delegations id': await each(aDelegationBy),
    'inbox id': await each(aNoticeTo),
    'mail id': () => MISSING,
    'audit entryId': of(() => entry),
    'audit id': of(() => verification),
    'processes name': () => 'filing',
    'processes version': (holding) => (holding === 'own' ? '1' : '999'),
    'calendars year': (holding) => (holding === 'own' ? '2026' : '2045'),
  };
}

/** By which the report was sent, once it has its leaf. */
async function aSequencedEntry(filing: string): Promise<string> {
  return eventually(async () => {
    const [row] = await query<{ id: string }>(
      'admin',
      `select e.id from log_entry e join log_leaf l on l.entry_id = e.id where e.case_id = $1 and e.type = 'FILE'`,
      [filing],
    );
    return row?.id;
  }, 10_000);
}

/** What an account of each role has of its own, and what somebody has who is a stranger to them all. */
async function each(make: (login: string) => Promise<string>): Promise<Things[string]> {
  const held = new Map<string, string>();
  for (const login of [...Object.values(LOGIN_OF), STRANGER]) {
    if (login !== 'anonymous') held.set(login, await make(login));
  }
  return (holding, login) =>
    holding === 'missing' ? MISSING : (held.get(holding === 'own' ? login : STRANGER) ?? held.get(STRANGER));
}

async function twoAccounts(): Promise<Things[string]> {
  const [own, foreign] = [await personIdOf('jinli.checker2'), await personIdOf('quanshan.checker')];
  return (holding) => ({ own, foreign })[holding as 'own'] ?? MISSING;
}

async function aDiscardedDraft(): Promise<string> {
  const { id, path } = await aDraft();
  expecting(204, await (await person('jinli.maker')).delete(path));
  return id;
}

/** A session beside the one that asks. */
async function anotherSessionOf(login: string): Promise<string> {
  const cookie = await signIn(login);
  const { body } = await new Client().get('/sessions', { headers: { cookie } });
  return body.items.find((session: { present: boolean }) => session.present).id;
}

/** Somebody's who does not sign in here: whoever has one would be asked for it. Test/access/passkey removes its own ones. */
async function aPasskeyAlone(): Promise<Things[string]> {
  const foreign = await inserted(
    `insert into passkey (jurisdiction, id, person, name, credential_id, public_key, counter, transports, synced)
      select jurisdiction, $2, id, '密钥', 'thing', 'thing', 0, '{}', false from person where login = $1`,
    ['jinli.maker2'],
  );
  return (holding) => ({ foreign, missing: MISSING })[holding as 'foreign'];
}

async function aPhraseOf(login: string): Promise<string> {
  return inserted(
    `insert into phrase (jurisdiction, id, organization, text, added_by)
      select jurisdiction, $2, organization, $3, id from person where login = $1`,
    [login, `${login}的意见`],
  );
}

async function aDelegationBy(login: string): Promise<string> {
  return inserted(
    `insert into delegation (jurisdiction, id, organization, role, from_person, to_person, valid_from, valid_until, reason)
      select p.jurisdiction, $2, p.organization, 'bank.maker', p.id, (select o.id from person o where o.organization = p.organization
        and o.id <> p.id limit 1), '2020-01-01', '2020-01-02', $3 from person p where p.login = $1
        and exists (select from person o where o.organization = p.organization and o.id <> p.id)`,
    [login, '外出'],
  );
}

async function aNoticeTo(login: string): Promise<string> {
  const [post] = await query<{ to: string; role: string }>(
    'admin',
    `select o.key as to, t.role from person p join post t on t.person = p.id join organization o on o.id = p.organization
      where p.login = $1`,
    [login],
  );
  return aNotice({ to: post?.to ?? '', role: post?.role ?? '' });
}

async function inserted(statement: string, [login, ...rest]: string[]): Promise<string> {
  const id = uuid();
  await query('admin', statement, [login, id, ...rest]);
  return id;
}
