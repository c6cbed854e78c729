import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import { documentedFaults, type FaultsOf } from '../support/documented.js';
import { expecting, type Filing, person } from '../support/filings.js';
import { act, aMeasureOf, type Measure } from '../support-tasks/a-measure.js';
import { aCoordination, type Coordination, confirm, coordinate } from './a-coordination.js';

jest.setTimeout(60_000);
afterAll(releaseClock);

const OFFICES = ['finance.reviewer', 'industry.leader', 'jinjiang.coordinator', 'regulator.observer'];
const ASKED = ['', '/actions', '/explain', '/history'];

let faultsOf: FaultsOf;
let coordination: Coordination;
let filing: Filing;
let measure: Measure;

beforeAll(async () => {
  await setClock('2026-06-10T10:00:00+08:00');
  faultsOf = await documentedFaults();
  coordination = await aCoordination(['jinli', 'citong']);
  filing = coordination.filings[0] as Filing;
  measure = await aMeasureOf(coordination);
  await act(measure, 'zhouzhuan.officer', 'START');
  await act(measure, 'zhouzhuan.officer', 'REPORT_REPAID', { on: '2026-06-10', amount: '700000.00' });
  await coordinate(coordination, 'finance.reviewer', 'CALL_MEETING', {
    on: '2026-06-10',
    place: '市行政中心',
    agenda: '商议续贷。',
    filings: [filing.id],
  });
  await coordinate(coordination, 'finance.reviewer', 'RECORD_MINUTES', {
    heldOn: '2026-06-10',
    participants: ['泉州晋鲤银行'],
    text: '原则同意展期。',
  });
  const agreement = { outcome: 'reducedTo', amount: '400000.00' };
  await coordinate(coordination, 'finance.reviewer', 'PROPOSE', {
    filing: filing.id,
    text: '建议减少。',
    ...agreement,
  });
  await confirm(filing, agreement);
});

async function faults(login: string, path: string, route: string): Promise<unknown> {
  const { body } = expecting(200, await (await person(login)).get(path));
  return faultsOf(body, `/api/v1${route}`, 'get', 200);
}

describe('every answer is what the document says, no field more or less', () => {
  it.each(ASKED)('GET /coordinations/{id}%s', async (what) => {
    for (const login of OFFICES) {
      expect([
        login,
        await faults(login, `${coordination.path}${what}`, `/coordinations/{id}${what}`),
      ]).toEqual([login, []]);
    }
  });

  it.each(['', '/actions', '/history'])('GET /filings/{id}/coordination%s', async (what) => {
    const path = `${filing.path}/coordination${what}`;
    for (const login of ['jinli.maker', 'jinli.checker']) {
      expect([login, await faults(login, path, `/filings/{id}/coordination${what}`)]).toEqual([login, []]);
    }
  });

  it.each(ASKED)('GET /supports/{id}%s', async (what) => {
    for (const login of [...OFFICES, 'zhouzhuan.officer', 'jinli.maker']) {
      expect([login, await faults(login, `${measure.path}${what}`, `/supports/{id}${what}`)]).toEqual([
        login,
        [],
      ]);
    }
  });

  it.each(['/coordinations', '/supports'])('GET %s', async (path) => {
    for (const login of OFFICES) expect([login, await faults(login, path, path)]).toEqual([login, []]);
  });

  it.each(['todo', 'done', 'cc'])(
    'GET /worklist?tab=%s, with coordinations and measures in it',
    async (tab) => {
      for (const login of [
        'finance.reviewer',
        'industry.reviewer',
        'jinjiang.coordinator',
        'zhouzhuan.officer',
      ]) {
        expect([login, await faults(login, `/worklist?tab=${tab}`, '/worklist')]).toEqual([login, []]);
      }
    },
  );

  it('GET /inbox', async () => {
    for (const login of [...OFFICES, 'zhouzhuan.officer', 'jinli.maker']) {
      expect([login, await faults(login, '/inbox?limit=100', '/inbox')]).toEqual([login, []]);
    }
  });

  it('the answers to events', async () => {
    const post = async (answer: object, route: string) => faultsOf(answer, `/api/v1${route}`, 'post', 200);
    const part = { path: `${filing.path}/coordination` };
    const result = { amount: '700000.00', relentOn: '2026-06-10', relentAmount: '700000.00' };

    const own = await coordinate(part, 'jinli.maker', 'PREPARE_OUTCOME', { outcome: 'retained' });
    const done = await act(measure, 'zhouzhuan.officer', 'REPORT_DONE', { result });
    const concluded = await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', {
      filing: filing.id,
      outcome: 'reducedTo',
    });

    expect([
      await post(own, '/filings/{id}/coordination/events'),
      await post(done, '/supports/{id}/events'),
      await post(concluded, '/coordinations/{id}/events'),
    ]).toEqual([[], [], []]);
    expect(await faults('finance.leader', measure.path, '/supports/{id}')).toEqual([]);
    expect(await faults('finance.leader', coordination.path, '/coordinations/{id}')).toEqual([]);
  });
});
