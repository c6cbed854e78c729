import { describe, expect, it } from '@jest/globals';
import { guards } from '../../../workflows/committee/committee.guards.js';
import { committee1 } from '../../../workflows/committee/committee.js';
import { refusalsOf, step } from '../../../workflows/process.js';
import { FORBIDDEN_WORDS } from '../../house/house-rules.js';
import { GUARD_CASES_OF_FOUNDING } from './guard-cases-of-founding.js';
import { GUARD_CASES_OF_WORK } from './guard-cases-of-work.js';

const GUARD_CASES = [...GUARD_CASES_OF_FOUNDING, ...GUARD_CASES_OF_WORK];

const named = GUARD_CASES.map((one) => [`${one.event}: ${one.guard} → ${one.code}`, one] as const);

describe('every guard, at no and at yes', () => {
  it('has a case', () => {
    const listed = Object.entries(guards).flatMap(([type, list]) =>
      list.map(({ name }) => `${type} ${name}`),
    );
    const tested = GUARD_CASES.map(({ event, guard }) => `${event} ${guard}`);

    expect(listed.filter((name) => !tested.includes(name))).toEqual([]);
  });

  it.each(named)('%s', (_, { event, guard, code, refused, taken }) => {
    const no = step(committee1, refused.committee.snapshot, refused.event);
    const yes = step(committee1, taken.committee.snapshot, taken.event);

    expect(no.kind).toBe('refused');
    expect(yes.kind).toBe('taken');
    const codes = refusalsOf(committee1, refused.committee.context, refused.event).map((one) => one.code);
    expect(codes).toContain(code);
    // The same event without this guard: nobody else gives this reason, so the guard is what refuses.
    const others = (committee1.guards[event] ?? []).filter(({ name }) => name !== guard);
    const without = { ...committee1, guards: { ...committee1.guards, [event]: others } };
    const left = refusalsOf(without, refused.committee.context, refused.event).map((one) => one.code);
    expect(left).not.toContain(code);
  });

  it.each(named)('%s: says in Chinese what to do next, and why', (_, { event, guard, code, refused }) => {
    const refusal = refusalsOf(committee1, refused.committee.context, refused.event).find(
      (one) => one.code === code,
    );

    expect(refusal?.message).toMatch(/^[^a-z]*。$/);
    expect(refusal?.message).not.toMatch(FORBIDDEN_WORDS);
    expect(refusal?.clause).toBeDefined();
    // What was typed is named by its place; who may not act at all has none.
    if (isAboutPayload(event, guard) && refusal?.kind !== 'permission') {
      expect(refusal?.pointer).toMatch(/^\/[a-zA-Z]/);
    }
    expect(refusal?.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

describe('/actions asks before anybody has typed', () => {
  it.each(named)('%s: guards without payload answer without one', (_, { event, guard, taken }) => {
    const guardIn = (committee1.guards[event] ?? []).find(({ name }) => name === guard);
    if (guardIn?.needsPayload !== false) return;

    const refusals = guardIn.judge(taken.committee.context, { ...taken.event, payload: {} } as never);

    expect(refusals).toEqual([]);
  });
});

function isAboutPayload(event: string, guard: string): boolean {
  const list = Object.entries(guards).find(([type]) => type === event)?.[1] ?? [];
  return list.some(({ name, needsPayload }) => name === guard && needsPayload);
}
