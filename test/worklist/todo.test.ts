import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { lend } from '../notice/a-notice.js';
import { as } from '../support/client.js';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import {
  act,
  aDraft,
  aDraftToCheck,
  aFiledReport,
  aLargeReport,
  aReportUnderReview,
  type Filing,
  opine,
} from '../support/filings.js';
import { type Item, itemsOf, listOf } from './a-worklist.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

async function hasToDo(login: string, { id }: Filing): Promise<boolean> {
  return (await itemsOf(login)).some((item) => item.id === id);
}

async function itemFor(login: string, { id }: Filing): Promise<Item> {
  const item = (await itemsOf(login)).find((each) => each.id === id);
  if (item === undefined) throw new Error(`${login} has nothing to do there.`);
  return item;
}

describe('待办: a case lies in the list of the posts that it waits for', () => {
  it('goes from the maker to the checker to the bureaus, and to nobody else', async () => {
    const filing = await aDraft();
    expect(await hasToDo('jinli.maker', filing)).toBe(true);
    expect(await hasToDo('jinli.checker', filing)).toBe(false);

    await act(filing, 'jinli.maker', 'SEND_TO_CHECK');
    expect(await hasToDo('jinli.maker', filing)).toBe(false);
    expect(await hasToDo('jinli.checker', filing)).toBe(true);
    expect(await hasToDo('finance.reviewer', filing)).toBe(false);

    await act(filing, 'jinli.checker', 'FILE');
    expect(await hasToDo('jinli.checker', filing)).toBe(false);
    expect(await hasToDo('finance.reviewer', filing)).toBe(true);
    expect(await hasToDo('finance.leader', filing)).toBe(false);
    expect(await hasToDo('industry.reviewer', filing)).toBe(false);

    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    expect(await hasToDo('finance.reviewer', filing)).toBe(true);
    expect(await hasToDo('industry.reviewer', filing)).toBe(true);

    await opine(filing, 'industry', 'noObjection');
    expect(await hasToDo('finance.reviewer', filing)).toBe(true);
    expect(await hasToDo('industry.reviewer', filing)).toBe(false);
  });

  it('waits for the leader while an opinion of the focus lane is drafted', async () => {
    const filing = await aReportUnderReview(aLargeReport());

    await opine(filing, 'finance', 'noObjection');

    expect(await hasToDo('finance.leader', filing)).toBe(true);
    expect(await hasToDo('finance.reviewer', filing)).toBe(false);
    expect(await hasToDo('industry.leader', filing)).toBe(false);
  });

  it('of another bank lies in no list of this one', async () => {
    const filing = await aDraft({ bank: 'jinli' });
    await act(filing, 'jinli.maker', 'SEND_TO_CHECK');

    for (const login of ['citong.maker', 'citong.checker', 'citong.delegate', 'citong.admin']) {
      expect(await itemsOf(login)).toEqual([]);
    }
  });

  it('of a branch lies there and at its head office, not at the other branch', async () => {
    const filing = await aDraft({ bank: 'haisi.jinjiang' });

    expect(await hasToDo('haisi.jinjiang.maker', filing)).toBe(true);
    expect(await hasToDo('haisi.maker', filing)).toBe(true);
    expect(await hasToDo('haisi.shishi.maker', filing)).toBe(false);
  });

  it('lies with whoever stands in for a post (委托代办), and says for whom', async () => {
    const filing = await aDraftToCheck({ bank: 'anping' });
    expect(await hasToDo('anping.admin', filing)).toBe(false);

    await lend('bank.checker', 'anping.checker', 'anping.admin');
    const { body } = await (await as('anping.admin')).get('/worklist');

    expect(body.items.find((item: Item) => item.id === filing.id)?.myTurn).toEqual({
      role: 'bank.checker',
      onBehalfOf: [{ id: expect.any(String), name: expect.stringMatching(/\p{Script=Han}{2,}/u) }],
    });
    expect((await itemFor('anping.checker', filing)).myTurn).toEqual({
      role: 'bank.checker',
      onBehalfOf: [],
    });
  });

  it('is empty for a county that was told of a case but is not asked, and for observers', async () => {
    await aFiledReport({ content: { amount: '6000000.00', firm: { county: 'jinjiang' } } });

    for (const login of ['jinjiang.coordinator', 'regulator.observer', 'pboc.observer']) {
      expect(await itemsOf(login)).toEqual([]);
    }
  });
});

describe('a county that was asked finds the case in its list until it has reported', () => {
  it('without a bank seeing that anybody asked', async () => {
    const filing = await aReportUnderReview({ bank: 'citong', content: { firm: { county: 'jinjiang' } } });
    const before = (await itemFor('finance.reviewer', filing)).waitsFor.length;

    await act(filing, 'industry.reviewer', 'ASK_FACTS', { questions: ['企业目前是否正常开工？'] });

    expect((await itemFor('jinjiang.coordinator', filing)).myTurn).toEqual({
      role: 'county.coordinator',
      onBehalfOf: [],
    });
    expect((await itemFor('finance.reviewer', filing)).waitsFor).toHaveLength(before + 1);
    const toldToBank = await (await as('citong.maker')).get(`${filing.path}/explain`);
    expect(toldToBank.status).toBe(200);
    expect(JSON.stringify(toldToBank.body)).not.toContain('属地');
    await act(filing, 'jinjiang.coordinator', 'REPORT_FACTS', { text: '企业正常开工。' });
    expect(await itemsOf('jinjiang.coordinator')).toEqual([]);
  });
});

describe('the line of a case', () => {
  it('says what it is about, whom it waits for and until when, to an office', async () => {
    const filing = await aReportUnderReview({ bank: 'citong' });

    expect(await itemFor('finance.reviewer', filing)).toEqual({
      id: filing.id,
      process: 'filing',
      number: expect.stringMatching(/^泉贷报〔2026〕刺桐\d+号$/),
      unfiled: false,
      registerNumber: expect.stringMatching(/^\d+$/),
      lane: 'routine',
      bank: { key: 'citong', name: '刺桐商业银行' },
      firm: { creditCode: filing.creditCode, name: '晋江市某鞋业有限公司', county: 'jinjiang' },
      kind: 'squeeze',
      amount: '700000.00',
      plannedDate: '2026-08-03',
      actedOn: null,
      bankDate: '2026-08-03',
      receivedAt: '2026-06-10T09:30:00.000+08:00',
      marks: [],
      state: 'reviewing',
      stateLabel: '同步研判',
      waitsFor: [
        { role: 'finance.reviewer', label: '市委金融办经办岗' },
        { role: 'industry.reviewer', label: '市工信局经办岗' },
      ],
      dueAt: '2026-06-17T17:30:00.000+08:00',
      workingDaysLeft: 5,
      light: 'onTime',
      waitingSince: '2026-06-10',
      workingDaysWaited: 0,
      standsStill: null,
      myTurn: { role: 'finance.reviewer', onBehalfOf: [] },
    });
  });

  it('shows a bank neither lane nor register, nor how far each office has come', async () => {
    const filing = await aReportUnderReview({ bank: 'citong' });
    await opine(filing, 'finance', 'noObjection');

    const { items } = await listOf('citong.maker', '?tab=mine');
    const item = items.find(({ id }) => id === filing.id);

    expect(item).toMatchObject({ state: 'reviewing', waitsFor: [{ role: null, label: '主管部门' }] });
    expect(item).not.toHaveProperty('lane');
    expect(item).not.toHaveProperty('registerNumber');
    // The offices' clocks are theirs.
    expect(item).toMatchObject({ dueAt: null, light: null, standsStill: null });
  });

  it('gives each side its own date where both have one', async () => {
    const filing = await aReportUnderReview({ bank: 'quanshan' });
    await act(filing, 'finance.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['请说明担保情况。'] });

    expect(await itemFor('quanshan.maker', filing)).toMatchObject({ dueAt: '2026-06-15T17:30:00.000+08:00' });
    expect(await itemFor('industry.reviewer', filing)).toMatchObject({
      dueAt: '2026-06-17T17:30:00.000+08:00',
      // The other office's clock, which stands still meanwhile.
      standsStill: { since: '2026-06-10', cause: 'supplement', label: '等待银行补充说明' },
    });
    expect(await hasToDo('finance.reviewer', filing)).toBe(false);
  });
});

describe('least working time left first, with lights', () => {
  let early: Filing;
  let late: Filing;
  let idle: Filing;

  beforeAll(async () => {
    await setClock('2026-07-06T09:00:00+08:00');
    early = await aDraftToCheck({ bank: 'quanshan' });
    await setClock('2026-07-07T09:00:00+08:00');
    late = await aDraftToCheck({ bank: 'quanshan' });
    idle = await aDraft({ bank: 'quanshan' });
  });

  it('is nothing to worry about on the first day, near on the last but one, and past when its time has struck', async () => {
    await advanceTo('2026-07-07T09:00:00+08:00');
    expect(await itemFor('quanshan.checker', late)).toMatchObject({ light: 'onTime', workingDaysLeft: 2 });
    expect(await itemFor('quanshan.checker', early)).toMatchObject({ light: 'atRisk', workingDaysLeft: 1 });

    await advanceTo('2026-07-08T17:30:00+08:00');
    expect(await itemFor('quanshan.checker', late)).toMatchObject({ light: 'atRisk', workingDaysLeft: 1 });
    expect(await itemFor('quanshan.checker', early)).toMatchObject({
      light: 'overdue',
      dueAt: '2026-07-08T17:30:00.000+08:00',
      workingDaysLeft: 0,
      workingDaysWaited: 2,
    });

    const { items, counts, total } = await listOf('quanshan.checker');
    expect(items.map(({ id }) => id)).toEqual([early.id, late.id]);
    expect(counts).toEqual({ onTime: exactly(0), atRisk: exactly(1), overdue: exactly(1) });
    expect(total).toEqual(exactly(2));
  });

  it('is filtered by a light, and counted as before', async () => {
    const { items, counts, total } = await listOf('quanshan.checker', '?light=overdue');

    expect(items.map(({ id }) => id)).toEqual([early.id]);
    expect(total).toEqual(exactly(1));
    expect(counts).toMatchObject({ atRisk: exactly(1), overdue: exactly(1) });
  });

  it('puts what has no time limit last, without a light', async () => {
    const items = await itemsOf('quanshan.maker');

    expect(items.at(-1)).toMatchObject({ id: idle.id, dueAt: null, light: null, workingDaysLeft: null });
  });
});

function exactly(value: number): { value: number; exact: boolean } {
  return { value, exact: true };
}
