import { describe, expect, it } from '@jest/globals';
import type { AnyStateNode } from 'xstate';
import { FIELD_AUDIENCES } from '../../../workflows/inquiry/inquiry.audiences.js';
import { INQUIRY_KINDS, MEASURES } from '../../../workflows/inquiry/inquiry.context.js';
import { DEADLINES, PUBLIC_EVENTS } from '../../../workflows/inquiry/inquiry.events.js';
import { inquiry1, stateOf } from '../../../workflows/inquiry/inquiry.js';
import {
  EVENT_LABELS,
  type InquiryState,
  KIND_LABELS,
  labelOf,
  MEASURE_LABELS,
  STATE_LABELS,
} from '../../../workflows/inquiry/inquiry.labels.js';
import { inquiryMachine } from '../../../workflows/inquiry/inquiry.machine.js';
import { refusalsOf, restore } from '../../../workflows/process.js';
import { inquirySample } from '../../../workflows/proof/inquiry.proof.js';
import { SITUATIONS, type Situation } from './situations.js';

const situations = Object.keys(SITUATIONS) as Situation[];
const FORBIDDEN = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;

describe('inquiry@1', () => {
  it.each(situations)('%s is restored from what is stored of it', (situation) => {
    const { snapshot } = SITUATIONS[situation]();
    const stored = JSON.parse(JSON.stringify({ ...snapshot, children: undefined, machine: undefined }));

    const restored = restore(inquiry1, stored);

    expect(restored.context).toEqual(snapshot.context);
    expect(stateOf(restored)).toBe(stateOf(snapshot));
    expect(inquiry1.waitsFor(restored)).toEqual(inquiry1.waitsFor(snapshot));
  });

  it.each<[Situation, string[]]>([
    ['noticed', ['finance.reviewer']],
    ['explaining', ['bank.maker']],
    ['assessing', ['finance.reviewer']],
    ['substantiated', ['finance.leader']],
    ['advised', ['finance.leader']],
    ['notifiedRegulator', ['regulator.observer']],
    ['closed', []],
  ])('%s waits for %s', (situation, roles) => {
    expect(inquiry1.waitsFor(SITUATIONS[situation]().snapshot)).toEqual(roles);
  });

  it('a bank reads nothing of how the offices came to look', () => {
    expect(inquiry1.audienceOf('INQUIRY.OPENED')).toBe('office');
    expect(inquiry1.audienceOf('DEADLINE.assess')).toBe('office');
    expect(inquiry1.audienceOf('UNKNOWN')).toBe('office');
    expect(inquiry1.audienceOf('ASK')).toBe('bank');
    expect(FIELD_AUDIENCES.reports).toBe('office');
    expect(Object.keys(FIELD_AUDIENCES).sort()).toEqual(Object.keys(SITUATIONS.noticed().context).sort());
  });

  it('another report between does not stop anybody; an act does', () => {
    expect(inquiry1.independentOf({ type: 'ASK' }, { type: 'INQUIRY.OPENED' })).toBe(true);
    expect(inquiry1.independentOf({ type: 'ADVISE' }, { type: 'CLOSE' })).toBe(false);
  });

  it('stays small', () => {
    expect(JSON.stringify(SITUATIONS.notifiedRegulator().context).length + 4 * 36).toBeLessThan(1_900);
  });
});

describe('words.md: the city asks and advises, and the words show it', () => {
  it.each(
    [STATE_LABELS, KIND_LABELS, MEASURE_LABELS, EVENT_LABELS].flatMap((table) => Object.entries(table)),
  )('%s: %s', (_, label) => {
    expect(label).toMatch(/\p{Script=Han}/u);
    expect(label).not.toMatch(FORBIDDEN);
  });

  it('every state’s meta bears its label, every clock has a name, every kind and measure a label', () => {
    for (const situation of situations) {
      const { state, snapshot } = SITUATIONS[situation]();
      const shown = Object.values(snapshot.getMeta()).map((meta) => (meta as { label?: string }).label);
      expect(shown).toContain(STATE_LABELS[state as InquiryState]);
    }
    for (const name of DEADLINES) expect(EVENT_LABELS[`DEADLINE.${name}`]).toBeDefined();
    expect(Object.keys(KIND_LABELS).sort()).toEqual([...INQUIRY_KINDS].sort());
    expect(Object.keys(MEASURE_LABELS).sort()).toEqual([...MEASURES].sort());
  });

  it('closed says how', () => {
    const notified = SITUATIONS.notifiedRegulator();

    expect(labelOf('closed', SITUATIONS.closed().context)).toBe('办结（已纠正）');
    expect(labelOf('closed', notified.send('RECORD_MEASURE').context)).toBe('办结（监管分局：监管约谈）');
    expect(labelOf('closed', notified.send('DEADLINE.regulator').context)).toBe('办结');
    expect(labelOf('explaining', notified.context)).toBe('请银行说明');
  });

  it('no refusal uses a word of a licence', () => {
    const empty = { text: '', reason: '', questions: [], measures: ['x'], kind: 'x', cured: false };
    const messages = PUBLIC_EVENTS.flatMap((type) =>
      refusalsOf(inquiry1, SITUATIONS.noticed().context, inquirySample(type, { payload: empty as never })),
    ).map(({ message }) => message);

    expect(messages.length).toBeGreaterThan(7);
    for (const message of messages) expect(message).not.toMatch(FORBIDDEN);
  });
});

describe('the inquiry machine is data', () => {
  const nodes = everyNode(inquiryMachine.root as AnyStateNode);

  it('throws rather than loop, and has no timer, child or history', () => {
    expect(inquiryMachine.options.maxIterations).toBeLessThanOrEqual(50);
    for (const node of nodes) {
      expect([node.invoke, node.always ?? [], node.after]).toEqual([[], [], []]);
      expect(node.type).not.toBe('history');
    }
  });

  it('names its actions, and writes every transition with keys that XState reads', () => {
    const known = Object.keys(inquiryMachine.implementations.actions);
    for (const node of nodes) {
      const transitions = [...node.transitions.values()].flat();
      const actions = [...node.entry, ...node.exit, ...transitions.flatMap((one) => one.actions)];
      for (const action of actions)
        expect(known).toContain(typeof action === 'object' ? action.type : action);
      for (const transition of Object.values(node.config.on ?? {}).flat() as object[]) {
        expect(Object.keys(transition).filter((key) => !['target', 'actions'].includes(key))).toEqual([]);
      }
    }
  });
});

function everyNode(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => everyNode(child as AnyStateNode))];
}
