import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { City, type Node } from '../../faults/city.js';
import { numbers } from '../../support/at-once.js';
import { Visitor } from './visitor.js';

const NOW = '2026-06-10T09:30:00+08:00';

jest.setTimeout(180_000);
let city: City;
let node: Node;
beforeAll(async () => {
  city = await City.found();
  node = await city.startNode();
});
afterAll(() => city.raze());
beforeEach(async () => {
  await city.query('truncate login_attempt');
  await city.setClock(NOW);
});

/** One after the other in turns, so that whatever slows the machine slows both. */
const PAIRS = Number(process.env['WENDAI_TIMING_PAIRS'] ?? 11);

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const guess = (login: string, address: string, password = 'not-the-password') =>
  new Visitor(node.url, address).signIn(login, password);

async function guessOften(login: string, address: string, times: number): Promise<number[]> {
  const answers: number[] = [];
  for (const _ of numbers(times)) answers.push((await guess(login, address)).status);
  return answers;
}

describe('GB/T 22239-2019 8.1.4.1 b): five failures within fifteen minutes, then fifteen minutes of rest', () => {
  it('the sixth is refused though its password is right, and says for how long', async () => {
    expect(await guessOften('jinli.maker', '127.0.0.9', 5)).toEqual([401, 401, 401, 401, 401]);

    const sixth = await new Visitor(node.url, '127.0.0.9').signIn('jinli.maker');

    expect(sixth).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(sixth.headers['retry-after'])).toBe(15 * 60);
  });

  it('one failure less, and it is let in; fifteen minutes later too, and not a second earlier', async () => {
    await guessOften('jinli.maker', '127.0.0.9', 4);
    expect((await new Visitor(node.url, '127.0.0.9').signIn('jinli.maker')).status).toBe(201);
    await guessOften('jinli.maker', '127.0.0.9', 5);

    await city.setClock('2026-06-10T09:44:59+08:00');
    expect((await new Visitor(node.url, '127.0.0.9').signIn('jinli.maker')).status).toBe(429);
    await city.setClock('2026-06-10T09:45:00+08:00');
    expect((await new Visitor(node.url, '127.0.0.9').signIn('jinli.maker')).status).toBe(201);
  });

  it('a login that does not exist takes as long as a wrong password', async () => {
    const spent: Record<string, number[]> = { 'citong.maker': [], 'citong.nobody': [] };
    for (const _ of numbers(PAIRS)) {
      await city.query('truncate login_attempt');
      for (const [login, times] of Object.entries(spent)) {
        const before = performance.now();
        await guess(login, '127.0.0.12');
        times.push(performance.now() - before);
      }
    }

    const [known = 0, unknown = 0] = Object.values(spent).map(median);
    // Without a password to check the answer comes several times sooner; what is left is the noise of the machine.
    expect(unknown / known).toBeGreaterThan(0.75);
    expect(unknown / known).toBeLessThan(1.33);
  });

  it('a login that does not exist is answered the same, to the word', async () => {
    const real = await guess('citong.maker', '127.0.0.10');
    const unreal = await guess('citong.nobody', '127.0.0.11');

    expect(unreal.body).toEqual(real.body);
    const [known, unknown] = [
      await guessOften('citong.maker', '127.0.0.10', 5),
      await guessOften('citong.nobody', '127.0.0.11', 5),
    ];
    expect(unknown).toEqual(known);
    expect(known.at(-1)).toBe(429);
  });

  it('guesses that come at once, to two nodes, are counted as if one came after the other', async () => {
    const other = await city.startNode();
    const visitors = numbers(20).map(
      (index) => new Visitor(index % 2 === 0 ? node.url : other.url, '127.0.0.12'),
    );

    const answers = await Promise.all(
      visitors.map((visitor) => visitor.signIn('anping.maker', 'wrong-wrong')),
    );

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
    await other.stop();
  });
});

describe('OWASP ASVS 6.1.1: nobody is kept out by the guesses of others', () => {
  it('guesses from two hundred addresses become slow, and the owner comes in from where it is known', async () => {
    await new Visitor(node.url, '127.0.0.2').signIn('security.admin');
    await city.setClock('2026-06-10T09:31:00+08:00');

    const answers: number[] = [];
    for (const index of numbers(200))
      answers.push((await guess('security.admin', `127.0.1.${String(index + 1)}`)).status);

    expect(answers.filter((status) => status === 401)).toHaveLength(10);
    expect(answers.slice(10).every((status) => status === 429)).toBe(true);
    expect((await new Visitor(node.url, '127.0.0.2').signIn('security.admin')).status).toBe(201);
  });

  it('half a minute later a stranger has one more guess, and after a hundred in a row none', async () => {
    for (const index of numbers(99)) {
      await city.query(
        `insert into login_attempt (jurisdiction, login, address, succeeded, at)
          values ('350500', 'pboc.observer', $1, false, wendai_now() - interval '20 minutes')`,
        [`10.0.0.${String(index)}`],
      );
    }
    expect((await guess('pboc.observer', '127.0.2.1')).status).toBe(401);

    expect((await guess('pboc.observer', '127.0.2.2')).status).toBe(429);
  });

  it('an address that tries one login after the other has to wait as well', async () => {
    const answers: number[] = [];
    for (const index of numbers(31))
      answers.push((await guess(`somebody${String(index)}`, '127.0.3.1')).status);

    expect(answers.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(answers[30]).toBe(429);
  });
});
