import { describe, expect, it } from '@jest/globals';
import type { FilingEventType } from '../../../workflows/filing/filing.events.js';
import { DEADLINES, MESSAGES, PUBLIC_EVENTS } from '../../../workflows/filing/filing.events.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/filing/filing.labels.js';
import { TAKEN } from './decision-table.js';
import { SITUATIONS, type Situation } from './situations-by-state.js';

const EVERY_EVENT: readonly FilingEventType[] = [
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

describe('processes.md §2: every state takes the events of its row, and no other', () => {
  it('stands in every state once at least', () => {
    const reached = new Set(situations.map((situation) => SITUATIONS[situation]().state));

    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });

  it.each(situations)('%s', (situation) => {
    const filing = SITUATIONS[situation]();

    const taken = EVERY_EVENT.filter((type) => filing.takes(type));

    expect([...taken].sort()).toEqual([...TAKEN[situation]].sort());
  });
});

describe('processes.md, for all processes: a message loses nothing', () => {
  it.each(situations)(
    '%s: a message that answers something else changes nothing but is taken',
    (situation) => {
      const filing = SITUATIONS[situation]();
      if (filing.snapshot.status !== 'active') return;

      const after = filing
        .send('COORDINATION.CONCLUDED', {
          payload: { filing: 'another', outcome: 'retained', confirmation: 'e' },
        })
        .send('RESOLUTION.PASSED', { payload: { filing: 'another' } })
        .send('RESOLUTION.FAILED', { payload: { filing: 'another' } });

      expect(after.snapshot.value).toEqual(filing.snapshot.value);
      expect(after.context).toEqual(filing.context);
    },
  );
});
