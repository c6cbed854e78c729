import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { aClaim, act as actInCommittee, beside, seen as committeeSeen, idOf } from '../support/committees.js';
import { query } from '../support/database.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCommittee,
  act,
  aDraftedItem,
  aNoticedItem,
  draft,
  ORDINARY,
  seen,
  vote,
} from '../support/resolutions.js';

const TODAY = '2026-06-10';
const VOTING = '2026-06-16T09:30:00+08:00';
const BANKS = ['jinli', 'citong', 'haisi', 'anping'];

jest.setTimeout(120_000);
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

describe('债权人协议: a signed agreement is amended by a major resolution', () => {
  it('version and majorities change when it is carried; items noticed before keep theirs, later ones use the new', async () => {
    const committee = await aCommittee(TODAY, BANKS);
    const { agreement, number } = await beside(committee, 'agreement', 'jinli.delegate');
    const half = { numerator: 1, denominator: 4, compare: 'moreThan' };
    const amended = {
      ...agreement,
      majorities: { ...agreement.majorities, ordinary: { claims: half, heads: half } },
      windows: { ...agreement.windows, noticeWd: 2 },
    };
    const before = await aNoticedItem(committee, { subject: ORDINARY });
    const item = await aDraftedItem(committee, { subject: { type: 'agreement', agreement: amended } });
    expect((await seen(item)).kind).toBe('major');
    await act(item, 'jinli.delegate', 'NOTICE');
    await advanceTo(VOTING);
    for (const bank of BANKS) await vote(item, bank);

    expect(await committeeSeen(committee)).toMatchObject({ agreement: number + 1 });
    const inForce = await beside(committee, 'agreement', 'citong.delegate');
    expect([inForce.number, inForce.agreement]).toEqual([number + 1, amended]);
    const [days] = await query<{ days: number }>(
      'admin',
      'select working_days as days from committee where id = $1',
      [committee.id],
    );
    expect(days).toEqual({ days: 22 });

    const after = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo('2026-06-19T09:30:00+08:00');
    for (const each of [before, after]) {
      for (const bank of ['jinli', 'citong']) await vote(each, bank);
      for (const bank of ['haisi', 'anping']) await vote(each, bank, { choice: 'against' });
    }
    expect([(await seen(before)).state, (await seen(after)).state]).toEqual(['failed', 'carried']);
  });

  it('whoever accedes afterwards signs the text in force', async () => {
    const committee = await aCommittee(TODAY, BANKS);
    const { agreement, number } = await beside(committee, 'agreement', 'jinli.delegate');
    for (const subject of [
      { type: 'agreement', agreement: { ...agreement, openVoting: true } },
      { type: 'accession', organization: await idOf('quanshan') },
    ]) {
      await setClock(`${TODAY}T09:30:00+08:00`);
      const item = await aNoticedItem(committee, { subject });
      await advanceTo(VOTING);
      for (const bank of BANKS) await vote(item, bank);
    }
    await actInCommittee(committee, 'quanshan.delegate', 'DECLARE_CLAIM', aClaim('3000000.00'));

    const sign = (draftNumber: number) =>
      actInCommittee(committee, 'quanshan.delegate', 'ACCEDE', {
        agreement: draftNumber,
        authorization: '授权书〔2026〕9号',
      });

    await expect(sign(number)).rejects.toThrow('422');
    await sign(number + 1);
    expect((await committeeSeen(committee)).members).toBe(5);
  });

  it('a majority above one is none that could be agreed on', async () => {
    const committee = await aCommittee(TODAY, BANKS);
    const { agreement } = await beside(committee, 'agreement', 'jinli.delegate');
    const above = { numerator: 4, denominator: 3, compare: 'atLeast' };
    const wrong = {
      ...agreement,
      majorities: { ...agreement.majorities, major: { claims: above, heads: above } },
    };

    const answer = await draft(committee, 'jinli.delegate', { type: 'agreement', agreement: wrong });

    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({
      code: 'majority-above-one',
      pointer: '/subject/agreement/majorities/major/claims/numerator',
    });
  });
});
