import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { civilDayOf } from '../../../workflows/calendar/civil-day.js';
import { actDay } from '../../../workflows/calendar/received-day.js';
import type { Piece } from '../../../workflows/rules/accumulation.js';
import { type Act, actIn, assess } from '../../../workflows/rules/assessment.js';
import { contentRefusals } from '../../../workflows/rules/content-checks.js';
import { creditCodeFor } from '../../../workflows/rules/credit-code.js';
import type { SizeClass } from '../../../workflows/rules/filing-codes.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import { bankDate, earliestDate } from '../../../workflows/rules/lead-time.js';
import { bankMarks, MARKS, officeMarks } from '../../../workflows/rules/marks.js';
import { theCalendar } from '../calendar/the-calendar.js';
import { aReport, known, policy } from './a-report.js';

interface Given {
  acts?: (Omit<Piece, 'source' | 'relationContinues'> & { bank: string; relationContinues?: boolean })[];
  filings?: { bank: string; receivedOn: string }[];
  whitelisted?: boolean;
  standstill?: { members: string[]; from: string; until: string };
}

type CaseFiling = FilingContent & {
  bank?: string;
  checkedBy?: string;
  firm?: NonNullable<FilingContent['firm']> & { creditCodeDivision?: string; sizeClass?: SizeClass };
};

interface FilingCase {
  id: string;
  title: string;
  ground: string;
  at: string;
  given?: Given;
  filing: CaseFiling;
  expect: {
    receivedOn: string;
    acknowledgeDueOn: string;
    earliestDate: string;
    bankDate: string | null;
    reportable: boolean;
    marks: string[];
    provisional?: boolean;
    treatedAs?: string;
    sum?: string;
    basisCount?: number;
    exemption?: string;
    routedTo?: string;
    inquiry?: string;
    hiddenFromBank?: string[];
  };
}

interface RefusedCase {
  id: string;
  title: string;
  filing: CaseFiling;
  expect: { status: number; code?: string };
}

const { cases, refused }: { cases: FilingCase[]; refused: RefusedCase[] } = JSON.parse(
  readFileSync('test/cases/filings.json', 'utf8'),
);

/** The content that a case describes; what it leaves out is valid and ordinary. */
function contentOf({ bank: _bank, checkedBy: _checkedBy, firm, ...filing }: CaseFiling): FilingContent {
  const { creditCodeDivision, sizeClass: _sizeClass, ...said } = firm ?? {};
  const ordinary = aReport(filing);
  const creditCode = creditCodeDivision ? { creditCode: creditCodeFor(creditCodeDivision, 1) } : {};
  return { ...ordinary, firm: { ...ordinary.firm, ...creditCode, ...said } };
}

function judged({ at, filing, given = {} }: FilingCase) {
  const bank = filing.bank ?? 'jinli';
  const content = contentOf(filing);
  const receivedOn = actDay(theCalendar, at, policy.officeHoursEnd);
  const act: Act | undefined = actIn(content, civilDayOf(at));
  if (act === undefined) throw new Error('the case names no act');
  const pieces: Piece[] = (given.acts ?? [])
    .filter((known) => known.bank === bank)
    .map(({ bank: _, relationContinues, ...known }) => ({
      source: 'recorded',
      relationContinues: relationContinues ?? null,
      ...known,
    }));
  const assessment = assess({ act, pieces, policy });
  const facts = { receivedOn, calendar: theCalendar, policy };
  return {
    content,
    receivedOn,
    assessment,
    earliest: earliestDate(theCalendar, receivedOn, policy),
    bankDate: bankDate(
      theCalendar,
      { receivedOn, plannedDate: content.plannedDate ?? act.on, actedOn: content.actedOn },
      policy,
    ),
    bankMarks: bankMarks({ ...facts, content, assessment, voluntary: false }),
    officeMarks: officeMarks({
      ...facts,
      bank,
      whitelisted: given.whitelisted ?? false,
      filings: given.filings ?? [],
      standstill: given.standstill ?? null,
    }),
  };
}

describe.each(cases)('$id $title ($ground)', (filingCase) => {
  const expected = filingCase.expect;
  const answer = judged(filingCase);

  it('is received, due and free to act on the days the calendar gives', () => {
    expect({
      receivedOn: answer.receivedOn,
      acknowledgeDueOn: theCalendar.add(answer.receivedOn, policy.acknowledgeWd).day,
      earliestDate: answer.earliest.day,
      bankDate: answer.bankDate?.day ?? null,
      provisional: answer.earliest.provisional,
    }).toEqual({
      receivedOn: expected.receivedOn,
      acknowledgeDueOn: expected.acknowledgeDueOn,
      earliestDate: expected.earliestDate,
      bankDate: expected.bankDate,
      provisional: expected.provisional ?? false,
    });
  });

  it('is judged by the threshold and the sum', () => {
    const { assessment } = answer;
    expect(assessment.reportable).toBe(expected.reportable);
    expect(assessment.treatedAs).toBe(expected.treatedAs ?? filingCase.filing.kind);
    expect(assessment.sum).toBe(expected.sum ?? filingCase.filing.amount);
    expect(assessment.basis).toHaveLength(expected.basisCount ?? 0);
    expect(assessment.exemption).toBe(expected.exemption ?? null);
  });

  it('carries exactly its marks, and hides from the bank what is for offices', () => {
    expect([...answer.bankMarks, ...answer.officeMarks]).toEqual(expected.marks);
    const hidden = answer.officeMarks.filter((mark) => MARKS[mark].audience === 'office');
    expect(hidden).toEqual(expect.arrayContaining(expected.hiddenFromBank ?? []));
    expect(answer.bankMarks.includes('notReportedBefore')).toBe(expected.inquiry === 'notReportedBefore');
  });

  it('goes to the county of operation, and nothing in it keeps it from being filed', () => {
    expect(answer.content.firm?.county).toBe(expected.routedTo ?? 'jinjiang');
    const today = civilDayOf(filingCase.at);
    expect(contentRefusals(answer.content, known({ today }))).toEqual([]);
  });
});

describe.each(refused.filter(({ expect: { status } }) => status !== 403))(
  '$id $title',
  ({ expect: expected, filing }) => {
    it(expected.code ? `is refused with ${expected.code} first` : 'is taken', () => {
      const sizeClass = filing.firm?.sizeClass ?? 'small';

      const refusals = contentRefusals(contentOf(filing), known({ firm: { sizeClass } }));

      expect(refusals.map(({ code }) => code).at(0)).toBe(expected.code);
    });
  },
);

describe('the cases', () => {
  it('are all here; who may check whom is a matter of sessions and is tested through HTTP', () => {
    expect(cases.map(({ id }) => id)).toEqual(
      Array.from({ length: 30 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`),
    );
    expect(refused.map(({ id }) => id)).toEqual(['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07']);
  });
});
