import { STATE_LABELS } from '../inquiry.labels.js';
import { notice } from '../inquiry.notices.js';
import { inquirySetup } from '../inquiry.setup.js';

const { createStateConfig: state } = inquirySetup;

/** From here on the bank knows of the inquiry; whoever is late in asking has it asked by the clock. */
const asked = {
  target: '#inquiry.explaining',
  actions: [
    'asked',
    { type: 'disclose', params: { to: 'bank' } },
    { type: 'notify', params: notice('inquiryAsked') },
  ],
} as const;

/**
 * 待分办: born without a subject, and in the same transaction told what it is about. The finance bureau owns it and alone knows
 * of it.
 */
export const noticed = state({
  meta: {
    label: STATE_LABELS.noticed,
    waitsFor: ['finance.reviewer'],
    clause: '闽政发明电〔2014〕4号一；分办时限（政策参数）',
  },
  initial: 'unborn',
  states: {
    unborn: {
      on: {
        'INQUIRY.OPENED': {
          target: 'open',
          actions: ['opened', 'tellReporter', { type: 'notify', params: notice('inquiryNoticed') }],
        },
      },
    },
    open: {
      entry: { type: 'armDeadline', params: { name: 'triage', budget: { workingDays: 'triageWd' } } },
      exit: { type: 'disarmDeadline', params: { name: 'triage' } },
      on: { ASK: asked, 'DEADLINE.triage': asked },
    },
  },
});

/** 请银行说明: the bank is heard before anybody judges. Its silence is recorded and proves nothing. */
export const explaining = state({
  meta: {
    label: STATE_LABELS.explaining,
    waitsFor: ['bank.maker'],
    clause: '闽政发明电〔2014〕4号一；说明时限（政策参数）',
  },
  entry: { type: 'armDeadline', params: { name: 'explain', budget: { workingDays: 'explainWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'explain' } },
  on: {
    EXPLAIN: {
      target: 'assessing',
      actions: ['explained', { type: 'notify', params: notice('inquiryExplained') }],
    },
    'DEADLINE.explain': {
      target: 'assessing',
      actions: ['keptSilent', { type: 'notify', params: notice('inquiryUnexplained') }],
    },
  },
});

/** 核查研判: what the bank says late is heard all the same. */
export const assessing = state({
  meta: {
    label: STATE_LABELS.assessing,
    waitsFor: ['finance.reviewer'],
    clause: '闽政发明电〔2014〕4号一；研判时限（政策参数）',
  },
  entry: { type: 'armDeadline', params: { name: 'assess', budget: { workingDays: 'assessWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'assess' } },
  on: {
    EXPLAIN: { actions: ['explained', { type: 'notify', params: notice('inquiryExplained') }] },
    SUBSTANTIATE: {
      target: 'substantiated',
      actions: { type: 'notify', params: notice('inquirySubstantiated') },
    },
    NOT_SUBSTANTIATE: {
      target: 'notSubstantiated',
      actions: { type: 'notify', params: notice('inquiryNotSubstantiated') },
    },
    'DEADLINE.assess': { actions: { type: 'notify', params: notice('inquiryAssessmentOverdue') } },
  },
});
