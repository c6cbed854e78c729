import { describe, expect, it } from '@jest/globals';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/committee/committee.labels.js';
import { type CommitteeProof, proveCommittee } from '../../../workflows/proof/committee.proof.js';
import { COMMITTEE_SLICES } from '../../../workflows/proof/committee.slices.js';

const proofs: CommitteeProof[] = [];

describe('committee@1 is proved, part by part', () => {
  it.each(COMMITTEE_SLICES.map((slice) => [slice.name, slice] as const))(
    '%s: no dead end, no clock left over or armed twice, nobody left waiting',
    (_, slice) => {
      const proof = proveCommittee(slice);
      proofs.push(proof);

      expect(proof.findings).toEqual([]);
      // By clocks alone it is founded, given up or dissolved; at work and in court it stays with a post.
      expect(proof.stuck.map(({ state, trace }) => [state, trace])).toEqual([]);
      expect(proof.explored.configurations.length).toBeGreaterThan(5);
    },
    120_000,
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
