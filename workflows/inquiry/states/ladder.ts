import { STATE_LABELS } from '../inquiry.labels.js';
import { notice } from '../inquiry.notices.js';
import { inquirySetup } from '../inquiry.setup.js';

const { createStateConfig: state } = inquirySetup;

const told = { type: 'notify', params: notice('inquiryClosed') } as const;
const close = { CLOSE: { target: 'closed', actions: ['closed', told] } } as const;
const notifyRegulator = {
  NOTIFY_REGULATOR: {
    target: 'notifiedRegulator',
    actions: [
      'notified',
      { type: 'disclose', params: { to: 'regulator' } },
      { type: 'notify', params: notice('inquiryNotified') },
    ],
  },
} as const;
/** No clause gives a time for the next step: the leader is reminded until it is taken. */
const reminded = {
  'DEADLINE.step': { actions: { type: 'notify', params: notice('inquiryStepDue') } },
} as const;
const armStep = { type: 'armDeadline', params: { name: 'step', budget: { workingDays: 'stepWd' } } } as const;
const disarmStep = { type: 'disarmDeadline', params: { name: 'step' } } as const;

/**
 * 属实: the order of 2014 (闽政发明电〔2014〕4号 一) is a letter of advice, then a notice to the regulator branch, whose measures are
 * its own. No fines, no list and no interview of the city's. What was put right is closed on any rung.
 */
export const substantiated = state({
  meta: {
    label: STATE_LABELS.substantiated,
    waitsFor: ['finance.leader'],
    clause: '闽政发明电〔2014〕4号一',
  },
  entry: armStep,
  exit: disarmStep,
  on: {
    ADVISE: {
      target: 'advised',
      actions: ['advised', { type: 'notify', params: notice('inquiryAdvised') }],
    },
    ...notifyRegulator,
    ...close,
    ...reminded,
  },
});

export const advised = state({
  meta: { label: STATE_LABELS.advised, waitsFor: ['finance.leader'], clause: '闽政发明电〔2014〕4号一' },
  entry: armStep,
  exit: disarmStep,
  on: { ...notifyRegulator, ...close, ...reminded },
});

/** 情况通报: the branch records its own measure, or that it takes none; its time over, nothing is recorded. */
export const notifiedRegulator = state({
  meta: {
    label: STATE_LABELS.notifiedRegulator,
    waitsFor: ['regulator.observer'],
    clause: '闽政发明电〔2014〕4号一；反馈时限（政策参数）',
  },
  entry: { type: 'armDeadline', params: { name: 'regulator', budget: { workingDays: 'regulatorWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'regulator' } },
  on: {
    RECORD_MEASURE: {
      target: 'closed',
      actions: ['measured', { type: 'notify', params: notice('inquiryMeasureRecorded') }, told],
    },
    ...close,
    'DEADLINE.regulator': { target: 'closed', actions: told },
  },
});

export const notSubstantiated = state({ type: 'final', meta: { label: STATE_LABELS.notSubstantiated } });

export const closed = state({ type: 'final', meta: { label: STATE_LABELS.closed } });
