import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import {
  aClearedReport,
  act,
  aDraft,
  aDraftToCheck,
  aFiledReport,
  expecting,
  type Filing,
  opine,
  person,
} from '../support/filings.js';
import { type Item, itemsOf, listOf } from './a-worklist.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(releaseClock);

async function lineOf({ id }: Filing, login: string, tab: string): Promise<Item | undefined> {
  return (await itemsOf(login, `?tab=${tab}&limit=100`)).find((item) => item.id === id);
}

describe('已办: the cases in which somebody did something', () => {
  it('names the last act, and lists the latest first', async () => {
    const first = await aFiledReport();
    const second = await aFiledReport();
    await act(second, 'finance.reviewer', 'ACKNOWLEDGE');
    await act(first, 'finance.reviewer', 'ACKNOWLEDGE');
    await opine(first, 'finance', 'noObjection');

    const items = await itemsOf('finance.reviewer', '?tab=done&limit=100');

    expect(items.slice(0, 2)).toMatchObject([
      { id: first.id, lastAct: { type: 'OPINE', label: '反馈意见', at: '2026-06-10T09:30:00.000+08:00' } },
      { id: second.id, lastAct: { type: 'ACKNOWLEDGE', label: '签收' } },
    ]);
    expect(items.filter(({ id }) => id === first.id)).toHaveLength(1);
  });

  it('are a person’s own: another of the same post did nothing', async () => {
    const filing = await aFiledReport();
    await act(filing, 'finance.reviewer2', 'ACKNOWLEDGE');

    expect(await lineOf(filing, 'finance.reviewer2', 'done')).toBeDefined();
    expect(await lineOf(filing, 'finance.reviewer', 'done')).toBeUndefined();
  });

  it('do not hold a draft that was only begun', async () => {
    const draft = await aDraft({ bank: 'citong' });
    expect(await lineOf(draft, 'citong.maker', 'done')).toBeUndefined();

    await act(draft, 'citong.maker', 'SEND_TO_CHECK');

    expect(await lineOf(draft, 'citong.maker', 'done')).toMatchObject({ lastAct: { type: 'SEND_TO_CHECK' } });
  });

  it('go on page by page', async () => {
    const whole = (await itemsOf('finance.reviewer', '?tab=done&limit=100')).map(({ id }) => id);
    const first = await listOf('finance.reviewer', '?tab=done&limit=1');

    const second = await listOf('finance.reviewer', `?tab=done&limit=1&cursor=${String(first.nextCursor)}`);

    expect([first, second].flatMap(({ items }) => items).map(({ id }) => id)).toEqual(whole.slice(0, 2));
  });
});

describe('我发起的: what a bank began', () => {
  it('names who, for colleagues too', async () => {
    const filing = await aFiledReport({ bank: 'anping' });

    expect(await lineOf(filing, 'anping.checker', 'mine')).toMatchObject({
      createdBy: { id: expect.any(String), name: expect.stringMatching(/\p{Script=Han}/u) },
    });
    expect(await lineOf(filing, 'citong.maker', 'mine')).toBeUndefined();
    expect(await itemsOf('finance.reviewer', '?tab=mine')).toEqual([]);
  });
});

describe('草稿（未报送）: what has not been filed', () => {
  it('shouts until there is a number', async () => {
    const filing = await aDraftToCheck({ bank: 'quanshan' });
    const idle = await aDraft({ bank: 'quanshan' });
    const drafts = await itemsOf('quanshan.maker', '?tab=draft');
    expect(drafts).toMatchObject([
      { id: idle.id, unfiled: true, number: null, state: 'drafting', stateLabel: '草稿（未报送）' },
      { id: filing.id, unfiled: true, number: null, state: 'checking', stateLabel: '行内复核' },
    ]);

    await act(filing, 'quanshan.checker', 'FILE');

    expect((await itemsOf('quanshan.maker', '?tab=draft')).map(({ id }) => id)).toEqual([idle.id]);
    expect(await itemsOf('finance.reviewer', '?tab=draft')).toEqual([]);
  });
});

describe('抄送我的: notices in copy', () => {
  it('tell a bureau of what was cleared, and ask for nothing', async () => {
    const filing = await aClearedReport();

    const line = await lineOf(filing, 'industry.reviewer', 'cc');

    expect(line).toMatchObject({
      copy: { template: 'cleared', title: expect.stringContaining('泉贷报〔2026〕'), at: expect.any(String) },
      state: 'cleared',
    });
    expect(await lineOf(filing, 'industry.reviewer', 'todo')).toBeUndefined();
    // What is addressed to a post is not in copy.
    expect(await lineOf(filing, 'jinli.maker', 'cc')).toBeUndefined();
  });

  it('reach the regulator branch with the report itself', async () => {
    const filing = await aFiledReport();

    expect(await lineOf(filing, 'regulator.observer', 'cc')).toMatchObject({ copy: { template: 'filed' } });
    expect(await lineOf(filing, 'pboc.observer', 'cc')).toBeUndefined();
  });
});

describe('16. another bank’s case', () => {
  it('is in no list of this bank, whatever becomes of it', async () => {
    const before = await everythingOf('haisi');

    const filing = await aClearedReport({ bank: 'jinli' });
    await aDraft({ bank: 'citong', content: { firm: { creditCode: filing.creditCode } } });

    expect(await everythingOf('haisi')).toEqual(before);
  });

  async function everythingOf(bank: string): Promise<string[]> {
    const answers: string[] = [];
    for (const duty of ['maker', 'checker', 'delegate', 'admin']) {
      const client = await person(`${bank}.${duty}`);
      for (const tab of ['todo', 'done', 'mine', 'cc', 'draft']) {
        answers.push(JSON.stringify(expecting(200, await client.get(`/worklist?tab=${tab}`)).body));
      }
    }
    return answers;
  }
});
