import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Answer, Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aFiledReport, aReportUnderReview, type Filing, person } from '../support/filings.js';
import { world } from '../support/world.js';

jest.setTimeout(60_000);

/** Five working days from here lie in a year without a notice: 12-29, 30, 31, 2027-01-04, 05. */
const MONDAY = '2026-12-28T10:00:00+08:00';
const NOTICE = {
  notice: '国办发明电〔2026〕8号（测试）',
  off: [
    { from: '2027-01-01', to: '2027-01-03' },
    { from: '2027-05-01', to: '2027-05-05' },
    { from: '2027-10-01', to: '2027-10-07' },
  ],
  working: [],
};
/** The same with a day more: Monday the fourth is off. */
const LONGER = { ...NOTICE, off: [{ from: '2027-01-01', to: '2027-01-04' }, ...NOTICE.off.slice(1)] };

const NOTHING: readonly unknown[] = [];

beforeEach(async () => {
  await query('admin', 'delete from calendar_year where year = 2027');
  await setClock(MONDAY);
});

async function importNotice(notice: object): Promise<Answer> {
  return (await person('system.admin')).put('/calendars/2027', notice);
}

async function clocks({ id }: Filing): Promise<Body[]> {
  return query(
    'admin',
    `select name, status, due_on::text as due, to_char(fire_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as fires,
      to_char(rung_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as reminds, provisional, remaining
      from deadline where case_id = $1 and status in ('armed', 'stopped') order by name`,
    [id],
  );
}

async function reasonsIn({ id }: Filing): Promise<Body[]> {
  const rows = await query<{ values: string }>(
    'admin',
    `select v."values" from log_entry e join log_value v on v.entry_id = e.id
      where e.case_id = $1 and e.type = 'REPROJECT_DEADLINES' order by e.position`,
    [id],
  );
  return rows.map(({ values }) => JSON.parse(values));
}

async function withHeld(
  text: string,
  values: unknown[],
  work: (release: () => Promise<void>) => Promise<void>,
) {
  const client = new pg.Client({ connectionString: world().adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(text, values);
    await work(async () => {
      await client.query('commit');
    });
  } finally {
    await client.end();
  }
}

describe('a date that rests on no notice is provisional until the notice is imported', () => {
  it('is then confirmed, and the case’s log says by which notice', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2027-02-01' } });
    expect(await clocks(filing)).toContainEqual(
      expect.objectContaining({ name: 'review.finance', due: '2027-01-05', provisional: true }),
    );

    const { body } = await importNotice(NOTICE);

    expect(body.projection).toMatchObject({ complete: true });
    expect(await clocks(filing)).toContainEqual(
      expect.objectContaining({
        name: 'review.finance',
        due: '2027-01-05',
        fires: '2027-01-05 17:30',
        provisional: false,
      }),
    );
    expect(await reasonsIn(filing)).toEqual([
      {
        calendar: { year: 2027, revision: 1, notice: NOTICE.notice },
        deadlines: expect.arrayContaining([
          { name: 'review.finance', from: '2027-01-05', to: '2027-01-05', provisional: false },
          { name: 'review.industry', from: '2027-01-05', to: '2027-01-05', provisional: false },
        ]),
      },
    ]);
  });

  it('moves when the notice says so: due day, hour of striking, reminder, and the worklist with it', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2027-02-01' } });
    const before = await clocks(filing);

    await importNotice(LONGER);

    expect(before).toContainEqual(
      expect.objectContaining({ name: 'review.finance', due: '2027-01-05', reminds: '2027-01-04 09:00' }),
    );
    expect(await clocks(filing)).toContainEqual({
      name: 'review.finance',
      status: 'armed',
      due: '2027-01-06',
      fires: '2027-01-06 17:30',
      reminds: '2027-01-05 09:00',
      provisional: false,
      remaining: null,
    });
    const [row] = await query<{ due: string }>(
      'admin',
      `select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due from process_case where id = $1`,
      [filing.id],
    );
    expect(row?.due).toBe('2027-01-06 17:30');
    expect((await reasonsIn(filing))[0].deadlines).toContainEqual({
      name: 'review.finance',
      from: '2027-01-05',
      to: '2027-01-06',
      provisional: false,
    });
  });

  it('moves again when a later revision says so, though it was certain by then', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2027-02-01' } });
    await importNotice(NOTICE);

    const { body } = await importNotice(LONGER);

    expect(body.revision).toBe(2);
    expect(await clocks(filing)).toContainEqual(
      expect.objectContaining({ name: 'review.finance', due: '2027-01-06', provisional: false }),
    );
    expect(await reasonsIn(filing)).toMatchObject([
      { calendar: { revision: 1 } },
      { calendar: { revision: 2 } },
    ]);
  });

  it('the bank’s own date never moves, even onto a day off', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2027-01-20' } });

    await importNotice({ ...NOTICE, off: [...NOTICE.off, { from: '2027-01-18', to: '2027-01-22' }] });

    expect(await clocks(filing)).toContainEqual(
      expect.objectContaining({ name: 'bankDate', due: '2027-01-20', fires: '2027-01-20 00:00' }),
    );
    for (const { deadlines } of await reasonsIn(filing)) {
      expect(deadlines.map(({ name }: Body) => name)).not.toContain('bankDate');
    }
  });

  it('a clock that stands still is counted anew as well', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2027-02-01' } });
    await setClock('2026-12-30T10:00:00+08:00');
    await act(filing, 'finance.reviewer', 'REQUEST_SUPPLEMENT', { questions: ['请说明担保情况'] });
    expect(await clocks(filing)).toContainEqual(
      expect.objectContaining({ name: 'review.finance', status: 'stopped', remaining: 3, provisional: true }),
    );

    await importNotice(LONGER);

    expect(await clocks(filing)).toContainEqual(
      expect.objectContaining({
        name: 'review.finance',
        status: 'stopped',
        remaining: 3,
        provisional: false,
      }),
    );
    expect((await reasonsIn(filing))[0].deadlines).toContainEqual({
      name: 'review.finance',
      provisional: false,
      remainingFrom: 3,
      remainingTo: 3,
    });
  });
});

describe('what a notice does not touch stays, without a word in the log', () => {
  it('clocks that end before the year', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2027-02-01' } });
    const before = await clocks(filing);

    await importNotice(NOTICE);

    expect(before).toContainEqual(expect.objectContaining({ name: 'acknowledge', due: '2026-12-30' }));
    expect(await clocks(filing)).toEqual(before);
    expect(await reasonsIn(filing)).toEqual(NOTHING);
  });

  it('a second import of the same', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2027-02-01' } });
    await importNotice(NOTICE);
    const before = await clocks(filing);

    const { body } = await importNotice(NOTICE);

    expect(body).toMatchObject({ revision: 2, projection: { complete: true, cases: 0, deadlines: 0 } });
    expect(await clocks(filing)).toEqual(before);
    expect(await reasonsIn(filing)).toHaveLength(1);
  });

  it('the state and its version', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2027-02-01' } });
    const [before] = await query('admin', 'select seq, state, context from process_case where id = $1', [
      filing.id,
    ]);

    await importNotice(LONGER);

    expect(
      await query('admin', 'select seq, state, context from process_case where id = $1', [filing.id]),
    ).toEqual([before]);
  });
});

describe('the case is locked first, and nobody is jumped over', () => {
  it('a case that somebody holds is waited for', async () => {
    const filing = await aReportUnderReview({ content: { plannedDate: '2027-02-01' } });
    await withHeld('select from process_case where id = $1 for update', [filing.id], async (release) => {
      let answered = false;
      const answer = importNotice(LONGER).finally(() => {
        answered = true;
      });
      await wait(800);
      expect(answered).toBe(false);

      await release();

      expect((await answer).body.projection).toMatchObject({ complete: true });
      expect(await clocks(filing)).toContainEqual(
        expect.objectContaining({ name: 'review.finance', due: '2027-01-06' }),
      );
    });
  });

  it('a clock that was counted by the old calendar and commits after the import is moved too', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2027-02-01' } });
    const arm = `insert into deadline (jurisdiction, case_id, name, generation, owner_org, status, working_days, armed_on, due_on,
        fire_at, provisional, calendar_stamp)
      select jurisdiction, id, 'conclude', 1, owner_org, 'armed', 5, '2026-12-28', '2027-01-05', '2027-01-05T17:30:00+08:00', true,
        gen_random_uuid() from process_case where id = $1`;
    await withHeld(arm, [filing.id], async (release) => {
      let answered = false;
      const answer = importNotice(LONGER).finally(() => {
        answered = true;
      });
      await wait(800);
      expect(answered).toBe(false);

      await release();

      expect((await answer).body.projection).toMatchObject({ complete: true });
      expect(await clocks(filing)).toContainEqual(
        expect.objectContaining({ name: 'conclude', due: '2027-01-06' }),
      );
    });
  });
});

describe('who may read why a date moved', () => {
  it('the bank of the case by its feed, and no other', async () => {
    const filing = await aReportUnderReview({ bank: 'citong', content: { plannedDate: '2027-02-01' } });
    await importNotice(LONGER);
    const typesSeenBy = async (login: string) => {
      const { body } = await (await person(login)).get('/events?limit=100');
      return body.items.filter((item: Body) => item.case === filing.id).map(({ type }: Body) => type);
    };

    expect(await typesSeenBy('citong.maker')).toContain('REPROJECT_DEADLINES');
    expect(await typesSeenBy('haisi.maker')).toEqual(NOTHING);
  });
});
