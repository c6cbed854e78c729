import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import { inParallel } from '../support/at-once.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { everyCaseReplays } from '../support/replay.js';
import type { Call, Caller, Reply } from './caller.js';
import { type Judge, judgeBy } from './fuzz/answers.js';
import { PRESENT, requestsTo } from './fuzz/cases.js';
import type { Knowledge } from './fuzz/from-schema.js';
import { type Callers, everyCaller, RIGHTS } from './matrix.js';
import { contract, type Operation } from './operations.js';
import { twoBanks } from './things.js';
import { expectedOf, type Holding, LOGIN_OF, REFUSED, type Things } from './who.js';

const TODAY = '2026-06-10';
/** An operation, spread over all who ask; `npm run test:full` asks as often as each of them. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 200);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_610);
const AT_ONCE = 16;
/** It never ends. */
const OUTSIDE = ['GET /events/stream'];
/** They end the session that they are asked in, or lock its account. */
const LAST = /\/session|\/people\//;
const HOLDINGS: Holding[] = ['own', 'reviewed', 'draft', 'foreign', 'discarded', 'missing'];

jest.setTimeout(3_600_000);
let operations: readonly Operation[];
let knowledge: Knowledge;
let judge: Judge;
let callers: Callers;
let things: Things;

beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  const known = await contract();
  operations = known.operations.filter(({ name }) => !OUTSIDE.includes(name));
  judge = judgeBy(known.document);
  things = await twoBanks(TODAY);
  callers = await everyCaller();
  const ids = await query<{ id: string }>(
    'admin',
    `select id from process_case union all select id from organization union all select id from person
      union all select id from firm limit 400`,
  );
  knowledge = { document: known.document, ids: ids.map(({ id }) => id) };
});
afterAll(everyCaseReplays);

/** What may stand in the address together. */
function addressesOf({ path, parameters }: Operation): string[][] {
  const first = path.includes('/attachments/') ? 'attachments' : path.split('/')[1];
  const names = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  const logins = Object.values(LOGIN_OF).slice(0, 2);
  return HOLDINGS.flatMap((holding) =>
    logins.map((login) => names.map((name) => things[`${String(first)} ${name}`]?.(holding, login) ?? '')),
  ).filter((values) => values.every((value) => value !== ''));
}

/** Where there is nothing to say, everybody has asked twice before it is only said again. */
function casesFor({ parameters, bodies }: Operation): number {
  const hasNothingToSay = parameters.length === 0 && Object.keys(bodies).length === 0;
  return hasNothingToSay ? Math.min(CASES, 2 * Object.keys(callers).length) : CASES;
}

/** Every second time one who may, as the matrix has it; else whoever's turn it is. */
function whoAsks({ name }: Operation, index: number): string {
  const may = Object.values(RIGHTS[name] ?? {}).flatMap((cell) =>
    Object.entries(expectedOf(cell)).flatMap(([who, status]) => (status === REFUSED[who] ? [] : [who])),
  );
  const whos = index % 2 === 0 && may.length > 0 ? may : Object.keys(callers);
  return whos[Math.floor(index / 2) % whos.length] ?? '';
}

/** What is done to a case is done to its present version, where the request does not say otherwise. */
async function asks(caller: Caller, call: Call): Promise<Reply> {
  if (call.headers?.['if-match'] !== PRESENT) return caller.ask(call);
  const [, path = call.path] = /^(\/\w+\/[^/?]+(?:\/coordination)?)/.exec(call.path) ?? [];
  const { headers } = await caller.ask({ method: 'GET', path });
  return caller.ask({ ...call, headers: { ...call.headers, 'if-match': headers.get('etag') ?? '"1.0"' } });
}

interface Fault {
  who: string;
  call: Call;
  reply: Reply;
  faults: string[];
}

async function faultsOf(operation: Operation): Promise<{ asked: number; done: number; faults: Fault[] }> {
  const numRuns = casesFor(operation);
  const calls = fc.sample(requestsTo(operation, knowledge, addressesOf(operation)), { numRuns, seed: SEED });
  const replies = await inParallel(calls, AT_ONCE, async (call, index) => {
    const who = whoAsks(operation, index);
    const reply = await asks(callers[who] as Caller, call);
    return { who, call, reply, faults: judge(operation, reply) };
  });
  return {
    asked: replies.length,
    done: replies.filter(({ reply }) => reply.status < 400).length,
    faults: replies.filter(({ faults }) => faults.length > 0),
  };
}

describe(`every operation, ${String(CASES)} times as the document says, nearly so, and not at all (seed ${String(SEED)})`, () => {
  it('answers as it is documented, and never with a failure of the server', async () => {
    const first = operations.filter(({ path }) => !LAST.test(path));
    const last = operations.filter(({ path }) => LAST.test(path));
    const found: string[] = [];
    let asked = 0;
    let done = 0;

    for (const operation of [...first, ...last]) {
      const outcome = await faultsOf(operation);
      asked += outcome.asked;
      done += outcome.done;
      for (const { who, call, faults } of outcome.faults) {
        found.push(
          `${who} ${call.method} ${call.path} ${JSON.stringify(call.headers)} ${String(call.body).slice(0, 300)} → ${faults.join('; ').slice(0, 400)}`,
        );
      }
    }

    expect(found).toEqual([]);
    expect(asked).toBe(operations.map(casesFor).reduce((sum, cases) => sum + cases));
    // Much of it was done, and not refused at the door.
    expect(done).toBeGreaterThan(asked / 6);
  });
});
