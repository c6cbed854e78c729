import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { City, type Node } from '../faults/city.js';
import { type Answer, Client, PASSWORD } from '../support/client.js';

jest.setTimeout(90_000);
let city: City;
let one: Node;
let other: Node;
beforeAll(async () => {
  city = await City.found();
  [one, other] = await Promise.all([
    city.startNode({ WENDAI_RATE_LIMITS: 'on' }),
    city.startNode({ WENDAI_RATE_LIMITS: 'on' }),
  ]);
});
afterAll(() => city.raze());

const at = ({ url }: Node, login?: string) => new Client(login, PASSWORD, url);

async function times(count: number, ask: (index: number) => Promise<Answer>, atOnce = 20): Promise<Answer[]> {
  const answers: Answer[] = [];
  const indexes = Array.from({ length: count }, (_, index) => index);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = indexes.shift(); next !== undefined; next = indexes.shift())
        answers.push(await ask(next));
    }),
  );
  return answers;
}

function refusedOf(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter(({ status }) => status === 429);
}

describe('OWASP API4: who asks too often waits, and nobody else does', () => {
  it('a stranger asks sixty times a minute what is public, all nodes together', async () => {
    const strangers = [at(one), at(other)];

    const answers = await times(100, async (index) =>
      (strangers[index % 2] as Client).post('/filings/assess', {}, { idempotencyKey: null }),
    );

    const refused = refusedOf(answers);
    expect(refused).toHaveLength(40);
    for (const { body, headers } of refused) {
      expect(body).toMatchObject({ code: 'too-many-requests', status: 429 });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    }
    // Signing in is counted by rules of its own, and whoever is in is no stranger.
    expect((await at(one, 'jinli.maker').get('/filings')).status).toBe(200);
  });

  it('an account proves itself ten times in a quarter of an hour, all nodes together, and another none the less', async () => {
    const prove = (client: Client) =>
      client.post('/session/step-up', { password: PASSWORD }, { idempotencyKey: null });
    const [here, elsewhere] = [at(one, 'finance.leader'), at(other, 'finance.leader')];
    await Promise.all([here.get('/session'), elsewhere.get('/session')]);

    // One after the other: guesses at one login that are under way at once are counted as failed.
    const answers = await times(16, (index) => prove(index % 2 === 0 ? here : elsewhere), 1);

    expect(refusedOf(answers)).toHaveLength(6);
    expect((await prove(at(other, 'industry.leader'))).status).toBe(201);
  });

  it('an account that asks without end is stopped at the node, and no other account with it', async () => {
    const busy = at(one, 'citong.maker');
    await busy.get('/session');

    const answers = await times(1_260, () => busy.get('/codes'));

    expect(refusedOf(answers).length).toBeGreaterThan(0);
    expect(refusedOf(answers).length).toBeLessThanOrEqual(62);
    expect((await at(one, 'haisi.maker').get('/codes')).status).toBe(200);
  });

  it('the address of a stranger who tries keys is stopped too', async () => {
    const answers = await times(660, () =>
      at(other).get('/filings', { headers: { authorization: 'Bearer wendai_nothing' } }),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
  });
});
