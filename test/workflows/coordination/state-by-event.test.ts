import { describe, expect, it } from '@jest/globals';
import {
  type CoordinationEventType,
  DEADLINES,
  MESSAGES,
  PUBLIC_EVENTS,
} from '../../../workflows/coordination/coordination.events.js';
import { coordination1, stateOf } from '../../../workflows/coordination/coordination.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/coordination/coordination.labels.js';
import { restore } from '../../../workflows/process.js';
import { SITUATIONS, type Situation } from './situations.js';

const EVERY_EVENT: readonly CoordinationEventType[] = [
  ...PUBLIC_EVENTS,
  ...MESSAGES,
  ...DEADLINES.map((name) => `DEADLINE.${name}` as const),
];

const heard: readonly CoordinationEventType[] = [...MESSAGES, 'PREPARE_OUTCOME', 'CONFIRM_OUTCOME'];
const official: readonly CoordinationEventType[] = [...heard, 'ASSIGN', 'ADD_SUPPORT', 'CONCLUDE_FILING'];

const TAKEN: Readonly<Record<Situation, readonly CoordinationEventType[]>> = {
  'open, just born': ['FILING.JOINED'],
  open: [...heard, 'ASSIGN', 'DEADLINE.assign'],
  planning: [...official, 'CALL_MEETING', 'PROPOSE', 'DEADLINE.plan'],
  meeting: [...official, 'RECORD_MINUTES', 'CANCEL_MEETING', 'DEADLINE.meeting'],
  proposing: [...official, 'CALL_MEETING', 'PROPOSE'],
  'proposing, after minutes': [...official, 'CALL_MEETING', 'PROPOSE'],
  'concluded by its last filing': [],
  'concluded, all left': [],
  'concluded by the court': [],
};

const situations = Object.keys(SITUATIONS) as Situation[];

describe('the table below', () => {
  it('asks about every event there is, in every state', () => {
    const reached = new Set(situations.map((situation) => SITUATIONS[situation]().state));

    expect([...EVERY_EVENT].sort()).toEqual(Object.keys(EVENT_LABELS).sort());
    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });
});

describe('processes.md §3: every state takes the events of its row, and no other', () => {
  it.each(situations)('%s', (situation) => {
    const coordination = SITUATIONS[situation]();

    const taken = EVERY_EVENT.filter((type) => coordination.takes(type));

    expect([...taken].sort()).toEqual([...TAKEN[situation]].sort());
  });

  it.each(situations)('%s is restored from what is stored of it', (situation) => {
    const { snapshot } = SITUATIONS[situation]();
    const { status, value, context } = JSON.parse(JSON.stringify({ ...snapshot, machine: undefined }));

    const restored = restore(coordination1, { status, value, context });

    expect(restored.context).toEqual(snapshot.context);
    expect(stateOf(restored)).toBe(stateOf(snapshot));
    expect(coordination1.waitsFor(restored)).toEqual(coordination1.waitsFor(snapshot));
  });
});

describe('whom a coordination waits for', () => {
  it.each<[Situation, string[]]>([
    ['open', ['finance.leader']],
    ['planning', ['finance.reviewer']],
    ['meeting', ['finance.reviewer']],
    ['proposing', ['finance.reviewer']],
    ['concluded, all left', []],
  ])('%s: %s', (situation, roles) => {
    expect(coordination1.waitsFor(SITUATIONS[situation]().snapshot)).toEqual(roles);
  });

  it('the posts that were made responsible, whichever office they are of', () => {
    const given = SITUATIONS.open().send('ASSIGN', {
      payload: { posts: ['county.coordinator', 'finance.reviewer'] },
    });

    expect(coordination1.waitsFor(given.snapshot)).toEqual(['finance.reviewer', 'county.coordinator']);
    expect(given.of('notify')[0]?.to.map(({ party }) => party)).toEqual(['county', 'finance']);
  });
});
