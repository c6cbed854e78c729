import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import { act, type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCoordination,
  anIntervention,
  confirm,
  coordinate,
  coordinationOf,
  opineAndSign,
  seen,
  tryTo,
} from './a-coordination.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

interface Offered {
  type: string;
  allowed: boolean;
  reasons: { code: string }[];
}

function partOf({ path }: Filing): { path: string } {
  return { path: `${path}/coordination` };
}

describe('双人复核: the bank’s word is written by its maker and confirmed by another person', () => {
  it('nothing is confirmed that nobody wrote', async () => {
    const { filings } = await aCoordination();
    const [filing] = filings as [Filing];

    const refused = await tryTo(partOf(filing), 'jinli.checker', 'CONFIRM_OUTCOME', { outcome: 'retained' });

    expect([refused.status, refused.body.code]).toEqual([403, 'second-person-needed']);
  });

  it('the maker does not confirm what the maker wrote, and who confirms says the same', async () => {
    const { filings } = await aCoordination();
    const [filing] = filings as [Filing];
    const part = partOf(filing);
    await coordinate(part, 'jinli.maker', 'PREPARE_OUTCOME', { outcome: 'reducedTo', amount: '400000.00' });

    const own = await tryTo(part, 'jinli.maker', 'CONFIRM_OUTCOME', {
      outcome: 'reducedTo',
      amount: '400000.00',
    });
    const other = await tryTo(part, 'jinli.checker', 'CONFIRM_OUTCOME', { outcome: 'retained' });

    expect([own.status, own.body.code]).toEqual([403, 'checker-is-filer']);
    expect([other.status, other.body.errors[0].code]).toEqual([422, 'differs-from-prepared']);
    const { prepared, confirmed } = await seen(part, 'jinli.checker');
    expect(prepared).toMatchObject({ outcome: 'reducedTo', amount: '400000.00' });
    expect(confirmed).toBeNull();
  });

  it('told before anybody has typed: what each may do, and why not', async () => {
    const { filings } = await aCoordination();
    const [filing] = filings as [Filing];
    const actions = { path: `${filing.path}/coordination/actions` };
    const offered = async (login: string) =>
      (await seen(actions, login)).actions.map(({ type, allowed, reasons }: Offered) => [
        type,
        allowed,
        ...reasons.map(({ code }) => code),
      ]);

    const before = await offered('jinli.checker');
    await coordinate(partOf(filing), 'jinli.maker', 'PREPARE_OUTCOME', { outcome: 'retained' });

    expect(before).toEqual([['CONFIRM_OUTCOME', false, 'second-person-needed']]);
    expect(await offered('jinli.checker')).toEqual([['CONFIRM_OUTCOME', true]]);
    expect(await offered('jinli.maker')).toEqual([
      ['PREPARE_OUTCOME', true],
      ['CONFIRM_OUTCOME', false, 'checker-is-filer'],
    ]);
  });

  it('an official concludes what the bank confirmed, and nothing else', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    await confirm(filing, { outcome: 'retained' });
    const payload = { filing: filing.id, outcome: 'replacedBy' };

    const refused = await tryTo(coordination, 'finance.reviewer', 'CONCLUDE_FILING', payload);

    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'outcome-differs']);
  });

  it.each([
    [{ outcome: 'reducedTo', amount: '700000.00' }, 'amount-not-below'],
    [{ outcome: 'reducedTo' }, 'amount-missing'],
    [{ outcome: 'deferredUntil', until: '2026-08-03' }, 'not-later'],
    [{ outcome: 'deferredUntil', until: '2026-12-31' }, 'beyond-validity'],
    [{ outcome: 'retained', amount: '1.00' }, 'agreement-field-unexpected'],
  ])('%j: %s', async (agreement, code) => {
    const { filings } = await aCoordination();
    const [filing] = filings as [Filing];

    const refused = await tryTo(partOf(filing), 'jinli.maker', 'PREPARE_OUTCOME', agreement);

    expect([refused.status, refused.body.errors[0].code]).toEqual([422, code]);
  });

  it('a repeated request gets the first answer; an old version of the part is told to look again', async () => {
    const { filings } = await aCoordination();
    const [filing] = filings as [Filing];
    const { path } = partOf(filing);
    const maker = await person('jinli.maker');
    const first = await maker.get(path);
    const options = { ifMatch: first.headers.get('etag'), idempotencyKey: randomUUID() };
    const said = { outcome: 'retained', text: '拟保留授信。' };

    const answers = [
      await maker.send(path, 'PREPARE_OUTCOME', said, options),
      await maker.send(path, 'PREPARE_OUTCOME', said, options),
      await maker.send(path, 'PREPARE_OUTCOME', said, { ...options, idempotencyKey: randomUUID() }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 412]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers[2]?.body.code).toBe('stale-version');
  });
});

describe('filings come and go', () => {
  it('a filing of another firm has no part in it', async () => {
    const coordination = await aCoordination();
    const stranger = await anIntervention();

    const refused = await tryTo(coordination, 'finance.reviewer', 'PROPOSE', {
      filing: stranger.id,
      outcome: 'retained',
      text: '建议稳贷。',
    });

    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'filing-not-joined']);
  });

  it('two reports on one firm share one coordination; it ends with the last of them', async () => {
    const coordination = await aCoordination(['jinli', 'citong']);
    const [one, two] = coordination.filings as [Filing, Filing];
    const payload = { filing: one.id, outcome: 'notAgreed' };

    await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', payload);
    const between = await seen(coordination, 'finance.reviewer');
    await act(two, 'citong.maker', 'WITHDRAW', { reason: 'retained' });

    expect([between.open, between.state]).toEqual([1, 'planning']);
    const after = await seen(coordination, 'finance.reviewer');
    expect([after.state, after.end]).toEqual(['concluded', 'left']);
    expect(after.filings.map(({ state }: { state: string }) => state)).toEqual(['concluded', 'left']);
  });

  it('leaves by a material amendment and joins again: what was confirmed before is not confirmed of the new one', async () => {
    const coordination = await aCoordination(['jinli', 'citong']);
    const [filing] = coordination.filings as [Filing];
    await confirm(filing, { outcome: 'retained' });
    const maker = await person('jinli.maker');
    await maker.get(filing.path);
    await maker.patch(filing.path, {
      amount: '800000.00',
      before: { limit: '800000.00', balance: '800000.00' },
      loans: [{ contractNo: '流借字2025-001号', amount: '800000.00' }],
    });
    await act(filing, 'jinli.checker', 'AMEND');
    const between = await seen(partOf(filing), 'jinli.maker');
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    await opineAndSign(filing, 'finance', 'noObjection');
    await opineAndSign(filing, 'industry', 'coordinate');
    await act(filing, 'finance.leader', 'INTERVENE', { reason: '宜继续协调。' });

    const again = await seen(partOf(filing), 'jinli.maker');

    expect(between.state).toBe('left');
    expect([again.state, again.confirmed]).toEqual(['joined', null]);
    expect((await coordinationOf(filing.creditCode)).id).toBe(coordination.id);
  });

  it('cleared by its date it stays joined, and the agreement comes as information', async () => {
    await setClock('2026-07-31T10:00:00+08:00');
    const content = { plannedDate: '2026-08-14' };
    const coordination = await aCoordination(['jinli'], content);
    const [filing] = coordination.filings as [Filing];
    await act(filing, 'jinli.maker', 'EXTEND_COORDINATION');
    await confirm(filing, { outcome: 'retained' });
    await advanceTo('2026-08-14T10:00:00+08:00');
    const cleared = await seen(filing, 'jinli.maker');

    await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', {
      filing: filing.id,
      outcome: 'retained',
    });

    const after = await seen(filing, 'jinli.maker');
    expect([cleared.state, after.state]).toEqual(['cleared', 'cleared']);
    await act(filing, 'jinli.maker', 'REPORT_RETAINED', {});
    expect((await seen(filing, 'jinli.maker')).state).toBe('closed');
    await setClock('2026-06-10T10:00:00+08:00');
  });
});
