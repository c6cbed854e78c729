import { describe, expect, it } from '@jest/globals';
import { anonymous, type Body } from '../support/client.js';
import { expecting, person } from '../support/filings.js';

/** design: the contract's names, in the order of the process. */
const FILING_STATES = [
  'drafting',
  'checking',
  'acknowledging',
  'completing',
  'reviewing',
  'concluding',
  'suggested',
  'deferred',
  'coordinating',
  'referred',
  'cleared',
  'executed',
  'withdrawn',
  'lapsed',
  'outOfScope',
  'closed',
  'voided',
  'judicial',
];

async function filing(login: string): Promise<Body> {
  const { items } = expecting(200, await (await person(login)).get('/processes')).body;
  return items.find(({ name }: Body) => name === 'filing');
}

describe('every process and version is told with its states', () => {
  it('by their contractual names, with the only Chinese for them', async () => {
    const process = await filing('jinli.maker');

    expect(process).toMatchObject({ name: 'filing', version: 1, newest: true });
    expect(process.definitionHash).toMatch(/^[0-9a-f]{64}$/);
    expect(process.states.map(({ name }: Body) => name)).toEqual(FILING_STATES);
    expect(process.states.find(({ name }: Body) => name === 'acknowledging')).toMatchObject({
      label: '待签收',
      waitsFor: ['finance.reviewer'],
      final: false,
    });
  });

  it('what is final takes nothing more; what rests may', async () => {
    const { states } = await filing('finance.leader');

    const final = states.filter((state: Body) => state.final).map(({ name }: Body) => name);
    expect(final.sort()).toEqual(['closed', 'judicial', 'voided']);
  });

  it('both bureaus are waited for while they review', async () => {
    const { states } = await filing('audit.admin');

    const reviewing = states.find(({ name }: Body) => name === 'reviewing');
    expect(reviewing.waitsFor).toEqual(expect.arrayContaining(['finance.reviewer', 'industry.reviewer']));
  });

  it('to whoever has signed in', async () => {
    expect((await anonymous().get('/processes')).status).toBe(401);
  });
});
