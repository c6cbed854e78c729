import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { anActiveCommittee, type Committee, idOf } from '../support/committees.js';
import { query } from '../support/database.js';
import { refusalsOf } from '../support/refused-by-committees.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCommittee,
  act,
  aDraftedItem,
  aNoticedItem,
  attempt,
  draft,
  ORDINARY,
  seen,
  tryToVote,
  vote,
} from '../support/resolutions.js';

const TODAY = '2026-06-10';
const VOTING = '2026-06-16T09:30:00+08:00';

let committee: Committee;

jest.setTimeout(90_000);
beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  committee = await aCommittee(TODAY);
});
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

describe('债权人协议: who tries what is another’s gets its own code, and leaves a trace', () => {
  it('to put an item to the vote, or to drop it, is the chair’s', async () => {
    const item = await aDraftedItem(committee, { subject: ORDINARY });
    const before = await seen(item);

    const notice = await attempt(item, 'haisi.delegate', 'NOTICE');

    expect([notice.status, notice.body.code]).toEqual([404, 'not-found']);
    const own = await aDraftedItem(committee, { subject: ORDINARY, by: 'haisi' });
    const early = await attempt(own, 'haisi.delegate', 'NOTICE');
    expect([early.status, early.body.code]).toEqual([403, 'not-presiding']);
    expect(await refusalsOf(own)).toEqual([{ type: 'NOTICE', code: 'not-presiding' }]);
    expect(await seen(item)).toEqual(before);
  });

  it('whoever is recused has no vote; nor has a proxy that was not named, or came too late', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await act(item, 'jinli.delegate', 'DECLARE_CONFLICT', { reason: '持有债务人股权。' });
    await act(item, 'quanshan.delegate', 'NAME_PROXY', {
      holder: await idOf('haisi'),
      document: '委〔2026〕1号',
    });
    await advanceTo(VOTING);
    await vote(item, 'quanshan');

    const answers = [
      await tryToVote(item, 'jinli'),
      await tryToVote(item, 'anping', { member: 'quanshan' }),
      await tryToVote(item, 'haisi', { member: 'quanshan' }),
    ];

    const codes = ['recused', 'proxy-missing', 'member-voted-itself'];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(codes.map((code) => [403, code]));
    expect(await refusalsOf(item)).toEqual(codes.map((code) => ({ type: 'CAST_BALLOT', code })));
    expect((await seen(item)).turnout).toEqual({ heads: 1, claims: '1000000.00' });
  });

  it('an item is drafted by a member: one that has left is told so, with a trace about no case', async () => {
    const founding = await anActiveCommittee(TODAY, { banks: ['jinli', 'citong', 'haisi', 'anping'] });
    await query('admin', 'update committee_member set member_until = $3 where committee = $1 and bank = $2', [
      founding.id,
      await idOf('anping'),
      TODAY,
    ]);

    const answer = await draft(founding, 'anping.delegate', ORDINARY);

    expect([answer.status, answer.body.code]).toEqual([403, 'not-a-member']);
    const traces = await query<{ code: string }>(
      'admin',
      `select v."values"::jsonb ->> 'code' as code from log_entry e join log_value v on v.entry_id = e.id
        where e.kind = 'refusal' and e.type = 'RESOLUTION.DRAFTED' and e.case_id is null`,
    );
    expect(traces).toEqual([{ code: 'not-a-member' }]);
  });
});
