import { describe, expect, it } from '@jest/globals';
import { MESSAGES } from '../../../workflows/coordination/coordination.events.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/coordination/coordination.labels.js';
import { proveCoordination } from '../../../workflows/proof/coordination.proof.js';

const { explored, findings } = proveCoordination();

describe('coordination@1 is proved', () => {
  it('no dead end, no clock left over or armed twice, nobody left waiting', () => {
    expect(findings).toEqual([]);
    expect(explored.configurations.length).toBeGreaterThan(30);
  });

  it('every event was taken somewhere: a proof says nothing about one that never was', () => {
    expect(Object.keys(EVENT_LABELS).filter((type) => explored.fired[type] === undefined)).toEqual([]);
  });

  it('every state was reached', () => {
    expect([...explored.states].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });

  it('takes or records every message until it is over', () => {
    const deaf = explored.configurations.filter(({ snapshot, steps, trace }) => {
      const taken = new Set(steps.map(({ type }) => type));
      return snapshot.status === 'active' && trace.length > 0 && MESSAGES.some((type) => !taken.has(type));
    });

    expect(deaf.map(({ state, trace }) => [state, trace])).toEqual([]);
  });

  it('born and nothing more: only the first event is taken', () => {
    const [born] = explored.configurations;

    expect([...new Set(born?.steps.map(({ type }) => type))]).toEqual(['FILING.JOINED']);
  });

  it('is over exactly when its last filing has left or been concluded, or the court took over', () => {
    const wrong = explored.configurations.filter(({ snapshot }) => {
      const { filings, courtAccepted, end } = snapshot.context;
      return (
        (snapshot.status === 'done') !== (end !== null) || (end !== null && filings > 0 && !courtAccepted)
      );
    });

    expect(wrong.map(({ trace }) => trace)).toEqual([]);
  });
});
