import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { aClaim, act, anActiveCommittee, beside, type Committee, idOf, seen } from '../support/committees.js';
import { query } from '../support/database.js';
import { act as actOn, aFiledReport, type Filing, person, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { aDraftedItem, aNoticedItem, ORDINARY, seen as seenItem, vote } from '../support/resolutions.js';

const TODAY = '2026-06-10';
/** Notice of three working days is over. */
const VOTING = '2026-06-16T09:30:00+08:00';
const FOUR = ['jinli', 'citong', 'haisi', 'anping'];

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

/** All members vote for it, once its notice is over. */
async function carried(committee: Committee, subject: Record<string, unknown>): Promise<void> {
  const item = await aNoticedItem(committee, { subject });
  await advanceTo(VOTING);
  for (const bank of committee.banks) {
    if ((await seenItem(item)).state === 'voting') await vote(item, bank);
  }
}

/** A member's report, referred to the committee by the finance leader. */
async function aReferredReport(committee: Committee, bank = 'citong'): Promise<Filing> {
  const content = { firm: { creditCode: committee.creditCode }, plannedDate: '2026-08-03' };
  const filing = await aFiledReport({ bank, content });
  await actOn(filing, 'finance.reviewer', 'ACKNOWLEDGE');
  for (const office of ['finance', 'industry']) {
    await actOn(filing, `${office}.reviewer`, 'OPINE', {
      position: 'referToCommittee',
      text: '请债委会研判。',
    });
    const { lane } = await seenBy(filing, 'finance.reviewer');
    if (lane === 'focus') await actOn(filing, `${office}.leader`, 'SIGN_OPINION');
  }
  await actOn(filing, 'finance.leader', 'REFER_TO_COMMITTEE');
  return filing;
}

describe('重大事项: what the members decide about their committee', () => {
  it('a dissolution winds it up; what else was voted on is dropped, what was referred goes back', async () => {
    const committee = await anActiveCommittee(TODAY);
    const filing = await aReferredReport(committee);
    expect((await seenBy(filing, 'finance.leader')).state).toBe('referred');
    const other = await aDraftedItem(committee, { subject: ORDINARY });

    await carried(committee, { type: 'dissolution' });

    expect((await seen(committee)).state).toBe('winding');
    expect((await seenItem(other)).state).toBe('dropped');
    expect((await seenBy(filing, 'finance.leader')).state).toBe('concluding');
    await advanceTo('2026-07-29T18:00:00+08:00');
    expect((await seen(committee)).state).toBe('dissolved');
  });

  it('an accession lets a bank in, which declares its claim and signs', async () => {
    const committee = await anActiveCommittee(TODAY);
    await carried(committee, { type: 'accession', organization: await idOf('quanshan') });

    expect((await seen(committee, 'quanshan.delegate')).part).toBe('observer');
    await act(committee, 'quanshan.delegate', 'DECLARE_CLAIM', aClaim('3000000.00'));
    const { agreement } = await seen(committee);
    await act(committee, 'quanshan.delegate', 'ACCEDE', { agreement, authorization: '授权书〔2026〕9号' });

    expect(await seen(committee, 'quanshan.delegate')).toMatchObject({ part: 'member', members: 4 });
    expect((await beside(committee, 'claims', 'quanshan.delegate')).total).toBe('21000000.00');
  });

  it('a standstill stands on the committee’s page, for members and offices', async () => {
    const committee = await anActiveCommittee(TODAY, { banks: FOUR });

    await carried(committee, { type: 'standstill', days: 90 });

    const page = await seen(committee, 'anping.delegate');
    expect(page.standstill).toMatchObject({ until: expect.stringMatching(/^2026-09-/) });
    expect((await seen(committee)).standstill).toEqual(page.standstill);
  });

  it('too few members are left, but what is being voted on is decided first', async () => {
    const committee = await anActiveCommittee(TODAY);
    await aNoticedItem(committee, { subject: ORDINARY });
    await setClock('2026-06-11T09:30:00+08:00');
    await act(committee, 'haisi.delegate', 'TRANSFER_CLAIM', {
      to: await idOf('quanshan'),
      amount: '4000000.00',
      on: '2026-06-11',
    });
    const client = await person('jinli.delegate');
    await client.get(committee.path);

    const answer = await client.send(committee.path, 'WIND_UP', { reason: '成员单位不足三家。' });

    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ code: 'votes-open' }]]);
  });
});

describe('提前报告: a referral shows the report to the chair, of a member only', () => {
  it('to the chair, and to no other member', async () => {
    const committee = await anActiveCommittee(TODAY);
    const filing = await aReferredReport(committee);

    expect((await (await person('jinli.delegate')).get(filing.path)).status).toBe(200);
    expect((await (await person('haisi.delegate')).get(filing.path)).status).toBe(404);
  });

  it('the chair’s own: to a vice chair', async () => {
    const committee = await anActiveCommittee(TODAY);
    await act(committee, 'jinli.delegate', 'NAME_VICE_CHAIRS', { viceChairs: [await idOf('haisi')] });

    const filing = await aReferredReport(committee, 'jinli');

    expect((await (await person('haisi.delegate')).get(filing.path)).status).toBe(200);
    expect((await (await person('citong.delegate')).get(filing.path)).status).toBe(404);
  });

  it('of a bank that is no member nothing is referred', async () => {
    const committee = await anActiveCommittee(TODAY);
    const content = { firm: { creditCode: committee.creditCode }, plannedDate: '2026-08-03' };
    const filing = await aFiledReport({ bank: 'anping', content });
    await actOn(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    await advanceTo('2026-06-23T18:00:00+08:00');

    const leader = await person('finance.leader');
    await leader.get(filing.path);
    const answer = await leader.send(filing.path, 'REFER_TO_COMMITTEE', { reason: '请债委会研判。' });

    expect(answer.body.errors).toMatchObject([{ code: 'no-active-committee' }]);
    const rows = await query(
      'admin',
      "select 1 from process_case where process = 'resolution' and firm = $1",
      [committee.firm],
    );
    expect(rows).toEqual([]);
  });
});
