import { STATE_LABELS } from '../committee.labels.js';
import { notice } from '../committee.notices.js';
import { state } from '../committee.setup.js';
import { abandoned, agreementDrafted, courtBeforeFounding, willingness } from './transitions.js';

const CLAUSE = '银保监发〔2020〕57号';
const claimsConfirmed = { type: 'notify', params: notice('claimsConfirmed') } as const;
const chairElect = { type: 'notify', params: notice('chairElect') } as const;
const founded = ['founded', { type: 'notify', params: notice('committeeFounded') }] as const;

/** 组建: creditors are invited and declare their claims, until the record date freezes them. */
export const forming = state({
  meta: {
    label: STATE_LABELS.forming,
    waitsFor: ['bank.delegate'],
    clause: CLAUSE,
  },
  entry: { type: 'armDeadline', params: { name: 'claims', budget: { workingDays: 'claimsWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'claims' } },
  on: {
    INVITE: {
      actions: [
        { type: 'disclose', params: { to: 'creditors' } },
        { type: 'notify', params: notice('committeeInvited') },
      ],
    },
    DECLARE_CLAIM: { actions: 'record' },
    ...willingness,
    DRAFT_AGREEMENT: agreementDrafted,
    CONFIRM_CLAIMS: { target: 'electing', actions: ['claimsConfirmed', claimsConfirmed] },
    'DEADLINE.claims': [
      { guard: 'enoughClaims', target: 'electing', actions: ['claimsLapsed', claimsConfirmed] },
      { target: 'notFounded' },
    ],
    ABANDON: abandoned,
    'COURT.ACCEPTED': courtBeforeFounding,
  },
});

/**
 * 推举主席单位: creditors with a confirmed claim vote, and the vote that makes the majority elects. When the time ends first, the
 * largest willing claim is chair-elect. Those who elect anew have signed, so that the committee is founded by it.
 */
export const electing = state({
  meta: { label: STATE_LABELS.electing, waitsFor: ['bank.delegate'], clause: `${CLAUSE}：主席单位` },
  entry: { type: 'armDeadline', params: { name: 'elect', budget: { workingDays: 'electWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'elect' } },
  on: {
    ELECT: [
      { guard: 'electsSigner', target: 'active', actions: ['elected', ...founded] },
      { guard: 'elects', target: 'signing', actions: ['elected', chairElect] },
      { actions: 'record' },
    ],
    ...willingness,
    DRAFT_AGREEMENT: agreementDrafted,
    'DEADLINE.elect': [
      { guard: 'hasWillingSigner', target: 'active', actions: ['electionLapsed', ...founded] },
      { guard: 'hasWilling', target: 'signing', actions: ['electionLapsed', chairElect] },
      { target: 'notFounded' },
    ],
    ABANDON: abandoned,
    'COURT.ACCEPTED': courtBeforeFounding,
  },
});

/** 签署债权人协议: whoever signs is a member, whoever does not is an observer. No committee is active without a signed chair. */
export const signing = state({
  meta: { label: STATE_LABELS.signing, waitsFor: ['bank.delegate'], clause: `${CLAUSE}：债权人协议` },
  entry: { type: 'armDeadline', params: { name: 'sign', budget: { workingDays: 'signWd' } } },
  exit: { type: 'disarmDeadline', params: { name: 'sign' } },
  on: {
    DRAFT_AGREEMENT: agreementDrafted,
    SIGN: [{ guard: 'completesSignatures', target: 'active', actions: founded }, { actions: 'record' }],
    'DEADLINE.sign': [
      { guard: 'isFounded', target: 'active', actions: founded },
      {
        guard: 'lacksChairOnly',
        target: 'electing',
        actions: ['chairFailed', { type: 'notify', params: notice('electAnew') }],
      },
      { target: 'notFounded' },
    ],
    ABANDON: abandoned,
    'COURT.ACCEPTED': courtBeforeFounding,
  },
});
