import type { EventActor, Guard, Refusal } from '../process.js';
import { inputRefusals } from '../rules/support-fields.js';
import { OWNER_ROLES } from '../rules/support-types.js';
import { type CoordinationContext, RESPONSIBLE_POSTS } from './coordination.context.js';
import type { CoordinationEventOf, CoordinationEventType } from './coordination.events.js';
import type { PreparedOutcome } from './coordination.facts.js';
import { agreementRefusals, isSameAgreement } from './outcomes.js';

const OFFICES = '泉政办规〔2023〕1号（十）；分工（本市工作规则）';
const OWN_WORD = '商业银行法第四条：由银行自主决定';
const TWO_PERSONS = '双人复核；签批链（各单位自定）';

type On<Type extends CoordinationEventType> = Guard<CoordinationContext, CoordinationEventOf<Type>>;
type ByOfficial =
  | 'ADD_SUPPORT'
  | 'CALL_MEETING'
  | 'CANCEL_MEETING'
  | 'RECORD_MINUTES'
  | 'PROPOSE'
  | 'CONCLUDE_FILING';
type Agreeing = 'PROPOSE' | 'PREPARE_OUTCOME' | 'CONFIRM_OUTCOME';

/** The posts that were made responsible, and the finance leader, who answers for all of them. */
const isResponsible: On<ByOfficial> = {
  name: 'isResponsible',
  needsPayload: false,
  judge: ({ posts }, { actor }) =>
    actor.role === 'finance.leader' || posts.some((post) => post === actor.role) ? [] : [notYourTask],
};

const officialHoldsPost: On<'ASSIGN'> = {
  name: 'officialHoldsPost',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...refusalIf(
      payload.posts.length === 0 || payload.posts.some((post) => !RESPONSIBLE_POSTS.includes(post)),
      'posts-missing',
      '请选择负责协调的岗位。',
      '/posts',
      OFFICES,
    ),
    ...refusalIf(
      !payload.posts.some((post) => facts.officialPosts.includes(post)),
      'official-holds-no-post',
      '所选人员不在负责岗位上，请另选人员或岗位。',
      '/official',
      OFFICES,
    ),
  ],
};

const measureHolds: On<'ADD_SUPPORT'> = {
  name: 'measureHolds',
  needsPayload: true,
  judge: (_, { payload }) => inputRefusals(payload.measure, payload.input),
};

const ownerCanAct: On<'ADD_SUPPORT'> = {
  name: 'ownerCanAct',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    refusalIf(
      !OWNER_ROLES.some((role) => role === payload.owner.role) || !facts.ownerHoldsPost,
      'owner-unknown',
      '该单位没有人担任此岗位，请另选责任岗位。',
      '/owner',
      OFFICES,
    ),
};

const measureDateIsAhead: On<'ADD_SUPPORT'> = {
  name: 'measureDateIsAhead',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    refusalIf(
      payload.dueOn < facts.today,
      'in-past',
      '办理期限不能早于今天，请重新选择。',
      '/dueOn',
      OFFICES,
    ),
};

const meetingIsAhead: On<'CALL_MEETING'> = {
  name: 'meetingIsAhead',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    refusalIf(payload.on < facts.today, 'in-past', '会议日期不能早于今天，请重新选择。', '/on', OFFICES),
};

/** Only banks that have a filing here are invited, and each for its own. */
const invitedHaveJoined: On<'CALL_MEETING'> = {
  name: 'invitedHaveJoined',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    refusalIf(
      payload.filings.length === 0 || facts.invited !== new Set(payload.filings).size,
      'filing-not-joined',
      '请从正在协调的报告中选择参会银行。',
      '/filings',
      OFFICES,
    ),
};

const reasonGiven: On<'CANCEL_MEETING'> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    refusalIf(payload.reason.trim() === '', 'reason-missing', '请填写取消理由。', '/reason', OFFICES),
};

const minutesHold: On<'RECORD_MINUTES'> = {
  name: 'minutesHold',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...refusalIf(
      payload.heldOn > facts.today,
      'in-future',
      '召开日期不能晚于今天，请核对。',
      '/heldOn',
      OFFICES,
    ),
    ...refusalIf(payload.text.trim() === '', 'text-missing', '请填写纪要内容。', '/text', OFFICES),
  ],
};

const filingIsJoined: On<Agreeing | 'CONCLUDE_FILING'> = {
  name: 'filingIsJoined',
  needsPayload: true,
  judge: (_, { facts }) => {
    if (facts.filing === null) {
      return refusalIf(true, 'filing-not-joined', '该报告不在本协调事项中，请核对报告。', '/filing', OFFICES);
    }
    return refusalIf(
      facts.filing.state !== 'joined',
      'filing-concluded-before',
      '该报告已有协调结果或已退出协调，无需再办。',
      '/filing',
      OFFICES,
    );
  },
};

const agreementFits: On<Agreeing> = {
  name: 'agreementFits',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    facts.filing?.state === 'joined' ? agreementRefusals(payload, facts.filing, facts.today) : [],
};

/** What the checker confirms is what the maker wrote, and another person wrote it. */
const isSecondPerson: On<'CONFIRM_OUTCOME'> = {
  name: 'isSecondPerson',
  needsPayload: true,
  judge: (_, { payload, facts, actor }) => {
    if (facts.filing?.state !== 'joined') return [];
    const { prepared } = facts.filing;
    if (prepared === null) {
      return [permission('second-person-needed', '请先由经办人员填写协调结果，再由复核人员确认。')];
    }
    if (isSamePerson(actor, prepared)) {
      return [permission('checker-is-filer', '经办与复核须为不同人员，请由其他人员确认。')];
    }
    return refusalIf(
      !isSameAgreement(payload, prepared),
      'differs-from-prepared',
      '所确认的结果与经办人员填写的不一致，请核对后再确认。',
      '/outcome',
      TWO_PERSONS,
    );
  },
};

/** Nothing but no agreement ends a filing's coordination without the bank's own word for it. */
const isConfirmed: On<'CONCLUDE_FILING'> = {
  name: 'isConfirmed',
  needsPayload: true,
  judge: (_, { payload, facts }) => {
    if (facts.filing?.state !== 'joined' || payload.outcome === 'notAgreed') return [];
    const { confirmed } = facts.filing;
    if (confirmed === null) {
      const message = '该结果须先经银行确认，请待银行确认后再登记。';
      return refusalIf(true, 'outcome-unconfirmed', message, '/outcome', OWN_WORD);
    }
    return refusalIf(
      confirmed.outcome !== payload.outcome,
      'outcome-differs',
      '所登记的结果与银行确认的不一致，请核对后再登记。',
      '/outcome',
      OWN_WORD,
    );
  },
};

type GuardTable = {
  readonly [Type in CoordinationEventType]?: readonly On<Type>[];
};

/** Every rule that may refuse an event, by event. All that apply speak. */
export const guards: GuardTable = {
  ASSIGN: [officialHoldsPost],
  ADD_SUPPORT: [isResponsible, measureHolds, ownerCanAct, measureDateIsAhead],
  CALL_MEETING: [isResponsible, meetingIsAhead, invitedHaveJoined],
  CANCEL_MEETING: [isResponsible, reasonGiven],
  RECORD_MINUTES: [isResponsible, minutesHold],
  PROPOSE: [isResponsible, filingIsJoined, agreementFits],
  PREPARE_OUTCOME: [filingIsJoined, agreementFits],
  CONFIRM_OUTCOME: [filingIsJoined, isSecondPerson, agreementFits],
  CONCLUDE_FILING: [isResponsible, filingIsJoined, isConfirmed],
};

/** 双人复核: a delegate and the person behind it (委托代办) count as one, in either place. */
function isSamePerson(actor: EventActor, prepared: PreparedOutcome): boolean {
  const present = [actor.person, actor.onBehalfOf];
  return [prepared.person, prepared.for].some((person) => person !== undefined && present.includes(person));
}

const notYourTask: Refusal = {
  code: 'not-your-task',
  message: '本协调事项不由本岗位负责，请由负责岗位办理。',
  clause: OFFICES,
  kind: 'permission',
};

function permission(code: string, message: string): Refusal {
  return { code, message, clause: TWO_PERSONS, kind: 'permission' };
}

function refusalIf(
  condition: boolean,
  code: string,
  message: string,
  pointer: string,
  clause: string,
): Refusal[] {
  return condition ? [{ code, message, pointer, clause }] : [];
}
