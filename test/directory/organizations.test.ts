import { describe, expect, it } from '@jest/globals';
import { anonymous, as, type Body } from '../support/client.js';

const ADMINISTERED = [
  'licheng',
  'fengze',
  'luojiang',
  'quangang',
  'huian',
  'anxi',
  'yongchun',
  'dehua',
  'shishi',
  'jinjiang',
  'nanan',
  'kaifaqu',
  'taishang',
];

async function organizations(login: string, query = ''): Promise<Body[]> {
  const answer = await (await as(login)).get(`/organizations${query}`);
  expect(answer.status).toBe(200);
  return answer.body.items;
}

function keysOf(items: Body[]): string[] {
  return items.map(({ key }) => key);
}

describe('泉政办规〔2023〕1号 names the addressees: the thirteen operating jurisdictions', () => {
  it('are told to anybody, those without a GB/T 2260 code under keys of their own', async () => {
    const { status, body } = await anonymous().get('/jurisdictions');

    expect(status).toBe(200);
    expect(keysOf(body.items).sort()).toEqual([...ADMINISTERED].sort());
    expect(body.items).toContainEqual({
      key: 'kaifaqu',
      name: '泉州开发区',
      englishName: 'Quanzhou Development Zone',
      regionCode: null,
      administered: true,
    });
    expect(body.items).toContainEqual(expect.objectContaining({ key: 'taishang', regionCode: null }));
    expect(body.items).toContainEqual(expect.objectContaining({ key: 'jinjiang', regionCode: '350582' }));
  });

  it('金门县 is never offered', async () => {
    const { body } = await anonymous().get('/jurisdictions');

    expect(JSON.stringify(body)).not.toMatch(/金门|jinmen|350527/i);
  });
});

describe('a bureau renamed: documents bear the name in force on their date', () => {
  it.each([
    ['2024-06-30', '市金融监管局'],
    ['2024-07-01', '市委金融办'],
  ])('on %s the finance bureau is %s', async (on, name) => {
    const [finance] = await organizations('jinli.maker', `?on=${on}&kind=finance`);

    expect(finance).toMatchObject({ key: 'finance', name });
  });

  it('the key of the organization stays, and the unconfirmed name says so', async () => {
    const [finance] = await organizations('jinli.maker', '?kind=finance');

    expect(finance.names).toEqual([
      expect.objectContaining({ name: '市金融监管局', validUntil: '2024-06-30', remark: null }),
      expect.objectContaining({
        name: '市委金融办',
        validFrom: '2024-07-01',
        remark: '名称及启用日期待本市确认',
      }),
    ]);
  });
});

describe('who takes part is told by audience', () => {
  it('a bureau sees all', async () => {
    const seen = await organizations('finance.reviewer');

    expect(keysOf(seen)).toHaveLength(25);
    expect(keysOf(seen)).toEqual(expect.arrayContaining(['jinli', 'citong', 'haisi', 'anping', 'quanshan']));
  });

  it('a bank sees the offices and itself, and no other bank', async () => {
    const seen = await organizations('haisi.maker');

    expect(keysOf(seen.filter(({ kind }) => kind === 'bank'))).toEqual(['haisi']);
    expect(keysOf(seen)).toEqual(
      expect.arrayContaining(['finance', 'industry', 'regulator', 'pboc', 'jinjiang']),
    );
    expect(seen.find(({ key }) => key === 'haisi')).toMatchObject({
      series: '海丝',
      units: [
        { key: 'jinjiang', name: '晋江支行' },
        { key: 'shishi', name: '石狮支行' },
      ],
    });
  });

  it('银保监办发〔2016〕196号: a delegate, who invites a firm’s lenders, knows banks by name, and not their branches', async () => {
    const seen = await organizations('jinli.delegate', '?kind=bank');

    expect(keysOf(seen).sort()).toEqual(['anping', 'citong', 'haisi', 'jinli', 'quanshan']);
    expect(seen.find(({ key }) => key === 'haisi')).toMatchObject({ units: [] });
    expect(keysOf(await organizations('jinli.delegate', '?kind=helper'))).toEqual([]);
  });

  it('a filter for banks does not get round that', async () => {
    expect(keysOf(await organizations('citong.checker', '?kind=bank'))).toEqual(['citong']);
  });

  it('nobody sees it without signing in', async () => {
    expect((await anonymous().get('/organizations')).status).toBe(401);
  });

  it.each(['?on=2026-02-30', '?on=2026-2-3', '?kind=party', '?nonsense=1'])(
    '%s is refused',
    async (query) => {
      expect(await (await as('jinli.maker')).get(`/organizations${query}`)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
    },
  );
});
