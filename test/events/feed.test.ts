import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../faults/eventually.js';
import { type Answer, anonymous, type Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query, withClient } from '../support/database.js';
import {
  act,
  aDraft,
  aFiledReport,
  aReportUnderReview,
  expecting,
  opine,
  person,
} from '../support/filings.js';
import { beginTransaction, writeEntry } from './open-transaction.js';

jest.setTimeout(60_000);

beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

const NOTHING: readonly unknown[] = [];

/**
 * The feed tells nothing that is younger than the oldest transaction of the whole cluster: those of other test files, in
 * databases of their own, are waited for.
 */
async function othersAreDone(): Promise<void> {
  await eventually(async () => {
    const [row] = await query<{ done: boolean }>(
      'admin',
      `select not exists (select from pg_stat_activity a where a.datname <> current_database() and a.backend_xid is not null
        and a.backend_xid::text::bigint <= (select max(written_in::text::bigint) from log_entry)) as done`,
    );
    return row?.done === true ? true : undefined;
  }, 20_000);
}

async function read(login: string, search = ''): Promise<Body> {
  await othersAreDone();
  return expecting(200, await (await person(login)).get(`/events?limit=100${search}`)).body;
}

/** Where a reader stands that has read everything. */
async function end(login: string): Promise<string> {
  for (let after: string | undefined; ; ) {
    const page: Body = await read(login, after === undefined ? '' : `&after=${after}`);
    if (!page.hasMore) return page.nextCursor;
    after = page.nextCursor;
  }
}

async function refused(login: string, after: string): Promise<Answer> {
  return (await person(login)).get(`/events?after=${after}`);
}

describe('a bank’s system pulls what happened to its own cases', () => {
  it('in order, each once, with the version that the case has since', async () => {
    const filing = await aFiledReport();

    const { items } = await read('jinli.maker');
    const own = items.filter((item: Body) => item.case === filing.id);

    expect(own).toMatchObject([
      { type: 'OPENED', process: 'filing', version: '1.0', from: null, to: 'drafting' },
      { type: 'SEND_TO_CHECK', version: '2.0', from: 'drafting', to: 'checking' },
      {
        type: 'FILE',
        version: '3.0',
        from: 'checking',
        to: 'acknowledging',
        at: '2026-06-10T09:30:00.000+08:00',
      },
    ]);
    const { headers } = await (await person('jinli.maker')).get(filing.path);
    expect(headers.get('etag')).toBe(`"${own.at(-1).version}"`);
  });

  it('goes on where it left off, in pages that join without gap or doublet', async () => {
    const after = await end('jinli.maker');
    await aFiledReport();
    await aFiledReport();
    const whole = (await read('jinli.maker', `&after=${after}`)).items;

    const pages: Body[] = [];
    for (let place = after, more = true; more; ) {
      const page = (await (await person('jinli.maker')).get(`/events?limit=2&after=${place}`)).body;
      pages.push(...page.items);
      [place, more] = [page.nextCursor, page.hasMore];
    }

    expect(whole).toHaveLength(6);
    expect(pages).toEqual(whole);
  });

  it('nothing new: the same place again', async () => {
    const after = await end('jinli.maker');

    expect(await read('jinli.maker', `&after=${after}`)).toEqual({
      items: [],
      nextCursor: after,
      hasMore: false,
    });
  });

  it('is told nothing of what offices say among themselves', async () => {
    const filing = await aReportUnderReview();
    const after = await end('jinli.maker');

    await opine(filing, 'finance', 'coordinate');

    expect((await read('jinli.maker', `&after=${after}`)).items).toEqual(NOTHING);
    expect((await read('finance.leader', `&after=${await end('industry.leader')}`)).hasMore).toBe(false);
  });
});

describe('a bank never reads of another’s case', () => {
  it('not a byte changes when another bank files on the same firm', async () => {
    const filing = await aFiledReport({ bank: 'jinli' });
    const [before, place] = [await read('jinli.maker'), await end('jinli.maker')];

    await aFiledReport({ bank: 'citong', content: { firm: { creditCode: filing.creditCode } } });

    expect(await read('jinli.maker')).toEqual(before);
    expect(await end('jinli.maker')).toBe(place);
  });

  it('an entry of another’s case is no place to begin: it is as unknown as one that never was', async () => {
    await aFiledReport({ bank: 'citong' });
    const foreign = await refused('jinli.maker', await end('citong.maker'));
    const missing = await refused('jinli.maker', '00000000-0000-7000-8000-000000000000');

    expect([foreign.status, foreign.body]).toEqual([400, missing.body]);
  });

  it('a branch is told of its own cases, the city branch of all', async () => {
    const after = { city: await end('haisi.maker'), branch: await end('haisi.jinjiang.maker') };
    const draft = await (await person('haisi.shishi.maker')).post('/filings', {});

    const city = await read('haisi.maker', after.city === null ? '' : `&after=${after.city}`);
    const branch = await read('haisi.jinjiang.maker', after.branch === null ? '' : `&after=${after.branch}`);

    expect(city.items).toMatchObject([{ case: draft.body.id, type: 'OPENED' }]);
    expect(branch.items).toEqual(NOTHING);
  });
});

describe('offices are told of what they see, without naming what the bank did', () => {
  it('of a report from its filing on, of a draft never', async () => {
    const draft = await aDraft();
    const filing = await aFiledReport();
    const seen = (await read('finance.reviewer')).items;

    expect(seen.filter((item: Body) => item.case === draft.id)).toEqual(NOTHING);
    const own = seen.filter((item: Body) => item.case === filing.id);
    expect(own.length).toBeGreaterThan(0);
    for (const item of own) expect(item).toMatchObject({ type: null, from: null, to: null });
  });

  it.each(['system.admin', 'audit.admin'])('%s has no part in cases', async (login) => {
    expect((await (await person(login)).get('/events')).status).toBe(403);
  });

  it('nobody without signing in', async () => {
    expect((await anonymous().get('/events')).status).toBe(401);
  });
});

describe('a late commit is never jumped over', () => {
  it('what began earlier and commits later is told, and told in its place', async () => {
    const filing = await aFiledReport({ bank: 'anping' });
    const after = await end('anping.maker');
    const [early, late] = [await beginTransaction(), await beginTransaction()];
    try {
      // The number of the earlier transaction is taken before the later one begins to write.
      await early.query('select pg_current_xact_id()');
      await writeEntry(late, filing.id, 'LATER', 901);
      await late.query('commit');
      const meanwhile = (await read('anping.maker', `&after=${after}`)).items;
      await writeEntry(early, filing.id, 'EARLIER', 900);
      await early.query('commit');

      const { items } = await read('anping.maker', `&after=${after}`);

      expect(meanwhile).toEqual(NOTHING);
      expect(items.map(({ type }: Body) => type)).toEqual(['EARLIER', 'LATER']);
    } finally {
      await Promise.all([early.end(), late.end()]);
    }
  });

  it('a transaction that was given up holds nobody back', async () => {
    const filing = await aFiledReport({ bank: 'anping' });
    const after = await end('anping.maker');
    const [early, late] = [await beginTransaction(), await beginTransaction()];
    try {
      await writeEntry(early, filing.id, 'GIVEN_UP', 902);
      await writeEntry(late, filing.id, 'KEPT', 903);
      await late.query('commit');
      await early.query('rollback');

      const { items } = await read('anping.maker', `&after=${after}`);

      expect(items.map(({ type }: Body) => type)).toEqual(['KEPT']);
    } finally {
      await Promise.all([early.end(), late.end()]);
    }
  });

  it('whatever forty writers do, a reader that pulls meanwhile gets each entry once', async () => {
    const filing = await aFiledReport({ bank: 'anping' });
    let place = await end('anping.maker');
    const seen: string[] = [];
    const pull = async () => {
      const page = await read('anping.maker', `&after=${place}`);
      seen.push(...page.items.map(({ type }: Body) => type));
      place = page.nextCursor;
    };

    const writers = Array.from({ length: 40 }, (_, index) =>
      withClient('admin', async (client) => {
        await client.query('begin');
        await client.query('select pg_current_xact_id()');
        await client.query('select pg_sleep($1)', [((index * 7) % 10) / 50]);
        await writeEntry(client, filing.id, `WRITER_${String(index)}`, 1000 + index);
        await client.query('select pg_sleep($1)', [((index * 3) % 10) / 50]);
        await client.query('commit');
      }),
    );
    let writing = true;
    const done = Promise.all(writers).finally(() => {
      writing = false;
    });
    while (writing) await pull();
    await done;
    await pull();

    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
  });
});

describe('ninety days are kept', () => {
  it('an older place is refused with what to do, older entries are not told', async () => {
    const filing = await aFiledReport({ bank: 'quanshan' });
    const place = await end('quanshan.maker');
    await query(
      'admin',
      `update log_entry set at = wendai_now() - interval '90 days 1 minute' where case_id = $1`,
      [filing.id],
    );

    const answer = await refused('quanshan.maker', place);

    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    expect(answer.body.detail).toMatch(/90天/);
    expect((await read('quanshan.maker')).items).toEqual(NOTHING);
    await query(
      'admin',
      `update log_entry set at = wendai_now() - interval '89 days 23 hours' where case_id = $1`,
      [filing.id],
    );
    expect((await read('quanshan.maker')).items).toHaveLength(3);
  });

  it.each(['after=x', 'limit=0', 'limit=101', 'since=2026-01-01'])('%s is refused', async (search) => {
    expect(await (await person('jinli.maker')).get(`/events?${search}`)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });

  it('an event that is no transition of the case is told as well as one that is', async () => {
    const filing = await aFiledReport({ bank: 'citong' });
    const after = await end('citong.maker');

    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');

    expect((await read('citong.maker', `&after=${after}`)).items).toMatchObject([
      { case: filing.id, type: 'ACKNOWLEDGE', to: 'reviewing' },
    ]);
  });
});
