import { describe, expect, it } from '@jest/globals';
import type { AnyStateNode } from 'xstate';
import { refusalsOf, restore } from '../../../workflows/process.js';
import { delegateOf } from '../../../workflows/proof/resolution.samples.js';
import { FIELD_AUDIENCES } from '../../../workflows/resolution/resolution.audiences.js';
import { DEADLINES, PUBLIC_EVENTS } from '../../../workflows/resolution/resolution.events.js';
import { resolution1, stateOf, votingPartOf } from '../../../workflows/resolution/resolution.js';
import {
  EVENT_LABELS,
  KIND_LABELS,
  labelOf,
  type ResolutionState,
  STATE_LABELS,
  STRATEGY_LABELS,
  SUBJECT_LABELS,
  TALLY_REASON_LABELS,
  VOTING_LABELS,
} from '../../../workflows/resolution/resolution.labels.js';
import { resolutionMachine } from '../../../workflows/resolution/resolution.machine.js';
import { NOTICES } from '../../../workflows/resolution/resolution.notices.js';
import { drafted, inForce, type Resolution, referred, voting } from './situations.js';
import { SITUATIONS, type Situation } from './situations-by-state.js';

const situations = Object.keys(SITUATIONS) as Situation[];
/** words.md: a report is no licence, and the words show it. */
const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;
const LARGEST = 1_900;
const UUID = '019ab7f0-5d3c-7a51-9c1e-000000000001';

describe('resolution@1', () => {
  it.each(situations)('%s is restored from what is stored of it', (situation) => {
    const { snapshot } = SITUATIONS[situation]();
    const stored = JSON.parse(JSON.stringify({ ...snapshot, children: undefined, machine: undefined }));

    const restored = restore(resolution1, stored);

    expect(restored.value).toEqual(snapshot.value);
    expect(restored.context).toEqual(snapshot.context);
    expect(stateOf(restored)).toBe(stateOf(snapshot));
    expect(resolution1.waitsFor(restored)).toEqual(resolution1.waitsFor(snapshot));
  });

  it('publishes no event of a clock or of another case', () => {
    expect(PUBLIC_EVENTS.filter((type) => type.includes('.'))).toEqual([]);
    for (const type of ['EXTEND_TERM', 'RESCIND', 'SUPERSEDE']) expect(PUBLIC_EVENTS).not.toContain(type);
  });

  it('waits for the delegates while something is to be done', () => {
    const waiting = situations.filter(
      (situation) => resolution1.waitsFor(SITUATIONS[situation]().snapshot).length > 0,
    );

    expect(waiting.every((situation) => /^(drafted|voting)/.test(situation))).toBe(true);
    expect(waiting).toHaveLength(8);
  });

  it('knows the part of the vote', () => {
    expect(votingPartOf(SITUATIONS.voting().snapshot)).toBe('open');
    expect(votingPartOf(SITUATIONS['voting, papers to come']().snapshot)).toBe('papers');
    expect(votingPartOf(SITUATIONS.noticed().snapshot)).toBeUndefined();
  });

  it('asks without payload and facts, as /actions does, without failing', () => {
    for (const type of PUBLIC_EVENTS) {
      const asked = { type, payload: {}, facts: {}, at: '', actor: delegateOf('jinli') };
      for (const situation of situations) {
        const { snapshot } = SITUATIONS[situation]();
        expect(() => snapshot.status === 'active' && snapshot.can(asked as never)).not.toThrow();
      }
    }
  });

  it('ballots of different members do not wait for each other', () => {
    const cast = { type: 'CAST_BALLOT' };

    expect(resolution1.independentOf(cast, cast)).toBe(true);
    expect(resolution1.independentOf(cast, { type: 'EXTEND_VOTE' })).toBe(true);
    expect(resolution1.independentOf(cast, { type: 'DEADLINE.vote' })).toBe(false);
    expect(resolution1.independentOf({ type: 'DROP' }, cast)).toBe(false);
    expect(resolution1.independentOf({ type: 'EXTEND_VOTE' }, { type: 'DROP' })).toBe(false);
  });

  it('has an audience for every field', () => {
    expect(Object.keys(FIELD_AUDIENCES).sort()).toEqual(Object.keys(drafted().context).sort());
  });
});

describe('words.md: an agreement among signers, and the words show it', () => {
  const tables = [
    STATE_LABELS,
    VOTING_LABELS,
    KIND_LABELS,
    SUBJECT_LABELS,
    STRATEGY_LABELS,
    TALLY_REASON_LABELS,
    EVENT_LABELS,
  ];

  it.each(tables.flatMap((table) => Object.entries(table)))('%s: %s', (_, label) => {
    expect(label).toMatch(/\p{Script=Han}/u);
    expect(label).not.toMatch(FORBIDDEN);
  });

  it('every state’s meta bears its label, and its clock is named', () => {
    for (const situation of situations) {
      const { state, snapshot } = SITUATIONS[situation]();
      const shown = Object.values(snapshot.getMeta()).map((meta) => (meta as { label?: string }).label);
      expect(shown).toContain(STATE_LABELS[state as ResolutionState]);
    }
    for (const name of DEADLINES) expect(EVENT_LABELS[`DEADLINE.${name}`]).toBeDefined();
  });

  it('what was passed says that it binds its signers, and until when', () => {
    expect(labelOf('inForce', inForce().context)).toBe('决议通过，执行至2026年9月8日（成员单位之间的约定）');
    expect(labelOf('carried', drafted().context)).toBe('决议通过（成员单位之间的约定）');
    expect(labelOf('voting', voting().context, 'papers')).toBe('表决截止，待补交盖章表决票');
  });

  it('no refusal uses a word of a licence, and each says what to do', () => {
    const messages = refusalsWithNothing().map(({ message }) => message);

    expect(messages.length).toBeGreaterThan(12);
    for (const message of messages) {
      expect(message).not.toMatch(FORBIDDEN);
      expect(message).toMatch(/。$/);
    }
  });

  it('every notice reaches somebody', () => {
    expect(Object.values(NOTICES).filter((to) => to.length === 0)).toEqual([]);
  });
});

describe('the resolution machine is data', () => {
  const nodes = everyNode(resolutionMachine.root as AnyStateNode);

  it('throws rather than loop, and has no timer, child or history', () => {
    expect(resolutionMachine.options.maxIterations).toBeLessThanOrEqual(50);
    for (const node of nodes) {
      expect([node.invoke, node.always ?? [], node.after]).toEqual([[], [], []]);
      expect(node.type).not.toBe('history');
    }
  });

  it.each(nodes.map((node) => [node.id, node] as const))('%s: actions and guards have names', (_, node) => {
    const transitions = [...node.transitions.values()].flat();
    const actions = [...node.entry, ...node.exit, ...transitions.flatMap((one) => one.actions)];
    const guards = transitions.flatMap(({ guard }) => (guard === undefined ? [] : [guard]));
    const known = [
      ...Object.keys(resolutionMachine.implementations.actions),
      ...Object.keys(resolutionMachine.implementations.guards),
    ];

    const names = [...actions, ...guards].map((named) => nameOf(named));

    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('writes every transition with keys that XState reads, and with an effect', () => {
    const written = nodes.flatMap((node) => Object.values(node.config.on ?? {})).flat() as object[];

    expect(written.length).toBeGreaterThan(40);
    for (const transition of written) {
      const keys = Object.keys(transition).filter((key) => !['target', 'guard', 'actions'].includes(key));
      expect(keys).toEqual([]);
      expect('target' in transition || 'actions' in transition).toBe(true);
    }
  });

  it('stays small whatever the number of members', () => {
    const large = referred().send('NOTICE', {
      facts: { entitled: { heads: 999, claims: '99999999999999.99' } },
    });
    const size = JSON.stringify({ ...inForce().context, ...large.context }).length;

    expect(size + 6 * UUID.length).toBeLessThan(LARGEST);
  });
});

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => everyNode(child as AnyStateNode))];
}

function nameOf(named: unknown): string {
  if (typeof named === 'string') return named;
  return typeof named === 'object' && named !== null && 'type' in named ? String(named.type) : 'inline';
}

/** Everything that can be said against an actor who is nobody and says nothing. */
function refusalsWithNothing() {
  const nobody = { actor: delegateOf('nobody') };
  const facts = { voter: null, member: false, memberHolds: false, holderHolds: false };
  const cases: [Resolution, (typeof PUBLIC_EVENTS)[number]][] = PUBLIC_EVENTS.flatMap((type) =>
    situations.map((situation): [Resolution, typeof type] => [SITUATIONS[situation](), type]),
  );
  return cases
    .filter(([item, type]) => item.takes(type))
    .flatMap(([item, type]) =>
      refusalsOf(resolution1, item.context, item.event(type, { ...nobody, facts, payload: {} } as never)),
    );
}
