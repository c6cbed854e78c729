import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import { aFiledReport } from '../support/filings.js';
import { itemsOf, listOf, refusalOf } from './a-worklist.js';

jest.setTimeout(60_000);
afterAll(releaseClock);

describe('filters and pages', () => {
  beforeAll(async () => {
    await setClock('2026-09-07T09:00:00+08:00');
    for (const [bank, amount, county] of [
      ['jinli', '700000.00', 'nanan'],
      ['jinli', '3600000.00', 'nanan'],
      ['citong', '700000.00', 'nanan'],
      ['citong', '700000.00', 'anxi'],
      ['anping', '800000.00', 'nanan'],
    ] as const) {
      await aFiledReport({ bank, content: { amount, plannedDate: '2026-12-01', firm: { county } } });
    }
    await aFiledReport({
      bank: 'anping',
      content: {
        kind: 'suspend',
        amount: '6000000.00',
        plannedDate: '2026-12-01',
        firm: { county: 'nanan' },
      },
    });
  });

  it('narrow by bank, county, kind and lane', async () => {
    const numbersOf = async (question: string) =>
      (await itemsOf('finance.reviewer', `?limit=100&${question}`)).map(
        (item) => `${item.bank.key} ${item.amount}`,
      );

    expect(await numbersOf('county=nanan&bank=citong')).toEqual(['citong 700000.00']);
    expect(await numbersOf('county=anxi')).toEqual(['citong 700000.00']);
    expect(await numbersOf('county=nanan&kind=suspend')).toEqual(['anping 6000000.00']);
    expect((await numbersOf('county=nanan&lane=focus')).sort()).toEqual([
      'anping 6000000.00',
      'jinli 3600000.00',
    ]);
  });

  it('hold every case once, in the same order whatever their size', async () => {
    const whole = (await itemsOf('finance.reviewer', '?limit=100')).map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await listOf('finance.reviewer', `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }

    expect(paged).toEqual(whole);
    expect(new Set(paged).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThanOrEqual(6);
  });

  it.each([
    ['?unknown=1', '/unknown'],
    ['?tab=all', '/tab'],
    ['?light=green', '/light'],
    ['?limit=0', '/limit'],
    ['?limit=101', '/limit'],
    ['?county=jinmen', '/county'],
    ['?bank=nobody', '/bank'],
  ])('refuse %s', async (question, pointer) => {
    expect(await refusalOf('finance.reviewer', question)).toMatchObject({
      status: 400,
      code: 'validation-failed',
      errors: [{ pointer }],
    });
  });

  it('are refused to a bank that asks by lane, as if there were none', async () => {
    expect(await refusalOf('jinli.maker', '?lane=focus')).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '/lane', code: 'unknown-field' }],
    });
  });

  it('take no cursor but their own', async () => {
    const { nextCursor } = await listOf('finance.reviewer', '?limit=1');

    for (const question of [
      `?tab=done&cursor=${String(nextCursor)}`,
      '?cursor=x',
      '?cursor=WyJ0b2RvIiwiJyIsIngiXQ',
    ]) {
      expect(await refusalOf('finance.reviewer', question)).toMatchObject({
        status: 400,
        code: 'bad-request',
      });
    }
  });
});
