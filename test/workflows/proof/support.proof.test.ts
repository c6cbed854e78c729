import { describe, expect, it } from '@jest/globals';
import { proveSupport } from '../../../workflows/proof/support.proof.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/support/support.labels.js';

const proof = proveSupport();

describe('support@1 is proved', () => {
  it('no dead end, no clock left over or armed twice, nobody left waiting', () => {
    expect(proof.findings).toEqual([]);
    expect(proof.explored.configurations.length).toBeGreaterThan(100);
  });

  it('every event was taken somewhere: a proof says nothing about one that never was', () => {
    expect(Object.keys(EVENT_LABELS).filter((type) => proof.explored.fired[type] === undefined)).toEqual([]);
  });

  it('every state was reached', () => {
    expect([...proof.explored.states].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });

  it('the court is heard wherever the measure is not ended', () => {
    const deaf = proof.explored.configurations.filter(
      ({ snapshot, steps, trace }) =>
        snapshot.status === 'active' &&
        trace.length > 0 &&
        !steps.some(({ type }) => type === 'COURT.ACCEPTED'),
    );

    expect(deaf.map(({ state, trace }) => [state, trace])).toEqual([]);
  });

  it('born and nothing more: only the first event is taken', () => {
    const [born] = proof.explored.configurations;

    expect([...new Set(born?.steps.map(({ type }) => type))]).toEqual(['SUPPORT.PROPOSED']);
  });

  it('the case it hangs on is told once, at the end and not before', () => {
    const told = proof.explored.configurations.flatMap(({ steps }) =>
      steps.flatMap(({ to, effects }) =>
        effects.flatMap((effect) => (effect.type === 'send' ? [[to.snapshot.status, effect.params.to]] : [])),
      ),
    );

    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(([status, to]) => status !== 'done' || to !== 'coordination-1')).toEqual([]);
  });
});
