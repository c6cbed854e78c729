import { describe, expect, it } from '@jest/globals';
import { anIntervention } from '../coordination/a-coordination.js';
import { anonymous, type Body } from '../support/client.js';
import { aDraft, aFiledReport, expecting, person } from '../support/filings.js';

async function hits(login: string, q: string): Promise<Body[]> {
  const client = await person(login);
  return expecting(200, await client.get(`/search?${new URLSearchParams({ q })}`)).body.items;
}

async function numbered(id: string): Promise<{ number: string; machineNumber: string }> {
  return expecting(200, await (await person('finance.reviewer')).get(`/filings/${id}`)).body;
}

describe('whoever has a part in cases finds what they may see', () => {
  it('a report by its number, in writing, in short and as machines write it', async () => {
    const { id } = await aFiledReport({ bank: 'jinli' });
    const { number, machineNumber } = await numbered(id);
    const short = /晋鲤\d+/.exec(number)?.[0] ?? '';

    for (const wish of [
      number,
      short,
      `${short}号`,
      machineNumber,
      machineNumber.toLowerCase(),
      ` ${short} `,
    ]) {
      const [first] = await hits('finance.reviewer', wish);
      expect([wish, first]).toEqual([wish, expect.objectContaining({ kind: 'filing', id, title: number })]);
    }
  });

  it('a firm and its reports by two characters of its name', async () => {
    const { id, creditCode } = await aFiledReport({
      bank: 'jinli',
      content: { firm: { name: '石狮瓯翎服饰有限公司' } },
    });

    const found = await hits('jinli.checker', '瓯翎');

    expect(found).toContainEqual(expect.objectContaining({ kind: 'filing', id, stateLabel: '待签收' }));
    expect(found).toContainEqual(expect.objectContaining({ kind: 'firm', detail: creditCode }));
    expect(found).toHaveLength(2);
  });

  it('the same by its credit code, whole or its beginning, however it is typed', async () => {
    const { id, creditCode } = await aFiledReport({ bank: 'jinli' });

    expect((await hits('finance.leader', creditCode)).map((hit) => hit.id)).toContain(id);
    expect((await hits('finance.leader', creditCode.toLowerCase())).map((hit) => hit.id)).toContain(id);
  });

  it('another bank finds nothing of it', async () => {
    const { id, creditCode } = await aFiledReport({ bank: 'jinli' });
    const { number, machineNumber } = await numbered(id);

    for (const wish of [number, machineNumber, creditCode])
      expect(await hits('citong.maker', wish)).toEqual([]);
  });

  it('a draft is not found, not even by its own bank: it has no number yet', async () => {
    const { creditCode } = await aDraft({ bank: 'jinli' });

    expect((await hits('jinli.maker', creditCode)).filter(({ kind }) => kind === 'filing')).toEqual([]);
    expect(await hits('finance.leader', creditCode)).toEqual([]);
  });

  it('a coordination by its firm, for the offices and not for the bank whose report is in it', async () => {
    const { creditCode } = await anIntervention({ bank: 'jinli' });

    expect((await hits('finance.reviewer', creditCode)).map(({ kind }) => kind)).toContain('coordination');
    expect((await hits('jinli.maker', creditCode)).map(({ kind }) => kind).sort()).toEqual([
      'filing',
      'firm',
    ]);
  });

  it('signs that mean something to a database are letters like others', async () => {
    for (const wish of ['%%', '__', "' or 1=1 --", '〔〕'])
      expect(await hits('finance.leader', wish)).toEqual([]);
  });

  it('never more than a screen', async () => {
    expect((await hits('finance.leader', '有限公司')).length).toBeLessThanOrEqual(20);
  });

  it.each(['', '?q=', '?q=a', '?q=ab&limit=5'])('%s is refused', async (search) => {
    expect((await (await person('finance.leader')).get(`/search${search}`)).status).toBe(400);
  });

  it('nobody who has no part in cases', async () => {
    expect((await (await person('system.admin')).get('/search?q=晋江')).status).toBe(403);
    expect((await anonymous().get('/search?q=晋江')).status).toBe(401);
  });
});
