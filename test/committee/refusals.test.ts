import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import {
  aClaim,
  act,
  aFormingCommittee,
  anActiveCommittee,
  anElectingCommittee,
  aSigningCommittee,
  attempt,
  beside,
  idOf,
  sign,
  stored,
  unitOf,
} from '../support/committees.js';
import { query } from '../support/database.js';
import { denied, refused } from '../support/refused-by-committees.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';
const REASON = '贷款余额较大，资金周转暂时困难。';

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

describe('债权登记: a claim that is none', () => {
  it.each([
    [
      'covered by margin and deposits',
      { pledgedMargin: '6000000.00', deposits: '2000000.00' },
      'claim-not-positive',
    ],
    ['more than covered', { pledgedMargin: '9000000.00' }, 'claim-not-positive'],
    ['zero', { principal: '0.00' }, 'claim-not-positive'],
    ['without documents', { documents: [] }, 'documents-missing'],
  ])('%s', async (_, change, code) => {
    const committee = await aFormingCommittee();

    await refused(
      committee,
      'citong.delegate',
      ['DECLARE_CLAIM', { ...aClaim('8000000.00'), ...change }],
      [code],
    );
  });

  it('by a second branch of the same bank', async () => {
    const committee = await aFormingCommittee();
    await act(committee, 'haisi.delegate', 'DECLARE_CLAIM', aClaim('4000000.00'));
    await query('admin', 'update claim set unit = $2 where committee = $1', [
      committee.id,
      await unitOf('haisi', 'jinjiang'),
    ]);

    await refused(
      committee,
      'haisi.delegate',
      ['DECLARE_CLAIM', aClaim('1000000.00')],
      ['bank-declared-already'],
    );
  });

  it('a record date to come, and too few claims', async () => {
    const committee = await aFormingCommittee();
    for (const bank of committee.banks.slice(0, 2))
      await act(committee, `${bank}.delegate`, 'DECLARE_CLAIM', aClaim('4000000.00'));

    await refused(
      committee,
      'jinli.delegate',
      ['CONFIRM_CLAIMS', { recordDate: '2026-06-11' }],
      ['record-date-in-future', 'too-few-claims'],
    );
  });

  it('a bank invited twice', async () => {
    const committee = await aFormingCommittee();
    const creditors = [{ organization: await idOf('haisi'), unit: await unitOf('haisi', 'shishi') }];

    await refused(committee, 'jinli.delegate', ['INVITE', { creditors }], ['invited-before']);
  });
});

describe('推举与签署: whom nobody can elect, and what nobody can sign', () => {
  it('the unwilling, and whoever has no confirmed claim', async () => {
    const committee = await anElectingCommittee(TODAY);

    await refused(
      committee,
      'jinli.delegate',
      ['ELECT', { chair: await idOf('haisi') }],
      ['candidate-unwilling'],
    );
    await refused(
      committee,
      'jinli.delegate',
      ['ELECT', { chair: await idOf('quanshan') }],
      ['candidate-without-claim', 'candidate-unwilling'],
    );
  });

  it.each([
    [
      'a majority above one',
      { numerator: 4 },
      'majority-above-one',
      '/agreement/majorities/major/claims/numerator',
    ],
    [
      'a denominator of zero',
      { denominator: 0 },
      'denominator-invalid',
      '/agreement/majorities/major/claims/denominator',
    ],
    [
      'a negative denominator',
      { denominator: -3 },
      'denominator-invalid',
      '/agreement/majorities/major/claims/denominator',
    ],
    [
      'more than all',
      { numerator: 3, compare: 'moreThan' },
      'majority-unreachable',
      '/agreement/majorities/major/claims/compare',
    ],
  ])('an agreement with %s', async (_, change, code, pointer) => {
    const committee = await aSigningCommittee(TODAY);
    const { agreement } = await beside(committee, 'agreement');
    const { major } = agreement.majorities;
    const changed = {
      ...agreement,
      majorities: { ...agreement.majorities, major: { ...major, claims: { ...major.claims, ...change } } },
    };
    const before = await stored(committee);

    const answer = await attempt(committee, 'jinli.delegate', 'DRAFT_AGREEMENT', { agreement: changed });

    expect([answer.status, answer.body.errors[0].code, answer.body.errors[0].pointer]).toEqual([
      422,
      code,
      pointer,
    ]);
    expect(await stored(committee)).toEqual(before);
  });

  it('windows out of range', async () => {
    const committee = await aSigningCommittee(TODAY);
    const { agreement } = await beside(committee, 'agreement');

    await refused(
      committee,
      'jinli.delegate',
      [
        'DRAFT_AGREEMENT',
        { agreement: { ...agreement, windows: { ...agreement.windows, noticeWd: 0, voteWd: 61 } } },
      ],
      ['window-out-of-range', 'window-out-of-range'],
    );
  });

  it('a draft that somebody has signed, a signature without a paper, a second one', async () => {
    const committee = await aSigningCommittee(TODAY);
    await sign(committee, 'citong');
    const { agreement } = await beside(committee, 'agreement');

    await refused(committee, 'jinli.delegate', ['DRAFT_AGREEMENT', { agreement }], ['agreement-signed']);
    await refused(
      committee,
      'haisi.delegate',
      ['SIGN', { agreement: 0, authorization: '  ' }],
      ['authorization-missing'],
    );
    await refused(
      committee,
      'citong.delegate',
      ['SIGN', { agreement: 0, authorization: '授权书' }],
      ['signed-before'],
    );
  });
});

describe('运行中: what an active committee does not take', () => {
  it('a second strategy without a vote', async () => {
    const committee = await anActiveCommittee(TODAY);
    await act(committee, 'jinli.delegate', 'SET_STRATEGY', { strategy: 'stabilise' });

    await refused(
      committee,
      'jinli.delegate',
      ['SET_STRATEGY', { strategy: 'reduce' }],
      ['strategy-needs-resolution'],
    );
  });

  it('more claims than there are, to itself, tomorrow, or before the record date', async () => {
    const committee = await anActiveCommittee(TODAY);
    const to = await idOf('anping');

    await refused(
      committee,
      'haisi.delegate',
      ['TRANSFER_CLAIM', { to, amount: '4000000.01', on: '2026-06-11' }],
      ['amount-exceeds-claim', 'date-in-future'],
    );
    await refused(
      committee,
      'haisi.delegate',
      ['TRANSFER_CLAIM', { to: await idOf('haisi'), amount: '1.00', on: TODAY }],
      ['transfer-to-itself', 'before-record-date'],
    );
    await refused(
      committee,
      'haisi.delegate',
      ['TRANSFER_CLAIM', { to: await idOf('finance'), amount: '1.00', on: TODAY }],
      ['creditor-unknown', 'before-record-date'],
    );
  });

  it('a meeting without its notice or without an agenda', async () => {
    const committee = await anActiveCommittee(TODAY);
    const meeting = { on: '2026-06-12', at: '09:30', place: '三楼会议室', way: 'onSite', agenda: [''] };

    await refused(
      committee,
      'jinli.delegate',
      ['CALL_MEETING', meeting],
      ['notice-too-short', 'agenda-missing'],
    );
  });

  it('an end without a vote while there are three, or in the middle of one', async () => {
    const committee = await anActiveCommittee(TODAY);
    await refused(
      committee,
      'jinli.delegate',
      ['WIND_UP', { reason: REASON }],
      ['dissolution-needs-resolution'],
    );

    await query(
      'admin',
      `insert into process_case (jurisdiction, id, process, version, definition_hash, value, status, context, state, seq, owner_org, firm)
        select jurisdiction, gen_random_uuid(), 'resolution', 1, definition_hash, '"voting"', 'active', '{}', 'voting', 1, owner_org, firm
        from process_case where id = $1`,
      [committee.id],
    );
    await refused(
      committee,
      'jinli.delegate',
      ['WIND_UP', { reason: REASON }],
      ['votes-open', 'dissolution-needs-resolution'],
    );
    await query(
      'admin',
      "delete from process_case where process = 'resolution' and state = 'voting' and seq = 1",
    );
  });

  it('a loan of somebody else, a day gone by, a renewal that ends before it begins', async () => {
    const committee = await anActiveCommittee(TODAY);
    const loan = {
      bank: await idOf('citong'),
      loan: '流借字2025-088号',
      amount: '3000000.00',
      maturity: '2026-08-15',
    };

    await denied(committee, 'haisi.delegate', ['SCHEDULE_ROLLOVER', loan], 'not-your-loan');
    await refused(
      committee,
      'citong.delegate',
      ['SCHEDULE_ROLLOVER', { ...loan, maturity: TODAY, renewal: { amount: '1.00', until: TODAY } }],
      ['maturity-past', 'renewal-ends-early'],
    );
    await refused(
      committee,
      'jinli.delegate',
      ['SCHEDULE_ROLLOVER', { ...loan, bank: await idOf('anping') }],
      ['not-a-member'],
    );
  });
});
