import { describe, expect, it } from '@jest/globals';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { coordinationMachine } from '../../../workflows/coordination/coordination.machine.js';
import { supportMachine } from '../../../workflows/support/support.machine.js';

/**
 * architecture.md: pure functions only. No timers, children or history, nothing inline, a limit on iterations; and since
 * XState lets a misspelt key pass (`type` for `target`), the keys of every transition are read here.
 */
const STATE_KEYS = ['meta', 'entry', 'exit', 'on', 'initial', 'states', 'type'];
const TRANSITION_KEYS = ['target', 'guard', 'actions', 'reenter'];

describe.each<[string, AnyStateMachine, string[]]>([
  ['coordination', coordinationMachine, []],
  // What the machine alone needs: one date over three states.
  ['support', supportMachine, ['support.running']],
])('the machine of %s is data', (name, machine, unlabelled) => {
  const nodes = everyNode(machine.root);
  const inner = nodes.filter(({ id }) => id !== name);

  it('throws rather than loop', () => {
    expect(machine.options.maxIterations).toBeLessThanOrEqual(50);
  });

  it('holds only what a pure state may hold', () => {
    for (const node of inner) {
      expect(Object.keys(node.config).filter((key) => !STATE_KEYS.includes(key))).toEqual([]);
      expect([node.invoke, node.always ?? [], node.after]).toEqual([[], [], []]);
    }
  });

  it('names every action and guard', () => {
    const { actions, guards } = machine.implementations;
    const known = [...Object.keys(actions), ...Object.keys(guards)];
    const named = inner.flatMap((node) => {
      const transitions = [...node.transitions.values()].flat();
      const guarded = transitions.flatMap(({ guard }) => (guard === undefined ? [] : [guard]));
      return [...node.entry, ...node.exit, ...transitions.flatMap((one) => one.actions), ...guarded];
    });

    expect(named.length).toBeGreaterThan(20);
    expect(named.map(nameOf).filter((one) => !known.includes(one))).toEqual([]);
  });

  it('writes every transition with keys that XState reads, and with an effect', () => {
    for (const transition of inner
      .flatMap((node) => Object.values(node.config.on ?? {}))
      .flat() as object[]) {
      expect(Object.keys(transition).filter((key) => !TRANSITION_KEYS.includes(key))).toEqual([]);
      expect('target' in transition || 'actions' in transition).toBe(true);
    }
  });

  it('says of every state what it is called', () => {
    expect(inner.filter((node) => node.config.meta === undefined).map(({ id }) => id)).toEqual(unlabelled);
  });
});

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => everyNode(child as AnyStateNode))];
}

function nameOf(named: unknown): string {
  if (typeof named === 'string') return named;
  return typeof named === 'object' && named !== null && 'type' in named ? String(named.type) : 'inline';
}
