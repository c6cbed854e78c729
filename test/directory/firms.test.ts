import { describe, expect, it } from '@jest/globals';
import { anonymous, type Body } from '../support/client.js';
import { aCreditCode } from '../support/credit-code.js';
import { query } from '../support/database.js';
import { aFiledReport, expecting, person } from '../support/filings.js';

const PUBLIC_FACTS = ['county', 'creditCode', 'id', 'name', 'sizeClass', 'trade'];
/** On the white list, with loans of four banks. */
const CITY_CERAMICS = '晋江磁远建材有限公司';

async function firmsSeenBy(login: string, search: Record<string, string> = {}): Promise<Body> {
  const client = await person(login);
  return expecting(200, await client.get(`/firms?${new URLSearchParams(search)}`)).body;
}

async function firmSeenBy(login: string, name: string): Promise<Body> {
  const [firm] = (await firmsSeenBy(login, { name })).items;
  return expecting(200, await (await person(login)).get(`/firms/${firm.id}`)).body;
}

describe('firms are found by credit code or by name', () => {
  it('a code may be given in part, in small letters, full width, with blanks', async () => {
    const { items } = await firmsSeenBy('jinli.maker', { creditCode: ' ９１３５ 0582mx' });

    expect(items.length).toBeGreaterThanOrEqual(7);
    for (const { creditCode } of items) expect(creditCode).toMatch(/^91350582MX/);
  });

  it('two characters out of the middle of a name are enough', async () => {
    const { items, total } = await firmsSeenBy('jinli.maker', { name: '磁远' });

    expect(items).toMatchObject([
      { name: CITY_CERAMICS, county: 'jinjiang', trade: '陶瓷', sizeClass: 'medium' },
    ]);
    expect(total).toEqual({ value: 1, exact: true });
  });

  it('signs that mean something to a database are letters like others', async () => {
    expect((await firmsSeenBy('jinli.maker', { name: '%' })).items).toEqual([]);
    expect((await firmsSeenBy('jinli.maker', { name: "' or 1=1 --" })).items).toEqual([]);
    expect((await firmsSeenBy('jinli.maker', { creditCode: '9135%' })).items).toEqual([]);
  });

  it('a firm registered in 福州 is found in the county where it works', async () => {
    const { items } = await firmsSeenBy('jinli.maker', { county: 'jinjiang', creditCode: '91350100' });

    expect(items).toMatchObject([{ name: '福州榕屿鞋材有限公司', county: 'jinjiang' }]);
  });

  it('pages hold every firm once, in one order', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await firmsSeenBy('jinli.maker', {
        limit: '7',
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ creditCode }: Body) => creditCode));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }

    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toHaveLength((await firmsSeenBy('jinli.maker')).total.value);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=1', 'name=', 'nonsense=1', 'name=%00'])(
    '%s is refused',
    async (search) => {
      expect(await (await person('jinli.maker')).get(`/firms?${search}`)).toMatchObject({ status: 400 });
    },
  );
});

describe('a bank is told the public facts of a firm, and what it has lent itself', () => {
  it('the list holds nothing else', async () => {
    const { items } = await firmsSeenBy('jinli.maker');

    for (const firm of items) expect(Object.keys(firm).sort()).toEqual(PUBLIC_FACTS);
  });

  it('neither lists nor other banks’ loans', async () => {
    const firm = await firmSeenBy('citong.maker', CITY_CERAMICS);

    expect(Object.keys(firm).sort()).toEqual([...PUBLIC_FACTS, 'exposures'].sort());
    expect(firm.exposures).toMatchObject([
      { bankName: '刺桐商业银行', limit: '20000000.00', balance: '19000000.00' },
    ]);
  });

  it('a bank that has lent nothing learns of no loan', async () => {
    expect((await firmSeenBy('quanshan.maker', CITY_CERAMICS)).exposures).toEqual([]);
  });
});

describe('the bureaus see lists and all lenders, each figure with source and day', () => {
  it.each(['finance.reviewer', 'industry.leader'])('%s', async (login) => {
    const firm = await firmSeenBy(login, CITY_CERAMICS);

    expect(firm.listings).toMatchObject([{ list: 'whiteList' }]);
    expect(firm.privateEconomy).toBe(true);
    expect(firm.exposures.map(({ bankName }: Body) => bankName).sort()).toEqual(
      ['泉州晋鲤银行', '刺桐商业银行', '海丝银行泉州分行', '安平农村信用社'].sort(),
    );
    for (const exposure of firm.exposures) {
      expect(exposure.source).not.toBe('');
      expect(exposure.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('of several figures of a bank the latest is shown', async () => {
    const before = await firmSeenBy('finance.reviewer', CITY_CERAMICS);
    const own = before.exposures.find(({ bankName }: Body) => bankName === '安平农村信用社');
    await query(
      'admin',
      `insert into exposure (jurisdiction, id, firm, bank, limit_fen, balance_fen, source, as_of)
        values ('350500', gen_random_uuid(), $1, $2, 1, 1, '旧数据', '2024-01-31')`,
      [before.id, own.bank],
    );

    expect(await firmSeenBy('finance.reviewer', CITY_CERAMICS)).toEqual(before);
  });

  it('the branch of the regulator sees the lenders and no list', async () => {
    const firm = await firmSeenBy('regulator.observer', CITY_CERAMICS);

    expect(firm.listings).toEqual([]);
    expect(firm.exposures).toHaveLength(4);
  });
});

describe('a firm that is known by a report alone would tell other banks that somebody reported', () => {
  it('so it is there for the bank that named it and for the offices, and for no other bank', async () => {
    const creditCode = aCreditCode();
    const before = await (await person('citong.maker')).get('/firms?limit=100');

    await aFiledReport({ bank: 'jinli', content: { firm: { creditCode, name: '晋江新见企业有限公司' } } });

    expect((await firmsSeenBy('jinli.maker', { creditCode })).items).toMatchObject([{ creditCode }]);
    expect((await firmsSeenBy('finance.reviewer', { creditCode })).items).toMatchObject([{ creditCode }]);
    expect((await firmsSeenBy('citong.maker', { creditCode })).items).toEqual([]);
    expect((await (await person('citong.maker')).get('/firms?limit=100')).body).toEqual(before.body);
  });

  it('by its address it is as little there as what does not exist', async () => {
    const creditCode = aCreditCode();
    await aFiledReport({ bank: 'jinli', content: { firm: { creditCode } } });
    const [{ id }] = (await firmsSeenBy('jinli.maker', { creditCode })).items;
    const stranger = await person('citong.maker');

    const foreign = await stranger.get(`/firms/${id}`);
    const missing = await stranger.get('/firms/00000000-0000-7000-8000-000000000000');

    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
  });

  it('a second bank that names it knows it from then on', async () => {
    const creditCode = aCreditCode();
    await aFiledReport({ bank: 'jinli', content: { firm: { creditCode } } });

    await aFiledReport({ bank: 'citong', content: { firm: { creditCode } } });

    expect((await firmsSeenBy('citong.maker', { creditCode })).items).toMatchObject([{ creditCode }]);
    expect((await firmsSeenBy('haisi.maker', { creditCode })).items).toEqual([]);
  });
});

describe('who may ask', () => {
  it.each(['system.admin', 'security.admin', 'audit.admin'])('%s has no part in cases', async (login) => {
    expect((await (await person(login)).get('/firms')).status).toBe(403);
  });

  it('nobody without signing in', async () => {
    expect((await anonymous().get('/firms')).status).toBe(401);
  });
});
