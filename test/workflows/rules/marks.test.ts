import { describe, expect, it } from '@jest/globals';
import { actIn, assess } from '../../../workflows/rules/assessment.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import { bankMarks, type FirmFacts, MARKS, officeMarks } from '../../../workflows/rules/marks.js';
import { theCalendar } from '../calendar/the-calendar.js';
import { aReport, policy } from './a-report.js';

const receivedOn = '2026-06-10';

function marksOf(content: FilingContent, voluntary = false) {
  const report = aReport(content);
  const act = actIn(report, receivedOn);
  if (act === undefined) throw new Error('no act');
  const assessment = assess({ act, pieces: [], policy });
  return bankMarks({ content: report, assessment, receivedOn, calendar: theCalendar, policy, voluntary });
}

function officeMarksOf(facts: Partial<FirmFacts>) {
  return officeMarks({
    bank: 'citong',
    receivedOn,
    whitelisted: false,
    filings: [],
    standstill: null,
    calendar: theCalendar,
    policy,
    ...facts,
  });
}

describe('an ordinary report carries no mark', () => {
  it('neither for its bank nor for the offices', () => {
    expect(marksOf({})).toEqual([]);
    expect(officeMarksOf({})).toEqual([]);
  });
});

describe('lateNotice: the lead time is ten working days', () => {
  it.each([
    ['2026-06-25', []],
    ['2026-06-24', ['lateNotice']],
    ['2026-06-01', ['lateNotice']],
  ])('planned for %s: %p', (plannedDate, marks) => {
    expect(marksOf({ plannedDate })).toEqual(marks);
  });

  it('is not said of an act that need not be reported', () => {
    expect(marksOf({ plannedDate: '2026-06-11', amount: '499999.99' })).toEqual(['belowThreshold']);
    expect(marksOf({ plannedDate: '2026-06-11', exemption: 'transferred' })).toEqual(['exempt']);
  });
});

describe('民法典 527, 528: an emergency is reported within one working day after the act', () => {
  const emergency = { emergency: { reason: 'debtorAbsconded' } } as const;

  it.each([
    ['2026-06-10', ['emergency']],
    ['2026-06-09', ['emergency']],
    ['2026-06-08', ['emergency', 'lateNotice']],
    ['0001-01-01', ['emergency', 'lateNotice']],
  ])('done on %s: %p', (actedOn, marks) => {
    expect(marksOf({ ...emergency, actedOn })).toEqual(marks);
  });

  it('counts working days: done on the Friday, reported on the Monday', () => {
    const report = aReport({ ...emergency, actedOn: '2026-06-05' });
    const act = actIn(report, '2026-06-08');
    if (act === undefined) throw new Error('no act');
    const assessment = assess({ act, pieces: [], policy });
    const facts = { content: report, assessment, calendar: theCalendar, policy, voluntary: false };
    expect(bankMarks({ ...facts, receivedOn: '2026-06-08' })).toEqual(['emergency']);
    expect(bankMarks({ ...facts, receivedOn: '2026-06-09' })).toEqual(['emergency', 'lateNotice']);
  });

  it('may be reported before the act, whatever the lead time', () => {
    expect(marksOf({ ...emergency, plannedDate: '2026-06-11' })).toEqual(['emergency']);
  });
});

describe('notReportedBefore: done first, without emergency', () => {
  it('is said of what had to be reported', () => {
    expect(marksOf({ actedOn: '2026-06-09' })).toEqual(['notReportedBefore']);
    expect(marksOf({ actedOn: '2026-06-09', amount: '499999.99' })).toEqual(['belowThreshold']);
  });
});

describe('no legal basis in force: nothing is late and nothing was owed', () => {
  it('and what the report is stays said', () => {
    expect(marksOf({ plannedDate: '2026-06-11' }, true)).toEqual([]);
    expect(marksOf({ actedOn: '2026-06-09' }, true)).toEqual([]);
    expect(marksOf({ amount: '499999.99' }, true)).toEqual(['belowThreshold']);
    expect(marksOf({ actedOn: '2026-06-01', emergency: { reason: 'fraud' } }, true)).toEqual(['emergency']);
  });
});

describe('闽政发明电〔2014〕4号 一: a promise to renew that is not kept', () => {
  const promise = { made: true, form: 'oral', date: '2026-04-20' } as const;

  it.each([
    ['refused', ['promiseBroken']],
    ['lower', ['promiseBroken']],
    ['pending', ['promiseBroken']],
    ['sameOrMore', []],
    ['notWanted', []],
  ] as const)('%s: %p', (result, marks) => {
    expect(marksOf({ renewal: { considered: true, result, promise } })).toEqual(marks);
  });

  it('is not said of what is no act at all', () => {
    const renewal = { considered: true, result: 'refused', promise } as const;
    expect(marksOf({ renewal, exemption: 'transferred' })).toEqual(['exempt']);
  });

  it('needs a promise', () => {
    expect(marksOf({ renewal: { result: 'refused', promise: { made: false } } })).toEqual([]);
    expect(marksOf({ renewal: { result: 'refused' } })).toEqual([]);
  });
});

describe('最高法 2025-12-04: a slight arrear that was cured', () => {
  const ground = { code: 'interestArrears', facts: '欠息', contractClause: '第八条', cured: true } as const;

  it.each([
    [2, ['trivialBreach']],
    [10, ['trivialBreach']],
    [11, []],
  ])('%i days: %p', (arrearsDays, marks) => {
    expect(marksOf({ ground: { ...ground, arrearsDays } })).toEqual(marks);
  });

  it('is none while it is not cured, nor on another ground', () => {
    expect(marksOf({ ground: { ...ground, cured: false, arrearsDays: 2 } })).toEqual([]);
    expect(marksOf({ ground: { ...ground, code: 'misuseOfFunds', arrearsDays: 2 } })).toEqual([]);
    expect(marksOf({ ground })).toEqual([]);
  });
});

describe('runAlert: two banks on one firm within ten working days', () => {
  it.each([
    ['2026-05-27', ['runAlert']],
    ['2026-05-26', []],
    ['2026-06-10', ['runAlert']],
    ['2026-06-25', ['runAlert']],
    ['2026-06-26', []],
  ])('another bank on %s: %p', (day, marks) => {
    expect(officeMarksOf({ filings: [{ bank: 'jinli', receivedOn: day }] })).toEqual(marks);
  });

  it('counts banks, not filings', () => {
    const own = { bank: 'citong', receivedOn: '2026-06-09' };
    expect(officeMarksOf({ filings: [own, own] })).toEqual([]);
    const stricter = { ...policy, runBanks: 3 };
    const two = [
      { bank: 'jinli', receivedOn: '2026-06-09' },
      { bank: 'jinli', receivedOn: '2026-06-08' },
    ];
    expect(officeMarksOf({ policy: stricter, filings: two })).toEqual([]);
    const three = [...two, { bank: 'haisi', receivedOn: '2026-06-09' }];
    expect(officeMarksOf({ policy: stricter, filings: three })).toEqual(['runAlert']);
  });
});

describe('a standstill marks the reports of its members, both days included', () => {
  const standstill = { members: ['jinli', 'citong'], from: '2026-06-10', until: '2026-09-07' };

  it.each([
    ['2026-06-09', []],
    ['2026-06-10', ['standstillConflict']],
    ['2026-09-07', ['standstillConflict']],
    ['2026-09-08', []],
  ])('received on %s: %p', (day, marks) => {
    expect(officeMarksOf({ standstill, receivedOn: day })).toEqual(marks);
  });

  it('and nobody else’s', () => {
    expect(officeMarksOf({ standstill, bank: 'haisi' })).toEqual([]);
  });
});

describe('who may read a mark', () => {
  it('what others did or an office thinks is hidden from banks', () => {
    const hidden = Object.entries(MARKS).flatMap(([mark, { audience }]) =>
      audience === 'bank' ? [] : [mark],
    );
    expect(hidden).toEqual(['whitelisted', 'runAlert', 'splitSuspected', 'standstillConflict']);
  });

  it('each has a label and a clause', () => {
    for (const { label, clause } of Object.values(MARKS)) {
      expect(label).toMatch(/\p{Script=Han}/u);
      expect(clause).toMatch(/\p{Script=Han}/u);
    }
  });
});
