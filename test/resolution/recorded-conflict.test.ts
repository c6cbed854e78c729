import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { type Committee, idOf } from '../support/committees.js';
import { expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCommittee,
  act,
  aNoticedItem,
  attempt,
  countOf,
  ORDINARY,
  type Resolution,
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

async function against(bank: string, change: object = {}): Promise<object> {
  return { member: await idOf(bank), reason: '持有债务人股权。', document: '查询单〔2026〕5号', ...change };
}

async function codes(item: Resolution, login: string, payload: object): Promise<unknown[]> {
  const { status, body } = await attempt(item, login, 'RECORD_CONFLICT', payload);
  return [status, body.errors?.[0]?.code ?? body.code];
}

describe('债权人协议（回避）: the chair or a bureau records that a member is related to the debtor', () => {
  it('before the vote: it leaves both counts and has no ballot; the log says who found it and by which document', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });

    await act(item, 'jinli.delegate', 'RECORD_CONFLICT', await against('citong'));

    expect((await seen(item)).entitled).toEqual({ heads: 4, claims: '15000000.00' });
    await advanceTo(VOTING);
    const refused = await tryToVote(item, 'citong');
    expect([refused.status, refused.body.code]).toEqual([403, 'recused']);
    const history = expecting(200, await (await person('haisi.delegate')).get(`${item.path}/history`));
    const entry = history.body.items.find(({ type }: { type: string }) => type === 'RECORD_CONFLICT');
    expect(entry.label).toBe('登记回避');
    expect(JSON.stringify(entry.values)).toContain('查询单〔2026〕5号');
  });

  it('during the vote: its ballot counts no more, and the vote closes when nobody else is waited for', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo(VOTING);
    await vote(item, 'citong', { choice: 'against' });
    for (const bank of ['jinli', 'haisi', 'anping']) await vote(item, bank);
    expect((await countOf(item)).turnout.heads).toBe(4);

    await act(item, 'jinli.delegate', 'RECORD_CONFLICT', await against('citong'));
    expect((await countOf(item)).turnout).toEqual({ heads: 3, claims: '14000000.00' });
    expect((await seen(item)).state).toBe('voting');
    await act(item, 'jinli.delegate', 'RECORD_CONFLICT', await against('quanshan'));

    expect(await seen(item)).toMatchObject({
      state: 'carried',
      tally: { passed: true, forHeads: 3, heads: 3, forClaims: '14000000.00' },
    });
  });

  it('a bureau may, of a major item, which it sees; another member may not, and nobody of what is not so', async () => {
    const item = await aNoticedItem(committee);

    expect(await codes(item, 'haisi.delegate', await against('citong'))).toEqual([403, 'not-presiding']);
    expect(await codes(item, 'regulator.observer', await against('citong'))).toEqual([403, 'forbidden']);
    expect(
      await codes(item, 'jinli.delegate', { ...(await against('citong')), member: await idOf('finance') }),
    ).toEqual([422, 'member-unknown']);
    expect(await codes(item, 'jinli.delegate', await against('citong', { document: ' ' }))).toEqual([
      422,
      'document-missing',
    ]);
    await act(item, 'finance.reviewer', 'RECORD_CONFLICT', await against('citong'));
    expect(await codes(item, 'jinli.delegate', await against('citong'))).toEqual([422, 'recused-before']);
    for (const bank of ['jinli', 'haisi', 'anping']) {
      await act(item, 'finance.reviewer', 'RECORD_CONFLICT', await against(bank));
    }
    expect(await codes(item, 'finance.reviewer', await against('quanshan'))).toEqual([
      422,
      'nobody-entitled',
    ]);
    expect((await seen(item)).entitled).toEqual({ heads: 1, claims: '1000000.00' });
  });
});
