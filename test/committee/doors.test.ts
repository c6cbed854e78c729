import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import {
  aClaim,
  aFormingCommittee,
  anActiveCommittee,
  aProposedCommittee,
  attempt,
} from '../support/committees.js';
import { person } from '../support/filings.js';
import { denied, refusalsOf } from '../support/refused-by-committees.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';
const REASON = '贷款余额较大，资金周转暂时困难。';

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

describe('whose it is: 403 with the reason as its code, and a trace', () => {
  it('the proposer’s, the chair’s, the creditors’', async () => {
    const forming = await aFormingCommittee();
    await denied(forming, 'citong.delegate', ['CONFIRM_CLAIMS', { recordDate: TODAY }], 'not-the-proposer');
    await denied(forming, 'citong.delegate', ['INVITE', {}], 'not-the-proposer');
    await denied(forming, 'finance.reviewer', ['CONFIRM_CLAIMS', { recordDate: TODAY }], 'not-the-proposer');
    await denied(forming, 'citong.delegate', ['ABANDON', { reason: REASON }], 'not-the-proposer');

    const active = await anActiveCommittee(TODAY);
    await denied(active, 'citong.delegate', ['SET_STRATEGY', { strategy: 'stabilise' }], 'not-the-chair');
    await denied(active, 'citong.delegate', ['NAME_VICE_CHAIRS', { viceChairs: [] }], 'not-the-chair');
    await denied(active, 'citong.delegate', ['WIND_UP', { reason: REASON }], 'not-the-chair');
  });

  it('a post that has no part in it at all: 403, and nothing to trace', async () => {
    const committee = await aFormingCommittee();

    const { status, body } = await attempt(committee, 'finance.reviewer', 'DECLARE_CLAIM', aClaim('1.00'));

    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect(await refusalsOf(committee)).toEqual([]);
  });

  it('an event of another state: 409 with what the state takes', async () => {
    const committee = await aProposedCommittee();

    const answer = await attempt(committee, 'jinli.delegate', 'SET_STRATEGY', { strategy: 'stabilise' });

    expect([answer.status, answer.body.code]).toEqual([409, 'event-not-accepted']);
    expect(answer.body).toMatchObject({ state: 'proposed', allowed: ['INVITE', 'ABANDON'] });
  });

  it('reserved events and PROPOSE come through no door', async () => {
    const committee = await aProposedCommittee();

    for (const type of ['RESOLUTION.CARRIED', 'COURT.ACCEPTED', 'DEADLINE.propose']) {
      const answer = await attempt(committee, 'jinli.delegate', type, {});
      expect([answer.status, answer.body.code]).toEqual([400, 'reserved-event']);
    }
    expect((await attempt(committee, 'jinli.delegate', 'PROPOSE', {})).status).toBe(400);
  });

  it('without a key, without a version, on an old version', async () => {
    const committee = await aFormingCommittee();
    const client = await person('jinli.delegate');
    const reason = { reason: REASON };

    expect((await client.send(committee.path, 'ABANDON', reason, { idempotencyKey: null })).status).toBe(400);
    expect((await client.send(committee.path, 'ABANDON', reason, { ifMatch: null })).status).toBe(428);
    expect((await client.send(committee.path, 'ABANDON', reason, { ifMatch: '"1.0"' })).status).toBe(412);
  });

  it('two creditors who declare at once both succeed', async () => {
    const committee = await aFormingCommittee();
    const [citong, haisi] = await Promise.all([person('citong.delegate'), person('haisi.delegate')]);
    const ifMatch = (await citong.get(committee.path)).headers.get('etag');

    const answers = await Promise.all([
      citong.send(committee.path, 'DECLARE_CLAIM', aClaim('6000000.00'), { ifMatch }),
      haisi.send(committee.path, 'DECLARE_CLAIM', aClaim('4000000.00'), { ifMatch }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});
