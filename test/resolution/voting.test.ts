import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import type { Committee } from '../support/committees.js';
import { idOf } from '../support/committees.js';
import { query } from '../support/database.js';
import { expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCommittee,
  act,
  aDraftedItem,
  aNoticedItem,
  attempt,
  countOf,
  ORDINARY,
  seen,
  tryToVote,
  vote,
} from '../support/resolutions.js';

const TODAY = '2026-06-10';
/** Notice of three working days is over. */
const VOTING = '2026-06-16T09:30:00+08:00';

jest.setTimeout(120_000);
let committee: Committee;
beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  committee = await aCommittee(TODAY);
});
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

describe('债权人协议: from an item to its vote', () => {
  it('POST /committees/{id}/resolutions drafts an item and answers where it is', async () => {
    const client = await person('haisi.delegate');

    const answer = expecting(
      201,
      await client.post(`${committee.path}/resolutions`, {
        subject: { type: 'standstill', days: 60 },
        title: '设立稳定期',
        text: '设立稳定期六十天。',
      }),
    );

    expect(answer.body).toMatchObject({
      state: 'drafted',
      kind: 'major',
      subject: { type: 'standstill', days: 60 },
      askedBy: { key: 'haisi' },
    });
    expect(answer.body.number).toMatch(/^泉债决〔2026〕\d+号$/);
    expect(answer.headers.get('location')).toBe(`/api/v1/resolutions/${answer.body.id}`);
    expect(answer.headers.get('etag')).toBe(`"${answer.body.version}"`);
  });

  it('before the notice it is known to whoever presides and whoever asked, and to nobody else', async () => {
    const item = await aDraftedItem(committee, { by: 'haisi' });
    const statuses = async () => {
      const logins = ['jinli', 'haisi', 'anping'].map((bank) => `${bank}.delegate`);
      const answers = await Promise.all(
        [...logins, 'regulator.observer'].map(async (login) => (await person(login)).get(item.path)),
      );
      return answers.map(({ status }) => status);
    };

    expect(await statuses()).toEqual([200, 200, 404, 404]);
    await act(item, 'jinli.delegate', 'NOTICE');
    expect(await statuses()).toEqual([200, 200, 200, 200]);
  });

  it('the notice freezes members and claims; after three working days the vote runs', async () => {
    const item = await aNoticedItem(committee);

    expect(await seen(item)).toMatchObject({
      state: 'noticed',
      recordDate: TODAY,
      entitled: { heads: 5, claims: '21000000.00' },
    });
    await advanceTo(VOTING);
    expect(await seen(item)).toMatchObject({ state: 'voting', turnout: { heads: 0, claims: '0.00' } });
  });

  it('the last entitled head closes it at once, and the count is exact', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo(VOTING);

    for (const bank of ['jinli', 'citong', 'haisi']) await vote(item, bank);
    await vote(item, 'anping', { choice: 'against' });
    const { resolution } = await vote(item, 'quanshan', { choice: 'abstain' });

    expect(resolution).toMatchObject({
      state: 'carried',
      tally: {
        passed: true,
        heads: 5,
        forHeads: 3,
        againstHeads: 1,
        abstainHeads: 1,
        silentHeads: 0,
        neededHeads: 3,
        totalClaims: '21000000.00',
        forClaims: '18000000.00',
      },
    });
  });

  it('the deadline closes it whoever has voted; silence is not for it', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo(VOTING);
    for (const bank of ['jinli', 'citong']) await vote(item, bank);

    await advanceTo('2026-07-01T09:30:00+08:00');

    expect(await seen(item)).toMatchObject({
      state: 'failed',
      tally: { passed: false, reasons: ['headsBelowMajority'], forHeads: 2, silentHeads: 3 },
    });
  });

  it('a drafted item that the chair leaves lying may be noticed by the member that asked', async () => {
    const item = await aDraftedItem(committee, { by: 'haisi' });
    expect((await attempt(item, 'haisi.delegate', 'NOTICE')).status).toBe(403);

    await advanceTo('2026-06-15T09:30:00+08:00');

    expect(await act(item, 'haisi.delegate', 'NOTICE')).toMatchObject({ resolution: { state: 'noticed' } });
  });
});

describe('债权人协议: who votes, and how often', () => {
  it('a bank that is no member learns of nothing', async () => {
    const small = await aCommittee(TODAY, ['jinli', 'citong', 'haisi']);
    const item = await aNoticedItem(small);
    await advanceTo(VOTING);

    expect((await tryToVote(item, 'anping')).status).toBe(404);
    expect((await tryToVote(item, 'anping', { member: 'jinli' })).status).toBe(404);
  });

  it('after the close there is no ballot any more', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo('2026-07-01T09:30:00+08:00');

    const late = await tryToVote(item, 'jinli');

    expect([late.status, late.body.code]).toEqual([409, 'event-not-accepted']);
  });

  it('a ballot may be changed until the close, and remains one', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo(VOTING);

    await vote(item, 'jinli', { choice: 'for' });
    await vote(item, 'jinli', { choice: 'against', reason: '再议。' });

    expect(await countOf(item)).toMatchObject({ turnout: { heads: 1, claims: '8000000.00' } });
    expect(await query('admin', 'select choice from ballot where resolution = $1', [item.id])).toEqual([
      { choice: 'against' },
    ]);
  });

  it('a retried ballot is the same ballot: nothing is logged twice, also after the close', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo(VOTING);
    const first = await vote(item, 'jinli', { reason: '同意。' });
    const again = await vote(item, 'jinli', { reason: '同意。' });
    for (const bank of ['citong', 'haisi', 'anping', 'quanshan']) await vote(item, bank);
    const afterClose = await vote(item, 'quanshan');

    expect(again).toEqual(first);
    expect(afterClose.resolution.state).toBe('carried');
    expect(
      await query(
        'admin',
        `select count(*)::int as cast from log_entry where case_id = $1 and type = 'CAST_BALLOT'`,
        [item.id],
      ),
    ).toEqual([{ cast: 5 }]);
  });

  it('a proxy votes in its stead, once; the member itself may still speak, and then the proxy is spent', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo(VOTING);
    expect((await tryToVote(item, 'anping', { member: 'quanshan' })).status).toBe(403);
    await act(item, 'quanshan.delegate', 'NAME_PROXY', {
      holder: await idOf('anping'),
      document: '委〔2026〕1号',
    });

    await vote(item, 'anping', { member: 'quanshan', choice: 'against' });
    await vote(item, 'anping', { member: 'quanshan', choice: 'for' });
    expect((await countOf(item)).turnout).toEqual({ heads: 1, claims: '1000000.00' });

    await act(item, 'quanshan.delegate', 'NAME_PROXY', {
      holder: await idOf('haisi'),
      document: '委〔2026〕2号',
    });
    expect((await tryToVote(item, 'anping', { member: 'quanshan', choice: 'against' })).status).toBe(403);
    await vote(item, 'quanshan', { choice: 'abstain' });
    expect((await tryToVote(item, 'haisi', { member: 'quanshan' })).status).toBe(403);
    expect((await countOf(item)).turnout).toEqual({ heads: 1, claims: '1000000.00' });
  });

  it('whoever declares itself related to the debtor leaves both counts', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await act(item, 'jinli.delegate', 'DECLARE_CONFLICT', { reason: '持有债务人股权。' });
    await advanceTo(VOTING);

    expect((await seen(item)).entitled).toEqual({ heads: 4, claims: '13000000.00' });
    expect((await tryToVote(item, 'jinli')).status).toBe(403);
  });
});
