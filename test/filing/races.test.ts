import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OpenedNode } from '../security/opened-node.js';
import { inParallel, numbers } from '../support/at-once.js';
import { type Answer, Client } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aReport, expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

/** Each gives two races within one office and one between the two. */
const CASES = 1_000;
const AT_ONCE = 8;
const BANKS = ['jinli', 'citong', 'haisi', 'anping', 'quanshan'];
const REVIEWERS = ['finance.reviewer', 'finance.reviewer2', 'industry.reviewer', 'industry.reviewer2'];

jest.setTimeout(600_000);
/** The second of each office sends to another node. */
let elsewhere: OpenedNode;
let seconds: ReadonlyMap<string, Client>;
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  elsewhere = await OpenedNode.start();
  const logins = REVIEWERS.filter((login) => login.endsWith('2'));
  seconds = new Map(logins.map((login) => [login, new Client(login, undefined, elsewhere.url)]));
});
afterAll(async () => {
  await elsewhere.stop();
  await everyCaseReplays();
}, 120_000);

describe('processes.md §8, 10: reviewers who decide at the same moment, on two nodes', () => {
  it(`in ${String(CASES)} cases: of one office one wins and the other learns who did; two offices both succeed`, async () => {
    const names = await namesOf(REVIEWERS);
    const paths = await inParallel(numbers(CASES), AT_ONCE, aReportToRaceFor);

    const races = await inParallel(paths, AT_ONCE / 4, (path) =>
      Promise.all(REVIEWERS.map((login) => opine(path, login))),
    );

    for (const race of races) {
      for (const pair of [race.slice(0, 2), race.slice(2)]) expectOneWinner(pair, names);
    }
    const opinions = await query<{ office: string; n: number }>(
      'admin',
      'select office, count(*)::int as n from opinion group by office order by office',
    );
    expect(opinions).toEqual([
      { office: 'finance', n: CASES },
      { office: 'industry', n: CASES },
    ]);
    expect(await query('admin', 'select state, count(*)::int as n from filing group by state')).toEqual([
      { state: 'cleared', n: CASES },
    ]);
  });
});

interface Attempt {
  login: string;
  answer: Answer;
}

function expectOneWinner(pair: Attempt[], names: ReadonlyMap<string, string>): void {
  const winners = pair.filter(({ answer }) => answer.status === 200);
  const losers = pair.filter(({ answer }) => answer.status !== 200);
  expect(winners).toHaveLength(1);
  expect(losers).toHaveLength(1);
  const [winner, loser] = [winners[0], losers[0]];
  expect(loser?.answer).toMatchObject({
    status: 409,
    body: {
      code: 'decided-already',
      event: 'OPINE',
      at: winner?.answer.body.entry.at,
      by: { name: names.get(winner?.login ?? '') },
    },
  });
}

async function opine(path: string, login: string): Promise<Attempt> {
  const client = seconds.get(login) ?? (await person(login));
  const opinion = { position: 'noObjection', text: '无意见。' };
  return { login, answer: await client.send(path, 'OPINE', opinion, { ifMatch: '"4.0"' }) };
}

/** Under review in the routine lane; its version is known without reading it. */
async function aReportToRaceFor(index: number): Promise<string> {
  const bank = BANKS[index % BANKS.length] ?? 'jinli';
  const [maker, checker] = await Promise.all([person(`${bank}.maker`), person(`${bank}.checker`)]);
  const { body } = expecting(201, await maker.post('/filings', aReport()));
  const path = `/filings/${body.id}`;
  expecting(200, await maker.send(path, 'SEND_TO_CHECK', {}, { ifMatch: '"1.0"' }));
  expecting(200, await checker.send(path, 'FILE', {}, { ifMatch: '"2.0"' }));
  const finance = await person('finance.reviewer');
  expecting(200, await finance.send(path, 'ACKNOWLEDGE', {}, { ifMatch: '"3.0"' }));
  return path;
}

async function namesOf(logins: string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ login: string; name: string }>(
    'admin',
    'select login, name from person where login = any ($1)',
    [logins],
  );
  return new Map(rows.map(({ login, name }) => [login, name]));
}
