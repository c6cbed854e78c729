import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inParallel, numbers } from '../support/at-once.js';
import type { Answer } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aReport, expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

const REPORTS = 50;
/** Of each request: so many at once, and as many again when all is over. */
const AT_ONCE = 3;
const LATER = 2;
/** Opening, handing on, filing, acknowledging. */
const REQUESTS = 4;

jest.setTimeout(600_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays, 120_000);

/** One request with its key, to be sent as often as wanted. */
type Request = () => Promise<Answer>;

describe('Idempotency-Key: a thousand requests that are sent again', () => {
  it('have one effect each, and every sender gets the same answer', async () => {
    const sent: { request: Request; first: string }[] = [];
    await inParallel(numbers(REPORTS), 4, async () => {
      const { creation, path } = await opened();
      sent.push(creation);
      for (const [login, type, version] of [
        ['jinli.maker', 'SEND_TO_CHECK', 1],
        ['jinli.checker', 'FILE', 2],
        ['finance.reviewer', 'ACKNOWLEDGE', 3],
      ] as const) {
        sent.push(await sentAtOnce(await event(path, login, type, version)));
      }
    });

    const later = await inParallel(sent, 6, async ({ request, first }) => {
      const answers = await inParallel(numbers(LATER), LATER, () => request());
      return answers.every((answer) => textOf(answer) === first);
    });

    expect(sent).toHaveLength(REPORTS * REQUESTS);
    expect(sent.length * (AT_ONCE + LATER)).toBeGreaterThanOrEqual(1_000);
    expect(later).not.toContain(false);
    expect(
      await query(
        'admin',
        `select seq, type, count(*)::int as n from log_entry where kind = 'transition' group by seq, type order by seq`,
      ),
    ).toEqual([
      { seq: 1, type: 'OPENED', n: REPORTS },
      { seq: 2, type: 'SEND_TO_CHECK', n: REPORTS },
      { seq: 3, type: 'FILE', n: REPORTS },
      { seq: 4, type: 'ACKNOWLEDGE', n: REPORTS },
    ]);
    expect(await query('admin', 'select last from number_series')).toEqual([{ last: REPORTS }]);
  });
});

async function opened(): Promise<{ creation: { request: Request; first: string }; path: string }> {
  const maker = await person('jinli.maker');
  const content = aReport();
  const idempotencyKey = randomUUID();
  const request = () => maker.post('/filings', content, { idempotencyKey });
  const creation = await sentAtOnce(request);
  return { creation, path: `/filings/${JSON.parse(creation.first).body.id}` };
}

async function event(path: string, login: string, type: string, version: number): Promise<Request> {
  const client = await person(login);
  const options = { idempotencyKey: randomUUID(), ifMatch: `"${String(version)}.0"` };
  return () => client.send(path, type, {}, options);
}

async function sentAtOnce(request: Request): Promise<{ request: Request; first: string }> {
  const answers = await inParallel(numbers(AT_ONCE), AT_ONCE, () => request());
  const [first = '', ...others] = answers.map((answer) => textOf(answer));
  for (const other of others) expect(other).toBe(first);
  return { request, first };
}

function textOf(answer: Answer): string {
  const { status, body, headers } = expecting(answer.status === 201 ? 201 : 200, answer);
  return JSON.stringify({ status, body, etag: headers.get('etag'), location: headers.get('location') });
}
