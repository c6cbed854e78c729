import { describe, expect, it } from '@jest/globals';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/inquiry/inquiry.labels.js';
import { proveInquiry } from '../../../workflows/proof/inquiry.proof.js';

const proof = proveInquiry();

describe('inquiry@1 is proved', () => {
  it('no dead end, no clock left over or armed twice, nobody left waiting', () => {
    expect(proof.findings).toEqual([]);
  });

  it('every event was taken and every state reached', () => {
    const { fired, states } = proof.explored;

    expect(Object.keys(EVENT_LABELS).filter((type) => fired[type] === undefined)).toEqual([]);
    expect(states).toEqual(Object.keys(STATE_LABELS).sort());
  });

  it('the bank is always asked before anything is found', () => {
    const found = proof.explored.configurations.filter(({ state }) =>
      ['substantiated', 'advised', 'notifiedRegulator', 'notSubstantiated'].includes(state),
    );

    expect(found.length).toBeGreaterThan(5);
    for (const { snapshot } of found) {
      expect(snapshot.context).toMatchObject({ askedOn: '2026-06-10' });
      expect(snapshot.context.explained).not.toBeNull();
    }
  });
});
