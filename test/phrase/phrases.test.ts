import { describe, expect, it } from '@jest/globals';
import type { Body } from '../support/client.js';
import { expecting, person } from '../support/filings.js';

async function phrasesOf(login: string): Promise<Body[]> {
  return expecting(200, await (await person(login)).get('/phrases')).body.items;
}

async function added(login: string, text: string): Promise<Body> {
  return expecting(201, await (await person(login)).post('/phrases', { text })).body;
}

describe('常用意见: an office keeps its own sentences', () => {
  it('for all its people and for nobody else', async () => {
    const text = '企业生产经营正常，对本次调整无意见。';

    const phrase = await added('finance.reviewer', text);

    expect(await phrasesOf('finance.leader')).toContainEqual(phrase);
    for (const login of ['industry.reviewer', 'jinli.maker', 'jinjiang.coordinator'])
      expect((await phrasesOf(login)).map((each) => each.text)).not.toContain(text);
  });

  it('the same sentence once, however often it is added', async () => {
    const first = await added('industry.reviewer', '请银行说明续贷安排。');
    const again = await added('industry.leader', ' 请银行说明续贷安排。 ');

    expect(again).toEqual(first);
    expect((await phrasesOf('industry.reviewer')).filter(({ id }) => id === first.id)).toHaveLength(1);
  });

  it('a colleague may remove it; to another organization it is not there', async () => {
    const { id } = await added('finance.reviewer', '建议与企业面谈后再定。');
    const stranger = await person('industry.leader');

    expect((await stranger.delete(`/phrases/${id}`, { ifMatch: null })).status).toBe(404);
    expect(await phrasesOf('finance.leader')).toContainEqual(expect.objectContaining({ id }));
    expecting(204, await (await person('finance.leader')).delete(`/phrases/${id}`, { ifMatch: null }));

    expect((await phrasesOf('finance.reviewer')).map((each) => each.id)).not.toContain(id);
  });

  it('a hundred at most, and says what to do then', async () => {
    const client = await person('citong.checker');
    for (let count = 0; count < 100; count += 1) await added('citong.checker', `意见之${String(count)}`);

    const refused = expecting(422, await client.post('/phrases', { text: '意见之一百' }));

    expect(refused.body.errors).toMatchObject([{ code: 'too-many-phrases', pointer: '/text' }]);
  });

  it.each([{}, { text: '' }, { text: 'a'.repeat(501) }, { text: '好', office: 'finance' }])(
    '%j is refused',
    async (body) => {
      expect((await (await person('finance.reviewer')).post('/phrases', body)).status).toBe(400);
    },
  );

  it('observers and administrators write no opinions', async () => {
    for (const login of ['regulator.observer', 'system.admin'])
      expect((await (await person(login)).get('/phrases')).status).toBe(403);
  });
});
