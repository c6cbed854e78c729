import type { Guard, Refusal, Role } from '../process.js';
import { parseYuan } from '../rules/fen.js';
import { inputRefusals, resultRefusals } from '../rules/support-fields.js';
import { OWNER_ROLES, type SupportOwner } from '../rules/support-types.js';
import { type SupportContext } from './support.context.js';
import type { SupportEventOf, SupportEventType } from './support.events.js';

const ONE_OWNER = '一事一责任岗位（本市工作规则）';
const ONE_DATE = '办理期限（交办时确定）';
const BRIDGE = '泉州市应急保障周转专项资金（2014年）';

const MANAGERS: readonly Role[] = ['finance.reviewer', 'finance.leader'];

type On<Type extends SupportEventType> = Guard<SupportContext, SupportEventOf<Type>>;
type ByOwner = 'START' | 'WAIT' | 'RESUME' | 'REPORT_DONE' | 'REPORT_NOT_DONE' | 'CONFIRM_CONTINUING';

const isOwner: On<ByOwner> = {
  name: 'isOwner',
  needsPayload: false,
  judge: ({ owner }, { actor }) => (holds(owner, actor) ? [] : [notYourTask]),
};

/** The firm's own bank knows as well as the fund that the loan was repaid. */
const isOwnerOrBank: On<'REPORT_REPAID'> = {
  name: 'isOwnerOrBank',
  needsPayload: false,
  judge: ({ owner, bank }, { actor }) =>
    holds(owner, actor) || (bank !== null && actor.organization === bank) ? [] : [notYourTask],
};

/** The finance bureau, whoever proposed it, and, once the court has accepted, the owner. */
const mayCancel: On<'CANCEL'> = {
  name: 'mayCancel',
  needsPayload: false,
  judge: ({ proposer, owner, askedToConfirm }, { actor }) => {
    const manages = MANAGERS.some((role) => role === actor.role);
    const proposed = proposer !== null && actor.organization === proposer;
    return manages || proposed || (askedToConfirm && holds(owner, actor)) ? [] : [notYourTask];
  },
};

const inputHolds: On<'SUPPORT.PROPOSED'> = {
  name: 'inputHolds',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...inputRefusals(payload.type, payload.input),
    ...unknownOrganizations(facts.unknownOrganizations, '/input'),
  ],
};

const ownerCanAct: On<'SUPPORT.PROPOSED' | 'ASSIGN' | 'REASSIGN'> = {
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

const dateIsAhead: On<'SUPPORT.PROPOSED' | 'CHANGE_DATE'> = {
  name: 'dateIsAhead',
  needsPayload: true,
  judge: (_, { payload, facts }) => notPast(payload.dueOn, facts.today),
};

/** Assigned as proposed, its date may have passed meanwhile. */
const assignedDateIsAhead: On<'ASSIGN'> = {
  name: 'assignedDateIsAhead',
  needsPayload: true,
  judge: ({ dueOn }, { payload, facts }) => notPast(payload.dueOn ?? dueOn ?? facts.today, facts.today),
};

const dateNotChanged: On<'CHANGE_DATE'> = {
  name: 'dateNotChanged',
  needsPayload: false,
  judge: ({ dateChanged }) =>
    refusalIf(
      dateChanged,
      'date-changed-before',
      '办理期限只能变更一次，请督促办理，或转办、取消本事项。',
      undefined,
      ONE_DATE,
    ),
};

const ownerIsAnother: On<'REASSIGN'> = {
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

const reasonGiven: On<'REASSIGN' | 'CHANGE_DATE' | 'REPORT_NOT_DONE' | 'CANCEL'> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    refusalIf(payload.reason.trim() === '', 'reason-missing', '请填写理由。', '/reason', ONE_OWNER),
};

const waitExplained: On<'WAIT'> = {
  name: 'waitExplained',
  needsPayload: true,
  judge: (_, { payload }) =>
    refusalIf(payload.for.trim() === '', 'reason-missing', '请填写等待事由。', '/for', ONE_DATE),
};

/** Waiting moves no date: whoever needs longer asks for another. */
const waitEndsInTime: On<'WAIT'> = {
  name: 'waitEndsInTime',
  needsPayload: true,
  judge: ({ dueOn }, { payload, facts }) => {
    const { until } = payload;
    if (until === undefined) return [];
    return [
      ...refusalIf(
        until <= facts.today,
        'not-later',
        '等待截止日须晚于今天，请重新选择。',
        '/until',
        ONE_DATE,
      ),
      ...refusalIf(
        dueOn !== null && until > dueOn,
        'beyond-due-date',
        '等待不能超过办理期限，请先商市金融部门变更期限。',
        '/until',
        ONE_DATE,
      ),
    ];
  },
};

const repaidOnce: On<'REPORT_REPAID'> = {
  name: 'repaidOnce',
  needsPayload: false,
  judge: ({ repaidOn }) =>
    refusalIf(repaidOn !== null, 'repaid-before', '企业还款已报告，请等待银行重新放贷。', undefined, BRIDGE),
};

const repaidHolds: On<'REPORT_REPAID'> = {
  name: 'repaidHolds',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...refusalIf(payload.on > facts.today, 'in-future', '还款日不能晚于今天，请重新填写。', '/on', BRIDGE),
    ...refusalIf(
      (parseYuan(payload.amount) ?? 0n) === 0n,
      'field-invalid',
      '还款金额须大于零，最多两位小数，请重新填写。',
      '/amount',
      BRIDGE,
    ),
  ],
};

const resultHolds: On<'REPORT_DONE'> = {
  name: 'resultHolds',
  needsPayload: true,
  judge: ({ type }, { payload, facts }) =>
    type === null
      ? []
      : [
          ...resultRefusals(type, payload.result),
          ...unknownOrganizations(facts.unknownOrganizations, '/result'),
        ],
};

/** The fund is not done when it has paid: the bank must have lent again, and not before the firm repaid. */
const relentAfterRepaid: On<'REPORT_DONE'> = {
  name: 'relentAfterRepaid',
  needsPayload: true,
  judge: ({ type, repaidOn }, { payload }) => {
    if (type !== 'bridgeFund') return [];
    if (repaidOn === null) {
      return refusalIf(true, 'not-repaid', '请先报告企业还款，再报告银行重新放贷。', undefined, BRIDGE);
    }
    const { relentOn } = payload.result;
    return refusalIf(
      typeof relentOn === 'string' && relentOn < repaidOn,
      'relent-too-early',
      '重新放贷日不能早于企业还款日，请核对。',
      '/result/relentOn',
      BRIDGE,
    );
  },
};

type GuardTable = {
  readonly [Type in SupportEventType]?: readonly On<Type>[];
};

/** Every rule that may refuse an event, by event. All that apply speak. */
export const guards: GuardTable = {
  'SUPPORT.PROPOSED': [inputHolds, ownerCanAct, dateIsAhead],
  ASSIGN: [ownerCanAct, assignedDateIsAhead],
  REASSIGN: [ownerIsAnother, ownerCanAct, reasonGiven],
  CHANGE_DATE: [dateNotChanged, dateIsAhead, reasonGiven],
  START: [isOwner],
  WAIT: [isOwner, waitExplained, waitEndsInTime],
  RESUME: [isOwner],
  REPORT_REPAID: [isOwnerOrBank, repaidOnce, repaidHolds],
  REPORT_DONE: [isOwner, resultHolds, relentAfterRepaid],
  REPORT_NOT_DONE: [isOwner, reasonGiven],
  CANCEL: [mayCancel, reasonGiven],
  CONFIRM_CONTINUING: [isOwner],
};

const notYourTask: Refusal = {
  code: 'not-your-task',
  message: '本事项不由本岗位办理，请由责任岗位办理。',
  clause: ONE_OWNER,
  kind: 'permission',
};

function holds(owner: SupportOwner | null, actor: SupportEventOf<ByOwner>['actor']): boolean {
  return owner !== null && actor.organization === owner.organization && actor.role === owner.role;
}

function notPast(day: string, today: string): Refusal[] {
  return refusalIf(day < today, 'in-past', '办理期限不能早于今天，请重新选择。', '/dueOn', ONE_DATE);
}

function unknownOrganizations(names: readonly string[], pointer: string): Refusal[] {
  return refusalIf(
    names.length > 0,
    'organization-unknown',
    '所填机构不在机构名录中，请重新选择。',
    pointer,
    ONE_OWNER,
  );
}

function refusalIf(
  condition: boolean,
  code: string,
  message: string,
  pointer: string | undefined,
  clause: string,
): Refusal[] {
  return condition ? [{ code, message, clause, ...(pointer === undefined ? {} : { pointer }) }] : [];
}
