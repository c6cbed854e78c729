import { describe, expect, it, jest } from '@jest/globals';
import chineseDays from 'chinese-days';
import { anonymous, type Body } from '../support/client.js';
import { expecting, person } from '../support/filings.js';

jest.setTimeout(60_000);

const NOTICE_2027 = {
  notice: '国办发明电〔2026〕0号（测试）',
  off: [
    { from: '2027-01-01', to: '2027-01-03' },
    { from: '2027-05-01', to: '2027-05-05' },
    { from: '2027-10-01', to: '2027-10-07' },
  ],
  working: ['2026-12-27', '2027-10-09'],
};

async function add(from: string, workingDays: number): Promise<Body> {
  return expecting(
    200,
    await anonymous().get(`/calendars/add?from=${from}&workingDays=${String(workingDays)}`),
  ).body;
}

function daysOf(year: number): string[] {
  const days = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; ) {
    days.push(day.toISOString().slice(0, 10));
    day = new Date(day.getTime() + 86_400_000);
  }
  return days;
}

describe('工作日 (民法典 201, 203): make-up days are worked, days off are not', () => {
  it.each([
    ['2026-09-20', 5, '2026-09-28'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-04-29', 5, '2026-05-09'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-28', 10, '2026-10-16'],
    ['2026-12-24', 5, '2026-12-31'],
  ])('%s + %i = %s', async (from, workingDays, date) => {
    expect(await add(from, workingDays)).toMatchObject({ date, provisional: false });
  });

  it('says which days it passed, and why', async () => {
    expect((await add('2026-09-24', 1)).passed).toEqual([
      { date: '2026-09-25', why: '法定节假日（国办发明电〔2025〕7号）' },
      { date: '2026-09-26', why: '法定节假日（国办发明电〔2025〕7号）' },
      { date: '2026-09-27', why: '法定节假日（国办发明电〔2025〕7号）' },
    ]);
    expect((await add('2026-09-18', 5)).passed).toEqual([{ date: '2026-09-19', why: '周六' }]);
  });

  it('past the last notice a date is provisional, with the fixed holidays counted', async () => {
    const { date, provisional, passed } = await add('2026-12-24', 6);

    expect([date, provisional]).toEqual(['2027-01-04', true]);
    expect(passed).toContainEqual({
      date: '2027-01-01',
      why: '元旦（2027年放假安排尚未公布，暂按平日推算）',
    });
  });

  it('none from the day itself', async () => {
    expect(await add('2026-10-01', 0)).toEqual({ date: '2026-10-01', provisional: false, passed: [] });
  });

  it.each([2023, 2024, 2025, 2026])(
    'the notice for %i agrees with an independent package on every day',
    async (year) => {
      const { off, working } = expecting(200, await anonymous().get(`/calendars/${String(year)}`)).body;
      const isOff = (day: string) => off.some(({ from, to }: Body) => from <= day && day <= to);
      const isWorked = (day: string) => {
        const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
        return working.includes(day) || (!weekend && !isOff(day));
      };
      const next = year < 2026 ? (await anonymous().get(`/calendars/${String(year + 1)}`)).body.off : [];
      const named = (day: string) => next.some(({ from, to }: Body) => from <= day && day <= to);

      const differing = daysOf(year).filter(
        (day) => (isWorked(day) && !named(day)) !== chineseDays.isWorkday(day),
      );

      expect(differing).toEqual([]);
    },
  );

  it('counts as the package counts, from two hundred days of four years', async () => {
    const starts = [2023, 2024, 2025, 2026]
      .flatMap(daysOf)
      .filter((day, index) => index % 7 === 0 && day < '2026-12-01');
    const wrong = [];
    for (const [index, from] of starts.entries()) {
      const workingDays = 1 + (index % 15);
      const { date } = await add(from, workingDays);
      if (date !== countedByPackage(from, workingDays)) wrong.push({ from, workingDays, date });
    }

    expect(starts.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});

function countedByPackage(from: string, workingDays: number): string {
  let day = from;
  for (let left = workingDays; left > 0; ) {
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    if (chineseDays.isWorkday(day)) left--;
  }
  return day;
}

describe('what cannot be counted is refused', () => {
  it.each([
    'from=2026-02-30&workingDays=5',
    'from=2026-09-18',
    'workingDays=5',
    'from=2026-09-18&workingDays=-1',
    'from=2026-09-18&workingDays=501',
    'from=2026-09-18&workingDays=1.5',
    'from=2026-09-18&workingDays=',
    'from=2026-09-18&workingDays=5&workingDays=6',
    'from=1999-01-01&workingDays=5',
    'from=2059-12-01&workingDays=5',
    'from=9999-12-31&workingDays=5',
    'from=2026-09-18&workingDays=5&x=1',
  ])('%s', async (search) => {
    expect(await anonymous().get(`/calendars/add?${search}`)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });
});

describe('a year without a notice', () => {
  it.each(['2010', '2050'])('%s is not there', async (year) => {
    expect((await anonymous().get(`/calendars/${year}`)).status).toBe(404);
  });

  it.each(['2009', '2060', 'x', '20265', '2026.0', '-1'])('%s is no year to ask for', async (year) => {
    expect((await anonymous().get(`/calendars/${year}`)).status).toBe(400);
  });
});

describe('a notice is imported by the administrator', () => {
  it('its days hold from then on, each import is a revision, and December may be named', async () => {
    const client = await person('system.admin');
    expect(await add('2026-12-24', 2)).toMatchObject({ date: '2026-12-28' });

    const first = await client.put('/calendars/2027', NOTICE_2027);
    const second = await client.put('/calendars/2027', {
      ...NOTICE_2027,
      off: [{ from: '2027-01-01', to: '2027-01-04' }, ...NOTICE_2027.off.slice(1)],
    });

    expect(first).toMatchObject({
      status: 200,
      body: { year: 2027, revision: 1, projection: { complete: true } },
    });
    expect(second).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await add('2026-12-24', 2)).toMatchObject({ date: '2026-12-27', provisional: false });
    expect(await add('2026-12-31', 1)).toMatchObject({ date: '2027-01-05', provisional: false });
    expect((await anonymous().get('/calendars/2027')).body).toMatchObject({
      revision: 2,
      working: NOTICE_2027.working,
    });
  });

  it.each<[string, object, number]>([
    ['a day of another year', { off: [...NOTICE_2027.off, { from: '2028-01-01', to: '2028-01-01' }] }, 422],
    [
      'a range the wrong way round',
      { off: [...NOTICE_2027.off, { from: '2027-06-09', to: '2027-06-07' }] },
      422,
    ],
    ['a make-up day in the middle of the week', { working: ['2027-10-12'] }, 422],
    ['a day that is off and worked', { working: ['2027-10-02'] }, 422],
    ['a year without 元旦', { off: NOTICE_2027.off.slice(1) }, 422],
    ['a make-up day that does not exist', { working: ['2027-02-29'] }, 422],
    ['a day off that does not exist', { off: [{ from: '2027-02-29', to: '2027-03-01' }] }, 400],
    ['a text for a list', { working: '2027-10-09' }, 400],
    ['a number for a day', { working: [20271009] }, 400],
    ['no notice', { notice: '' }, 400],
    ['more ranges than a year has', { off: Array.from({ length: 31 }, () => NOTICE_2027.off[0]) }, 400],
    ['a field that nobody knows', { force: true }, 400],
  ])('%s is sent back, and nothing moves', async (_, change, status) => {
    const before = (await anonymous().get('/calendars/2027')).body;

    const answer = await (await person('system.admin')).put('/calendars/2027', { ...NOTICE_2027, ...change });

    expect(answer.status).toBe(status);
    expect((await anonymous().get('/calendars/2027')).body).toEqual(before);
  });

  it.each(['finance.leader', 'jinli.admin', 'security.admin', 'audit.admin'])('not by %s', async (login) => {
    expect((await (await person(login)).put('/calendars/2027', NOTICE_2027)).status).toBe(403);
  });
});
