import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Firm } from './composed.js';

const ONE = 'filing-1';
const TWO = 'filing-2';

function coordinated(...ids: string[]): Firm {
  const firm = new Firm(ids.length === 0 ? [ONE] : ids);
  for (const id of firm.ids) firm.intervene(id);
  firm.coordinate('ASSIGN');
  return firm;
}

describe('filing and coordination together: each outcome takes effect by the bank’s own word', () => {
  it.each([
    ['retained', {}, 'closed'],
    ['replacedBy', {}, 'closed'],
    ['reducedTo', { amount: '4000000.00' }, 'cleared'],
    ['deferredUntil', { until: '2026-08-20' }, 'deferred'],
  ] as const)('%s', (outcome, figure, state) => {
    const firm = coordinated();

    expect(firm.coordinate('CONCLUDE_FILING', { payload: { filing: ONE, outcome } })).toBe(false);
    expect(firm.confirm(ONE, { outcome, ...figure })).toBe(true);
    expect(firm.coordinate('CONCLUDE_FILING', { payload: { filing: ONE, outcome } })).toBe(true);

    expect(firm.filing(ONE).state).toBe(state);
    expect(firm.coordination?.context.end).toBe('concluded');
  });

  it('no agreement: cleared, basis notAgreed', () => {
    const firm = coordinated();

    firm.coordinate('CONCLUDE_FILING', { payload: { filing: ONE, outcome: 'notAgreed' } });

    expect([firm.filing(ONE).state, firm.filing(ONE).context.basis]).toEqual(['cleared', 'notAgreed']);
  });

  it('the bank date cleared it meanwhile: it stays joined, the agreement comes as information', () => {
    const firm = coordinated();
    firm.tell(ONE, 'DEADLINE.bankDate');

    firm.confirm(ONE, { outcome: 'retained' });
    firm.coordinate('CONCLUDE_FILING', { payload: { filing: ONE, outcome: 'retained' } });

    expect([firm.filing(ONE).state, firm.filing(ONE).notices()]).toEqual([
      'cleared',
      ['coordinationAgreedLate'],
    ]);
    expect(firm.tell(ONE, 'REPORT_RETAINED')).toBe(true);
  });

  it('two filings: one is concluded, the other withdrawn; the coordination ends with the second', () => {
    const firm = coordinated(ONE, TWO);

    firm.coordinate('CONCLUDE_FILING', { payload: { filing: ONE, outcome: 'notAgreed' } });
    expect([firm.coordination?.state, firm.filing(TWO).state]).toEqual(['planning', 'coordinating']);
    firm.tell(TWO, 'WITHDRAW');

    expect([firm.coordination?.state, firm.coordination?.context.end]).toEqual(['concluded', 'left']);
    expect(firm.coordinations).toBe(1);
  });

  it('amended materially it leaves, and joins again in its new revision: what was confirmed before is gone', () => {
    const firm = coordinated(ONE, TWO);
    firm.confirm(ONE, { outcome: 'retained' });

    firm.tell(ONE, 'AMEND', { facts: { material: true } });
    firm.intervene(ONE);

    expect(firm.table.get(ONE)).toMatchObject({ revision: 2, state: 'joined', confirmed: null });
    expect(firm.coordinate('CONCLUDE_FILING', { payload: { filing: ONE, outcome: 'retained' } })).toBe(false);
  });

  it('a filing that comes after the end finds none open: another coordination is born', () => {
    const firm = new Firm([ONE, TWO]);
    firm.intervene(ONE);
    firm.tell(ONE, 'WITHDRAW');

    firm.intervene(TWO);

    expect([firm.coordinations, firm.coordination?.state]).toEqual([2, 'open']);
  });
});

const OUTCOMES = ['retained', 'replacedBy', 'reducedTo', 'deferredUntil', 'notAgreed'] as const;
const FIGURES = { reducedTo: { amount: '1.00' }, deferredUntil: { until: '2026-12-01' } };

type Act = (firm: Firm, id: string, choice: number) => unknown;

/** What may happen, in any order: a number in a history is one of these. */
const ACTS: readonly Act[] = [
  (firm, id) => firm.intervene(id),
  (firm, id) => firm.tell(id, 'WITHDRAW'),
  (firm, id) => firm.tell(id, 'UNDERTAKE'),
  (firm, id) => firm.filing(id).context.revision < 3 && firm.tell(id, 'AMEND', { facts: { material: true } }),
  (firm, id) => firm.tell(id, 'REPORT_EXECUTION'),
  (firm, id) => firm.tell(id, 'REPORT_EXECUTION', { payload: { final: false } }),
  (firm, id) => firm.tell(id, 'REPORT_RETAINED'),
  (firm, id) => firm.tell(id, 'DEADLINE.coordinate'),
  (firm, id) => firm.tell(id, 'DEADLINE.bankDate'),
  (firm, id) => firm.tell(id, 'DEADLINE.validity'),
  (firm) => firm.coordinate('ASSIGN'),
  (firm) => firm.coordinate('CALL_MEETING'),
  (firm) => firm.coordinate('DEADLINE.meeting'),
  (firm, filing) => firm.coordinate('PROPOSE', { payload: { filing } }),
  (firm, filing, choice) => {
    const outcome = OUTCOMES[choice % OUTCOMES.length] ?? 'notAgreed';
    firm.confirm(filing, { outcome, ...FIGURES[outcome as keyof typeof FIGURES] });
    firm.coordinate('CONCLUDE_FILING', { payload: { filing, outcome } });
  },
  (firm, filing) => firm.coordinate('CONCLUDE_FILING', { payload: { filing, outcome: 'notAgreed' } }),
  (firm, _, choice) => choice === 0 && firm.court(['coordination', ...firm.ids]),
  (firm, _, choice) => choice === 1 && firm.court([...firm.ids, 'coordination']),
];

const HISTORIES = 5_000;
const history = fc.array(
  fc.tuple(fc.nat({ max: ACTS.length - 1 }), fc.constantFrom(ONE, TWO), fc.nat({ max: 9 })),
  { minLength: 5, maxLength: 30 },
);

describe(`any history of two filings and their coordination (${HISTORIES.toLocaleString('en')} at random)`, () => {
  it('loses no message, keeps both sides of one mind, and is open exactly while a filing is joined', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const firm = new Firm([ONE, TWO]);
        for (const [act, id, choice] of acts) {
          ACTS[act]?.(firm, id, choice);
          agree(firm);
        }
      }),
      { numRuns: HISTORIES, seed: 20_260_610 },
    );
  });
});

function agree(firm: Firm): void {
  const { coordination } = firm;
  if (coordination === null) return;
  const open = coordination.snapshot.status === 'active';
  const joined = firm.joined().length;
  if (open !== joined > 0 && coordination.context.end !== 'court')
    throw new Error(`open ${open}, joined ${joined}`);
  if (open && coordination.context.filings !== joined)
    throw new Error(`counts ${coordination.context.filings}`);
  for (const id of firm.ids) {
    const inTable = firm.table.get(id)?.state === 'joined';
    if (open && firm.filing(id).context.joined !== inTable) throw new Error(`${id} joined: ${!inTable}`);
  }
}
