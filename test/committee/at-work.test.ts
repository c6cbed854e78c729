import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  act,
  anActiveCommittee,
  aSigningCommittee,
  beside,
  type Committee,
  idOf,
  seen,
  sign,
} from '../support/committees.js';
import { query } from '../support/database.js';
import { aFiledReport, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';
const FOUR = ['jinli', 'citong', 'haisi', 'anping'];

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

async function clocksOf({ id }: Committee): Promise<string[]> {
  const rows = await query<{ name: string }>(
    'admin',
    "select name from deadline where case_id = $1 and status = 'armed' order by name",
    [id],
  );
  return rows.map(({ name }) => name);
}

async function noticesOf({ id }: Committee, template: string): Promise<string[]> {
  const rows = await query<{ key: string }>(
    'admin',
    `select o.key from notice n join organization o on o.id = n.organization
      where n.case_id = $1 and n.template = $2 and not n.copy order by n.created_at, o.key`,
    [id, template],
  );
  return rows.map(({ key }) => key);
}

describe('主席单位、副主席单位、一企一策', () => {
  it('a vice chair acts in the chair’s stead', async () => {
    const committee = await anActiveCommittee(TODAY);
    await act(committee, 'jinli.delegate', 'NAME_VICE_CHAIRS', { viceChairs: [await idOf('haisi')] });

    await act(committee, 'haisi.delegate', 'SET_STRATEGY', { strategy: 'stabilise' });

    expect(await seen(committee, 'citong.delegate')).toMatchObject({
      viceChairs: [{ key: 'haisi' }],
      strategy: 'stabilise',
      strategyLabel: '稳定融资',
    });
    expect((await seen(committee, 'haisi.delegate')).part).toBe('viceChair');
  });

  it('the history tells members what the committee did, and observers no strategy', async () => {
    const committee = await aSigningCommittee(TODAY, { banks: FOUR });
    for (const bank of FOUR.slice(0, 3)) await sign(committee, bank);
    await advanceTo('2026-06-25T18:00:00+08:00');
    await act(committee, 'jinli.delegate', 'SET_STRATEGY', { strategy: 'stabilise' });

    const told = async (login: string) => {
      const { body } = await (await person(login)).get(`${committee.path}/history`);
      return body.items.map(({ type }: { type: string }) => type);
    };
    expect(await told('citong.delegate')).toContain('SET_STRATEGY');
    expect(await told('anping.delegate')).not.toContain('SET_STRATEGY');
    expect((await seen(committee, 'anping.delegate')).strategy).toBeUndefined();
  });
});

describe('golden case 15: a claim is sold, the buyer accedes afterwards', () => {
  it('the buyer sees the committee, signs, and brings what it bought', async () => {
    const committee = await anActiveCommittee(TODAY, { banks: FOUR });
    await setClock('2026-07-02T09:30:00+08:00');

    await act(committee, 'haisi.delegate', 'TRANSFER_CLAIM', {
      to: await idOf('quanshan'),
      amount: '4000000.00',
      on: '2026-07-02',
    });

    expect(await seen(committee)).toMatchObject({ members: 3 });
    expect((await seen(committee, 'quanshan.delegate')).part).toBe('observer');
    const { agreement } = await seen(committee);
    await act(committee, 'quanshan.delegate', 'ACCEDE', { agreement, authorization: '授权书〔2026〕9号' });
    const page = await seen(committee, 'quanshan.delegate');
    expect(page).toMatchObject({ members: 4, part: 'member' });
    const claims = await beside(committee, 'claims');
    const present = claims.claims.map(
      ({ bank, present: now }: { bank: { key: string }; present: string }) => [bank.key, now],
    );
    expect(Object.fromEntries(present)).toEqual({
      jinli: '8000000.00',
      citong: '6000000.00',
      haisi: '0.00',
      quanshan: '4000000.00',
      anping: '2000000.00',
    });
    expect(claims.transfers).toMatchObject([
      { from: { key: 'haisi' }, to: { key: 'quanshan' }, amount: '4000000.00', on: '2026-07-02' },
    ]);
  });

  it('a member that buys is told of nothing to join', async () => {
    const committee = await anActiveCommittee(TODAY, { banks: FOUR });
    await setClock('2026-07-02T09:30:00+08:00');

    await act(committee, 'haisi.delegate', 'TRANSFER_CLAIM', {
      to: await idOf('citong'),
      amount: '1000000.00',
      on: '2026-07-02',
    });

    expect(await noticesOf(committee, 'accessionOpen')).toEqual([]);
    expect(await noticesOf(committee, 'claimTransferred')).toEqual(['jinli']);
    const { claims } = await beside(committee, 'claims', 'citong.delegate');
    const mine = claims.find(({ bank }: { bank: { key: string } }) => bank.key === 'citong');
    expect(mine).toMatchObject({ amount: '6000000.00', present: '7000000.00' });
  });

  it('below three members the chair is advised, and may wind up without a vote', async () => {
    const committee = await anActiveCommittee(TODAY);
    await setClock('2026-07-02T09:30:00+08:00');
    await act(committee, 'haisi.delegate', 'TRANSFER_CLAIM', {
      to: await idOf('quanshan'),
      amount: '4000000.00',
      on: '2026-07-02',
    });
    expect(await noticesOf(committee, 'windUpAdvised')).toEqual(['jinli']);

    await act(committee, 'jinli.delegate', 'WIND_UP', { reason: '成员单位不足三家。' });

    expect((await seen(committee)).state).toBe('winding');
    expect(await noticesOf(committee, 'committeeWinding')).toEqual(['citong', 'jinli', 'regulator']);
    await advanceTo('2026-08-13T18:00:00+08:00');
    expect((await seen(committee)).state).toBe('dissolved');
    expect(await noticesOf(committee, 'committeeDissolved')).toEqual(['regulator']);
  });
});

describe('续贷排期表: reminders 30, 10 and 3 days before', () => {
  it('to the bank whose loan it is, the chair in copy; none once it is done', async () => {
    const committee = await anActiveCommittee(TODAY);
    const loan = { amount: '3000000.00', maturity: '2026-08-15' };
    await act(committee, 'citong.delegate', 'SCHEDULE_ROLLOVER', {
      ...loan,
      bank: await idOf('citong'),
      loan: '流借字2025-088号',
      renewal: { amount: '3000000.00', until: '2027-08-14' },
    });
    await act(committee, 'jinli.delegate', 'SCHEDULE_ROLLOVER', {
      ...loan,
      bank: await idOf('haisi'),
      loan: '流借字2025-090号',
      maturity: '2026-08-18',
    });

    const reminded = async (until: string) => {
      await advanceTo(`${until}T18:00:00+08:00`);
      return noticesOf(committee, 'rolloverNear');
    };
    expect(await reminded('2026-07-15')).toEqual([]);
    expect(await reminded('2026-07-16')).toEqual(['citong']);
    expect(await reminded('2026-07-19')).toEqual(['citong', 'haisi']);
    expect(await reminded('2026-08-05')).toEqual(['citong', 'haisi', 'citong']);
    const { items } = await beside(committee, 'rollovers');
    expect(items[0]).toMatchObject({
      loan: '流借字2025-088号',
      reminders: ['2026-07-16', '2026-08-05', '2026-08-12'],
      renewalUntil: '2027-08-14',
    });
    await act(committee, 'citong.delegate', 'ROLLOVER_DONE', { rollover: items[0].id, outcome: 'renewed' });
    expect(await reminded('2026-08-16')).toEqual(['citong', 'haisi', 'citong', 'haisi', 'haisi']);
    expect(await clocksOf(committee)).toEqual([]);
  });

  it('a member sees its own loans, the chair all', async () => {
    const committee = await anActiveCommittee(TODAY);
    for (const bank of ['citong', 'haisi']) {
      await act(committee, `${bank}.delegate`, 'SCHEDULE_ROLLOVER', {
        bank: await idOf(bank),
        loan: `流借字2025-${bank}`,
        amount: '3000000.00',
        maturity: '2026-08-15',
      });
    }

    expect((await beside(committee, 'rollovers', 'haisi.delegate')).items).toMatchObject([
      { bank: { key: 'haisi' } },
    ]);
    expect((await beside(committee, 'rollovers', 'jinli.delegate')).items).toHaveLength(2);
  });
});

describe('golden case 11: 企业破产法 19, 46: the court', () => {
  async function court(committee: Committee, what: 'acceptance' | 'outcome', body: object): Promise<void> {
    const answer = await (await person('finance.reviewer')).post(
      `/firms/${committee.firm}/court-${what}`,
      body,
    );
    expect([200, 201]).toContain(answer.status);
  }
  const accepted = (committee: Committee) =>
    court(committee, 'acceptance', {
      court: '泉州市中级人民法院',
      documentNumber: '（2026）闽05破申12号',
      acceptedOn: TODAY,
    });

  it('accepts: the committee is judicial, its clocks stop; closes: it is dissolved', async () => {
    const committee = await anActiveCommittee(TODAY);
    await act(committee, 'citong.delegate', 'SCHEDULE_ROLLOVER', {
      bank: await idOf('citong'),
      loan: '流借字2025-088号',
      amount: '3000000.00',
      maturity: '2026-08-15',
    });

    await accepted(committee);

    expect((await seen(committee, 'citong.delegate')).state).toBe('judicial');
    expect(await clocksOf(committee)).toEqual([]);
    await court(committee, 'outcome', { outcome: 'closed', on: TODAY });
    expect((await seen(committee)).state).toBe('dissolved');
  });

  it('dismisses: the committee is back at work, with its schedule', async () => {
    const committee = await anActiveCommittee(TODAY);
    await act(committee, 'citong.delegate', 'SCHEDULE_ROLLOVER', {
      bank: await idOf('citong'),
      loan: '流借字2025-088号',
      amount: '3000000.00',
      maturity: '2026-08-15',
    });
    await accepted(committee);

    await court(committee, 'outcome', { outcome: 'dismissed', on: TODAY });

    expect((await seen(committee)).state).toBe('active');
    expect(await clocksOf(committee)).toEqual(['rollover']);
  });

  it('accepts before there is an agreement: not founded', async () => {
    const committee = await aSigningCommittee(TODAY);

    await accepted(committee);

    expect((await seen(committee)).state).toBe('notFounded');
  });
});

describe('提前报告: the chair’s sight', () => {
  const told = (agreed: boolean) => async (): Promise<{ committee: Committee; filing: string }> => {
    const committee = await aSigningCommittee(TODAY);
    const { agreement } = await beside(committee, 'agreement');
    await act(committee, 'jinli.delegate', 'DRAFT_AGREEMENT', {
      agreement: { ...agreement, chairToldAtOnce: agreed },
    });
    for (const bank of committee.banks) await sign(committee, bank);
    const filing = await aFiledReport({
      bank: 'citong',
      content: { firm: { creditCode: committee.creditCode } },
    });
    return { committee, filing: filing.path };
  };

  it('at once where the signed agreement says so', async () => {
    const { filing } = await told(true)();

    expect((await (await person('jinli.delegate')).get(filing)).status).toBe(200);
    expect((await (await person('haisi.delegate')).get(filing)).status).toBe(404);
  });

  it('not before referral where it does not', async () => {
    const { filing } = await told(false)();

    expect((await (await person('jinli.delegate')).get(filing)).status).toBe(404);
  });

  it('a bank that is no member: the chair hears nothing of its report', async () => {
    const { committee } = await told(true)();

    const filing = await aFiledReport({
      bank: 'anping',
      content: { firm: { creditCode: committee.creditCode } },
    });

    expect((await (await person('jinli.delegate')).get(filing.path)).status).toBe(404);
  });
});
