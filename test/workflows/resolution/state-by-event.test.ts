import { describe, expect, it } from '@jest/globals';
import {
  DEADLINES,
  MESSAGES,
  PUBLIC_EVENTS,
  type ResolutionEventType,
} from '../../../workflows/resolution/resolution.events.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/resolution/resolution.labels.js';
import { SITUATIONS, type Situation } from './situations-by-state.js';

const EVERY_EVENT: readonly ResolutionEventType[] = [
  ...PUBLIC_EVENTS,
  ...MESSAGES,
  ...DEADLINES.map((name) => `DEADLINE.${name}` as const),
];

/** Taken or recorded wherever a resolution is not final. */
const messages: readonly ResolutionEventType[] = [...MESSAGES];
const membersNotes: readonly ResolutionEventType[] = ['NAME_PROXY', 'REVOKE_PROXY', 'STATE_PENDING_APPROVAL'];
const drafted: readonly ResolutionEventType[] = [...messages, 'NOTICE', 'DECIDE', 'DROP', 'DEADLINE.draft'];
const voting: readonly ResolutionEventType[] = [
  ...messages,
  ...membersNotes,
  'DROP',
  'CAST_BALLOT',
  'ATTACH_PAPER',
  'RECORD_CONFLICT',
  'EXTEND_VOTE',
  'DEADLINE.vote',
  'DEADLINE.extend',
];
const inForce: readonly ResolutionEventType[] = [...messages, 'BREACH', 'DEADLINE.term'];

/** processes.md §6 by hand: which events each situation takes, every other one being answered with 409. */
const TAKEN: Readonly<Record<Situation, readonly ResolutionEventType[]>> = {
  'drafted, unborn': messages,
  drafted,
  'drafted, referred by a filing': drafted,
  'drafted, procedural': drafted,
  noticed: [...messages, ...membersNotes, 'DROP', 'DECLARE_CONFLICT', 'RECORD_CONFLICT', 'DEADLINE.notice'],
  voting,
  'voting, extended': voting,
  'voting, in its extension': voting,
  'voting, papers to come': [...messages, 'DROP', 'ATTACH_PAPER', 'DEADLINE.sealedPaper'],
  inForce,
  'inForce, a consent': inForce,
  'inForce, extended': inForce,
  carried: [],
  failed: [],
  dropped: [],
  expired: messages,
  rescinded: messages,
  superseded: messages,
};

const situations = Object.keys(SITUATIONS) as Situation[];

describe('the table above', () => {
  it('asks about every event there is', () => {
    expect([...EVERY_EVENT].sort()).toEqual(Object.keys(EVENT_LABELS).sort());
  });

  it('stands in every state once at least', () => {
    const reached = new Set(situations.map((situation) => SITUATIONS[situation]().state));

    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });
});

describe('processes.md §6: every state takes the events of its row, and no other', () => {
  it.each(situations)('%s', (situation) => {
    const resolution = SITUATIONS[situation]();

    const taken = EVERY_EVENT.filter((type) => resolution.takes(type));

    expect([...taken].sort()).toEqual([...TAKEN[situation]].sort());
  });
});

describe('processes.md, for all processes: a message loses nothing', () => {
  it.each(situations)('%s: a message about something else changes nothing but is taken', (situation) => {
    const resolution = SITUATIONS[situation]();
    if (resolution.snapshot.status !== 'active') return;

    const after = resolution
      .send('REFERRAL.LEFT', { payload: { filing: 'another', revision: 9, referral: 9 } })
      .send('COMMITTEE.ENDED', { payload: { committee: 'another' } })
      .send('STANDSTILL.BREACHED', {
        payload: { detail: { standstill: 'another', consentCap: null, amount: '1.00' } },
      });

    expect(after.snapshot.value).toEqual(resolution.snapshot.value);
    expect(after.context).toEqual(resolution.context);
    expect(after.notices()).toEqual([]);
  });

  it.each(situations.filter((situation) => situation !== 'drafted, unborn'))(
    '%s: what it was born of is recorded when it comes again',
    (situation) => {
      const resolution = SITUATIONS[situation]();
      if (resolution.snapshot.status !== 'active') return;

      const after = resolution.send('RESOLUTION.DRAFTED').send('FILING.REFERRED');

      expect(after.snapshot.value).toEqual(resolution.snapshot.value);
      expect(after.context).toEqual(resolution.context);
    },
  );
});
