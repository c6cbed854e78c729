import { describe, expect, it } from '@jest/globals';
import {
  DEADLINES,
  type InquiryEventType,
  MESSAGES,
  PUBLIC_EVENTS,
} from '../../../workflows/inquiry/inquiry.events.js';
import { EVENT_LABELS, STATE_LABELS } from '../../../workflows/inquiry/inquiry.labels.js';
import { SITUATIONS, type Situation, unborn } from './situations.js';

const situations = Object.keys(SITUATIONS) as Situation[];
const EVERY_EVENT: readonly InquiryEventType[] = [
  ...PUBLIC_EVENTS,
  ...MESSAGES,
  ...DEADLINES.map((name) => `DEADLINE.${name}` as const),
];
const messages: readonly InquiryEventType[] = [...MESSAGES];
const assessing: readonly InquiryEventType[] = [
  ...messages,
  'EXPLAIN',
  'SUBSTANTIATE',
  'NOT_SUBSTANTIATE',
  'DEADLINE.assess',
];

/** processes.md §7 by hand: which events each situation takes, every other one being answered with 409. */
const TAKEN: Readonly<Record<Situation, readonly InquiryEventType[]>> = {
  'noticed, unborn': messages,
  noticed: [...messages, 'ASK', 'DEADLINE.triage'],
  explaining: [...messages, 'EXPLAIN', 'DEADLINE.explain'],
  assessing,
  'assessing, unheard': assessing,
  substantiated: [...messages, 'ADVISE', 'NOTIFY_REGULATOR', 'CLOSE', 'DEADLINE.step'],
  advised: [...messages, 'NOTIFY_REGULATOR', 'CLOSE', 'DEADLINE.step'],
  notifiedRegulator: [...messages, 'RECORD_MEASURE', 'CLOSE', 'DEADLINE.regulator'],
  notSubstantiated: [],
  closed: [],
};

describe('processes.md §7: every state takes the events of its row, and no other', () => {
  it('the table asks about every event and stands in every state', () => {
    const reached = new Set(situations.map((situation) => SITUATIONS[situation]().state));

    expect([...EVERY_EVENT].sort()).toEqual(Object.keys(EVENT_LABELS).sort());
    expect([...reached].sort()).toEqual(Object.keys(STATE_LABELS).sort());
  });

  it.each(situations)('%s', (situation) => {
    const taken = EVERY_EVENT.filter((type) => SITUATIONS[situation]().takes(type));

    expect([...taken].sort()).toEqual([...TAKEN[situation]].sort());
  });
});

describe('闽政发明电〔2014〕4号 一: the bank is heard first', () => {
  it('is born without effects; then the finance bureau knows of it, and no bank', () => {
    const noticed = SITUATIONS.noticed();

    expect(unborn().effects).toEqual([]);
    expect(noticed.told()).toEqual(['finance']);
    expect(noticed.of('disclose')).toEqual([]);
    expect(noticed.of('armDeadline')).toEqual([{ name: 'triage', budget: { workingDays: 'triageWd' } }]);
    expect(noticed.context).toMatchObject({ kind: 'beyondAmount', bank: 'jinli', filing: 'filing-1' });
  });

  it.each(['ASK', 'DEADLINE.triage'] as const)('%s: the bank hears of it when it is asked', (type) => {
    const asked = SITUATIONS.noticed().send(type);

    expect([asked.state, asked.told()]).toEqual(['explaining', ['bank']]);
    expect(asked.of('disclose')).toEqual([{ to: 'bank' }]);
    expect(asked.context.askedOn).toBe('2026-06-10');
  });

  it('nothing is judged before it was heard or its time is over; silence is recorded', () => {
    expect(SITUATIONS.explaining().takes('SUBSTANTIATE')).toBe(false);
    expect(SITUATIONS.assessing().context.explained).toBe(true);
    expect(SITUATIONS['assessing, unheard']().context.explained).toBe(false);
  });

  it('what it says late is heard all the same', () => {
    const late = SITUATIONS['assessing, unheard']().send('EXPLAIN');

    expect([late.state, late.context.explained]).toEqual(['assessing', true]);
  });
});

describe('闽政发明电〔2014〕4号 一: the ladder, one rung at a time', () => {
  it('substantiated → advised → notifiedRegulator, and no rung back', () => {
    expect(SITUATIONS.substantiated().told()).toEqual(['finance', 'bank']);
    expect(SITUATIONS.advised()).toMatchObject({ state: 'advised', context: { advisedOn: '2026-06-10' } });
    expect(SITUATIONS.notifiedRegulator().of('disclose')).toEqual([{ to: 'regulator' }]);
    expect(SITUATIONS.notifiedRegulator().takes('ADVISE')).toBe(false);
  });

  it('the branch may be notified without a letter before', () => {
    expect(SITUATIONS.substantiated().send('NOTIFY_REGULATOR').state).toBe('notifiedRegulator');
  });

  it.each([
    ['interview and list', ['interview', 'internalList']],
    ['none', []],
  ] as const)('the branch records its own measure: %s', (_, measures) => {
    const closed = SITUATIONS.notifiedRegulator().send('RECORD_MEASURE', { payload: { measures } });

    expect([closed.state, closed.context.measures]).toEqual(['closed', measures]);
  });

  it('its time over, it is closed and no measure stands', () => {
    const closed = SITUATIONS.notifiedRegulator().send('DEADLINE.regulator');

    expect([closed.state, closed.context.measures]).toEqual(['closed', null]);
  });

  it.each(['substantiated', 'advised', 'notifiedRegulator'] as const)(
    'cured: closed from %s',
    (situation) => {
      const closed = SITUATIONS[situation]().send('CLOSE');

      expect([closed.state, closed.context.cured]).toEqual(['closed', true]);
    },
  );

  it.each(['substantiated', 'advised'] as const)('%s rests with the leader, who is reminded', (situation) => {
    const reminded = SITUATIONS[situation]().send('DEADLINE.step');

    expect([reminded.state, reminded.notices()]).toEqual([situation, ['inquiryStepDue']]);
    expect(SITUATIONS[situation]().of('armDeadline')).toEqual([
      { name: 'step', budget: { workingDays: 'stepWd' } },
    ]);
  });

  it('an assessment that is not made is told to the leader', () => {
    const overdue = SITUATIONS.assessing().send('DEADLINE.assess');

    expect([overdue.state, overdue.notices()]).toEqual(['assessing', ['inquiryAssessmentOverdue']]);
  });
});

describe('one inquiry for each act and kind', () => {
  it.each(situations)('%s: told again, it is added to and stays where it is', (situation) => {
    const inquiry = SITUATIONS[situation]();
    if (inquiry.snapshot.status !== 'active' || inquiry.context.kind === null) return;

    const again = inquiry.send('INQUIRY.OPENED').send('COURT.ACCEPTED');

    expect(again.snapshot.value).toEqual(inquiry.snapshot.value);
    expect(again.context).toEqual({ ...inquiry.context, reports: inquiry.context.reports + 1 });
  });
});

describe('what is typed by hand', () => {
  const byHand = { reportedBy: 'county' as const };

  it('a county that reported it follows it; a filing that opened it tells nobody more', () => {
    expect(unborn().send('INQUIRY.OPENED', { payload: byHand }).of('disclose')).toEqual([{ to: 'county' }]);
    expect(SITUATIONS.noticed().of('disclose')).toEqual([]);
  });

  it('without a legal basis in force nothing had to be reported, so nothing is asked', () => {
    const facts = { basisInForce: false };

    expect(unborn().codes('INQUIRY.OPENED', { payload: byHand, facts })).toEqual(['no-basis']);
    expect(unborn().codes('INQUIRY.OPENED', { facts })).toEqual([]);
  });
});

describe('what must be written down', () => {
  it.each([
    ['ASK', 'noticed', { questions: [' '] }, 'questions-missing'],
    ['EXPLAIN', 'explaining', { text: '' }, 'text-missing'],
    ['SUBSTANTIATE', 'assessing', { reason: '' }, 'reason-missing'],
    ['NOT_SUBSTANTIATE', 'assessing', { reason: ' ' }, 'reason-missing'],
    ['ADVISE', 'substantiated', { text: '' }, 'text-missing'],
    ['NOTIFY_REGULATOR', 'advised', { text: '' }, 'text-missing'],
    ['RECORD_MEASURE', 'notifiedRegulator', { text: '' }, 'text-missing'],
    ['RECORD_MEASURE', 'notifiedRegulator', { measures: ['fine'] }, 'measure-unknown'],
    ['RECORD_MEASURE', 'notifiedRegulator', { measures: ['interview', 'interview'] }, 'measure-unknown'],
    ['CLOSE', 'advised', { reason: '' }, 'reason-missing'],
    ['INQUIRY.OPENED', 'noticed, unborn', { kind: 'rumour' }, 'kind-unknown'],
  ] as const)('%s in %s with %j: %s', (type, situation, payload, code) => {
    expect(SITUATIONS[situation]().codes(type, { payload: payload as never })).toEqual([code]);
  });
});
