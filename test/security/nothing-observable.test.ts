import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventStream } from '../events/event-stream.js';
import { aBatchBy } from '../filing/a-sheet.js';
import { inParallel } from '../support/at-once.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { everyCaseReplays } from '../support/replay.js';
import { aBankAtWork, anotherBankFilesOnTheSame, type BankAtWork } from './a-bank-at-work.js';
import { type Addresses, addressesOf, type Known } from './addresses.js';
import { Caller, observable, type Reply } from './caller.js';
import { contract } from './operations.js';

const TODAY = '2026-06-10';
const AT_ONCE = 8;
/** Every post of a bank that has all of it, and two of one that has no part in anything of these firms. */
const READERS = [
  'jinli.maker',
  'jinli.checker',
  'jinli.delegate',
  'jinli.admin',
  'haisi.maker',
  'haisi.delegate',
];
/** It never ends, so it cannot be compared: a test below reads along. */
const NOT_COMPARED = ['GET /events/stream'];

jest.setTimeout(120_000);
let bank: BankAtWork;
let readers: Caller[];
let addresses: Map<string, Addresses>;

beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  bank = await aBankAtWork(TODAY);
  readers = await inParallel(READERS, 1, (login) => Caller.of(login));
  const known = {
    ...whatIsKnown(bank),
    batch: [await aBatchBy('jinli.maker')],
    entryId: await entriesOf(bank.reviewed.id),
  };
  const { operations } = await contract();
  const reads = operations.filter(({ method, name }) => method === 'GET' && !NOT_COMPARED.includes(name));
  addresses = new Map(reads.map((operation) => [operation.name, addressesOf(operation, known)]));
});
afterAll(everyCaseReplays);

/** Of the log, by the superuser: what the bank itself could name of it. */
async function entriesOf(filing: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    'admin',
    'select id from log_entry where case_id = $1 order by seq limit 2',
    [filing],
  );
  return rows.map(({ id }) => id);
}

/** What stands in the place of parameters: the bank's own things, and words by which another's could be found. */
function whatIsKnown(of: BankAtWork): Known {
  const filings = [of.coordinated.id, of.reviewed.id];
  const codes = [of.coordinated.creditCode, of.reviewed.creditCode];
  return {
    'filings id': filings,
    'firms id': of.firms,
    'committees id': [of.committee.id],
    'resolutions id': [of.resolution.id],
    'supports id': [of.measure],
    'inquiries id': [of.inquiry],
    'coordinations id': [of.coordination.id],
    'processes name': ['filing', 'coordination'],
    'processes version': ['1'],
    ...Object.fromEntries(
      ['code', 'state', 'iss', 'session_state', 'error', 'error_description', 'error_uri'].map((name) => [
        `session ${name}`,
        ['x'],
      ]),
    ),
    'firms county': ['jinjiang'],
    'webhooks id': [of.webhook],
    organization: of.organizations,
    'committees firm': of.firms,
    meeting: [of.meeting],
    sha256: [of.sha256],
    size: ['1', '40'],
    'audit id': ['01890000-0000-7000-8000-000000000000'],
    'audit from': ['1'],
    'audit to': ['40'],
    year: ['2026'],
    creditCode: codes,
    name: ['晋江市某鞋业'],
    county: ['jinjiang'],
    bank: ['jinli', 'citong'],
    owner: ['jinli', 'citong', 'zhouzhuan'],
    filing: filings,
    parent: [...filings, ...of.firms, of.coordination.id],
    committee: [of.committee.id],
    q: [...codes, codes[0]?.slice(0, 12) ?? '', '晋江市', '刺桐'],
    from: [TODAY],
    workingDays: ['5'],
    to: [TODAY],
    on: [TODAY],
    unreviewedSince: [TODAY],
    after: ['01890000-0000-7000-8000-000000000000'],
    case: filings,
    person: ['01890000-0000-7000-8000-000000000000'],
    type: ['FILE'],
    revision: ['1'],
    months: ['1', '12'],
  };
}

interface Read {
  reader: Caller;
  path: string;
}

/** Every answer that these readers get, under their login and the address. */
async function everythingRead(): Promise<Map<string, Reply>> {
  const paths = [...addresses.values()].flatMap(({ paths: each }) => each);
  const reads: Read[] = readers.flatMap((reader) => paths.map((path) => ({ reader, path })));
  const replies = await inParallel(reads, AT_ONCE, ({ reader, path }) => reader.ask({ method: 'GET', path }));
  return new Map(
    reads.map(({ reader, path }, index) => [`${reader.login} ${path}`, replies[index] as Reply]),
  );
}

describe('every address that the OpenAPI document gives to readers', () => {
  it('can be asked for: nothing is known of no parameter', () => {
    const unknown = [...addresses.values()].flatMap(({ unknown: each }) => each);

    expect(unknown).toEqual([]);
    for (const { paths } of addresses.values()) expect(paths.length).toBeGreaterThan(0);
  });
});

describe('another bank files on the same firms, is inquired into, and its coordination begins', () => {
  it('and no bank reads a byte that is another than before', async () => {
    const streams = await inParallel(READERS, 1, (login) => EventStream.open(login));
    for (const stream of streams) await stream.ready();
    const before = await everythingRead();

    const others = await anotherBankFilesOnTheSame(bank);

    const after = await everythingRead();
    const different = [...before].filter(
      ([key, reply]) => observable(after.get(key) as Reply) !== observable(reply),
    );
    expect(different.map(([key, reply]) => [key, reply.text, after.get(key)?.text])).toEqual([]);
    expect(streams.flatMap((stream) => stream.casesTold())).toEqual([]);
    for (const stream of streams) stream.close();
    // The comparison compared something: every kind of reader read much, and what happened can be seen by its bank.
    for (const login of READERS) {
      const own = [...before].filter(([key, { status }]) => key.startsWith(`${login} `) && status === 200);
      expect(own.length).toBeGreaterThan(60);
    }
    const filer = await Caller.of('citong.maker');
    for (const { path, creditCode } of others) {
      expect((await filer.ask({ method: 'GET', path })).status).toBe(200);
      const found = await filer.ask({ method: 'GET', path: `/filings?creditCode=${creditCode}` });
      expect(found.text).toContain(creditCode);
    }
  });

  it('nor does it find the other report, asked for by its id', async () => {
    const [reader] = readers as [Caller];
    const filings = [bank.coordinated, bank.reviewed].map(({ creditCode }) => creditCode);
    const finance = await Caller.of('finance.reviewer');

    for (const creditCode of filings) {
      const { text } = await finance.ask({ method: 'GET', path: `/filings?creditCode=${creditCode}` });
      const foreign = JSON.parse(text).items.filter(
        (each: { bank: { key: string } }) => each.bank.key === 'citong',
      );
      expect(foreign.length).toBeGreaterThan(0);
      for (const { id } of foreign) {
        const reply = await reader.ask({ method: 'GET', path: `/filings/${id}` });
        const missing = await reader.ask({
          method: 'GET',
          path: '/filings/01890000-0000-7000-8000-000000000000',
        });
        expect(observable(reply)).toBe(observable(missing));
      }
    }
  });
});
