import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { filing1 } from '../../../workflows/filing/filing.js';
import { apply, begin } from '../../../workflows/process.js';
import { FILING_SLICES, type Slice } from '../../../workflows/proof/filing.slices.js';
import { BORN, SimulatedFiling } from './simulated-filing.js';

const HISTORIES = 20_000;
const SEED = 20_260_610;
const LONGEST = 14;
const TRIES = 3;
const MOST_NIGHTS = 9;
const LARGEST_CONTEXT = 1_900;

/** Which clocks may run where: written by hand, so that one left over or missing shows. */
const CLOCKS: Readonly<Record<string, readonly string[]>> = {
  drafting: [],
  checking: ['check'],
  acknowledging: ['bankDate', 'acknowledge'],
  completing: ['bankDate', 'complete'],
  reviewing: ['bankDate', 'review.finance', 'review.industry', 'supplement.finance', 'supplement.industry'],
  concluding: ['bankDate', 'conclude'],
  suggested: ['bankDate'],
  deferred: ['bankDate'],
  coordinating: ['bankDate', 'coordinate'],
  referred: ['bankDate', 'committee'],
  cleared: ['executionReminder', 'validity'],
  executed: ['confirm', 'query'],
};
const PENDING = [
  'acknowledging',
  'completing',
  'reviewing',
  'concluding',
  'suggested',
  'deferred',
  'coordinating',
  'referred',
];

const RESTING = ['withdrawn', 'lapsed', 'outOfScope'];

/** Each number is one thing that happens: an even one lets some nights pass, an odd one is somebody's try. */
const histories = fc.record({
  slice: fc.constantFrom(...FILING_SLICES),
  moves: fc.array(fc.nat({ max: 9_999 }), { minLength: 6, maxLength: LONGEST }),
});

describe(`any history whatever (${HISTORIES.toLocaleString('en')} at random)`, () => {
  it('keeps the bank’s date, its clocks, its messages and its size; and replays to the same', () => {
    fc.assert(
      fc.property(histories, ({ slice, moves }) => live(slice, moves)),
      { numRuns: HISTORIES, seed: SEED },
    );
  }, 300_000);
});

function live(slice: Slice, moves: readonly number[]): void {
  const filing = new SimulatedFiling();
  let former = filing.context;
  for (const type of ['SEND_TO_CHECK', 'FILE']) {
    for (const offer of slice.offers) if (offer.type === type) filing.try(offer);
  }
  for (const move of moves) {
    if (move % 2 === 0) sleep(filing, move);
    else tryOne(filing, slice, move);
    check(filing, former);
    former = filing.context;
  }
  const lived = JSON.stringify([filing.snapshot.value, filing.context]);
  if (replayed(filing) !== lived) throw new Error(`${replayed(filing)} is not what was lived: ${lived}`);
}

function sleep(filing: SimulatedFiling, move: number): void {
  for (let nights = move % MOST_NIGHTS; nights >= 0; nights--) filing.sleep();
}

/** Looks on from a random place for somebody's try that the state knows, and gives up soon. */
function tryOne(filing: SimulatedFiling, { offers }: Slice, move: number): void {
  const known = filing.knownTypes();
  const here = offers.filter(({ type }) => known.has(type));
  for (let at = 0; at < Math.min(here.length, TRIES); at++) {
    const offer = here[(move + at) % here.length];
    if (offer !== undefined && filing.try(offer)) return;
  }
}

/** Plain comparisons, since this runs some 200,000 times. */
function check(filing: SimulatedFiling, former: FilingContext): void {
  const { context, state, today } = filing;
  if (filing.faults.length > 0) throw new Error(filing.faults.join());
  if (PENDING.includes(state) && context.bankDate !== null && context.bankDate <= today) {
    throw new Error(`${state} on ${today}, past the bank date ${context.bankDate}`);
  }
  if (context.actedOn !== null && (state === 'cleared' || context.bankDate !== null)) {
    throw new Error(`an act already done is ${state} with the bank date ${context.bankDate}`);
  }
  if (movedBack(context, former)) {
    throw new Error(`the bank date went back from ${former.bankDate} to ${context.bankDate}`);
  }
  for (const name of filing.clocks.keys()) {
    if (!CLOCKS[state]?.includes(name)) throw new Error(`${name} runs in ${state}`);
  }
  if (waitsForNothing(filing)) throw new Error(`${state} waits for nobody and no clock runs`);
  const { 'FILING.JOINED': joined = 0, 'FILING.LEFT': left = 0 } = filing.sent;
  if (joined - left !== (context.joined ? 1 : 0))
    throw new Error(`joined ${joined}, left ${left} in ${state}`);
  if (joined > context.reviewed) throw new Error(`joined ${joined} times in ${context.reviewed} reviews`);
  const size = JSON.stringify(context).length;
  if (size >= LARGEST_CONTEXT) throw new Error(`${size} bytes in ${state}`);
}

function movedBack(context: FilingContext, former: FilingContext): boolean {
  const sameReview = context.reviewed === former.reviewed && former.bankDate !== null;
  return sameReview && (context.bankDate === null || context.bankDate < (former.bankDate ?? ''));
}

function waitsForNothing(filing: SimulatedFiling): boolean {
  if (filing.snapshot.status !== 'active' || RESTING.includes(filing.state)) return false;
  return filing.clocks.size === 0 && filing1.waitsFor(filing.snapshot).length === 0;
}

/** The log alone, applied without judging: what an auditor does years later. */
function replayed({ log }: SimulatedFiling): string {
  let { next } = begin(filing1, BORN);
  for (const event of log) next = apply(filing1, next, event).next;
  return JSON.stringify([next.value, next.context]);
}
