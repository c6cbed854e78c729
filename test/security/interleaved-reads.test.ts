import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { City } from '../faults/city.js';
import { inParallel, numbers } from '../support/at-once.js';
import { type Body, Client, PASSWORD } from '../support/client.js';
import { aCreditCode } from '../support/credit-code.js';
import { aReport } from '../support/filings.js';

/** About forty seconds on two busy cores; `INTERLEAVED_READS` for more or fewer. */
const READS = Number(process.env['INTERLEAVED_READS'] ?? 10_000);
const CALLERS = 16;
const REPORTS_PER_BANK = 3;
jest.setTimeout(1_200_000);

interface Bank {
  officer: Client;
  /** What only this bank's rows hold: ids of its reports and credit codes of its firms. */
  marks: string[];
  paths: string[];
}

let city: City;
let banks: [Bank, Bank];

beforeAll(async () => {
  city = await City.found();
  await city.setClock('2026-06-10T09:30:00+08:00');
  const { url } = await city.startNode({ WENDAI_POOL_SIZE: '1' });
  banks = [await aBank('jinli', url), await aBank('citong', url)];
});

afterAll(() => city.raze());

async function aBank(bank: string, url: string): Promise<Bank> {
  const officer = new Client(`${bank}.maker`, PASSWORD, url);
  await officer.signIn();
  const reports: Body[] = [];
  for (let each = 0; each < REPORTS_PER_BANK; each++) {
    const creditCode = aCreditCode();
    const content = aReport({ firm: { creditCode }, plannedDate: '2026-12-01' });
    const { status, body } = await officer.post('/filings', content);
    expect(status).toBe(201);
    reports.push({ id: body.id, creditCode });
  }
  return {
    officer,
    marks: reports.flatMap(({ id, creditCode }) => [id, creditCode]),
    paths: [
      '/filings?limit=100',
      '/worklist?tab=mine',
      ...reports.flatMap(({ id }) => [`/filings/${id}`, `/filings/${id}/history`]),
    ],
  };
}

describe('two banks that share one connection to the database', () => {
  it(`never see a row of each other in ${String(READS)} interleaved reads`, async () => {
    let answers = 0;
    let ownRows = 0;
    const foreign: string[] = [];

    await inParallel(numbers(READS), CALLERS, async (turn) => {
      const [own, other] = turn % 2 === 0 ? banks : [banks[1], banks[0]];
      const path = own.paths[Math.floor(turn / 2) % own.paths.length] ?? '';
      const { status, body } = await own.officer.get(path);
      if (status !== 200) throw new Error(`${path}: ${String(status)}`);
      const text = JSON.stringify(body);
      answers++;
      if (own.marks.some((mark) => text.includes(mark))) ownRows++;
      if (other.marks.some((mark) => text.includes(mark))) foreign.push(`${String(turn)} ${path}`);
    });

    expect(foreign).toEqual([]);
    expect(answers).toBe(READS);
    // Histories need not name the report they belong to; everything else does.
    expect(ownRows).toBeGreaterThan(READS / 2);
  });

  it('find nothing under the address of a report of the other', async () => {
    for (const [own, other] of [banks, [banks[1], banks[0]]] as const) {
      for (const path of other.paths.filter((each) => each.startsWith('/filings/'))) {
        expect((await own.officer.get(path)).status).toBe(404);
      }
    }
  });
});
