import { describe, expect, it } from '@jest/globals';
import { addCalendarDays } from '../../../workflows/calendar/civil-day.js';
import { cutShown } from '../../../workflows/rules/amount-checks.js';
import { contentRefusals } from '../../../workflows/rules/content-checks.js';
import { CONTENT_CLAUSES } from '../../../workflows/rules/content-refusal.js';
import type { FilingContent } from '../../../workflows/rules/filing-content.js';
import type { Known } from '../../../workflows/rules/required-answers.js';
import { administered, aReport, known } from './a-report.js';

/** What is wrong with a report that is right but for the difference, as `code pointer`. */
function wrong(difference: FilingContent, overrides: Partial<Known> = {}): string[] {
  return contentRefusals(aReport(difference), known(overrides)).map(
    ({ code, pointer }) => `${code} ${pointer}`,
  );
}

describe('an ordinary report of each kind', () => {
  it.each(['withdraw', 'squeeze', 'suspend'] as const)('%s goes out', (kind) => {
    expect(wrong({ kind, relationContinues: false })).toEqual([]);
  });
});

describe('the firm', () => {
  it('GB 32100: bears a credit code that checks', () => {
    const firm = { creditCode: '91350582MA2XK7PQ0B', name: '某公司', county: 'jinjiang' };
    expect(wrong({ firm })).toEqual(['credit-code-invalid /firm/creditCode']);
  });

  it('golden case 13: works in a county of the city; 金门县 is none, the two zones are', () => {
    const at = (county: string) => wrong({ firm: { creditCode: '91350582MA2XK7PQ0A', county } });
    expect(at('jinmen')).toEqual(['county-not-administered /firm/county']);
    expect(at('350582')).toEqual(['county-not-administered /firm/county']);
    for (const county of administered) expect(at(county)).toEqual([]);
  });

  it('golden case 12: may be registered anywhere', () => {
    expect(wrong({ firm: { creditCode: '91350100M000100Y43', county: 'jinjiang' } })).toEqual([]);
  });
});

describe('kind, subtype and relation fit together', () => {
  it('a subtype belongs to its kind', () => {
    expect(wrong({ kind: 'suspend', subtype: 'limitCut' })).toEqual(['subtype-of-other-kind /subtype']);
    expect(wrong({ kind: 'suspend', subtype: 'delay' })).toEqual([]);
  });

  it('a relation that ends leaves neither limit nor balance, or a partial recall would escape the squeezes', () => {
    const partial: FilingContent = {
      kind: 'withdraw',
      subtype: 'partialRecall',
      amount: '700000.00',
      relationContinues: false,
      before: { limit: '2000000.00', balance: '2000000.00' },
      after: { limit: '1300000.00', balance: '1300000.00' },
    };
    expect(wrong(partial)).toEqual(['relation-contradicts-position /relationContinues']);
    expect(wrong({ ...partial, relationContinues: true })).toEqual([]);
    expect(wrong({ ...partial, kind: 'squeeze', subtype: 'balanceCut' })).toEqual([]);
    const limitLeft = {
      after: { limit: '0.01', balance: '0.00' },
      before: { limit: '700000.01', balance: '700000.00' },
    };
    expect(wrong({ ...partial, ...limitLeft })).toEqual(['relation-contradicts-position /relationContinues']);
  });
});

describe('泉政办规〔2023〕1号（十）: the amount is what limit or balance loses', () => {
  const drawn: FilingContent = {
    before: { limit: '20000000.00', balance: '14000000.00' },
    after: { limit: '15000000.00', balance: '14000000.00' },
  };

  it('is more than nothing', () => {
    expect(
      wrong({ amount: '0.00', before: drawn.before, after: drawn.before, amountReason: '测试' }),
    ).toContain('amount-not-positive /amount');
  });

  it('golden case 3: is the cut of a limit though nothing drawn changes', () => {
    expect(wrong({ ...drawn, amount: '5000000.00' })).toEqual([]);
    expect(wrong({ ...drawn, amount: '4999999.99' })).toEqual(['amount-differs-from-cut /amount']);
    expect(cutShown(aReport(drawn))).toBe(500_000_000n);
  });

  it('is the larger loss where both change', () => {
    const both = { ...drawn, after: { limit: '15000000.00', balance: '8000000.00' } };
    expect(wrong({ ...both, amount: '6000000.00' })).toEqual([]);
    expect(wrong({ ...both, amount: '5000000.00' })).toEqual(['amount-differs-from-cut /amount']);
  });

  it('may be another figure with a reason, such as a delay, which cuts nothing yet', () => {
    const delay: FilingContent = {
      kind: 'suspend',
      subtype: 'delay',
      before: drawn.before,
      after: drawn.before,
    };
    expect(wrong({ ...delay, amount: '900000.00' })).toEqual(['amount-differs-from-cut /amount']);
    expect(wrong({ ...delay, amount: '900000.00', amountReason: ' ' })).toEqual([
      'amount-differs-from-cut /amount',
    ]);
    expect(wrong({ ...delay, amount: '900000.00', amountReason: '缓放第二笔提款。' })).toEqual([]);
  });

  it('never exceeds what it is taken from, with or without a reason', () => {
    const reason = { ...drawn, amountReason: '含承诺未签约额度。', relationContinues: true };
    expect(wrong({ ...reason, amount: '20000000.00' })).toEqual([]);
    expect(wrong({ ...reason, amount: '20000000.01' })).toEqual(['amount-exceeds-balance /amount']);
    expect(wrong({ ...reason, kind: 'withdraw', amount: '14000000.00' })).toEqual([]);
    expect(wrong({ ...reason, kind: 'withdraw', amount: '14000000.01' })).toEqual([
      'amount-exceeds-balance /amount',
    ]);
  });

  it('says the balance before the difference', () => {
    const full = {
      before: { limit: '3000000.00', balance: '3000000.00' },
      after: { limit: '0.00', balance: '0.00' },
    };
    expect(wrong({ ...full, amount: '3000000.01' })).toEqual([
      'amount-exceeds-balance /amount',
      'amount-differs-from-cut /amount',
    ]);
  });
});

describe('loans and instalments add up to the amount', () => {
  it.each([
    ['700000.00', []],
    ['699999.99', ['loans-do-not-add-up /loans']],
    ['700000.01', ['loans-do-not-add-up /loans']],
  ])('a single loan of %s', (amount, expected) => {
    expect(wrong({ loans: [{ contractNo: 'A', amount }] })).toEqual(expected);
  });

  it('several loans, exactly', () => {
    const loans = ['233333.33', '233333.33', '233333.34'].map((amount) => ({ contractNo: amount, amount }));
    expect(wrong({ loans })).toEqual([]);
    expect(wrong({ loans: loans.slice(1) })).toEqual(['loans-do-not-add-up /loans']);
  });

  it('a recall takes at most what is drawn on a loan; a limit cut may take more', () => {
    const loans = [{ contractNo: 'A', amount: '700000.00', balance: '699999.99' }];
    expect(wrong({ kind: 'withdraw', relationContinues: false, loans })).toEqual([
      'amount-exceeds-balance /loans/0/amount',
    ]);
    expect(wrong({ loans })).toEqual([]);
  });

  it('a schedule adds up, in order, from the planned date on', () => {
    const schedule = [
      { date: '2026-07-01', amount: '300000.00' },
      { date: '2026-08-01', amount: '400000.00' },
    ];
    expect(wrong({ schedule })).toEqual([]);
    expect(wrong({ schedule: schedule.slice(0, 1) })).toEqual(['schedule-does-not-add-up /schedule']);
    expect(wrong({ schedule: [...schedule].reverse() })).toEqual([
      'schedule-out-of-order /schedule',
      'schedule-starts-elsewhere /schedule/0/date',
    ]);
    expect(wrong({ schedule: schedule.map((part) => ({ ...part, date: '2026-07-01' })) })).toEqual([
      'schedule-out-of-order /schedule',
    ]);
    expect(wrong({ schedule, plannedDate: '2026-07-02' })).toEqual([
      'schedule-starts-elsewhere /schedule/0/date',
    ]);
    expect(wrong({ schedule: [] })).toEqual([]);
  });
});

describe('no report is refused for being late', () => {
  it('a planned date that has passed is taken, it will be marked', () => {
    expect(wrong({ plannedDate: '2026-06-01' })).toEqual([]);
  });

  it('an act already done lies at the latest on today', () => {
    expect(wrong({ actedOn: '2026-06-10' })).toEqual([]);
    expect(wrong({ actedOn: '2026-06-11' })).toEqual(['acted-in-future /actedOn']);
  });

  it('a year mistyped is sent back, at ten years and a day', () => {
    const today = '2026-06-10';
    const ahead = addCalendarDays(today, 3_653);
    const back = addCalendarDays(today, -3_653);
    expect(wrong({ plannedDate: ahead })).toEqual([]);
    expect(wrong({ plannedDate: addCalendarDays(ahead, 1) })).toEqual(['date-implausible /plannedDate']);
    expect(wrong({ actedOn: back })).toEqual([]);
    expect(wrong({ actedOn: addCalendarDays(back, -1) })).toEqual(['date-implausible /actedOn']);
    const prior = { kind: 'squeeze', amount: '1.00', on: '0206-06-01' } as const;
    expect(wrong({ priorActs: [prior] })).toEqual(['date-implausible /priorActs/0/on']);
    expect(wrong({ plannedDate: '9999-12-31' })).toEqual(['date-implausible /plannedDate']);
  });
});

describe('earlier acts and exemptions that are claimed', () => {
  it('an earlier small withdrawal says whether the relation went on', () => {
    const prior = { kind: 'withdraw', amount: '4999999.99', on: '2026-06-01' } as const;
    expect(wrong({ priorActs: [prior] })).toEqual(['relation-unanswered /priorActs/0/relationContinues']);
    expect(wrong({ priorActs: [{ ...prior, relationContinues: false }] })).toEqual([]);
    expect(wrong({ priorActs: [{ ...prior, amount: '5000000.00' }] })).toEqual([]);
    expect(wrong({ priorActs: [{ ...prior, kind: 'suspend' }] })).toEqual([]);
  });

  it('an exemption is borne out by the other answers', () => {
    expect(wrong({ exemption: 'ownRepayment' })).toEqual(['exemption-not-shown /exemption']);
    expect(wrong({ exemption: 'ownRepayment', firmInformed: { confirmedByFirm: true } })).toEqual([]);
  });
});

describe('each reason tells its reader what to do', () => {
  const samples: FilingContent[] = [
    {},
    { firm: { creditCode: 'x', county: 'jinmen' }, amount: '0.00' },
    { exemption: 'declined', actedOn: '2036-12-31', subtype: 'delay' },
    { loans: [{ contractNo: 'A', amount: '1.00' }], schedule: [{ date: '2026-01-01', amount: '1.00' }] },
  ];
  const reasons = [
    ...contentRefusals({}, known()),
    ...samples.flatMap((sample) => contentRefusals(aReport(sample), known())),
  ];

  it('in one Chinese sentence, with its clause', () => {
    expect(reasons.length).toBeGreaterThan(25);
    for (const { code, message, clause } of reasons) {
      expect(message).toMatch(/请.*。$|只填写.*。$/);
      expect(message.length).toBeLessThan(60);
      expect(clause).toBe(CONTENT_CLAUSES[code]);
    }
  });
});
