import type { Refusal, Role } from '../../process.js';
import { OWNER_ROLES, type SupportOwner } from '../../rules/support-types.js';
import type { SupportEventOf } from '../support.events.js';
import { type On, refusalIf } from './refusal-if.js';

/** 一事一责任岗位: whose task a measure is, and to whom it may be given. */
const ONE_OWNER = '一事一责任岗位（本市工作规则）';
const MANAGERS: readonly Role[] = ['finance.reviewer', 'finance.leader'];

type ByOwner = 'START' | 'WAIT' | 'RESUME' | 'REPORT_DONE' | 'REPORT_NOT_DONE' | 'CONFIRM_CONTINUING';

export const isOwner: On<ByOwner> = {
  name: 'isOwner',
  needsPayload: false,
  judge: ({ owner }, { actor }) => (holds(owner, actor) ? [] : [notYourTask]),
};

/** The firm's own bank knows as well as the fund that the loan was repaid. */
export const isOwnerOrBank: On<'REPORT_REPAID'> = {
  name: 'isOwnerOrBank',
  needsPayload: false,
  judge: ({ owner, bank }, { actor }) =>
    holds(owner, actor) || (bank !== null && actor.organization === bank) ? [] : [notYourTask],
};

/** The finance bureau, whoever proposed it, and, once the court has accepted, the owner. */
export const mayCancel: On<'CANCEL'> = {
  name: 'mayCancel',
  needsPayload: false,
  judge: ({ proposer, owner, askedToConfirm }, { actor }) => {
    const manages = MANAGERS.some((role) => role === actor.role);
    const proposed = proposer !== null && actor.organization === proposer;
    return manages || proposed || (askedToConfirm && holds(owner, actor)) ? [] : [notYourTask];
  },
};

export const ownerCanAct: On<'SUPPORT.PROPOSED' | 'ASSIGN' | 'REASSIGN'> = {
  name: 'ownerCanAct',
  needsPayload: true,
  judge: (_, { payload, facts }) => {
    const { owner } = payload;
    if (owner === undefined) return [];
    const known = OWNER_ROLES.some((role) => role === owner.role);
    return refusalIf(
      !known || !facts.ownerHoldsPost,
      'owner-unknown',
      '该单位没有人担任此岗位，请另选责任岗位。',
      '/owner',
      ONE_OWNER,
    );
  },
};

export const ownerIsAnother: On<'REASSIGN'> = {
  name: 'ownerIsAnother',
  needsPayload: true,
  judge: ({ owner }, { payload }) =>
    refusalIf(
      owner?.organization === payload.owner.organization && owner.role === payload.owner.role,
      'owner-unchanged',
      '本事项已由该岗位办理，请选择其他岗位。',
      '/owner',
      ONE_OWNER,
    ),
};

const notYourTask: Refusal = {
  code: 'not-your-task',
  message: '本事项不由本岗位办理，请由责任岗位办理。',
  clause: ONE_OWNER,
  kind: 'permission',
};

function holds(owner: SupportOwner | null, actor: SupportEventOf<ByOwner>['actor']): boolean {
  if (owner === null || actor.organization !== owner.organization) return false;
  // A bank's own system does what its maker does, under a key of its own.
  return actor.role === owner.role || (owner.role === 'bank.maker' && actor.role === 'bank.client');
}
