import { describe, expect, it } from '@jest/globals';
import { anonymous, type Body } from '../support/client.js';
import { aFiledReport, expecting, person } from '../support/filings.js';

const PROCESSES = ['filing', 'coordination', 'support', 'committee', 'resolution', 'inquiry'];

async function seen(login: string, path: string): Promise<Body> {
  return expecting(200, await (await person(login)).get(path)).body;
}

function placesIn(svg: string): Record<string, string> {
  const drawn = svg.matchAll(/data-state="(\w+)" data-place="(\w+)"/g);
  return Object.fromEntries([...drawn].map(([, state, place]) => [state, place]));
}

describe('every process has a picture that is made of its own machine', () => {
  it.each(PROCESSES)('%s: every state of its list, no other, and the same in words', async (name) => {
    const { items } = await seen('finance.leader', '/processes');
    const listed = items.find((item: Body) => item.name === name).states;

    const svg = await seen('finance.leader', `/processes/${name}/1/diagram.svg`);
    const words = await seen('finance.leader', `/processes/${name}/1/diagram`);

    const states = listed.map((state: Body) => state.name).sort();
    expect(Object.keys(placesIn(svg)).sort()).toEqual(states);
    expect(words.states.map((state: Body) => state.name).sort()).toEqual(states);
    expect(words.steps).toEqual([]);
    for (const { place } of words.states) expect(place).toBeNull();
  });

  it.each(PROCESSES)(
    '%s: in English the same states and ways, and no Chinese but the clauses',
    async (name) => {
      const chinese = await seen('finance.leader', `/processes/${name}/1/diagram`);
      const svg = await seen('finance.leader', `/processes/${name}/1/diagram.svg?language=en`);
      const words = await seen('finance.leader', `/processes/${name}/1/diagram?language=en`);

      const shape = ({ states }: Body) =>
        states.map((state: Body) => [
          state.name,
          state.ways.map(({ to, events }: Body) => [to, events.length]),
        ]);
      expect(shape(words)).toEqual(shape(chinese));
      const said = [svg, ...words.states.map(({ clause: _clause, ...rest }: Body) => JSON.stringify(rest))];
      expect(said.join('').match(/\p{Script=Han}+/gu)).toBeNull();
    },
  );

  it('needs no leave of a content security policy: no style, no script, no address elsewhere', async () => {
    const client = await person('finance.leader');
    const answer = expecting(200, await client.get('/processes/filing/1/diagram.svg'));

    expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(answer.body).not.toMatch(/style|<script|href|javascript:|\son\w+=/);
  });

  it('says in words which events lead where', async () => {
    const { states } = await seen('jinli.maker', '/processes/filing/1/diagram');

    const acknowledging = states.find(({ name }: Body) => name === 'acknowledging');
    expect(acknowledging.ways).toContainEqual({
      to: 'reviewing',
      toLabel: '同步研判',
      events: ['签收', '自动签收'],
    });
    // The bank's own date passes from every state after the report: drawn once, said at each.
    expect(acknowledging.ways).toContainEqual(
      expect.objectContaining({ to: 'cleared', events: ['银行日期到'] }),
    );
  });

  it.each(PROCESSES)('%s: what can be said of the machine alone holds', async (name) => {
    const proof = await seen('audit.admin', `/processes/${name}/1/proof`);

    expect(proof.definitionHash).toMatch(/^[0-9a-f]{64}$/);
    expect(proof.statements.map((each: Body) => each.name)).toContain('every-state-can-end');
    for (const statement of proof.statements)
      expect(statement).toMatchObject({ holds: true, exceptions: [] });
  });

  it.each(['/processes/filing/2/diagram.svg', '/processes/filing/x/proof'])(
    '%s is not there',
    async (path) => {
      expect((await (await person('finance.leader')).get(path)).status).toBe(404);
    },
  );

  it('is for whoever is signed in', async () => {
    expect((await anonymous().get('/processes/filing/1/diagram.svg')).status).toBe(401);
  });
});

describe('a case is shown on the picture of its process: where it is, and how it came there', () => {
  it('to the bank, with its own way and without how far the bureaus are', async () => {
    const { id } = await aFiledReport({ bank: 'jinli' });
    await (await person('finance.reviewer')).send(`/filings/${id}`, 'ACKNOWLEDGE');

    const svg = await seen('jinli.maker', `/filings/${id}/diagram.svg`);
    const words = await seen('jinli.maker', `/filings/${id}/diagram`);

    expect(placesIn(svg)).toMatchObject({
      drafting: 'walked',
      checking: 'walked',
      acknowledging: 'walked',
      reviewing: 'current',
      concluding: 'ahead',
    });
    expect(Object.fromEntries(words.states.map(({ name, place }: Body) => [name, place]))).toEqual(
      placesIn(svg),
    );
    expect(words.steps.map(({ text }: Body) => text).join('')).toContain('待签收');
    expect(`${svg}${JSON.stringify(words)}`).not.toContain('待反馈意见');
  });

  it('to the offices, with how far each bureau is and without what the bank did in-house', async () => {
    const { id } = await aFiledReport({ bank: 'jinli' });
    await (await person('finance.reviewer')).send(`/filings/${id}`, 'ACKNOWLEDGE');

    const svg = await seen('industry.reviewer', `/filings/${id}/diagram.svg`);
    const words = await seen('industry.reviewer', `/filings/${id}/diagram`);

    expect(placesIn(svg)).toMatchObject({ drafting: 'ahead', acknowledging: 'walked', reviewing: 'current' });
    expect(svg).toContain('工信部门：待反馈意见');
    expect(words.states.find(({ name }: Body) => name === 'reviewing').parts).toEqual([
      '金融部门：待反馈意见',
      '工信部门：待反馈意见',
    ]);
    const english = await seen('industry.reviewer', `/filings/${id}/diagram?language=en`);
    expect(english.states.find(({ name }: Body) => name === 'reviewing').parts).toEqual([
      'Finance: opinion awaited',
      'Industry: opinion awaited',
    ]);
    expect(english.steps.at(-1).text).toBe('Acknowledge. Now: Reviewed by both bureaus');
  });

  it('to no other bank: as little there as what does not exist', async () => {
    const { id } = await aFiledReport({ bank: 'jinli' });
    const stranger = await person('citong.maker');

    const foreign = await stranger.get(`/filings/${id}/diagram.svg`);
    const missing = await stranger.get('/filings/00000000-0000-7000-8000-000000000000/diagram.svg');

    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    expect((await stranger.get(`/filings/${id}/diagram`)).status).toBe(404);
  });
});
