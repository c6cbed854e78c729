import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { act, aDraft, aFiledReport, type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(120_000);
const filed: Filing[] = [];
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  for (const bank of ['jinli', 'jinli', 'citong', 'jinli', 'citong'])
    filed.push(await aFiledReport({ bank }));
  const [first] = filed;
  if (first !== undefined) await act(first, 'finance.reviewer', 'ACKNOWLEDGE');
});
afterAll(everyCaseReplays);

interface Item {
  id: string;
}

async function idsOf(login: string, queryText = ''): Promise<string[]> {
  const { body } = await (await person(login)).get(`/filings?limit=100${queryText}`);
  return body.items.map(({ id }: Item) => id);
}

function idsAt(...places: number[]): string[] {
  return places.map((place) => filed[place]?.id ?? '');
}

describe('GET /filings: newest first, page by page', () => {
  it('each reader its own: a bank what is its own, offices what was filed', async () => {
    const draft = await aDraft();

    expect(await idsOf('jinli.maker')).toEqual([draft.id, ...idsAt(3, 1, 0)]);
    expect(await idsOf('citong.checker')).toEqual(idsAt(4, 2));
    expect(await idsOf('finance.leader')).toEqual(idsAt(4, 3, 2, 1, 0));
    expect(await idsOf('jinjiang.coordinator')).toEqual([]);
  });

  it('goes on behind the last one, though new ones come in front', async () => {
    const client = await person('finance.leader');

    const { body: first } = await client.get('/filings?limit=2');
    const { body: second } = await client.get(`/filings?limit=2&cursor=${first.nextCursor}`);
    const { body: last } = await client.get(`/filings?limit=2&cursor=${second.nextCursor}`);

    const pages = [first, second, last].map(({ items }) => items.map(({ id }: Item) => id));
    expect(pages).toEqual([idsAt(4, 3), idsAt(2, 1), idsAt(0)]);
    expect(last.nextCursor).toBeNull();
    expect(first.total).toEqual({ value: 5, exact: true });
  });

  it.each([
    ['state=reviewing', [0]],
    ['state=acknowledging&bank=citong', [4, 2]],
    ['bank=nobody', []],
    ['kind=withdraw', []],
    ['county=jinjiang&kind=squeeze', [4, 3, 2, 1, 0]],
    ['county=shishi', []],
  ])('%s', async (filter, places) => {
    expect(await idsOf('finance.leader', `&${filter}`)).toEqual(idsAt(...places));
  });

  it('by firm', async () => {
    expect(await idsOf('finance.leader', `&creditCode=${filed[2]?.creditCode ?? ''}`)).toEqual(idsAt(2));
  });

  it('shows what a list needs, and to offices what is theirs', async () => {
    const { body: office } = await (await person('finance.leader')).get('/filings?state=reviewing');
    const { body: bank } = await (await person('jinli.maker')).get('/filings?state=reviewing');

    expect(bank.items).toMatchObject([
      {
        number: '泉贷报〔2026〕晋鲤1号',
        machineNumber: 'QZ-2026-JINLI-1',
        stateLabel: '同步研判',
        bank: { key: 'jinli', name: '泉州晋鲤银行' },
        firm: { name: '晋江市某鞋业有限公司', county: 'jinjiang' },
        amount: '700000.00',
        bankDate: '2026-08-03',
        receivedAt: '2026-06-10T09:30:00.000+08:00',
      },
    ]);
    expect(office.items[0]).toMatchObject({ lane: 'routine', registerNumber: expect.any(String) });
    expect(bank.items[0]).not.toHaveProperty('lane');
    expect(bank.items[0]).not.toHaveProperty('registerNumber');
  });

  it.each([
    ['foo=1', '/foo'],
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['limit=x', '/limit'],
    ['cursor=x', '/cursor'],
    ['state=nowhere', '/state'],
    ['mark=nothing', '/mark'],
    ['bank=%27%20or%201=1', '/bank'],
    ['creditCode=1', '/creditCode'],
    ['state=drafting&state=checking', '/state'],
  ])('refuses ?%s', async (text, pointer) => {
    const { status, body } = await (await person('finance.leader')).get(`/filings?${text}`);

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer }]);
  });
});
