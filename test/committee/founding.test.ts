import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  aClaim,
  act,
  aFirm,
  aFormingCommittee,
  anActiveCommittee,
  anElectingCommittee,
  aProposal,
  aProposedCommittee,
  aSigningCommittee,
  attempt,
  beside,
  idOf,
  seen,
  sign,
} from '../support/committees.js';
import { query } from '../support/database.js';
import { expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

async function noticesOf(id: string, template: string): Promise<string[]> {
  const rows = await query<{ who: string }>(
    'admin',
    `select o.key || case when n.copy then ' in copy' else '' end as who from notice n join organization o on o.id = n.organization
      where n.case_id = $1 and n.template = $2 order by 1`,
    [id, template],
  );
  return rows.map(({ who }) => who);
}

describe('银保监发〔2020〕57号 2: from proposal to a committee at work', () => {
  it('POST /committees opens and proposes in one go, and answers where it is', async () => {
    const { id: firm } = await aFirm();
    const client = await person('jinli.delegate');

    const answer = expecting(201, await client.post('/committees', await aProposal(firm)));

    expect(answer.body).toMatchObject({ form: 'full', state: 'proposed', stateLabel: '发起组建' });
    expect(answer.headers.get('location')).toBe(`/api/v1/committees/${answer.body.id}`);
    expect(answer.headers.get('etag')).toBe(`"${answer.body.version}"`);
    expect(await noticesOf(answer.body.id, 'committeeProposed')).toEqual([
      'finance in copy',
      'industry in copy',
    ]);
  });

  it('the same key opens no second one, and gets the same answer', async () => {
    const { id: firm } = await aFirm();
    const client = await person('jinli.delegate');
    const proposal = await aProposal(firm);
    const idempotencyKey = '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

    const first = await client.post('/committees', proposal, { idempotencyKey });
    const second = await client.post('/committees', proposal, { idempotencyKey });

    expect([second.status, second.body]).toEqual([first.status, first.body]);
  });

  it('INVITE shows it to the creditors; nobody else sees it', async () => {
    const committee = await aProposedCommittee();
    const other = await person('citong.delegate');

    expect((await other.get(committee.path)).status).toBe(404);
    await act(committee, 'jinli.delegate', 'INVITE');

    expect(await seen(committee, 'citong.delegate')).toMatchObject({ state: 'forming', part: 'creditor' });
    expect((await (await person('anping.delegate')).get(committee.path)).status).toBe(404);
    expect(await noticesOf(committee.id, 'committeeInvited')).toEqual(['citong', 'haisi', 'jinli']);
  });

  it('claims: declared, net of margin and deposits, and confirmed on the record date', async () => {
    const committee = await aFormingCommittee();
    await act(committee, 'citong.delegate', 'DECLARE_CLAIM', {
      ...aClaim('8000000.00', true),
      pledgedMargin: '1500000.00',
      deposits: '500000.00',
    });
    await act(committee, 'jinli.delegate', 'DECLARE_CLAIM', aClaim('3000000.00'));
    await act(committee, 'haisi.delegate', 'DECLARE_CLAIM', aClaim('2000000.00'));

    await act(committee, 'jinli.delegate', 'CONFIRM_CLAIMS', { recordDate: '2026-05-31' });

    const claims = await beside(committee, 'claims');
    expect(claims).toMatchObject({ recordDate: '2026-05-31', complete: true, total: '11000000.00' });
    expect(claims.claims[0]).toMatchObject({
      bank: { key: 'citong' },
      principal: '8000000.00',
      amount: '6000000.00',
      confirmed: true,
      claimOn: '2026-05-31',
    });
  });

  it('ELECT: the vote that reaches two thirds of the claims and half of the heads elects', async () => {
    const committee = await anElectingCommittee(TODAY);
    const chair = await idOf('jinli');

    await act(committee, 'jinli.delegate', 'ELECT', { chair });
    expect((await seen(committee)).state).toBe('electing');
    await act(committee, 'citong.delegate', 'ELECT', { chair });

    expect(await seen(committee)).toMatchObject({
      state: 'signing',
      chair: { key: 'jinli' },
      chairBy: 'vote',
    });
  });

  it('SIGN by the last invited founds it; regulator branch told, finance bureau in copy', async () => {
    const committee = await anActiveCommittee(TODAY);

    const page = await seen(committee, 'haisi.delegate');
    expect(page).toMatchObject({ state: 'active', members: 3, foundedOn: TODAY, part: 'member' });
    expect(page.creditors.map(({ member }: { member: boolean }) => member)).toEqual([true, true, true]);
    expect(await noticesOf(committee.id, 'committeeFounded')).toEqual([
      'citong',
      'finance in copy',
      'haisi',
      'jinli',
      'regulator',
    ]);
  });

  it('on a bureau’s advice: the bureau invites and confirms, the creditors do the rest', async () => {
    const committee = await anActiveCommittee(TODAY, { proposer: 'finance.reviewer' });

    expect(await seen(committee)).toMatchObject({ state: 'active', proposer: { key: 'finance' } });
    expect((await seen(committee, 'jinli.delegate')).part).toBe('chair');
  });

  it('the agreement is drafted by the chair-elect, and signed by its number', async () => {
    const committee = await aSigningCommittee(TODAY);
    const { agreement } = await beside(committee, 'agreement', 'citong.delegate');

    await act(committee, 'jinli.delegate', 'DRAFT_AGREEMENT', {
      agreement: { ...agreement, chairToldAtOnce: true, windows: { ...agreement.windows, voteWd: 5 } },
      text: '债权人协议文本。',
    });

    const old = await attempt(committee, 'citong.delegate', 'SIGN', {
      agreement: 0,
      authorization: '授权书',
    });
    expect(old.body.errors).toMatchObject([{ code: 'agreement-changed' }]);
    await sign(committee, 'citong');
    expect(await beside(committee, 'agreement')).toMatchObject({
      number: 1,
      agreement: { chairToldAtOnce: true },
      signatures: [{ bank: { key: 'citong' }, agreement: 1 }],
    });
  });
});

describe('processes.md §5: every clock leads on, or ends the founding', () => {
  it('propose: the creditors named are invited by the end of five working days', async () => {
    const committee = await aProposedCommittee();

    await advanceTo('2026-06-17T18:00:00+08:00');

    expect((await seen(committee, 'citong.delegate')).state).toBe('forming');
  });

  it('claims: fewer than three declared, not founded', async () => {
    const committee = await aFormingCommittee();
    await act(committee, 'jinli.delegate', 'DECLARE_CLAIM', aClaim('8000000.00'));
    await act(committee, 'citong.delegate', 'DECLARE_CLAIM', aClaim('6000000.00'));

    await advanceTo('2026-07-02T18:00:00+08:00');

    expect((await seen(committee)).state).toBe('notFounded');
    expect(await noticesOf(committee.id, 'committeeNotFounded')).toContain('citong');
  });

  it('claims: three declared, frozen on that day', async () => {
    const committee = await aFormingCommittee();
    for (const bank of committee.banks) {
      await act(committee, `${bank}.delegate`, 'DECLARE_CLAIM', aClaim('5000000.00', true));
    }

    await advanceTo('2026-07-02T18:00:00+08:00');

    expect((await seen(committee)).state).toBe('electing');
    expect((await beside(committee, 'claims')).claims[0]).toMatchObject({ confirmed: true });
  });

  it('elect: missed, the largest willing claim is chair-elect', async () => {
    const committee = await anElectingCommittee(TODAY);
    await act(committee, 'jinli.delegate', 'DECLINE', {});

    await advanceTo('2026-06-17T18:00:00+08:00');

    expect(await seen(committee)).toMatchObject({
      state: 'signing',
      chair: { key: 'citong' },
      chairBy: 'lapse',
    });
  });

  it('elect: nobody willing, not founded', async () => {
    const committee = await anElectingCommittee(TODAY);
    for (const bank of ['jinli', 'citong']) await act(committee, `${bank}.delegate`, 'DECLINE', {});

    await advanceTo('2026-06-17T18:00:00+08:00');

    expect((await seen(committee)).state).toBe('notFounded');
  });

  it('sign: three of four, the chair among them, are a committee; the fourth is an observer', async () => {
    const committee = await aSigningCommittee(TODAY, { banks: ['jinli', 'citong', 'haisi', 'anping'] });
    for (const bank of ['jinli', 'citong', 'haisi']) await sign(committee, bank);

    await advanceTo('2026-06-25T18:00:00+08:00');

    expect(await seen(committee)).toMatchObject({ state: 'active', members: 3 });
    expect((await seen(committee, 'anping.delegate')).part).toBe('observer');
  });

  it('sign: two signatures, not founded', async () => {
    const committee = await aSigningCommittee(TODAY);
    for (const bank of ['jinli', 'citong']) await sign(committee, bank);

    await advanceTo('2026-06-25T18:00:00+08:00');

    expect((await seen(committee)).state).toBe('notFounded');
  });

  it('sign: without the chair the signers elect anew among themselves, and that founds it', async () => {
    const committee = await aSigningCommittee(TODAY, { banks: ['jinli', 'citong', 'haisi', 'anping'] });
    for (const bank of ['citong', 'haisi', 'anping']) await sign(committee, bank);

    await advanceTo('2026-06-25T18:00:00+08:00');
    expect(await seen(committee)).toMatchObject({ state: 'electing', chair: null });
    const unsigned = await attempt(committee, 'citong.delegate', 'ELECT', { chair: await idOf('jinli') });
    expect(unsigned.body.errors).toMatchObject([{ code: 'candidate-not-signer' }]);
    const chair = await idOf('citong');
    for (const bank of ['citong', 'haisi', 'anping']) {
      if ((await seen(committee)).state === 'electing')
        await act(committee, `${bank}.delegate`, 'ELECT', { chair });
    }

    expect(await seen(committee)).toMatchObject({ state: 'active', chair: { key: 'citong' }, members: 3 });
  });

  it('a second failure: nobody willing among the signers, not founded', async () => {
    const banks = ['jinli', 'haisi', 'anping', 'quanshan', 'citong'];
    const committee = await aSigningCommittee(TODAY, { banks });
    // Only jinli and haisi were willing to chair, and neither signs.
    for (const bank of ['anping', 'quanshan', 'citong']) await sign(committee, bank);
    await advanceTo('2026-06-25T18:00:00+08:00');
    expect((await seen(committee)).state).toBe('electing');

    await advanceTo('2026-07-02T18:00:00+08:00');

    expect((await seen(committee)).state).toBe('notFounded');
  });

  it('ABANDON by the proposer or a leader ends it', async () => {
    const mine = await aFormingCommittee();
    const theirs = await aFormingCommittee();

    await act(mine, 'jinli.delegate', 'ABANDON', { reason: '债权人意见不一。' });
    await act(theirs, 'finance.leader', 'ABANDON', { reason: '企业已另行重组。' });

    expect((await seen(mine)).state).toBe('notFounded');
    expect((await seen(theirs)).state).toBe('notFounded');
  });
});
