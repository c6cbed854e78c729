import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inParallel, numbers } from '../support/at-once.js';
import { type Answer, type Body, Client, PASSWORD } from '../support/client.js';
import { aCreditCode } from '../support/credit-code.js';
import { aReport } from '../support/filings.js';
import { City, type Node } from './city.js';
import { eventually } from './eventually.js';

/** 25 firms make 500 transactions over more than one case each; `CROSS_FIRMS` for other numbers. */
const FIRMS = Number(process.env['CROSS_FIRMS'] ?? 25);
const BANKS = ['jinli', 'citong', 'haisi', 'anping', 'quanshan'];
const REPORTS_PER_BANK = 2;
const CALLERS = 16;
const SETTLED_MS = 120_000;
jest.setTimeout(600_000);

interface Report {
  id: string;
  path: string;
  bank: string;
  creditCode: string;
}

let city: City;
let nodes: Node[] = [];
const people = new Map<string, Promise<Client>>();

beforeAll(async () => {
  city = await City.found();
  await city.setClock('2026-06-10T09:30:00+08:00');
  nodes = [await city.startNode(), await city.startNode()];
});

afterAll(async () => {
  for (const node of nodes) await node.stop();
  await city.raze();
});

/** Somebody at one of the two nodes. */
function at(turn: number, login: string): Promise<Client> {
  const node = turn % nodes.length;
  const key = `${String(node)} ${login}`;
  const known =
    people.get(key) ??
    (async () => {
      const client = new Client(login, PASSWORD, nodes[node]?.url);
      await client.signIn();
      return client;
    })();
  people.set(key, known);
  return known;
}

/** Looks, and acts on what was seen; again for whoever was overtaken meanwhile, as a person would. */
async function send(turn: number, login: string, path: string, event: object): Promise<Answer> {
  const client = await at(turn, login);
  for (let attempt = 1; ; attempt++) {
    const seen = await client.get(path);
    const answer = await client.request('POST', `${path}/events`, event, {
      ifMatch: seen.headers.get('etag'),
      idempotencyKey: randomUUID(),
    });
    if (answer.status !== 412 || attempt === 30) return answer;
  }
}

async function aReportOn(creditCode: string, bank: string, turn: number): Promise<Report> {
  const maker = await at(turn, `${bank}.maker`);
  const content = aReport({ firm: { creditCode }, plannedDate: '2026-12-01' });
  const { status, body } = await maker.post('/filings', content);
  expect(status).toBe(201);
  const path = `/filings/${body.id}`;
  expect((await send(turn, `${bank}.maker`, path, { type: 'SEND_TO_CHECK' })).status).toBe(200);
  expect((await send(turn, `${bank}.checker`, path, { type: 'FILE' })).status).toBe(200);
  return { id: body.id, path, bank, creditCode };
}

function statesOf(process: string): Promise<{ state: string; count: number }[]> {
  return city.query(
    'select state, count(*)::int as count from process_case where process = $1 group by 1 order by 1',
    [process],
  );
}

async function retriesFor(cause: string): Promise<number> {
  const pages = await Promise.all(nodes.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()));
  return pages
    .flatMap((page) => page.match(new RegExp(`retries_total\\{cause="${cause}"\\} (\\d+)`))?.[1] ?? [])
    .reduce((sum, count) => sum + Number(count), 0);
}

describe(`${String(FIRMS * BANKS.length * REPORTS_PER_BANK * 2)} transactions over several cases, on overlapping firms, from two nodes`, () => {
  const reports: Report[] = [];

  it('are prepared: reports whose offices fell silent, each by its own clocks', async () => {
    const firms = numbers(FIRMS).map(() => aCreditCode());
    const wanted = firms.flatMap((creditCode) =>
      BANKS.flatMap((bank) => numbers(REPORTS_PER_BANK).map(() => ({ creditCode, bank }))),
    );
    reports.push(
      ...(await inParallel(wanted, CALLERS, ({ creditCode, bank }, turn) =>
        aReportOn(creditCode, bank, turn),
      )),
    );

    await city.setClock('2026-06-29T09:30:00+08:00');

    await eventually(async () => {
      const [only, other] = await statesOf('filing');
      return only?.state === 'concluding' && other === undefined ? true : undefined;
    }, SETTLED_MS);
    expect(await statesOf('filing')).toEqual([{ state: 'concluding', count: reports.length }]);
  });

  it('an intervention for each at once: one coordination a firm, and every report in it', async () => {
    const answers = await inParallel(reports, CALLERS, ({ path }, turn) =>
      send(turn, 'finance.leader', path, { type: 'INTERVENE', reason: '企业经营正常，宜协调。' }),
    );

    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(await statesOf('coordination')).toEqual([{ state: 'open', count: FIRMS }]);
    const joined = await city.query<{ count: number }>(
      `select count(*)::int as count from coordination_filing where state = 'joined' group by coordination`,
    );
    expect(joined).toEqual(numbers(FIRMS).map(() => ({ count: BANKS.length * REPORTS_PER_BANK })));
  });

  it('offices conclude while banks withdraw: each report ends once, and each coordination with its last', async () => {
    const coordinations = await city.query<{ id: string; firm: string }>(
      `select c.id, f.credit_code as firm from process_case c join firm f on f.id = c.firm where c.process = 'coordination'`,
    );
    const official = (await (await at(0, 'finance.reviewer')).get('/session')).body.person;
    for (const [turn, { id }] of coordinations.entries()) {
      const assigned = { type: 'ASSIGN', official, posts: ['finance.reviewer'] };
      expect((await send(turn, 'finance.leader', `/coordinations/${id}`, assigned)).status).toBe(200);
    }
    const tableOf = new Map(coordinations.map(({ id, firm }) => [firm, `/coordinations/${id}`]));

    const answers = await inParallel(reports, CALLERS, (report, turn) =>
      turn % 3 === 0
        ? send(turn, `${report.bank}.maker`, report.path, { type: 'WITHDRAW', reason: 'retained' })
        : send(turn, 'finance.reviewer', tableOf.get(report.creditCode) ?? '', {
            type: 'CONCLUDE_FILING',
            filing: report.id,
            outcome: 'notAgreed',
          }),
    );

    expect(answers.filter(({ status }) => status !== 200).map(({ body }): Body => body)).toEqual([]);
    const withdrawn = reports.filter((_, turn) => turn % 3 === 0).length;
    expect(await statesOf('filing')).toEqual([
      { state: 'cleared', count: reports.length - withdrawn },
      { state: 'withdrawn', count: withdrawn },
    ]);
    expect(await statesOf('coordination')).toEqual([{ state: 'concluded', count: FIRMS }]);
  });

  it('no deadlock came of it, neither seen by a client nor mended behind its back', async () => {
    expect(await retriesFor('deadlock')).toBe(0);
    const [{ deadlocks }] = (await city.query<{ deadlocks: number }>(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    )) as [{ deadlocks: number }];
    expect(deadlocks).toBe(0);
  });
});
