import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  aDraft,
  aDraftToCheck,
  aFiledReport,
  aReport,
  attempt,
  type Content,
  person,
  seenBy,
} from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { logLineOf } from '../support/server-log.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

const JSON_TYPE = { headers: { 'content-type': 'application/json' } };

/** Everything that a request could have changed. */
async function everything(): Promise<unknown> {
  const [row] = await query(
    'admin',
    `select (select count(*) from process_case) as cases, (select sum(seq + edits) from process_case) as versions,
      (select count(*) from log_entry where kind = 'transition') as entries, (select count(*) from filing_revision) as revisions,
      (select count(*) from idempotency_key where case_id is not null) as keys, (select count(*) from notice) as notices,
      (select coalesce(sum(last), 0) from number_series) as numbers`,
  );
  return row;
}

/** The documented code, nothing changed, and a line in the log that holds no content. */
async function expectRefusal(
  send: () => Promise<Answer>,
  expected: { status: number; code: string; pointer?: string; reason?: string },
): Promise<void> {
  const before = await everything();

  const answer = await send();

  expect({ status: answer.status, code: answer.body?.code }).toEqual({
    status: expected.status,
    code: expected.code,
  });
  const errors: { pointer: string; code: string }[] = answer.body.errors ?? [];
  if (expected.pointer !== undefined)
    expect(errors.map(({ pointer }) => pointer)).toContain(expected.pointer);
  if (expected.reason !== undefined) expect(errors.map(({ code }) => code)).toContain(expected.reason);
  expect(await everything()).toEqual(before);
  expect(await logLineOf(answer)).toMatchObject({ msg: 'refused', code: expected.code });
}

describe('amounts are decimal strings of yuan with at most two decimals', () => {
  it.each([
    ['a number', 500_000],
    ['text that is no number', 'NaN'],
    ['negative', '-1.00'],
    ['zero', '0.00'],
    ['with an exponent', '1e309'],
    ['full-width digits', '５０００００'],
    ['three decimals', '500000.001'],
    ['twenty digits', '12345678901234567890'],
    ['a leading zero', '007.5'],
    ['separators', '500,000.00'],
    ['a plus', '+5'],
    ['blank around it', ' 5'],
    ['empty', ''],
    ['true', true],
    ['a list', ['500000.00']],
    ['hexadecimal', '0x7A120'],
  ])('%s is refused wherever an amount stands', async (_, amount) => {
    const maker = await person('jinli.maker');
    const places: [Content, string][] = [
      [{ amount }, '/amount'],
      [{ schedule: [{ date: '2026-07-01', amount }] }, '/schedule/0/amount'],
      [{ priorActs: [{ kind: 'squeeze', amount }] }, '/priorActs/0/amount'],
    ];
    for (const [content, pointer] of places) {
      await expectRefusal(() => maker.post('/filings', content), {
        status: 400,
        code: 'validation-failed',
        pointer,
      });
    }
  });

  it('a JSON number beyond every number is refused like any other', async () => {
    const maker = await person('jinli.maker');

    await expectRefusal(() => maker.post('/filings', '{"amount":1e309}', JSON_TYPE), {
      status: 400,
      code: 'validation-failed',
      pointer: '/amount',
    });
  });

  it('zero is an answer for limit and balance, and for a loan that is not touched', async () => {
    const maker = await person('jinli.maker');

    const { status } = await maker.post('/filings', {
      before: { limit: '0', balance: '0.00' },
      after: { limit: '0.0', balance: '0' },
      loans: [{ contractNo: '1', balance: '0', amount: '0.00' }],
      impact: { fundGap: '0.00' },
    });

    expect(status).toBe(201);
  });
});

describe('a body is what the contract says', () => {
  it.each([
    ['an unknown field', { foo: 1 }, '/foo'],
    ['an unknown field inside', { firm: { colour: 'red' } }, '/firm/colour'],
    ['a list for an object', { firm: [] }, '/firm'],
    ['an object for a list', { loans: {} }, '/loans'],
    ['a null row', { loans: [null] }, '/loans/0'],
    ['fifty-one loans', { loans: Array.from({ length: 51 }, () => ({})) }, '/loans'],
    ['a kind that is none', { kind: 'recall' }, '/kind'],
    ['a day that does not exist', { plannedDate: '2026-02-30' }, '/plannedDate'],
    ['a day in another form', { plannedDate: '2026-7-1' }, '/plannedDate'],
    ['an instant for a day', { plannedDate: '2026-07-01T00:00:00Z' }, '/plannedDate'],
    ['text for yes or no', { relationContinues: 'true' }, '/relationContinues'],
    ['half a day in arrears', { ground: { arrearsDays: 0.5 } }, '/ground/arrearsDays'],
    ['an invisible character', { branch: '晋江\u200b支行' }, '/branch'],
    ['a control character', { branch: '晋江\u0000支行' }, '/branch'],
    ['half a character', { branch: '\ud800' }, '/branch'],
    ['a text too long', { ground: { facts: '长'.repeat(2_001) } }, '/ground/facts'],
  ])('%s', async (_, content, pointer) => {
    const maker = await person('jinli.maker');

    await expectRefusal(() => maker.post('/filings', content), {
      status: 400,
      code: 'validation-failed',
      pointer,
    });
  });

  it.each([
    ['broken', '{"kind":'],
    ['empty', ''],
    ['poisoned', '{"__proto__":{"admin":true}}'],
    ['poisoned by its maker', '{"constructor":{"prototype":{"admin":true}}}'],
    ['nested a hundred thousand deep', `{"firm":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('%s', async (_, text) => {
    const maker = await person('jinli.maker');

    await expectRefusal(() => maker.post('/filings', text, JSON_TYPE), { status: 400, code: 'bad-request' });
  });

  it('larger than a mebibyte, or of another type', async () => {
    const maker = await person('jinli.maker');
    const large = JSON.stringify({ branch: 'x'.repeat(1024 * 1024) });

    await expectRefusal(() => maker.post('/filings', large, JSON_TYPE), { status: 413, code: 'too-large' });
    await expectRefusal(() => maker.post('/filings', 'x', { headers: { 'content-type': 'text/plain' } }), {
      status: 415,
      code: 'unsupported-media-type',
    });
  });

  it('a parameter that no route names, and an id that is none', async () => {
    const maker = await person('jinli.maker');
    const draft = await aDraft();

    for (const path of [`${draft.path}?expand=all`, '/filings/7', `${draft.path}/actions?x=1`]) {
      await expectRefusal(() => maker.get(path), { status: 400, code: 'validation-failed' });
    }
  });
});

describe('a report that does not hold together is not handed on', () => {
  it.each([
    [
      'a wrong check character',
      { firm: { creditCode: '91350582MA2XK7PQ0B' } },
      'credit-code-invalid',
      '/firm/creditCode',
    ],
    ['金门县', { firm: { county: 'jinmen' } }, 'county-not-administered', '/firm/county'],
    [
      'loans that do not add up',
      { loans: [{ contractNo: '1', amount: '699999.99' }] },
      'loans-do-not-add-up',
      '/loans',
    ],
    [
      'instalments that do not add up',
      { schedule: [{ date: '2026-08-03', amount: '699999.99' }] },
      'schedule-does-not-add-up',
      '/schedule',
    ],
    [
      'more than there was',
      { before: { limit: '699999.99', balance: '699999.99' }, amountReason: '？' },
      'amount-exceeds-balance',
      '/amount',
    ],
    [
      'another amount than the cut',
      { after: { limit: '0.01', balance: '0.01' } },
      'amount-differs-from-cut',
      '/amount',
    ],
    ['no ground', { ground: null }, 'ground-missing', '/ground/code'],
    ['a subtype of another kind', { subtype: 'nonRenewal' }, 'subtype-of-other-kind', '/subtype'],
    ['five-no tests left open', { fiveNos: null }, 'five-nos-unanswered', '/fiveNos/hasMarket'],
    [
      'a relation left open',
      { kind: 'withdraw', subtype: 'fullRecall', relationContinues: null },
      'relation-unanswered',
      '/relationContinues',
    ],
    ['an act done tomorrow', { actedOn: '2026-06-11' }, 'acted-in-future', '/actedOn'],
  ])('%s', async (_, content, reason, pointer) => {
    const draft = await aDraft({ content });

    await expectRefusal(() => attempt(draft, 'jinli.maker', 'SEND_TO_CHECK'), {
      status: 422,
      code: 'guard-failed',
      reason,
      pointer,
    });
    expect((await seenBy(draft, 'jinli.maker')).state).toBe('drafting');
  });
});

describe('who may not, may not', () => {
  it('the maker as checker, a post without the right, a stranger, nobody', async () => {
    const draft = await aDraftToCheck();
    const filing = await aFiledReport();
    const { anonymous } = await import('../support/client.js');

    await expectRefusal(() => attempt(draft, 'jinli.maker', 'FILE'), {
      status: 403,
      code: 'checker-is-filer',
    });
    await expectRefusal(() => attempt(filing, 'jinli.maker', 'ACKNOWLEDGE'), {
      status: 403,
      code: 'forbidden',
    });
    await expectRefusal(async () => (await person('finance.leader')).post('/filings', aReport()), {
      status: 403,
      code: 'forbidden',
    });
    await expectRefusal(() => attempt(filing, 'citong.checker', 'WITHDRAW', { reason: 'other' }), {
      status: 404,
      code: 'not-found',
    });
    await expectRefusal(() => anonymous().get(filing.path), { status: 401, code: 'not-signed-in' });
  });

  it('an act that the state does not take', async () => {
    const filing = await aFiledReport();

    await expectRefusal(() => attempt(filing, 'finance.leader', 'CLEAR'), {
      status: 409,
      code: 'event-not-accepted',
    });
  });
});

describe('the server’s own log', () => {
  it('holds codes and ids, and nothing of what was said', async () => {
    const draft = await aDraft({ content: { ground: { facts: '鹧鸪天' }, amount: '7654321.00' } });

    const line = await logLineOf(await attempt(draft, 'jinli.maker', 'SEND_TO_CHECK'));

    expect(JSON.stringify(line)).not.toMatch(/鹧鸪天|7654321|jinli/);
  });
});
