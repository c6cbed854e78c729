import { describe, expect, it } from '@jest/globals';
import { type AnyStateMachine, assign, createMachine, setup } from 'xstate';
import { begin, type ProcessDefinition, type ProcessEvent } from '../../../workflows/process.js';
import { type Explored, explore } from '../../../workflows/proof/explore.js';
import { endsByClocksAlone, findingsIn, unattended } from '../../../workflows/proof/findings.js';

type States = NonNullable<Parameters<typeof createMachine>[0]['states']>;

const arm = { type: 'armDeadline', params: { name: 'due', budget: { workingDaysCount: 1 } } };
const disarm = { type: 'disarmDeadline', params: { name: 'due' } };
const stop = { type: 'stopDeadline', params: { name: 'due', cause: 'x' } };
const resume = { type: 'resumeDeadline', params: { name: 'due', cause: 'x' } };

function event(type: string): ProcessEvent {
  return { type, payload: {}, facts: {}, at: '2026-06-10T10:00:00+08:00', actor: { kind: 'system' } };
}

function exploreThat(states: States): Explored {
  return exploreMachine(createMachine({ initial: 'a', states }), 100);
}

function exploreMachine(machine: AnyStateMachine, limit: number): Explored {
  const definition: ProcessDefinition = {
    name: 'support',
    version: 1,
    machine,
    publicEvents: ['GO', 'BACK'],
    guards: {
      BACK: [{ name: 'never', needsPayload: false, judge: () => [{ code: 'never', message: '不可。' }] }],
    },
    stateOf: (snapshot) => String(snapshot.value),
    waitsFor: () => [],
    independentOf: () => false,
    audienceOf: () => 'office',
  };
  return explore({
    definition,
    start: begin(definition, {}),
    offers: () => [event('GO'), event('BACK')],
    strike: (clock) => event(`DEADLINE.${clock}`),
    keyOf: (known) => known,
    limit,
  });
}

function kinds(states: States): string[] {
  return findingsIn(exploreThat(states), { resting: ['rest'] }).map(({ kind }) => kind);
}

const nobody = () => [];

describe('the explorer finds what it is for', () => {
  it('nothing in a machine that is sound', () => {
    const explored = exploreThat({
      a: { entry: arm, exit: disarm, on: { GO: 'b', 'DEADLINE.due': 'b' } },
      b: { type: 'final' },
    });

    expect(findingsIn(explored, { resting: [] })).toEqual([]);
    expect(unattended(explored, { resting: [] }, nobody)).toEqual([]);
    expect([explored.configurations.length, explored.edges]).toEqual([2, 2]);
    expect(explored.fired).toEqual({ GO: 1, 'DEADLINE.due': 1 });
  });

  it('a clock that was not disarmed', () => {
    expect(
      kinds({
        a: { entry: arm, on: { GO: 'b', 'DEADLINE.due': 'b' } },
        b: { on: { GO: 'c' } },
        c: { type: 'final' },
      }),
    ).toContain('clockLeftOver');
    expect(kinds({ a: { entry: arm, on: { GO: 'b', 'DEADLINE.due': 'b' } }, b: { type: 'final' } })).toEqual([
      'clockLeftOver',
    ]);
  });

  it('a clock that was armed twice, or resumed without a stop', () => {
    expect(
      kinds({ a: { entry: [arm, arm], exit: disarm, on: { 'DEADLINE.due': 'b' } }, b: { type: 'final' } }),
    ).toEqual(['clockArmedTwice']);
    expect(
      kinds({ a: { entry: [arm, resume], exit: disarm, on: { 'DEADLINE.due': 'b' } }, b: { type: 'final' } }),
    ).toEqual(['resumedUnstopped']);
  });

  it('a clock that is stopped does not strike', () => {
    const explored = exploreThat({
      a: { entry: [arm, stop], exit: [resume, disarm], on: { GO: 'b', 'DEADLINE.due': 'b' } },
      b: { type: 'final' },
    });

    expect(explored.fired).toEqual({ GO: 1 });
  });

  it('a state with no way to rest', () => {
    const states = { a: { on: { GO: 'b' } }, b: { on: { GO: 'c' } }, c: { on: { GO: 'b' } } };

    expect(kinds(states)).toEqual(['deadEnd', 'deadEnd', 'deadEnd']);
    expect(kinds({ a: { on: { GO: 'rest' } }, rest: {} })).toEqual([]);
  });

  it('a state in which nobody is waited for and no clock runs, with the shortest way there', () => {
    const explored = exploreThat({
      a: { entry: arm, exit: disarm, on: { GO: 'b', 'DEADLINE.due': 'b' } },
      b: { on: { GO: 'c' } },
      c: { type: 'final' },
    });

    expect(unattended(explored, { resting: [] }, nobody)).toEqual([
      { kind: 'waitsForNobody', state: 'b', detail: '', trace: ['GO'] },
    ]);
    expect(unattended(explored, { resting: [] }, () => ['somebody'])).toEqual([]);
  });

  it('where doing nothing leads, and that it goes round', () => {
    const round = exploreThat({
      a: { entry: arm, exit: disarm, on: { 'DEADLINE.due': 'b' } },
      b: { entry: arm, exit: disarm, on: { 'DEADLINE.due': 'a', GO: 'c' } },
      c: { type: 'final' },
    });
    const straight = exploreThat({
      a: { entry: arm, exit: disarm, on: { 'DEADLINE.due': 'b', GO: 'c' } },
      b: { on: { GO: 'c' } },
      c: { type: 'final' },
    });

    expect(doingNothing(round)).toEqual({ ends: [], cycles: true });
    expect(doingNothing(straight)).toEqual({ ends: ['b'], cycles: false });
  });

  it('an event that is refused, by code', () => {
    const explored = exploreThat({ a: { on: { GO: 'b', BACK: 'a' } }, b: { type: 'final' } });

    expect(explored.refused).toEqual({ never: 1 });
    expect(explored.fired).toEqual({ GO: 1 });
  });

  it('something that grows without end', () => {
    const growing = setup({ types: { context: {} as { n: number } } }).createMachine({
      context: { n: 0 },
      on: { GO: { actions: assign({ n: ({ context }) => context.n + 1 }) } },
    });

    expect(() => exploreMachine(growing, 5)).toThrow(
      'More than 5 configurations, after GO → GO → GO → GO → GO',
    );
  });
});

function doingNothing(explored: Explored) {
  const [first] = explored.configurations;
  if (first === undefined) throw new Error('nothing was explored');
  const { ends, cycles } = endsByClocksAlone(first);
  return { ends: ends.map(({ state }) => state), cycles };
}
