import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aFiledReport, type Content, expecting, person } from '../support/filings.js';

jest.setTimeout(60_000);
/** After the end of the month by which the demo's figures are dated. */
const TODAY = `${new Date().toISOString().slice(0, 7)}-28`;
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(releaseClock);

/** On the white list, with loans of four banks, and one of a ring of sureties. */
const CERAMICS = '晋江磁远建材有限公司';

async function firmCalled(name: string): Promise<{ id: string; creditCode: string }> {
  const [firm] = await query<{ id: string; creditCode: string }>(
    'admin',
    'select id, credit_code as "creditCode" from firm where name = $1',
    [name],
  );
  if (firm === undefined) throw new Error(`No firm is called ${name}.`);
  return firm;
}

async function exposuresOf({ id }: { id: string }, login = 'finance.reviewer'): Promise<Body> {
  return expecting(200, await (await person(login)).get(`/firms/${id}/exposures`)).body;
}

function aCut(creditCode: string, cut: { before: string; after: string; amount: string }): Content {
  return {
    firm: { creditCode, name: CERAMICS },
    amount: cut.amount,
    before: { limit: cut.before, balance: cut.before },
    after: { limit: cut.after, balance: cut.after },
    plannedDate: '2027-06-01',
  };
}

describe('泉政办规〔2023〕1号（十） 合理研判: offices see all lenders of a firm, each figure with its source and day', () => {
  it('limits, balances, sums and sureties', async () => {
    const page = await exposuresOf(await firmCalled(CERAMICS));

    expect(page.lenders).toHaveLength(4);
    for (const lender of page.lenders) {
      expect(lender).toMatchObject({
        source: '银行报送（演示）',
        asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      });
    }
    expect(page.total).toEqual({ limit: '64000000.00', balance: '52000000.00' });
    expect(page.remaining).toEqual(page.total);
    expect(page.runAlert).toEqual({ active: false, banks: 0 });
    const named = page.guarantees.map(({ as, firm, amount }: Body) => [as, firm.name, amount]).sort();
    expect(named).toEqual([
      ['debtor', '南安溪石建材有限公司', '10000000.00'],
      ['guarantor', '南安宏砾石业有限公司', '5000000.00'],
    ]);
  });

  it('what would remain if everything filed were executed, and how many banks file at once', async () => {
    const firm = await firmCalled('南安沁源卫浴有限公司');
    const before = await exposuresOf(firm);
    const cut = { before: '35000000.00', after: '29000000.00', amount: '6000000.00' };
    await aFiledReport({ bank: 'jinli', content: aCut(firm.creditCode, cut) });
    const other = { before: '4000000.00', after: '3200000.00', amount: '800000.00' };
    const second = await aFiledReport({ bank: 'anping', content: aCut(firm.creditCode, other) });

    const after = await exposuresOf(firm);

    expect(after.total).toEqual(before.total);
    expect(before.total).toEqual({ limit: '130000000.00', balance: '108000000.00' });
    expect(after.remaining).toEqual({ limit: '123200000.00', balance: '101200000.00' });
    expect(after.lenders.find(({ bankName }: Body) => bankName === '泉州晋鲤银行')).toMatchObject({
      limit: '40000000.00',
      remaining: { limit: '34000000.00', balance: '29000000.00' },
    });
    expect(after.filings).toMatchObject([
      { bankName: '安平农村信用社', amount: '800000.00', state: 'acknowledging', pending: true },
      { bankName: '泉州晋鲤银行', amount: '6000000.00', state: 'acknowledging', pending: true },
    ]);
    expect(after.runAlert).toEqual({ active: true, banks: 2 });
    await act(second, 'anping.maker', 'WITHDRAW', { reason: 'retained' });
    expect((await exposuresOf(firm)).remaining).toEqual({ limit: '124000000.00', balance: '102000000.00' });
  });

  it('is for the bureaus and those who watch: neither for banks nor for counties', async () => {
    const { id } = await firmCalled(CERAMICS);

    for (const login of ['industry.leader', 'regulator.observer', 'pboc.observer']) {
      expect((await exposuresOf({ id }, login)).lenders).toHaveLength(4);
    }
    for (const login of ['jinli.maker', 'jinli.delegate', 'jinjiang.coordinator']) {
      const refused = await (await person(login)).get(`/firms/${id}/exposures`);
      expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    const missing = await (await person('finance.reviewer')).get(
      `/firms/${'0'.repeat(8)}-0000-7000-8000-000000000000/exposures`,
    );
    expect(missing.status).toBe(404);
  });
});
