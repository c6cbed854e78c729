import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraft, aFiledReport, aReportUnderReview, opine, person } from '../support/filings.js';
import { world } from '../support/world.js';
import { EventStream, signIn } from './event-stream.js';
import { beginTransaction, writeEntry } from './open-transaction.js';

jest.setTimeout(60_000);

beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

const NOTHING: readonly unknown[] = [];
const streams: EventStream[] = [];

/** More than enough for everything that was committed to be told. */
const A_WHILE_MS = 1_500;

afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

async function listen(
  login: string,
  options: { lastEventId?: string; cookie?: string } = {},
): Promise<EventStream> {
  const stream = await EventStream.open(login, options);
  streams.push(stream);
  if (stream.response.status === 200) await stream.ready();
  return stream;
}

describe('people are told at once that a case has a new version', () => {
  it('ids and versions, and nothing of what it is about', async () => {
    const stream = await listen('finance.reviewer');

    const filing = await aFiledReport({ content: { firm: { name: '晋江某某企业有限公司' } } });

    const { id, data } = await stream.next(
      (event) => event.data.case === filing.id && event.data.version === '3.0',
    );
    expect(data).toEqual({ case: filing.id, process: 'filing', version: '3.0' });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.response.headers.get('cache-control')).toBe('no-store');
  });

  it('the bank of the case too, in the order of what happened', async () => {
    const stream = await listen('jinli.maker');

    const filing = await aFiledReport({ bank: 'jinli' });

    await stream.next(({ data }) => data.case === filing.id && data.version === '3.0');
    const versions = stream.events
      .filter(({ data }) => data.case === filing.id)
      .map(({ data }) => data.version);
    expect(versions).toEqual(['1.0', '2.0', '3.0']);
  });
});

describe('each is told of what it may see', () => {
  it('another bank of nothing, whatever happens on the same firm', async () => {
    const [own, foreign] = [await listen('jinli.maker'), await listen('citong.maker')];

    const filing = await aFiledReport({ bank: 'jinli' });
    await own.next(({ data }) => data.version === '3.0');
    await wait(A_WHILE_MS);

    expect(own.casesTold()).toContain(filing.id);
    expect(foreign.casesTold()).toEqual(NOTHING);
  });

  it('no office of a draft, no bank of what offices say among themselves', async () => {
    const filing = await aReportUnderReview({ bank: 'jinli' });
    const [office, bank] = [await listen('industry.reviewer'), await listen('jinli.maker')];

    const draft = await aDraft({ bank: 'jinli' });
    await opine(filing, 'finance', 'coordinate');
    await office.next(({ data }) => data.case === filing.id);
    await wait(A_WHILE_MS);

    expect(office.casesTold()).toEqual([filing.id]);
    expect(bank.casesTold()).toEqual([draft.id]);
  });

  it('a branch of its own cases', async () => {
    const [city, branch] = [await listen('haisi.maker'), await listen('haisi.jinjiang.maker')];

    const { body } = await (await person('haisi.shishi.maker')).post('/filings', {});
    await city.next(({ data }) => data.case === body.id);
    await wait(A_WHILE_MS);

    expect(branch.casesTold()).toEqual(NOTHING);
  });
});

describe('a late commit is never jumped over', () => {
  it('what began earlier and commits later is told, and told in its place', async () => {
    const filing = await aFiledReport({ bank: 'anping' });
    // The node still reads for whoever listened before: what was filed is to be behind it.
    await wait(A_WHILE_MS);
    const stream = await listen('anping.maker');
    const [early, late] = [await beginTransaction(), await beginTransaction()];
    try {
      // The number of the earlier transaction is taken before the later one begins to write.
      await early.query('select pg_current_xact_id()');
      await writeEntry(late, filing.id, 'LATER', 901);
      await late.query('commit');
      await wait(A_WHILE_MS);
      const meanwhile = stream.casesTold();
      await writeEntry(early, filing.id, 'EARLIER', 900);
      await early.query('commit');

      await stream.next(({ data }) => data.version === '901.0');

      expect(meanwhile).toEqual(NOTHING);
      expect(stream.events.filter(({ event }) => event === 'case').map(({ data }) => data.version)).toEqual([
        '900.0',
        '901.0',
      ]);
    } finally {
      await Promise.all([early.end(), late.end()]);
    }
  });
});

describe('a client that was away is told what it missed', () => {
  it('from the last id it saw, each once', async () => {
    const before = await listen('jinli.maker');
    const first = await aFiledReport({ bank: 'jinli' });
    const { id } = await before.next(({ data }) => data.case === first.id && data.version === '3.0');
    before.close();
    const missed = await aFiledReport({ bank: 'jinli' });

    const after = await listen('jinli.maker', { lastEventId: id ?? '' });
    const later = await aFiledReport({ bank: 'jinli' });
    await after.next(({ data }) => data.case === later.id && data.version === '3.0');

    expect(after.casesTold()).toEqual([missed.id, missed.id, missed.id, later.id, later.id, later.id]);
  });

  it('without one it is told where it stands', async () => {
    const filing = await aFiledReport({ bank: 'anping' });
    await listen('anping.maker');

    const second = await listen('anping.maker');

    const [{ id: newest } = { id: '' }] = await query<{ id: string }>(
      'admin',
      'select id from log_entry where case_id = $1 order by seq desc limit 1',
      [filing.id],
    );
    expect(await second.ready()).toEqual({ event: 'ready', id: newest, data: {} });
  });

  it('from an id that it never saw, it is told to read anew', async () => {
    await aFiledReport({ bank: 'citong' });
    const foreign = await listen('citong.maker');
    const { id } = await foreign.ready();

    const stream = await listen('jinli.maker', { lastEventId: id ?? '' });

    expect((await stream.ready()).event).toBe('reset');
    expect(stream.casesTold()).toEqual(NOTHING);
  });
});

describe('the stream ends with the session', () => {
  it('at most a second after signing out', async () => {
    const stream = await listen('jinli.checker');

    await fetch(`${world().url}/api/v1/session`, { method: 'DELETE', headers: { cookie: stream.cookie } });
    const signedOutAt = performance.now();

    expect((await stream.ended()) - signedOutAt).toBeLessThan(1_000);
  });

  it('when the session is ended elsewhere, and other sessions of the person go on', async () => {
    const [ended, other] = [await listen('jinli.checker'), await listen('jinli.checker')];

    await query(
      'admin',
      `update session set ended_at = wendai_now() where token_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
      [ended.cookie.split('=')[1]],
    );

    await ended.ended();
    expect(other.endedAt).toBeUndefined();
  });

  it('when the account is closed', async () => {
    const stream = await listen('quanshan.admin');

    await query(
      'admin',
      `update person set disabled_at = wendai_now(), disabled_for = 'left' where login = 'quanshan.admin'`,
    );

    await stream.ended();
  });

  it('when the person moves to another branch', async () => {
    const stream = await listen('haisi.jinjiang.checker');

    await query(
      'admin',
      `update post set unit = (select id from unit where key = 'shishi')
        where person = (select id from person where login = 'haisi.jinjiang.checker')`,
    );

    await stream.ended();
  });

  it('listening keeps no session alive', async () => {
    const stream = await listen('quanshan.maker');

    await setClock('2026-06-10T10:00:01+08:00');

    await stream.ended();
    await setClock('2026-06-10T09:30:00+08:00');
  });
});

describe('who may listen', () => {
  it('nobody without a session', async () => {
    expect((await fetch(`${world().url}/api/v1/events/stream`)).status).toBe(401);
  });

  it('a person in ten windows, not in eleven', async () => {
    const cookie = await signIn('quanshan.checker');
    const opened = [];
    for (let window = 0; window < 11; window++) opened.push(await listen('quanshan.checker', { cookie }));

    expect(opened.map(({ response }) => response.status)).toEqual([
      ...Array.from({ length: 10 }, () => 200),
      429,
    ]);
    opened[0]?.close();
    await wait(500);
    expect((await listen('quanshan.checker', { cookie })).response.status).toBe(200);
  });

  it('an administrator is told of no case', async () => {
    const stream = await listen('system.admin');

    const filing = await aFiledReport();
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    await wait(A_WHILE_MS);

    expect(stream.casesTold()).toEqual(NOTHING);
  });
});
