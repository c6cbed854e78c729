import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  act,
  aDraft,
  aFiledReport,
  aReport,
  aReportUnderReview,
  attempt,
  type Filing,
  person,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('Idempotency-Key: the same key means the same request', () => {
  it('is required, and what it should be is said', async () => {
    const draft = await aDraft();
    const maker = await person('jinli.maker');

    const event = await maker.send(draft.path, 'SEND_TO_CHECK', {}, { idempotencyKey: null });
    const creation = await maker.post('/filings', aReport(), { idempotencyKey: null });
    const malformed = await maker.post('/filings', aReport(), { idempotencyKey: 'x'.repeat(129) });

    expect(event).toMatchObject({ status: 400, body: { code: 'idempotency-key-required' } });
    expect(creation).toMatchObject({ status: 400, body: { code: 'idempotency-key-required' } });
    expect(malformed).toMatchObject({ status: 400, body: { code: 'bad-request' } });
  });

  it('answers a repetition to the byte, though the case has moved on', async () => {
    const draft = await aDraft();
    const maker = await person('jinli.maker');
    const checker = await person('jinli.checker');
    await maker.send(draft.path, 'SEND_TO_CHECK', {}, { ifMatch: '"1.0"' });
    const options = { idempotencyKey: randomUUID(), ifMatch: '"2.0"' };
    const first = await checker.send(draft.path, 'FILE', {}, options);
    await act(draft, 'finance.reviewer', 'ACKNOWLEDGE');
    await setClock('2026-06-11T09:30:00+08:00');

    const again = await checker.send(draft.path, 'FILE', {}, options);

    expect(again.status).toBe(200);
    expect(JSON.stringify(again.body)).toBe(JSON.stringify(first.body));
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await entriesOf(draft)).toBe(4);
    await setClock('2026-06-10T09:30:00+08:00');
  });

  it('opens one draft, however often it is asked', async () => {
    const maker = await person('jinli.maker');
    const content = aReport();
    const idempotencyKey = randomUUID();

    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => maker.post('/filings', content, { idempotencyKey })),
    );

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('of another request is refused: another body, event, version or report', async () => {
    const filing = await aFiledReport();
    const other = await aFiledReport();
    const checker = await person('jinli.checker');
    const idempotencyKey = randomUUID();
    const send = (path: string, reason: string, ifMatch = '"3.0"') =>
      checker.send(path, 'WITHDRAW', { reason }, { idempotencyKey, ifMatch });
    await send(filing.path, 'other');

    for (const answer of [
      await send(filing.path, 'retained'),
      await send(filing.path, 'other', '"2.0"'),
      await send(other.path, 'other'),
    ]) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    }
    expect((await seenBy(other, 'jinli.maker')).state).toBe('acknowledging');
  });

  it('of another person is another key', async () => {
    const idempotencyKey = randomUUID();
    const one = await (await person('jinli.maker')).post('/filings', aReport(), { idempotencyKey });
    const other = await (await person('jinli.maker2')).post('/filings', aReport(), { idempotencyKey });

    expect(other.status).toBe(201);
    expect(other.body.id).not.toBe(one.body.id);
  });

  it('of a refused request may be used again', async () => {
    const draft = await aDraft({ content: { ground: null } });
    const maker = await person('jinli.maker');
    const idempotencyKey = randomUUID();

    const refused = await maker.send(draft.path, 'SEND_TO_CHECK', {}, { idempotencyKey, ifMatch: '"1.0"' });
    await maker.get(draft.path);
    await maker.patch(draft.path, { ground: { code: 'other', facts: '停产。', contractClause: '第八条' } });
    const sent = await maker.send(draft.path, 'SEND_TO_CHECK', {}, { idempotencyKey, ifMatch: '"1.1"' });

    expect(refused.status).toBe(422);
    expect(sent.status).toBe(200);
  });
});

describe('If-Match: nobody acts on what they have not seen', () => {
  it('is required', async () => {
    const filing = await aFiledReport();

    const answer = await (await person('finance.reviewer')).send(
      filing.path,
      'ACKNOWLEDGE',
      {},
      { ifMatch: null },
    );

    expect(answer).toMatchObject({ status: 428, body: { code: 'precondition-required' } });
  });

  it.each(['*', 'W/"3.0"', '"3.0", "4.0"', '3.0', '"x"', '"3"', '"3.0.0"'])(
    '%s is no version',
    async (ifMatch) => {
      const filing = await aFiledReport();

      const answer = await (await person('finance.reviewer')).send(
        filing.path,
        'ACKNOWLEDGE',
        {},
        { ifMatch },
      );

      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    },
  );

  it('a version that is old for this act is refused with the present one', async () => {
    const filing = await aFiledReport();
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');

    const answer = await (await person('jinli.checker')).send(
      filing.path,
      'WITHDRAW',
      { reason: 'other' },
      { ifMatch: '"3.0"' },
    );

    expect(answer).toMatchObject({ status: 412, body: { code: 'stale-version', etag: '4.0' } });
    expect(answer.headers.get('etag')).toBe('"4.0"');
    expect((await seenBy(filing, 'jinli.maker')).state).toBe('reviewing');
  });

  it('an act whose place was taken meanwhile names by whom, when and by what', async () => {
    const filing = await aFiledReport();
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');

    const answer = await (await person('finance.reviewer2')).send(
      filing.path,
      'ACKNOWLEDGE',
      {},
      { ifMatch: '"3.0"' },
    );

    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: 'decided-already',
        by: { name: expect.any(String), organization: '市委金融办' },
        at: '2026-06-10T09:30:00.000+08:00',
        event: 'ACKNOWLEDGE',
        etag: '4.0',
      },
    });
  });

  it('one that knew is told what the state takes', async () => {
    const filing = await aReportUnderReview();

    const answer = await attempt(filing, 'finance.reviewer', 'ACKNOWLEDGE');

    expect(answer).toMatchObject({ status: 409, body: { code: 'event-not-accepted', state: 'reviewing' } });
    expect(answer.body.allowed).toEqual(expect.arrayContaining(['OPINE', 'SET_FOCUS']));
    expect(answer.body.allowed).not.toContain('DEADLINE.bankDate');
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
