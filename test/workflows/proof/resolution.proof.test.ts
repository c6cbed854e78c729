import { describe, expect, it } from '@jest/globals';
import { PROVED_SUBJECTS, proveResolution } from '../../../workflows/proof/resolution.proof.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/resolution/resolution.labels.js';

const proofs = PROVED_SUBJECTS.map((subject) => ({ subject, proof: proveResolution(subject) }));

describe('resolution@1 is proved, for each way that an item may go', () => {
  it.each(proofs.map(({ subject, proof }) => [JSON.stringify(subject), proof] as const))(
    '%s: no dead end, no clock left over or armed twice, nobody left waiting',
    (_, proof) => {
      expect(proof.findings).toEqual([]);
      expect(proof.stuck).toEqual([]);
      expect(proof.explored.configurations.length).toBeGreaterThan(5);
    },
  );

  it('every event was taken somewhere: a proof says nothing about one that never was', () => {
    const fired = new Set(proofs.flatMap(({ proof }) => Object.keys(proof.explored.fired)));

    expect(Object.keys(EVENT_LABELS).filter((type) => !fired.has(type))).toEqual([]);
  });

  it('every state was reached', () => {
    const reached = new Set(proofs.flatMap(({ proof }) => proof.explored.states));

    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });
});
