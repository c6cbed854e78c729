import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { codeAt } from '../access/sign-in/visitor.js';
import { City } from '../faults/city.js';
import { type Answer, Client, PASSWORD } from '../support/client.js';
import { aReport, expecting } from '../support/filings.js';

const NOW = '2026-06-10T09:30:00+08:00';
/** Of all nodes of this run: the keys that sealed what each city was founded with. */
const KEYS = process.env['TEST_HOME'] ?? '.test';
const LOG = join(KEYS, `wendai_city_${process.env['JEST_WORKER_ID'] ?? '1'}`, 'node.log');
/** May be read back in the database, where the bank's own row is what it is for: an address that it gave us to call. */
const IN_THE_DATABASE = ['webhookAddress'];

jest.setTimeout(120_000);
let city: City;
let url: string;
/** By what it is. Each is made anew, so that no file of the repository can hold it. */
const planted: Record<string, string> = {};
/** Every answer that was a refusal, as it was sent. */
const refusals: string[] = [];

/** Something that occurs nowhere else. */
function plant(name: string, value = `${name}-${randomBytes(12).toString('hex')}`): string {
  planted[name] = value;
  return value;
}

async function refused(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  expect(status).toBeGreaterThanOrEqual(400);
  refusals.push(JSON.stringify(body));
}

beforeAll(async () => {
  rmSync(LOG, { force: true });
  city = await City.found();
  await city.setClock(NOW);
  const smtpPassword = plant('smtpPassword');
  const node = await city.startNode({
    LOG_LEVEL: 'debug',
    SMTP_URL: `smtp://wendai:${smtpPassword}@127.0.0.1:9`,
    WENDAI_WEBHOOK_NETWORKS: '127.0.0.2/32',
  });
  url = node.url;
  plant('databasePassword', new URL(process.env['TEST_APP_URL'] ?? '').password);
  plant('fieldKey', lastLineOf('field-keys'));
  plant('signingKey', lastLineOf('signing-key.pem', 1));
  plant('rightPassword', PASSWORD);
  await aDayAtWork();
});
afterAll(() => city.raze());

/** Of a file of keys; `from` the end. */
function lastLineOf(name: string, from = 0): string {
  const lines = readFileSync(join(KEYS, name), 'utf8').trim().split('\n');
  return (lines.at(-1 - from) ?? '').split(/[\s:]/).at(-1) ?? '';
}

/** People and systems use each secret, rightly and wrongly. */
async function aDayAtWork(): Promise<void> {
  await signingIn();
  await aReportOfABank();
  await theBanksSystems();
}

async function signingIn(): Promise<void> {
  const stranger = new Client(undefined, undefined, url);
  await refused(stranger.post('/session', { login: 'jinli.maker', password: plant('wrongPassword') }));
  await refused(stranger.post('/session', { login: plant('passwordInTheWrongField'), password: '' }));
  const headers = { cookie: `wendai-session=${plant('unknownSession')}` };
  await refused(stranger.get('/filings', { headers }));
  await refused(stranger.get('/filings', { headers: { authorization: `Bearer ${plant('unknownKey')}` } }));

  const signedIn = expecting(
    201,
    await stranger.post('/session', { login: 'citong.maker', password: PASSWORD }),
  );
  const [cookie = ''] = signedIn.headers.getSetCookie()[0]?.split(';') ?? [];
  plant('session', cookie.split('=')[1]);
  const own = { headers: { cookie } };
  const current = PASSWORD;
  await refused(
    stranger.put('/session/password', { current, password: plant('shortPassword', '7qZ!x') }, own),
  );
  await refused(
    stranger.put('/session/password', { current: plant('wrongCurrent'), password: 'x'.repeat(20) }, own),
  );
  expecting(204, await stranger.put('/session/password', { current, password: plant('newPassword') }, own));

  const leader = new Client('finance.leader', PASSWORD, url);
  const { secret } = expecting(201, await leader.post('/session/second-factor')).body;
  plant('secondFactor', secret);
  await refused(leader.put('/session/second-factor', { code: '000000' }));
  expecting(204, await leader.put('/session/second-factor', { code: codeAt(secret, NOW) }));
}

async function aReportOfABank(): Promise<void> {
  const maker = new Client('jinli.maker', PASSWORD, url);
  const said = {
    contact: { name: plant('contactName'), post: '授信审查部', phone: plant('contactPhone', phone()) },
    loans: [{ contractNo: plant('contractNo'), noteNo: plant('noteNo'), amount: '700000.00' }],
    ground: { code: 'headOfficeLimit', facts: '总行压降限额。', contractClause: plant('contractClause') },
  };
  const { id } = expecting(201, await maker.post('/filings', aReport(said))).body;
  await refused(
    maker.patch(`/filings/${id}`, { contact: { ...said.contact, unknown: planted['contactPhone'] } }),
  );
  await refused(maker.patch(`/filings/${id}`, { contact: { ...said.contact, phone: `${phone()}abc` } }));
  expecting(200, await maker.send(`/filings/${id}`, 'SEND_TO_CHECK'));
  expecting(200, await new Client('jinli.checker', PASSWORD, url).send(`/filings/${id}`, 'FILE'));
}

async function theBanksSystems(): Promise<void> {
  const admin = new Client('jinli.admin', PASSWORD, url);
  const wish = { name: '信贷系统', duty: 'prepare', addresses: ['127.0.0.1'], validUntil: '2026-12-31' };
  const key = expecting(201, await admin.post('/api-keys', wish)).body;
  const headers = { authorization: `Bearer ${plant('apiKey', key.secret)}` };
  await refused(new Client(undefined, undefined, url).post('/filings', {}, { headers }));
  const address = `http://127.0.0.2:9/${plant('webhookAddress')}`;
  const webhook = expecting(201, await admin.post('/webhooks', { url: address })).body;
  plant('webhookSecret', webhook.secret);
  await refused(admin.post('/webhooks', { url: address }));
  const [colleague] = await city.query<{ id: string }>('select id from person where login = $1', [
    'jinli.checker2',
  ]);
  const reset = expecting(201, await admin.post(`/people/${String(colleague?.id)}/password-reset`)).body;
  plant('initialPassword', reset.initialPassword);
}

function phone(): string {
  return `1385${String(randomInt(1_000_000, 9_999_999))}`;
}

function heldIn(text: string): string[] {
  return Object.entries(planted).flatMap(([name, value]) => (text.includes(value) ? [name] : []));
}

describe('of more than twenty secrets of a working day, with the log at its most talkative', () => {
  it('the log holds none', async () => {
    const log = readFileSync(LOG, 'utf8');

    expect(Object.values(planted).filter((value) => value.length >= 5).length).toBeGreaterThanOrEqual(20);
    expect(log.split('\n').length).toBeGreaterThan(refusals.length);
    expect(heldIn(log)).toEqual([]);
  });

  it('no refusal holds one', () => {
    expect(refusals.length).toBeGreaterThan(10);
    expect(heldIn(refusals.join('\n'))).toEqual([]);
  });

  it('the OpenAPI document holds none', async () => {
    const { body } = await new Client(undefined, undefined, url).get('/openapi.json');

    expect(heldIn(JSON.stringify(body))).toEqual([]);
  });

  it('a dump of the database holds none', async () => {
    const tables = await city.query<{ name: string }>(
      `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    const held = new Set<string>();
    for (const { name } of tables) {
      const rows = await city.query<{ row: string }>(`select t::text as row from "${name}" t`);
      for (const each of heldIn(rows.map(({ row }) => row).join('\n'))) held.add(each);
    }

    expect([...held]).toEqual(IN_THE_DATABASE);
    // What lies open is found: the search can find.
    plant('markOfTheSearch', '总行压降限额。');
    const [row] = await city.query<{ text: string }>(
      'select string_agg(t::text, $1) as text from filing_revision t',
      [randomUUID()],
    );
    expect(heldIn(row?.text ?? '')).toEqual(['markOfTheSearch']);
  });
});
