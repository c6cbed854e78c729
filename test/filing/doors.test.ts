import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aFiledReport, aReportUnderReview, attempt, type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('what no door takes', () => {
  const RESERVED = [
    'xstate.init',
    'xstate.done.state.filing',
    'DEADLINE.bankDate',
    'RESOLUTION.PASSED',
    'COORDINATION.CONCLUDED',
    'STANDSTILL.STARTED',
    'COURT.ACCEPTED',
    'COMMITTEE.ENDED',
  ];

  it.each(RESERVED)('%s is reserved', async (type) => {
    const filing = await aFiledReport();

    expect(await attempt(filing, 'finance.reviewer', type)).toMatchObject({
      status: 400,
      body: { code: 'reserved-event' },
    });
    expect(await entriesOf(filing)).toBe(3);
  });

  it.each(['OPENED', 'toString', '__proto__', 'constructor', 'file', 'FILE ', ''])(
    '%s is unknown',
    async (type) => {
      const filing = await aFiledReport();

      expect(await attempt(filing, 'finance.reviewer', type)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed', errors: [{ pointer: '/type', code: 'unknown-event' }] },
      });
    },
  );

  it.each([[null], [[]], [{}], [{ type: 7 }], [{ type: null }]])('%j is no event', async (body) => {
    const filing = await aFiledReport();
    const reviewer = await person('finance.reviewer');

    const answer = await reviewer.post(`${filing.path}/events`, body, { ifMatch: '"3.0"' });

    expect(answer.status).toBe(400);
  });

  it.each([
    ['OPINE', { position: 'veto', text: '不。' }, '/position'],
    ['OPINE', { position: 'noObjection' }, '/text'],
    ['OPINE', { position: 'noObjection', text: '无。', by: 'me' }, '/by'],
    ['OPINE', { position: 'noObjection', text: '\u200b' }, '/text'],
    ['OPINE', { position: 'noObjection', text: 'x'.repeat(5_001) }, '/text'],
    [
      'OPINE',
      { position: 'noObjection', text: '无。', viability: { tests: {} } },
      '/viability/tests/hasMarket',
    ],
    ['SET_FOCUS', { reason: 7 }, '/reason'],
    ['ASK_FACTS', { questions: 'why' }, '/questions'],
    ['ASK_FACTS', { questions: [7] }, '/questions'],
    ['SUSPECT_SPLIT', { suspected: 'yes', reason: '？' }, '/suspected'],
  ])('%s with %j', async (type, payload, pointer) => {
    const filing = await aReportUnderReview();

    const answer = await attempt(filing, 'finance.reviewer', type, payload);

    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(pointersOf(answer)).toContain(pointer);
    expect(await entriesOf(filing)).toBe(4);
  });

  it('an answer that may be left out may be null', async () => {
    const filing = await aReportUnderReview();

    const answer = await attempt(filing, 'industry.reviewer', 'OPINE', {
      position: 'noObjection',
      text: '无意见。',
      reason: null,
      viability: null,
    });

    expect(answer.status).toBe(200);
  });
});

async function entriesOf({ id }: Filing): Promise<number> {
  const [row] = await query<{ n: number }>(
    'admin',
    "select count(*)::int as n from log_entry where case_id = $1 and kind = 'transition'",
    [id],
  );
  return row?.n ?? 0;
}

function pointersOf({ body }: Answer): string[] {
  return body.errors.map(({ pointer }: { pointer: string }) => pointer);
}
