import { STATE_LABELS } from '../support.labels.js';
import { state } from '../support.setup.js';

const CLAUSE = '泉政办规〔2023〕1号（九）至（十三）；办理期限（交办时确定）';

/** 已交办: the owner has the measure and has not begun. */
const assigned = state({
  meta: { label: STATE_LABELS.assigned, clause: CLAUSE },
  on: { START: { target: 'working' } },
});

/** 办理中. */
const working = state({
  meta: { label: STATE_LABELS.working, clause: CLAUSE },
  on: {
    WAIT: {
      target: 'waiting',
      actions: ['waits', 'tellWaiting'],
    },
  },
});

/** 等待中: for somebody else, until a day when one is known. The date of the measure runs on. */
const waiting = state({
  meta: { label: STATE_LABELS.waiting, clause: CLAUSE },
  entry: 'armWait',
  exit: ['disarmWait', 'resumed'],
  on: {
    RESUME: { target: 'working' },
    'DEADLINE.wait': {
      target: 'working',
      actions: ['tellResumed'],
    },
  },
});

/**
 * From the day on which somebody has the measure until it ends: one state over three, because one date runs over all of them.
 * Never shown by itself.
 */
export const running = state({
  entry: 'armDates',
  exit: ['disarmDates', 'disarmRelend'],
  initial: 'assigned',
  states: { assigned, working, waiting },
  on: {
    REASSIGN: {
      target: '.assigned',
      actions: ['reassigned', { type: 'disclose', params: { to: 'helper' } }, 'tellAssigned'],
    },
    CHANGE_DATE: {
      actions: ['disarmDates', 'dateChanged', 'armDates', 'tellDateChanged'],
    },
    REPORT_REPAID: {
      guard: 'isBridge',
      actions: ['repaid', 'armRelend', 'tellRepaid'],
    },
    REPORT_DONE: { target: '#support.done', actions: [{ type: 'ended', params: { outcome: 'done' } }] },
    REPORT_NOT_DONE: {
      target: '#support.notDone',
      actions: [{ type: 'ended', params: { outcome: 'notDone' } }],
    },
    CANCEL: {
      target: '#support.cancelled',
      actions: [{ type: 'ended', params: { outcome: 'cancelled' } }],
    },
    // Whether a measure still has a sense is for whoever carries it out to say (企业破产法 19, 46).
    'COURT.ACCEPTED': {
      actions: ['courtAccepted', 'askedToConfirm', 'tellJudicial'],
    },
    CONFIRM_CONTINUING: { guard: 'isAsked', actions: 'confirmed' },
    // Given, it is over: a reminder that has struck is no time that was missed.
    'DEADLINE.reminder': {
      actions: [{ type: 'disarmDeadline', params: { name: 'reminder' } }, 'tellDue'],
    },
    'DEADLINE.due': {
      actions: [{ type: 'late', params: { lateness: 'overdue' } }, 'tellOverdue'],
    },
    'DEADLINE.escalation': {
      actions: [{ type: 'late', params: { lateness: 'escalated' } }, 'tellEscalated'],
    },
    'DEADLINE.bulletin': {
      actions: [{ type: 'late', params: { lateness: 'bulletin' } }, 'tellBulletin'],
    },
    'DEADLINE.relend': { actions: 'tellRelendOverdue' },
  },
});
