import { describe, expect, it } from '@jest/globals';
import {
  type CommitteeEventType,
  DEADLINES,
  MESSAGES,
  PUBLIC_EVENTS,
} from '../../../workflows/committee/committee.events.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/committee/committee.labels.js';
import { TAKEN } from './decision-table.js';
import { SITUATIONS, type Situation } from './situations.js';

const EVERY_EVENT: readonly CommitteeEventType[] = [
  ...PUBLIC_EVENTS,
  ...MESSAGES,
  ...DEADLINES.map((name) => `DEADLINE.${name}` as const),
];

const situations = Object.keys(SITUATIONS) as Situation[];

describe('the table below', () => {
  it('asks about every event there is', () => {
    expect([...EVERY_EVENT].sort()).toEqual(Object.keys(EVENT_LABELS).sort());
  });
});

describe('processes.md §5: every state takes the events of its row, and no other', () => {
  it('stands in every state once at least', () => {
    const reached = new Set(situations.map((situation) => SITUATIONS[situation]().state));

    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });

  it.each(situations)('%s', (situation) => {
    const committee = SITUATIONS[situation]();

    const taken = EVERY_EVENT.filter((type) => committee.takes(type));

    expect([...taken].sort()).toEqual([...TAKEN[situation]].sort());
  });
});

describe('processes.md, for all processes: a message loses nothing', () => {
  it.each(situations)('%s: a message about something else is recorded and changes nothing', (situation) => {
    const committee = SITUATIONS[situation]();
    if (committee.snapshot.status !== 'active') return;

    const after = committee
      .send('RESOLUTION.CARRIED', { payload: { subject: 'ordinary' } })
      .send('STANDSTILL.ENDED', { payload: { standstill: 'another' } })
      .send('SUPPORT.ENDED');

    expect(after.snapshot.value).toEqual(committee.snapshot.value);
    expect(after.context).toEqual(committee.context);
    expect(after.effects).toEqual([]);
  });
});
