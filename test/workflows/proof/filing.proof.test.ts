import { describe, expect, it } from '@jest/globals';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/filing/filing.labels.js';
import { proveSlice, type SliceProof } from '../../../workflows/proof/filing.proof.js';
import { FILING_SLICES } from '../../../workflows/proof/filing.slices.js';

const proofs: SliceProof[] = [];

describe('filing@1 is proved, part by part', () => {
  it.each(FILING_SLICES.map((slice) => [slice.name, slice] as const))(
    '%s: no dead end, no clock left over or armed twice, nobody left waiting',
    (_, slice) => {
      const proof = proveSlice(slice);
      proofs.push(proof);

      expect(proof.findings).toEqual([]);
      // From every configuration after FILE clocks alone lead to cleared (executed for an act already done), then to rest.
      expect(proof.stuck.map(({ state, trace }) => [state, trace])).toEqual([]);
      expect(proof.explored.configurations.length).toBeGreaterThan(30);
    },
    300_000,
  );

  it('every event was taken somewhere: a proof says nothing about one that never was', () => {
    const fired = new Set(proofs.flatMap(({ explored }) => Object.keys(explored.fired)));

    expect(Object.keys(EVENT_LABELS).filter((type) => !fired.has(type))).toEqual([]);
  });

  it('every state was reached', () => {
    const reached = new Set(proofs.flatMap(({ explored }) => explored.states));

    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });
});
