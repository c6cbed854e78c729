import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { act as actOn, type Committee, seen as committeeSeen, idOf } from '../support/committees.js';
import { query } from '../support/database.js';
import {
  act as actOnFiling,
  aReportUnderReview,
  expecting,
  type Filing,
  person,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCommittee,
  act,
  aDraftedItem,
  aNoticedItem,
  attempt,
  countOf,
  FIVE,
  type Resolution,
  seen,
  tryToVote,
  vote,
} from '../support/resolutions.js';

const TODAY = '2026-06-10';
const VOTING = '2026-06-16T09:30:00+08:00';

jest.setTimeout(120_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

async function allFor(item: Resolution, banks: readonly string[] = FIVE): Promise<void> {
  for (const bank of banks) await vote(item, bank);
}

/** A standstill that all have voted for. */
async function aStandstill(committee: Committee): Promise<Resolution> {
  const item = await aNoticedItem(committee);
  await advanceTo(VOTING);
  await allFor(item, committee.banks);
  return item;
}

describe('processes.md §6: an item that a filing waits for', () => {
  /** A report of a member that the leader has referred, and the item that was born of it. */
  async function aReferral(
    bank = 'haisi',
  ): Promise<{ filing: Filing; item: Resolution; committee: Committee }> {
    const committee = await aCommittee(TODAY);
    const creditCode = committee.creditCode;
    const filing = await aReportUnderReview({
      bank,
      content: { firm: { creditCode }, amount: '3600000.00', plannedDate: '2026-09-01' },
    });
    for (const office of ['finance', 'industry']) {
      await actOnFiling(filing, `${office}.reviewer`, 'OPINE', {
        position: 'referToCommittee',
        text: '请研判。',
      });
      await actOnFiling(filing, `${office}.leader`, 'SIGN_OPINION');
    }
    await actOnFiling(filing, 'finance.leader', 'REFER_TO_COMMITTEE');
    const [row] = await query<{ id: string }>('admin', 'select id from resolution where committee = $1', [
      committee.id,
    ]);
    const id = row?.id ?? '';
    return { filing, committee, item: { id, path: `/resolutions/${id}`, committee } };
  }

  it('consent clears it up to the cap that was put to the vote; whoever asks has no vote', async () => {
    const { filing, item } = await aReferral();
    await act(item, 'jinli.delegate', 'NOTICE', { cap: '2000000.00' });
    expect((await seen(item)).entitled).toEqual({ heads: 4, claims: '17000000.00' });
    await advanceTo(VOTING);
    expect((await tryToVote(item, 'haisi')).status).toBe(403);
    await allFor(item, ['jinli', 'citong', 'anping', 'quanshan']);

    const { state, conclusion } = await seenBy(filing, 'haisi.maker');
    expect([state, conclusion?.basis]).toEqual(['cleared', 'consent']);
    const [row] = await query<{ cap: string }>(
      'admin',
      `select context ->> 'consentCap' as cap from process_case where id = $1`,
      [filing.id],
    );
    expect(row?.cap).toBe('2000000.00');
  });

  it('refused, it goes back to the leader with the advice to wait', async () => {
    const { filing, item } = await aReferral();
    await act(item, 'jinli.delegate', 'NOTICE');
    await advanceTo(VOTING);
    for (const bank of ['jinli', 'citong', 'anping', 'quanshan'])
      await vote(item, bank, { choice: 'against' });

    expect((await seenBy(filing, 'finance.leader')).state).toBe('concluding');
  });

  it('withdrawn, its item is dropped', async () => {
    const { filing, item } = await aReferral();
    await act(item, 'jinli.delegate', 'NOTICE');

    await actOnFiling(filing, 'haisi.checker', 'WITHDRAW', { reason: 'retained' });

    expect((await seen(item)).state).toBe('dropped');
  });

  it('the chair’s own report: a vice chair presides, and the chair does not vote', async () => {
    const { item, committee } = await aReferral('jinli');

    expect((await attempt(item, 'jinli.delegate', 'NOTICE')).status).toBe(403);
    // This committee has named no vice chair: any other member presides.
    await act(item, 'citong.delegate', 'NOTICE');

    expect((await seen(item, 'citong.delegate')).entitled).toEqual({ heads: 4, claims: '13000000.00' });
    expect((await committeeSeen(committee)).state).toBe('active');
  });
});

describe('what a resolution does to its committee', () => {
  it('a strategy that was carried is the committee’s; a chair that was elected chairs', async () => {
    const committee = await aCommittee(TODAY);
    const strategy = await aNoticedItem(committee, { subject: { type: 'strategy', strategy: 'stabilise' } });
    const election = await aDraftedItem(committee, {
      subject: { type: 'chair', chair: await idOf('citong') },
    });
    await act(election, 'haisi.delegate', 'NOTICE');
    await advanceTo(VOTING);
    await allFor(strategy);
    await allFor(election);

    const { strategy: now, chair } = await committeeSeen(committee);

    expect([now, chair?.key ?? chair]).toEqual(['stabilise', 'citong']);
  });

  it('when the firm goes to court, what is voted about is dropped and the standstill ends', async () => {
    const committee = await aCommittee(TODAY);
    const standstill = await aStandstill(committee);
    const running = await aNoticedItem(committee, { subject: { type: 'ordinary' } });
    const finance = await person('finance.leader');

    expecting(
      200,
      await finance.post(`/firms/${committee.firm}/court-acceptance`, {
        court: '泉州市中级人民法院',
        documentNumber: '（2026）闽05破申1号',
        acceptedOn: '2026-06-16',
      }),
    );

    expect([(await seen(standstill)).state, (await seen(running)).state]).toEqual(['superseded', 'dropped']);
    expect((await committeeSeen(committee)).state).toBe('judicial');
  });
});

describe('golden case 15, 债权人协议: a claim sold after the record date', () => {
  it('the member of the record date votes with what it had then; the buyer accedes afterwards', async () => {
    const committee = await aCommittee(TODAY, ['jinli', 'citong', 'haisi', 'anping']);
    const item = await aNoticedItem(committee, { subject: { type: 'ordinary' } });
    await advanceTo(VOTING);

    await actOn(committee, 'anping.delegate', 'TRANSFER_CLAIM', {
      to: await idOf('quanshan'),
      amount: '2000000.00',
      on: '2026-06-16',
    });
    await allFor(item, ['jinli', 'citong', 'haisi']);
    expecting(200, await tryToVote(item, 'anping'));

    expect((await tryToVote(item, 'quanshan')).status).toBe(404);
    expect(await countOf(item)).toMatchObject({
      counted: true,
      tally: { heads: 4, forHeads: 4, totalClaims: '20000000.00' },
    });
  });
});
