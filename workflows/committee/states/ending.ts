import { STATE_LABELS } from '../committee.labels.js';
import { notice } from '../committee.notices.js';
import { state } from '../committee.setup.js';

/** 退出: filings and resolutions are told at once; what is left to settle among the members has thirty working days. */
export const winding = state({
  meta: { label: STATE_LABELS.winding, waitsFor: ['bank.delegate'], clause: '债委会退出（债权人协议）' },
  entry: [
    'sendEnded',
    'ended',
    { type: 'armDeadline', params: { name: 'wind', budget: { workingDays: 'windWd' } } },
    { type: 'notify', params: notice('committeeWinding') },
  ],
  exit: { type: 'disarmDeadline', params: { name: 'wind' } },
  on: {
    'DEADLINE.wind': { target: 'dissolved' },
    'COURT.ACCEPTED': {
      target: 'judicial',
      actions: { type: 'courtAccepted', params: { from: 'winding' } },
    },
  },
});

/**
 * 企业进入司法程序: the statute binds instead of the agreement (企业破产法 19, 46). The court's word ends it or sends it back; no
 * standstill revives.
 */
export const judicial = state({
  meta: {
    label: STATE_LABELS.judicial,
    waitsFor: ['finance.leader'],
    clause: '企业破产法第十九条、第四十六条',
  },
  entry: ['sendEnded', 'ended', { type: 'notify', params: notice('committeeJudicial') }],
  on: {
    'COURT.CLOSED': { target: 'dissolved' },
    'COURT.DISMISSED': [
      { guard: 'cameFromWinding', target: 'winding', actions: 'backInWinding' },
      {
        target: 'active',
        actions: [
          'restored',
          'armSchedule',
          'scheduled',
          'armRecord',
          'meetingsCalled',
          { type: 'notify', params: notice('committeeRestored') },
        ],
      },
    ],
  },
});

export const dissolved = state({
  type: 'final',
  meta: { label: STATE_LABELS.dissolved },
  entry: 'tellOfEnd',
});

export const notFounded = state({
  type: 'final',
  meta: { label: STATE_LABELS.notFounded, clause: '银保监发〔2020〕57号第二条：三家以上' },
  entry: { type: 'notify', params: notice('committeeNotFounded') },
});
