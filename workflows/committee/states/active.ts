import { FORM_LABELS, STATE_LABELS } from '../committee.labels.js';
import { notice } from '../committee.notices.js';
import { state } from '../committee.setup.js';
import { meetingsAndSchedule, stopWork } from './transitions.js';

const acceded = [
  'acceded',
  'bindNewcomer',
  { type: 'disclose', params: { to: 'members' } },
  { type: 'notify', params: notice('memberAcceded') },
] as const;
const transferred = [
  'claimTransferred',
  // Its buyer learns of the committee that it may accede to.
  { type: 'disclose', params: { to: 'bank' } },
  { type: 'notify', params: notice('accessionOpen') },
  { type: 'notify', params: notice('claimTransferred') },
] as const;

/**
 * 运行中: 合理研判、共同进退 (泉政办规〔2023〕1号（十）). What is a major matter comes back from a vote as `RESOLUTION.CARRIED`; the
 * chair's own acts are procedural.
 */
export const active = state({
  meta: {
    label: STATE_LABELS.active,
    waitsFor: ['bank.delegate'],
    clause: '银保监发〔2020〕57号；泉政办规〔2023〕1号（十）：债委会合理研判、共同进退',
  },
  exit: stopWork,
  on: {
    ...meetingsAndSchedule,
    NAME_VICE_CHAIRS: {
      actions: ['viceChairsNamed', { type: 'notify', params: notice('viceChairsNamed') }],
    },
    SET_STRATEGY: { actions: ['strategySet', { type: 'notify', params: notice('strategySet') }] },
    // A creditor that comes later declares what it has lent, then signs.
    DECLARE_CLAIM: { actions: 'record' },
    ACCEDE: { actions: acceded },
    TRANSFER_CLAIM: [
      {
        guard: 'fallsBelow',
        actions: [...transferred, { type: 'notify', params: notice('windUpAdvised') }],
      },
      { actions: transferred },
    ],
    WIND_UP: { target: 'winding' },
    'RESOLUTION.CARRIED': [
      { guard: 'carriesDissolution', target: 'winding' },
      {
        guard: 'carriesChair',
        actions: ['chairCarried', { type: 'notify', params: notice('chairChanged') }],
      },
      {
        guard: 'carriesStrategy',
        actions: ['strategySet', { type: 'notify', params: notice('strategySet') }],
      },
      {
        // Its signers have agreed that a majority may change it: the next number is in force from here on.
        guard: 'carriesAgreement',
        actions: ['agreementDrafted', { type: 'notify', params: notice('agreementAmended') }],
      },
      {
        guard: 'carriesAccession',
        actions: [
          { type: 'disclose', params: { to: 'bank' } },
          { type: 'notify', params: notice('accessionOpen') },
        ],
      },
      { actions: 'record' },
    ],
    'STANDSTILL.STARTED': { actions: 'standstillStarted' },
    'COURT.ACCEPTED': {
      target: 'judicial',
      actions: { type: 'courtAccepted', params: { from: 'active' } },
    },
  },
});

/** 主办行会商: two or three lenders talk under a lead bank. No votes, so nothing to refer a report to, and nothing to revive. */
export const consulting = state({
  meta: { label: FORM_LABELS.light, waitsFor: ['bank.delegate'], clause: '主办行会商（办理规程）' },
  exit: stopWork,
  on: {
    ...meetingsAndSchedule,
    INVITE: {
      actions: [
        'lendersInvited',
        { type: 'disclose', params: { to: 'creditors' } },
        { type: 'notify', params: notice('consultationOpened') },
      ],
    },
    WIND_UP: { target: 'dissolved' },
    'COURT.ACCEPTED': { target: 'dissolved' },
  },
});
