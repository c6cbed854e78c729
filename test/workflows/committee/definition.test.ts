import { describe, expect, it } from '@jest/globals';
import type { AnyStateNode } from 'xstate';
import {
  audienceOf,
  EVENT_AUDIENCES,
  FIELD_AUDIENCES,
} from '../../../workflows/committee/committee.audiences.js';
import { DEADLINES } from '../../../workflows/committee/committee.events.js';
import { committee1, stateOf } from '../../../workflows/committee/committee.js';
import {
  CLAIM_BASIS_LABELS,
  EVENT_LABELS,
  FORM_LABELS,
  labelOf,
  MEETING_WAY_LABELS,
  MINUTES_ANSWER_LABELS,
  ROLLOVER_OUTCOME_LABELS,
  STATE_LABELS,
  STRATEGY_LABELS,
} from '../../../workflows/committee/committee.labels.js';
import { committeeMachine } from '../../../workflows/committee/committee.machine.js';
import { NOTICES } from '../../../workflows/committee/committee.notices.js';
import { independentOf } from '../../../workflows/committee/independence.js';
import { ROLES, restore } from '../../../workflows/process.js';
import { DEFAULT_POLICY } from '../../../workflows/rules/policy.js';
import { FORBIDDEN_WORDS } from '../../house/house-rules.js';
import { active, SITUATIONS, type Situation } from './situations.js';

const situations = Object.keys(SITUATIONS) as Situation[];
const nodes = everyNode(committeeMachine.root);

describe('committee@1', () => {
  it.each(situations)('%s is restored from what is stored of it', (situation) => {
    const { snapshot } = SITUATIONS[situation]();
    const { status, value, context } = JSON.parse(JSON.stringify({ ...snapshot, machine: undefined }));

    const restored = restore(committee1, { status, value, context });

    expect([restored.value, restored.context]).toEqual([snapshot.value, snapshot.context]);
    expect(stateOf(restored)).toBe(stateOf(snapshot));
    expect(committee1.waitsFor(restored)).toEqual(committee1.waitsFor(snapshot));
  });

  it('publishes no event of a clock or of another case', () => {
    expect(committee1.publicEvents.filter((type) => type.includes('.'))).toEqual([]);
  });

  it.each(situations)('%s bears its label', (situation) => {
    const { snapshot, context, state } = SITUATIONS[situation]();
    const shown = Object.values(snapshot.getMeta()).map(
      (meta) => (meta as { label?: string } | undefined)?.label,
    );

    expect(shown.some((label) => label !== undefined)).toBe(true);
    expect(labelOf(state as keyof typeof STATE_LABELS, context)).not.toBe('');
  });

  it('calls the light form by its own name', () => {
    const light = SITUATIONS['active, light form']();

    expect(labelOf('active', light.context)).toBe('主办行会商进行中');
    expect(labelOf('active', active().context)).toBe('运行中');
    expect(labelOf('dissolved', light.context)).toBe('主办行会商已结束');
  });
});

describe('the committee machine is data', () => {
  it('throws rather than loop', () => {
    expect(committeeMachine.options.maxIterations).toBeLessThanOrEqual(50);
  });

  it.each(nodes.map((node) => [node.id, node] as const))('%s: only what a pure state may hold', (_, node) => {
    expect([node.invoke, node.always ?? [], node.after]).toEqual([[], [], []]);
    const transitions = [...node.transitions.values()].flat();
    const named = [
      ...node.entry,
      ...node.exit,
      ...transitions.flatMap((one) => [...one.actions, ...(one.guard === undefined ? [] : [one.guard])]),
    ].map((one) => (typeof one === 'string' ? one : (one as { type?: string }).type));
    const known = Object.keys({
      ...committeeMachine.implementations.actions,
      ...committeeMachine.implementations.guards,
    });
    expect(named.filter((name) => name === undefined || !known.includes(name))).toEqual([]);
  });

  it('writes every transition with keys that XState reads', () => {
    const keys = ['target', 'guard', 'actions', 'reenter'];
    const written = nodes.flatMap((node) => Object.values(node.config.on ?? {}).flat() as object[]);

    expect(written.length).toBeGreaterThan(60);
    expect(written.flatMap((one) => Object.keys(one)).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('every clock has its days in the policy, or a day of its own', () => {
    for (const name of DEADLINES.filter((one) => one !== 'rollover')) {
      expect(DEFAULT_POLICY).toHaveProperty(`${name}Wd`);
    }
  });
});

describe('words.md: what the office calls it', () => {
  const tables = [
    STATE_LABELS,
    EVENT_LABELS,
    FORM_LABELS,
    STRATEGY_LABELS,
    CLAIM_BASIS_LABELS,
    MEETING_WAY_LABELS,
    MINUTES_ANSWER_LABELS,
    ROLLOVER_OUTCOME_LABELS,
  ];

  it.each(tables.flatMap((table) => Object.entries(table)))('%s: %s', (_, label) => {
    expect(label).not.toMatch(FORBIDDEN_WORDS);
  });
});

describe('each notice', () => {
  it.each(Object.entries(NOTICES))('%s reaches somebody, each once', (_, to) => {
    const keys = to.map(({ party, role }) => `${party} ${role}`);

    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { role } of to) expect(ROLES).toContain(role);
  });

  it.each(['committeeFounded', 'chairChanged', 'committeeWinding', 'committeeDissolved'] as const)(
    '%s is told to the regulator branch, in copy to the finance bureau',
    (template) => {
      expect(NOTICES[template]).toEqual(
        expect.arrayContaining([
          { party: 'regulator', role: 'regulator.observer' },
          { party: 'finance', role: 'finance.reviewer', copy: true },
        ]),
      );
    },
  );
});

describe('who may read what', () => {
  it('every field and every event has an audience', () => {
    expect(Object.keys(FIELD_AUDIENCES).sort()).toEqual(Object.keys(active().context).sort());
    expect(Object.keys(EVENT_AUDIENCES).sort()).toEqual(Object.keys(EVENT_LABELS).sort());
  });

  it('what the committee does among its members is not for observers', () => {
    expect(['STANDSTILL.STARTED', 'RECORD_MINUTES'].map(audienceOf)).toEqual(['member', 'member']);
    expect(['DECLARE_CLAIM', 'TRANSFER_CLAIM', 'SCHEDULE_ROLLOVER'].map(audienceOf)).toEqual([
      'office',
      'office',
      'office',
    ]);
    expect(audienceOf('SOMETHING')).toBe('office');
  });
});

describe('what creditors do side by side', () => {
  it.each([
    ['DECLARE_CLAIM', 'DECLARE_CLAIM', true],
    ['SIGN', 'SIGN', true],
    ['ELECT', 'ELECT', true],
    ['CONFIRM_MINUTES', 'OBJECT_MINUTES', true],
    ['WIND_UP', 'DEADLINE.rollover', true],
    ['SIGN', 'DRAFT_AGREEMENT', false],
    ['CONFIRM_CLAIMS', 'DECLARE_CLAIM', false],
    ['CONFIRM_MINUTES', 'RECORD_MINUTES', false],
    ['WIND_UP', 'RESOLUTION.CARRIED', false],
  ])('%s, though %s came between: goes on %s', (type, since, goesOn) => {
    expect(independentOf({ type }, { type: since })).toBe(goesOn);
  });
});

describe('the context stays small, whatever the number of members', () => {
  it('with ids as long as they are', () => {
    const id = (end: number) => `019ab7f0-5d3c-7a51-9c1e-${String(end).padStart(12, '0')}`;
    const { context } = active();
    const full = {
      ...context,
      committee: id(1),
      proposer: id(2),
      policy: id(3),
      chair: id(4),
      viceChairs: [5, 6, 7, 8, 9].map(id),
      strategy: 'restructure',
      standstill: { id: id(10), until: '2026-12-07' },
      minutes: { meeting: id(11), unanswered: 113, objected: true },
      remindedOn: '2026-07-16',
      members: 114,
      beforeCourt: 'winding',
    };

    expect(Object.keys(full)).toEqual(Object.keys(context));
    expect(JSON.stringify(full).length).toBeLessThan(1_200);
  });
});

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => everyNode(child as AnyStateNode))];
}
