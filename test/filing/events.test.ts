import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  act,
  aDraft,
  aDraftToCheck,
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

async function entriesOf({ id }: Filing): Promise<number> {
  const [row] = await query<{ n: number }>(
    'admin',
    "select count(*)::int as n from log_entry where case_id = $1 and kind = 'transition'",
    [id],
  );
  return row?.n ?? 0;
}

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

describe('GET …/actions', () => {
  it('says what the actor can do, with its consequence', async () => {
    const filing = await aFiledReport();

    const { body } = await (await person('finance.reviewer')).get(`${filing.path}/actions`);

    const acknowledge = body.actions.find(({ type }: { type: string }) => type === 'ACKNOWLEDGE');
    expect(acknowledge).toEqual({
      type: 'ACKNOWLEDGE',
      label: '签收',
      allowed: true,
      consequence: '签收后两部门同步研判；将通知泉州晋鲤银行；银行日期8月3日不因此改变。',
      reasons: [],
    });
  });

  it('says why not, as the act itself would', async () => {
    const draft = await aDraft({ content: { ground: null } });
    const maker = await person('jinli.maker');

    const { body } = await maker.get(`${draft.path}/actions`);
    const { body: refused } = await attempt(draft, 'jinli.maker', 'SEND_TO_CHECK');

    const send = body.actions.find(({ type }: { type: string }) => type === 'SEND_TO_CHECK');
    expect(send.allowed).toBe(false);
    expect(send.reasons).toEqual(refused.errors);
  });

  it('takes no number by asking', async () => {
    const draft = await aDraftToCheck();
    const series = () => query('admin', 'select organization, last from number_series order by 1');
    const before = await series();

    const { body } = await (await person('jinli.checker')).get(`${draft.path}/actions`);

    expect(body.actions).toContainEqual(expect.objectContaining({ type: 'FILE', allowed: true }));
    expect(await series()).toEqual(before);
  });

  it('leaves out what is another post’s', async () => {
    const filing = await aReportUnderReview();

    const { body } = await (await person('jinli.maker')).get(`${filing.path}/actions`);

    const types = body.actions.map(({ type }: { type: string }) => type);
    expect(types).toContain('WITHDRAW');
    expect(types).not.toContain('OPINE');
    expect(types).not.toContain('CLEAR');
  });
});

function pointersOf({ body }: Answer): string[] {
  return body.errors.map(({ pointer }: { pointer: string }) => pointer);
}
