import { STATE_LABELS } from '../coordination.labels.js';
import { state } from '../coordination.setup.js';
import { heard, official } from './transitions.js';

const CLAUSE = '泉政办规〔2023〕1号（十）：合理研判、共同进退';
const called = { target: 'meeting', actions: ['meetingCalled', 'tellMeetingCalled'] } as const;
const proposed = { target: 'proposing', actions: 'tellProposed' } as const;

/** 拟定方案: measures of support, a meeting, or a proposal to a bank. Its clock reminds and moves nothing. */
export const planning = state({
  meta: { label: STATE_LABELS.planning, clause: `${CLAUSE}；协调方案提醒（政策参数）` },
  entry: { type: 'armDeadline', params: { name: 'plan', budget: { workingDays: 'planWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'plan' } },
  on: {
    ...heard,
    ...official,
    CALL_MEETING: called,
    PROPOSE: proposed,
    'DEADLINE.plan': { actions: 'tellPlanDue' },
  },
});

/** 政银企协调会: held and minuted, called off, or its day passes. */
export const meeting = state({
  meta: { label: STATE_LABELS.meeting, clause: `${CLAUSE}；政银企协调会纪要时限（政策参数）` },
  entry: 'armMeeting',
  exit: [{ type: 'disarmDeadline', params: { name: 'meeting' } }, 'meetingOver'],
  on: {
    ...heard,
    ...official,
    RECORD_MINUTES: { target: 'proposing', actions: 'tellMinutes' },
    CANCEL_MEETING: { target: 'planning', actions: 'tellMeetingCancelled' },
    'DEADLINE.meeting': { target: 'planning', actions: 'tellMeetingMissed' },
  },
});

/** 征询协调结果: each bank confirms or does not. No clock of its own: every open filing carries its own. */
export const proposing = state({
  meta: { label: STATE_LABELS.proposing, clause: '商业银行法第四条：是否接受由银行自主决定' },
  on: {
    ...heard,
    ...official,
    CALL_MEETING: called,
    PROPOSE: proposed,
  },
});

/** 协调办结. Measures of support have their own dates and owners, and outlive it. */
export const concluded = state({
  type: 'final',
  meta: { label: STATE_LABELS.concluded },
  entry: 'tellConcluded',
});
