import type { Clearing, PendingState } from '../clearing.js';
import { notice } from '../filing.notices.js';
import { filingSetup } from '../filing.setup.js';

/**
 * Transitions that several states share. A filing about an act already done passes to `executed` wherever another passes to
 * `cleared`: it has no date to wait for, only figures to confirm.
 */
export function clearedBy(clearing: Clearing) {
  const cleared = { type: 'cleared', params: clearing } as const;
  return [
    { guard: 'isDoneAlready', target: '#filing.executed', actions: [cleared] },
    {
      target: '#filing.cleared',
      actions: [cleared, { type: 'notify', params: notice('cleared') }],
    },
  ] as const;
}

/** 银行日期到: whatever the offices are still doing, the filing is cleared with the basis reached so far. */
export function passesAtBankDate(state: PendingState) {
  return {
    target: '#filing.cleared',
    actions: [
      { type: 'cleared', params: { by: 'clock', state } },
      'joinBesideClearance',
      'joinedIfOwed',
      { type: 'notify', params: notice('cleared') },
    ],
  } as const;
}

/** An opinion after its time is recorded and changes nothing. */
export const lateOpinion = { guard: 'speaksLate', actions: ['spokeLate'] } as const;

/** What the bank does with its own report from `acknowledging` to `cleared`, and what the court does. */
export const endings = {
  WITHDRAW: { target: '#filing.withdrawn', actions: [{ type: 'notify', params: notice('withdrawn') }] },
  VOID: { target: '#filing.voided', actions: [{ type: 'notify', params: notice('voided') }] },
  'COURT.ACCEPTED': [
    // What was done stays to be confirmed; the court is recorded (企业破产法 19, 46).
    { guard: 'isExecuted', target: '#filing.executed', actions: ['courtAccepted'] },
    {
      target: '#filing.judicial',
      actions: ['courtAccepted', { type: 'notify', params: notice('judicial') }],
    },
  ],
  REPORT_EXECUTION: [
    { guard: 'isFinal', target: '#filing.executed', actions: ['executed', 'judgeExecution'] },
    { actions: ['executed', 'judgeExecution', { type: 'notify', params: notice('executionReported') }] },
  ],
} as const;

/** A material revision begins the review anew: everybody who dealt with the former one is told first. */
export const amendedMaterially = {
  guard: 'isMaterial',
  target: '#filing.pending.acknowledging',
  reenter: true,
  actions: [
    'leaveOthers',
    'tellOfAmendment',
    'amendedMaterially',
    { type: 'notify', params: notice('amended') },
  ],
} as const;

/**
 * 承诺暂缓: once the offices have concluded, the bank's undertaking ends the matter until its new date. Within `pending` the
 * bank's clock is running and must be set anew; from `cleared` it starts by itself.
 */
export const undertaken = {
  target: '#filing.pending.deferred',
  actions: [
    'leaveOthers',
    'left',
    'disarmBankDate',
    'undertaken',
    'armBankDate',
    { type: 'notify', params: notice('deferred') },
  ],
} as const;
export const undertakenAfterClearance = {
  target: '#filing.pending.deferred',
  actions: ['leaveOthers', 'left', 'undertaken', { type: 'notify', params: notice('deferred') }],
} as const;

/** State configurations are checked against the machine's vocabulary. */
export const state = filingSetup.createStateConfig;
