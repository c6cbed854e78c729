import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { type Committee, seen as committeeSeen, idOf } from '../support/committees.js';
import { query } from '../support/database.js';
import { act as actOnFiling, aFiledReport, expecting, type Filing, seenBy } from '../support/filings.js';
import { inquiriesAbout } from '../support/inquiries.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCommittee,
  act,
  aNoticedItem,
  draft,
  FIVE,
  PAPER,
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

function filedOn(committee: Committee, bank: string, plannedDate = '2026-07-20'): Promise<Filing> {
  return aFiledReport({ bank, content: { firm: { creditCode: committee.creditCode }, plannedDate } });
}

describe('golden case 5, 银监办便函〔2016〕1196号: heads and claims, both', () => {
  it('exactly two thirds of the claims are not enough where two of five heads are for it', async () => {
    const item = await aNoticedItem(await aCommittee(TODAY));
    await advanceTo(VOTING);
    await allFor(item, ['jinli', 'citong']);
    for (const bank of ['haisi', 'anping', 'quanshan']) await vote(item, bank, { choice: 'against' });

    expect(await seen(item)).toMatchObject({
      state: 'failed',
      tally: {
        reasons: ['headsBelowMajority'],
        forHeads: 2,
        neededHeads: 3,
        forClaims: '14000000.00',
        neededClaims: '14000000.00',
      },
    });
  });

  it('exactly two thirds of the claims and a majority of the heads pass', async () => {
    const item = await aNoticedItem(await aCommittee(TODAY, ['jinli', 'citong', 'haisi']));
    await advanceTo(VOTING);
    await allFor(item, ['jinli', 'haisi']);
    await vote(item, 'citong', { choice: 'against' });

    expect(await seen(item)).toMatchObject({
      state: 'inForce',
      tally: {
        forClaims: '12000000.00',
        neededClaims: '12000000.00',
        totalClaims: '18000000.00',
        forHeads: 2,
      },
    });
  });
});

describe('processes.md §6: a major item’s ballot needs its sealed paper', () => {
  it('what is missing at the close may follow for three working days, and counts as silence after that', async () => {
    const committee = await aCommittee(TODAY, ['jinli', 'citong', 'haisi']);
    const item = await aNoticedItem(committee);
    await advanceTo(VOTING);
    await allFor(item, ['jinli', 'citong']);
    expecting(200, await tryToVote(item, 'haisi'));

    expect(await seen(item)).toMatchObject({ state: 'voting', stateLabel: '表决截止，待补交盖章表决票' });
    expect((await tryToVote(item, 'haisi', { choice: 'against' })).status).toBe(409);
    await advanceTo('2026-06-23T09:30:00+08:00');

    expect(await seen(item)).toMatchObject({
      state: 'inForce',
      tally: { forHeads: 2, silentHeads: 1, forClaims: '14000000.00' },
    });
  });

  it('the last paper closes it', async () => {
    const committee = await aCommittee(TODAY, ['jinli', 'citong', 'haisi']);
    const item = await aNoticedItem(committee);
    await advanceTo(VOTING);
    await allFor(item, ['jinli', 'citong']);
    await tryToVote(item, 'haisi');

    await act(item, 'haisi.delegate', 'ATTACH_PAPER', { member: await idOf('haisi'), document: PAPER });

    expect(await seen(item)).toMatchObject({ state: 'inForce', tally: { forHeads: 3, silentHeads: 0 } });
  });
});

describe('golden case 7, 债权人协议: a standstill marks, and never blocks', () => {
  it('starts for the members’ filings and the committee, and ends with its day', async () => {
    const committee = await aCommittee(TODAY);
    const member = await filedOn(committee, 'haisi');
    const item = await aStandstill(committee);

    expect((await seenBy(member, 'haisi.maker')).marks).toContain('standstillConflict');
    expect((await committeeSeen(committee)).standstill).toMatchObject({ until: '2026-09-14' });
    const later = await filedOn(committee, 'citong', '2026-10-20');
    expect((await seenBy(later, 'citong.maker')).marks).toContain('standstillConflict');

    await advanceTo('2026-09-15T09:30:00+08:00');

    expect((await seen(item)).state).toBe('expired');
    expect((await seenBy(later, 'citong.maker')).marks).not.toContain('standstillConflict');
    const after = await filedOn(committee, 'anping', '2026-12-01');
    expect((await seenBy(after, 'anping.maker')).marks).not.toContain('standstillConflict');
  });

  it('executed without consent: the breach file opens, copy to the branch, no city inquiry, and it stays in force', async () => {
    const committee = await aCommittee(TODAY);
    const filing = await filedOn(committee, 'haisi', '2026-06-25');
    const item = await aStandstill(committee);
    await advanceTo('2026-06-25T10:00:00+08:00');

    await actOnFiling(filing, 'haisi.maker', 'REPORT_EXECUTION', {
      date: '2026-06-25',
      lines: [{ amount: '700000.00' }],
      final: true,
    });

    const { state, breaches } = await seen(item);
    expect([state, breaches]).toMatchObject(['inForce', [{ member: { key: 'haisi' }, amount: '700000.00' }]]);
    expect((await seen(item, 'regulator.observer')).breaches).toHaveLength(1);
    // Members hear of it as far as the agreement says, which here is not at all.
    expect((await seen(item, 'anping.delegate')).breaches).toEqual([]);
    expect(await inquiriesAbout(filing)).toEqual([]);
    expect(
      await query(
        'admin',
        `select o.key, n.copy from notice n join organization o on o.id = n.organization
          where n.case_id = $1 and n.template like 'resolutionBreach%' order by 1`,
        [item.id],
      ),
    ).toEqual([
      { key: 'finance', copy: true },
      { key: 'jinli', copy: false },
      { key: 'regulator', copy: true },
    ]);
  });

  it('is lengthened once, and gives way to a successor', async () => {
    const committee = await aCommittee(TODAY, ['jinli', 'citong', 'haisi']);
    const item = await aStandstill(committee);
    const carry = async (subject: Record<string, unknown>, until: string) => {
      const other = await aNoticedItem(committee, { subject });
      await advanceTo(until);
      await allFor(other, committee.banks);
      return seen(other);
    };
    await setClock('2026-06-18T09:30:00+08:00');

    expect(
      (await carry({ type: 'extendTerm', resolution: item.id, days: 30 }, '2026-06-25T09:30:00+08:00')).state,
    ).toBe('carried');
    expect(await seen(item)).toMatchObject({ state: 'inForce', until: '2026-10-14' });
    const again = await draft(committee, 'jinli.delegate', {
      type: 'extendTerm',
      resolution: item.id,
      days: 30,
    });
    expect(again.body.errors).toMatchObject([{ code: 'extended-before' }]);

    const successor = await carry({ type: 'standstill', days: 60 }, '2026-07-02T09:30:00+08:00');
    expect([successor.state, (await seen(item)).state]).toEqual(['inForce', 'superseded']);
    const row = await query(
      'admin',
      'select ended_on is null as holds from standstill where id = any ($1::uuid[]) order by valid_from, id',
      [[item.id, successor.id]],
    );
    expect(row).toEqual([{ holds: false }, { holds: true }]);
  });
});
