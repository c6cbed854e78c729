import { describe, expect, it } from '@jest/globals';
import { restore } from '../../../workflows/process.js';
import {
  DEADLINES,
  MESSAGES,
  PUBLIC_EVENTS,
  type SupportEventType,
} from '../../../workflows/support/support.events.js';
import { stateOf, support1 } from '../../../workflows/support/support.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/support/support.labels.js';
import { SITUATIONS, type Situation } from './situations.js';

const EVERY_EVENT: readonly SupportEventType[] = [
  ...PUBLIC_EVENTS,
  ...MESSAGES,
  ...DEADLINES.map((name) => `DEADLINE.${name}` as const),
];

/** Whoever has the measure may report on it; its one date runs over all three states. */
const running: readonly SupportEventType[] = [
  'REASSIGN',
  'CHANGE_DATE',
  'REPORT_DONE',
  'REPORT_NOT_DONE',
  'CANCEL',
  'COURT.ACCEPTED',
  'DEADLINE.reminder',
  'DEADLINE.due',
  'DEADLINE.escalation',
  'DEADLINE.bulletin',
  'DEADLINE.relend',
];

const TAKEN: Readonly<Record<Situation, readonly SupportEventType[]>> = {
  'proposed, just born': ['SUPPORT.PROPOSED'],
  proposed: ['ASSIGN', 'CANCEL', 'COURT.ACCEPTED', 'DEADLINE.assign'],
  assigned: [...running, 'START', 'REPORT_REPAID'],
  working: [...running, 'WAIT', 'REPORT_REPAID'],
  'working, repaid': [...running, 'WAIT', 'REPORT_REPAID'],
  'working, after the court accepted': [...running, 'WAIT', 'REPORT_REPAID', 'CONFIRM_CONTINUING'],
  'working, another measure': [...running, 'WAIT'],
  waiting: [...running, 'RESUME', 'REPORT_REPAID', 'DEADLINE.wait'],
  done: [],
  notDone: [],
  cancelled: [],
};

const situations = Object.keys(SITUATIONS) as Situation[];

describe('the table below', () => {
  it('asks about every event there is, in every state', () => {
    const reached = new Set(situations.map((situation) => SITUATIONS[situation]().state));

    expect([...EVERY_EVENT].sort()).toEqual(Object.keys(EVENT_LABELS).sort());
    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });
});

describe('processes.md §4: every state takes the events of its row, and no other', () => {
  it.each(situations)('%s', (situation) => {
    const measure = SITUATIONS[situation]();

    const taken = EVERY_EVENT.filter((type) => measure.takes(type));

    expect([...taken].sort()).toEqual([...TAKEN[situation]].sort());
  });

  it.each(situations)('%s is restored from what is stored of it', (situation) => {
    const { snapshot } = SITUATIONS[situation]();
    const { status, value, context } = JSON.parse(JSON.stringify({ ...snapshot, machine: undefined }));

    const restored = restore(support1, { status, value, context });

    expect(restored.context).toEqual(snapshot.context);
    expect(stateOf(restored)).toBe(stateOf(snapshot));
    expect(support1.waitsFor(restored)).toEqual(support1.waitsFor(snapshot));
  });
});

describe('whom a measure waits for', () => {
  it.each<[Situation, string[]]>([
    ['proposed', ['finance.reviewer']],
    ['assigned', ['helper.officer']],
    ['working', ['helper.officer']],
    ['waiting', ['helper.officer']],
    ['done', []],
  ])('%s: %s', (situation, roles) => {
    expect(support1.waitsFor(SITUATIONS[situation]().snapshot)).toEqual(roles);
  });
});
