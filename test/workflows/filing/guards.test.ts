import { describe, expect, it } from '@jest/globals';
import { guards } from '../../../workflows/filing/filing.guards.js';
import { filing1 } from '../../../workflows/filing/filing.js';
import { refusalsOf, step } from '../../../workflows/process.js';
import { GUARD_CASES_OF_BANKS } from './guard-cases-of-banks.js';
import { GUARD_CASES_OF_OFFICES } from './guard-cases-of-offices.js';

const GUARD_CASES = [...GUARD_CASES_OF_BANKS, ...GUARD_CASES_OF_OFFICES];

describe('every guard, at no and at yes', () => {
  it('has a case', () => {
    const listed = Object.entries(guards).flatMap(([type, list]) =>
      list.map(({ name }) => `${type} ${name}`),
    );
    const tested = GUARD_CASES.map(({ event, guard }) => `${event} ${guard}`);

    expect(listed.filter((name) => !tested.includes(name))).toEqual([]);
  });

  it.each(GUARD_CASES.map((one) => [`${one.event}: ${one.guard} → ${one.code}`, one] as const))(
    '%s',
    (_, { event, guard, code, refused, taken }) => {
      const no = step(filing1, refused.filing.snapshot, refused.event);
      const yes = step(filing1, taken.filing.snapshot, taken.event);

      expect(no.kind).toBe('refused');
      expect(yes.kind).toBe('taken');
      expect(refusalsOf(filing1, refused.filing.context, refused.event).map((one) => one.code)).toContain(
        code,
      );
      // The same event without this guard: nobody else gives this reason, so the guard is what refuses.
      const others = (filing1.guards[event] ?? []).filter(({ name }) => name !== guard);
      const without = { ...filing1, guards: { ...filing1.guards, [event]: others } };
      const left = refusalsOf(without, refused.filing.context, refused.event).map((one) => one.code);
      expect(left).not.toContain(code);
    },
  );

  it.each(GUARD_CASES.map((one) => [`${one.event}: ${one.guard}`, one] as const))(
    '%s: says in Chinese what to do next, and why',
    (_, { code, refused }) => {
      const refusal = refusalsOf(filing1, refused.filing.context, refused.event).find(
        (one) => one.code === code,
      );

      expect(refusal?.message).toMatch(/^[^a-z]*。$/);
      expect(refusal?.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    },
  );
});

describe('/actions asks before anybody has typed', () => {
  it.each(GUARD_CASES.map((one) => [`${one.event}: ${one.guard}`, one] as const))(
    '%s: guards without payload answer without one',
    (_, { event, guard, taken }) => {
      const guardIn = (filing1.guards[event] ?? []).find(({ name }) => name === guard);
      if (guardIn?.needsPayload !== false) return;

      const refusals = guardIn.judge(taken.filing.context, { ...taken.event, payload: {} } as never);

      expect(refusals).toEqual([]);
    },
  );
});
