import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Client } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { copiesOf } from '../support/copies.js';
import { query } from '../support/database.js';
import { aReportUnderReview, type Filing, person, seenBy } from '../support/filings.js';

const PAIRS = 1_000;
const RETRIED = 200;
const TIMES = 5;
/** As many filings are raced for at once as keeps every connection of the server busy. */
const AT_ONCE = 8;

let filings: Filing[];
let version: string;
let offices: { finance: Client[]; industry: Client[] };

beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  const sample = await aReportUnderReview();
  version = (await seenBy(sample, 'finance.reviewer')).version;
  filings = await copiesOf(sample, PAIRS + RETRIED);
  offices = {
    finance: await Promise.all(['finance.reviewer', 'finance.reviewer2'].map(person)),
    industry: await Promise.all(['industry.reviewer', 'industry.reviewer2'].map(person)),
  };
}, 120_000);

describe('processes.md §8, 10: two reviewers of one office, and reviewers of two offices, at once', () => {
  it(`lets one of each office win, and tells the other who and when, in ${String(PAIRS)} races`, async () => {
    const raced = filings.slice(0, PAIRS);

    const answers = await inTurns(raced, (filing) =>
      Promise.all([...offices.finance, ...offices.industry].map((client) => opine(client, filing))),
    );

    const outcomes = answers.map((four) => [outcomeOf(four.slice(0, 2)), outcomeOf(four.slice(2))]);
    expect(outcomes.filter((both) => both.every((outcome) => outcome === 'one won'))).toHaveLength(PAIRS);
    const losers = answers.flat().filter(({ status }) => status === 409);
    expect(losers).toHaveLength(2 * PAIRS);
    for (const { body } of losers) {
      expect(body).toMatchObject({
        code: 'decided-already',
        by: { name: expect.any(String) },
        at: expect.stringMatching(/\+08:00$/),
        event: 'OPINE',
      });
    }
    expect(await opinionsOf(raced)).toEqual({
      filings: PAIRS,
      opinions: 2 * PAIRS,
      entries: 2 * PAIRS,
      states: ['cleared'],
    });
  }, 300_000);
});

describe('Idempotency-Key: one effect each', () => {
  it(`answers ${String(RETRIED * TIMES)} requests of ${String(RETRIED)} keys as the first of each, some of them at once`, async () => {
    const retried = filings.slice(PAIRS);

    const answers = await inTurns(retried, async (filing) => {
      const key = randomUUID();
      const [client] = offices.finance;
      if (client === undefined) throw new Error('nobody is signed in');
      const together = await Promise.all(Array.from({ length: TIMES - 1 }, () => opine(client, filing, key)));
      return [...together, await opine(client, filing, key)];
    });

    expect(answers.flat().map(({ status }) => status)).toEqual(
      Array.from({ length: RETRIED * TIMES }, () => 200),
    );
    expect(answers.map((same) => new Set(same.map(({ body }) => JSON.stringify(body.entry))).size)).toEqual(
      retried.map(() => 1),
    );
    expect(await opinionsOf(retried)).toEqual({
      filings: RETRIED,
      opinions: RETRIED,
      entries: RETRIED,
      states: ['reviewing'],
    });
  }, 300_000);
});

function opine(client: Client, { path }: Filing, idempotencyKey: string = randomUUID()): Promise<Answer> {
  const payload = { position: 'noObjection', text: '已了解企业情况。' };
  return client.send(path, 'OPINE', payload, { ifMatch: `"${version}"`, idempotencyKey });
}

function outcomeOf(pair: Answer[]): string {
  const statuses = pair.map(({ status }) => status).sort();
  return statuses.join() === '200,409' ? 'one won' : statuses.join();
}

/** So many at a time, all of them. */
async function inTurns<Result>(all: Filing[], race: (filing: Filing) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    results.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(race))));
  }
  return results;
}

async function opinionsOf(raced: Filing[]): Promise<object | undefined> {
  const [found] = await query(
    'admin',
    `select count(*)::int as filings, array_agg(distinct c.state) as states,
      (select count(*)::int from opinion o where o.filing = any ($1)) as opinions,
      (select count(*)::int from log_entry e where e.case_id = any ($1) and e.type = 'OPINE') as entries
    from process_case c where c.id = any ($1)`,
    [raced.map(({ id }) => id)],
  );
  return found;
}
