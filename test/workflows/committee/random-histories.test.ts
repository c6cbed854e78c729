import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnyMachineSnapshot } from 'xstate';
import type { CommitteeContext } from '../../../workflows/committee/committee.context.js';
import type { DeadlineName } from '../../../workflows/committee/committee.events.js';
import { committee1, stateOf } from '../../../workflows/committee/committee.js';
import { apply, begin, type Effect, type ProcessEvent, step } from '../../../workflows/process.js';
import { strikeOf } from '../../../workflows/proof/committee.samples.js';
import { COMMITTEE_SLICES, type CommitteeSlice } from '../../../workflows/proof/committee.slices.js';
import { type Clocks, runClocks, strikes, struck } from '../../../workflows/proof/running-clocks.js';

const HISTORIES = 600;
const SEED = 20_261_124;
const LONGEST = 40;
const TRIES = 6;
const LARGEST_CONTEXT = 1_500;
const BORN = { committee: 'committee-1' };

/** Which clocks may run where: written by hand, so that one left over or missing shows. */
const CLOCKS: Readonly<Record<string, readonly string[]>> = {
  proposed: ['propose'],
  forming: ['claims'],
  electing: ['elect'],
  signing: ['sign'],
  active: ['record', 'minutes', 'rollover'],
  winding: ['wind'],
  judicial: [],
  dissolved: [],
  notFounded: [],
};
/** Where a committee may go from each state, by hand; staying is no going. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  proposed: ['forming', 'active', 'notFounded'],
  forming: ['electing', 'notFounded'],
  electing: ['signing', 'active', 'notFounded'],
  signing: ['active', 'electing', 'notFounded'],
  active: ['winding', 'judicial', 'dissolved'],
  winding: ['judicial', 'dissolved'],
  judicial: ['active', 'winding', 'dissolved'],
  dissolved: [],
  notFounded: [],
};

/** Each number is one thing that happens: a third of them a clock that strikes, the others somebody's try. */
const histories = fc.record({
  slice: fc.constantFrom(...COMMITTEE_SLICES),
  moves: fc.array(fc.nat({ max: 9_999 }), { minLength: 10, maxLength: LONGEST }),
});

describe(`any history of a committee whatever (${HISTORIES.toLocaleString('en')} at random)`, () => {
  it('keeps its ways, its clocks, its messages and its size; and replays to the same', () => {
    fc.assert(
      fc.property(histories, ({ slice, moves }) => live(slice, moves)),
      { numRuns: HISTORIES, seed: SEED },
    );
  }, 60_000);
});

/** A committee as it lives, beside what a plain model remembers of it. */
interface Life {
  snapshot: AnyMachineSnapshot;
  clocks: Clocks;
  log: ProcessEvent[];
  /** `COMMITTEE.ENDED` goes out once for each time that it was at work. */
  founded: number;
  ended: number;
}

function live(slice: CommitteeSlice, moves: readonly number[]): void {
  const born = begin(committee1, BORN);
  const life: Life = { snapshot: born.next, clocks: {}, log: [], founded: 0, ended: 0 };
  for (const move of [0, ...moves]) {
    const event = move % 3 === 2 ? clockIn(life, slice, move) : tryIn(life, slice, move);
    if (event !== undefined) take(life, event);
  }
  const lived = JSON.stringify([life.snapshot.value, life.snapshot.context]);
  let { next } = begin(committee1, BORN);
  for (const event of life.log) next = apply(committee1, next, event).next;
  if (JSON.stringify([next.value, next.context]) !== lived)
    throw new Error(`replays to another than ${lived}`);
}

function clockIn(life: Life, slice: CommitteeSlice, move: number): ProcessEvent | undefined {
  const running = strikes(life.clocks);
  const name = running[move % Math.max(1, running.length)];
  if (name === undefined) return undefined;
  const event = strikeOf(name, life.snapshot.context);
  life.clocks = struck(life.clocks, name);
  return { ...event, facts: { ...event.facts, ...slice.strikes[name as DeadlineName] } };
}

function tryIn({ snapshot }: Life, { offers }: CommitteeSlice, move: number): ProcessEvent | undefined {
  const { context } = snapshot;
  for (let at = 0; at < Math.min(TRIES, offers.length); at++) {
    const offer = offers[(move + at) % offers.length];
    if (offer === undefined || !offer.while(context, snapshot)) continue;
    const event = offer.event(context);
    if (step(committee1, snapshot, event).kind === 'taken') return event;
  }
  return undefined;
}

function take(life: Life, event: ProcessEvent): void {
  const before = stateOf(life.snapshot);
  const former: CommitteeContext = life.snapshot.context;
  const result = step(committee1, life.snapshot, event);
  if (result.kind !== 'taken') throw new Error(`${event.type} strikes in ${before} and is not taken`);
  const { clocks, faults } = runClocks(life.clocks, result.effects);
  if (faults.length > 0) throw new Error(`${event.type} in ${before}: ${JSON.stringify(faults)}`);
  Object.assign(life, { snapshot: result.next, clocks });
  life.log.push(event);
  const after = stateOf(result.next);
  if (after === 'active' && before !== 'active') life.founded++;
  life.ended += endsIn(result.effects);
  check(life, { before, after, former });
}

function check(
  life: Life,
  { before, after, former }: { before: string; after: string; former: CommitteeContext },
) {
  const context: CommitteeContext = life.snapshot.context;
  if (before !== after && !WAYS[before]?.includes(after)) throw new Error(`from ${before} to ${after}`);
  for (const name of strikes(life.clocks)) {
    if (!CLOCKS[after]?.includes(name)) throw new Error(`${name} runs in ${after}`);
  }
  const hasEnded = ['winding', 'judicial', 'dissolved'].includes(after) && context.form === 'full';
  if (life.ended !== life.founded - (hasEnded ? 0 : after === 'active' ? 1 : 0) && context.form === 'full') {
    throw new Error(`at work ${life.founded} times, told of ${life.ended} ends, in ${after}`);
  }
  if (former.recordDate !== null && context.recordDate !== former.recordDate)
    throw new Error('another record date');
  if (former.reelected && before === 'signing' && after === 'electing') throw new Error('elected anew twice');
  if (context.endedSent && context.standstill !== null && after !== 'active') {
    throw new Error(`a standstill outlives the committee in ${after}`);
  }
  if (life.snapshot.status === 'active' && committee1.waitsFor(life.snapshot).length === 0) {
    throw new Error(`${after} waits for nobody`);
  }
  const size = JSON.stringify(context).length;
  if (size >= LARGEST_CONTEXT) throw new Error(`${size} bytes in ${after}`);
}

function endsIn(effects: readonly Effect[]): number {
  return effects.filter(
    ({ type, params }) =>
      type === 'send' && params.to === 'filing' && params.event.type === 'COMMITTEE.ENDED',
  ).length;
}
