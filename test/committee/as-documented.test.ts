import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import {
  aConsultation,
  act,
  aFirm,
  anActiveCommittee,
  aProposal,
  attempt,
  type Committee,
  idOf,
} from '../support/committees.js';
import { documentedFaults, type FaultsOf } from '../support/documented.js';
import { expecting, person } from '../support/filings.js';

const TODAY = '2026-06-10';
const READERS = ['jinli.delegate', 'haisi.delegate', 'finance.reviewer', 'regulator.observer'];

jest.setTimeout(90_000);
let faultsOf: FaultsOf;
let committee: Committee;
let light: Committee;

beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  faultsOf = await documentedFaults();
  light = await aConsultation(['jinli', 'haisi']);
  committee = await anActiveCommittee(TODAY);
  await act(committee, 'jinli.delegate', 'SET_STRATEGY', { strategy: 'stabilise' });
  await act(committee, 'jinli.delegate', 'NAME_VICE_CHAIRS', { viceChairs: [await idOf('citong')] });
  await act(committee, 'haisi.delegate', 'SCHEDULE_ROLLOVER', {
    bank: await idOf('haisi'),
    loan: '流借字2025-088号',
    amount: '3000000.00',
    maturity: '2026-08-15',
    renewal: { amount: '3000000.00', until: '2027-08-14' },
  });
  await act(committee, 'jinli.delegate', 'CALL_MEETING', {
    on: '2026-06-15',
    at: '09:30',
    place: '三楼会议室',
    way: 'hybrid',
    agenda: ['稳贷安排'],
  });
  await setClock('2026-06-15T14:00:00+08:00');
  const { body } = await (await person('jinli.delegate')).get(`${committee.path}/meetings`);
  await act(committee, 'jinli.delegate', 'RECORD_MINUTES', {
    meeting: body.items[0].id,
    text: '会议议定稳定融资。',
    present: ['泉州晋鲤银行'],
  });
});

describe('every answer about committees is what the document says, no field more or less', () => {
  it.each(['', '/claims', '/agreement', '/meetings', '/rollovers', '/actions', '/explain', '/history'])(
    'GET /committees/{id}%s',
    async (what) => {
      for (const login of READERS) {
        const { body } = expecting(200, await (await person(login)).get(`${committee.path}${what}`));
        expect([login, faultsOf(body, `/api/v1/committees/{id}${what}`, 'get', 200)]).toEqual([login, []]);
      }
    },
  );

  it('GET /committees, and the light form', async () => {
    for (const login of READERS) {
      const client = await person(login);
      const list = expecting(200, await client.get('/committees'));
      const page = expecting(200, await client.get(light.path));
      expect(list.body.items.length).toBeGreaterThan(1);
      expect(faultsOf(list.body, '/api/v1/committees', 'get', 200)).toEqual([]);
      expect(faultsOf(page.body, '/api/v1/committees/{id}', 'get', 200)).toEqual([]);
    }
  });

  it('POST /committees, and an event', async () => {
    const client = await person('jinli.delegate');
    const { id: firm } = await aFirm();
    const { body } = expecting(201, await client.post('/committees', await aProposal(firm)));
    expect(faultsOf(body, '/api/v1/committees', 'post', 201)).toEqual([]);

    const path = `/committees/${body.id}`;
    const answer = expecting(
      200,
      await attempt({ ...committee, id: body.id, path }, 'jinli.delegate', 'INVITE'),
    );
    expect(faultsOf(answer.body, '/api/v1/committees/{id}/events', 'post', 200)).toEqual([]);
  });

  it('a refusal is the same problem everywhere', async () => {
    const answer = await attempt(committee, 'jinli.delegate', 'WIND_UP', { reason: '…' });

    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: '/problems/guard-failed', status: 422, code: 'guard-failed' });
  });
});

describe('POST below a committee: an event under its own name', () => {
  it('claims, agreement and meetings are sent with key and version, and answer where it is', async () => {
    const { id: firm } = await aFirm();
    const client = await person('jinli.delegate');
    const { body } = expecting(201, await client.post('/committees', await aProposal(firm)));
    const path = `/committees/${body.id}`;
    expecting(200, await client.send(path, 'INVITE'));
    const ifMatch = (await client.get(path)).headers.get('etag');
    const claim = {
      principal: '8000000.00',
      pledgedMargin: '0.00',
      deposits: '0.00',
      basis: 'loan',
      documents: ['借款合同〔2026〕12号'],
    };

    expect((await client.post(`${path}/claims`, claim)).status).toBe(428);
    const declared = expecting(200, await client.post(`${path}/claims`, claim, { ifMatch }));

    expect(faultsOf(declared.body, '/api/v1/committees/{id}/claims', 'post', 200)).toEqual([]);
    const next = declared.headers.get('etag');
    expect(next).toBe(`"${declared.body.version}"`);
    const { agreement } = (await client.get(`${path}/agreement`)).body;
    const drafted = await client.post(`${path}/agreement`, { agreement }, { ifMatch: next });
    expect([drafted.status, drafted.body.agreement]).toEqual([200, 1]);
    const early = await client.post(`${path}/meetings`, {}, { ifMatch: drafted.headers.get('etag') });
    expect(early.status).toBe(400);
  });
});
