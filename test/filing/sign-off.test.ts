import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  act,
  aDraft,
  aDraftToCheck,
  aLargeReport,
  aReportUnderReview,
  attempt,
  person,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('双人复核 (processes.md §8, 9): maker and checker are two persons', () => {
  it('refuses the maker who files, with its code, and logs it', async () => {
    const draft = await aDraftToCheck();

    const refused = await attempt(draft, 'jinli.maker', 'FILE');

    expect(refused).toMatchObject({ status: 403, body: { code: 'checker-is-filer' } });
    expect(await seenBy(draft, 'jinli.maker')).toMatchObject({ state: 'checking', version: '2.0' });
    expect(await refusals(draft.id)).toEqual([{ type: 'FILE', values: { code: 'checker-is-filer' } }]);
  });

  it('refuses a checker who stands in for the maker by delegation', async () => {
    await lend('bank.maker', 'jinli.maker', 'jinli.checker2');
    const draft = await aDraft();
    await act(draft, 'jinli.checker2', 'SEND_TO_CHECK');

    const refused = await attempt(draft, 'jinli.checker2', 'FILE');
    const other = await attempt(draft, 'jinli.checker', 'FILE');

    expect(refused).toMatchObject({ status: 403, body: { code: 'checker-is-filer' } });
    expect(other.status).toBe(200);
  });

  it('refuses whoever stands in for the checker when the maker itself does', async () => {
    await lend('bank.checker', 'citong.checker', 'citong.maker');
    const draft = await aDraftToCheck({ bank: 'citong' });

    const refused = await attempt(draft, 'citong.maker', 'FILE');

    expect(refused).toMatchObject({ status: 403, body: { code: 'checker-is-filer' } });
  });

  it('names both the delegate and the person behind it', async () => {
    await lend('bank.checker', 'anping.checker', 'anping.admin');
    const draft = await aDraftToCheck({ bank: 'anping' });

    const { entry } = await act(draft, 'anping.admin', 'FILE');

    expect(entry.actor.person).not.toBe(entry.onBehalfOf);
    expect(entry.onBehalfOf).toBe(await idOf('anping.checker'));
  });

  it('refuses a person of another post, even of the same bank', async () => {
    const draft = await aDraftToCheck();

    expect(await attempt(draft, 'jinli.maker2', 'FILE')).toMatchObject({
      status: 403,
      body: { code: 'not-your-step' },
    });
    expect(await attempt(draft, 'jinli.delegate', 'FILE')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });
});

describe('签批链: a bank’s own chain', () => {
  it('of three posts is walked in order, the last one files', async () => {
    await chain('quanshan', 'file', 'any', ['bank.maker', 'bank.checker', 'bank.admin']);
    const draft = await aDraftToCheck({ bank: 'quanshan' });

    const tooEarly = await attempt(draft, 'quanshan.checker', 'FILE');
    await act(draft, 'quanshan.checker', 'SIGN_FILING');
    const twice = await attempt(draft, 'quanshan.checker', 'SIGN_FILING');
    const { filing } = await act(draft, 'quanshan.admin', 'FILE');

    expect(tooEarly).toMatchObject({ status: 403, body: { code: 'not-your-step' } });
    expect(twice).toMatchObject({ status: 403 });
    expect(filing.state).toBe('acknowledging');
  });

  it('returns to the maker with the reason, and loses nothing', async () => {
    const draft = await aDraftToCheck();

    const { filing } = await act(draft, 'jinli.checker', 'RETURN_TO_MAKER', { reason: '金额请核对。' });

    expect(filing.state).toBe('drafting');
    expect((await seenBy(draft, 'jinli.maker')).amount).toBe('700000.00');
  });
});

describe('签批链: an office’s chain', () => {
  it('in the focus lane the reviewer drafts and the leader signs', async () => {
    const filing = await aReportUnderReview(aLargeReport());
    const opinion = { position: 'noObjection', text: '无意见。' };

    const drafted = await act(filing, 'finance.reviewer', 'OPINE', opinion);
    const own = await attempt(filing, 'finance.reviewer', 'SIGN_OPINION');
    const signed = await act(filing, 'finance.leader', 'SIGN_OPINION');

    expect(drafted.filing.reviews.finance).toEqual({ state: 'drafted', position: null });
    expect(own).toMatchObject({ status: 403, body: { code: 'not-your-step' } });
    expect(signed.filing.reviews.finance).toEqual({ state: 'opined', position: 'noObjection' });
  });

  it('the other office and the bank do not see a draft', async () => {
    const filing = await aReportUnderReview(aLargeReport());
    await act(filing, 'finance.reviewer', 'OPINE', { position: 'coordinate', text: '拟启动协调。' });

    expect((await seenBy(filing, 'finance.leader')).opinions).toMatchObject([{ status: 'drafted' }]);
    expect((await seenBy(filing, 'industry.reviewer')).opinions).toEqual([]);
    expect(await seenBy(filing, 'jinli.maker')).not.toHaveProperty('opinions');
  });

  it('a leader who returns the draft leaves the office’s opinion open', async () => {
    const filing = await aReportUnderReview(aLargeReport());
    await act(filing, 'finance.reviewer', 'OPINE', { position: 'coordinate', text: '拟启动协调。' });

    const returned = await act(filing, 'finance.leader', 'RETURN_OPINION', { reason: '请补充依据。' });

    expect(returned.filing.reviews.finance).toEqual({ state: 'pending', position: null });
  });

  it('of one post signs by itself, whatever the lane', async () => {
    await chain('industry', 'opinion', 'focus', ['industry.reviewer']);
    const filing = await aReportUnderReview(aLargeReport());

    const { filing: opined } = await act(filing, 'industry.reviewer', 'OPINE', {
      position: 'noObjection',
      text: '无意见。',
    });

    expect(opined.reviews.industry).toEqual({ state: 'opined', position: 'noObjection' });
  });
});

async function idOf(login: string): Promise<string | undefined> {
  const [row] = await query<{ id: string }>('admin', 'select id from person where login = $1', [login]);
  return row?.id;
}

async function lend(role: string, from: string, to: string): Promise<void> {
  await query(
    'admin',
    `insert into delegation (jurisdiction, id, organization, role, from_person, to_person, valid_from, valid_until, reason)
      select f.jurisdiction, gen_random_uuid(), f.organization, $1, f.id, t.id, '2026-06-01', '2026-06-30', '休假'
      from person f, person t where f.login = $2 and t.login = $3`,
    [role, from, to],
  );
  await (await person(to)).signIn();
}

async function chain(organization: string, act: string, lane: string, posts: string[]): Promise<void> {
  await query(
    'admin',
    `insert into sign_off_chain (jurisdiction, organization, act, lane, posts)
      select jurisdiction, id, $2, $3, $4 from organization where key = $1`,
    [organization, act, lane, posts],
  );
}

async function refusals(id: string): Promise<unknown[]> {
  return query(
    'admin',
    `select e.type, v."values"::jsonb as "values" from log_entry e join log_value v on v.entry_id = e.id
      where e.kind = 'refusal' and e.case_id = $1`,
    [id],
  );
}
