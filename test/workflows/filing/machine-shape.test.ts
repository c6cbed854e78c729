import { describe, expect, it } from '@jest/globals';
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { filingMachine } from '../../../workflows/filing/filing.machine.js';

/**
 * architecture.md: pure functions only. No timers, children or history, nothing inline, a limit on iterations; and since
 * XState lets a misspelt key pass (`type` for `target`), the keys of every transition are read here.
 */
const STATE_KEYS = ['meta', 'entry', 'exit', 'on', 'onDone', 'initial', 'states', 'type'];
const TRANSITION_KEYS = ['target', 'guard', 'actions', 'reenter'];

const nodes = everyNode(filingMachine.root);

describe('the filing machine is data', () => {
  it('throws rather than loop', () => {
    expect(filingMachine.options.maxIterations).toBeLessThanOrEqual(50);
  });

  it.each(nodes.map((node) => [node.id, node] as const))(
    '%s: only what a pure state may hold',
    (id, node) => {
      const keys = Object.keys(node.config).filter(
        (key) => id !== 'filing' || key in { states: 1, on: 1, initial: 1 },
      );

      expect(keys.filter((key) => !STATE_KEYS.includes(key))).toEqual([]);
      expect([node.invoke, node.always ?? [], node.after]).toEqual([[], [], []]);
      expect(node.type).not.toBe('history');
    },
  );

  it.each(nodes.map((node) => [node.id, node] as const))(
    '%s: every action and guard has a name',
    (_, node) => {
      const transitions = [...node.transitions.values()].flat();
      const actions = [...node.entry, ...node.exit, ...transitions.flatMap((one) => one.actions)];
      const guards = transitions.flatMap(({ guard }) => (guard === undefined ? [] : [guard]));

      const names = [...actions, ...guards].map((named) =>
        typeof named === 'string' ? named : nameOf(named),
      );

      const known = [
        ...Object.keys(filingMachine.implementations.actions),
        ...Object.keys(filingMachine.implementations.guards),
      ];
      expect(names.filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it('writes every transition with keys that XState reads, and with an effect', () => {
    const written = nodes.flatMap((node) => [
      ...Object.values(node.config.on ?? {}),
      ...(node.config.onDone === undefined ? [] : [node.config.onDone]),
    ]);

    for (const transition of written.flat() as object[]) {
      expect(Object.keys(transition).filter((key) => !TRANSITION_KEYS.includes(key))).toEqual([]);
      expect('target' in transition || 'actions' in transition).toBe(true);
    }
  });

  it('leads nowhere that does not exist', () => {
    const transitions: AnyTransitionDefinition[] = nodes.flatMap((node) =>
      [...node.transitions.values()].flat(),
    );

    const targets = transitions.flatMap(({ target }) => target ?? []);

    expect(targets.length).toBeGreaterThan(40);
    expect(targets.filter((target) => !nodes.includes(target))).toEqual([]);
  });

  it('says of every contractual state what it is called', () => {
    const unlabelled = nodes.filter((node) => node.config.meta === undefined).map(({ id }) => id);

    // What the machine alone needs: one clock over eight states, the two regions, and what their clock spans.
    expect(unlabelled).toEqual([
      'filing',
      'filing.pending',
      'filing.pending.reviewing.finance',
      'filing.pending.reviewing.finance.open',
      'filing.pending.reviewing.industry',
      'filing.pending.reviewing.industry.open',
    ]);
  });
});

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => everyNode(child as AnyStateNode))];
}

function nameOf(named: unknown): string {
  return typeof named === 'object' && named !== null && 'type' in named ? String(named.type) : 'inline';
}
