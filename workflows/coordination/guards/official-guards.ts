import type { Refusal } from '../../process.js';
import { inputRefusals } from '../../rules/support-fields.js';
import { OWNER_ROLES } from '../../rules/support-types.js';
import { RESPONSIBLE_POSTS } from '../coordination.context.js';
import { type On, refusalIf } from './refusal-if.js';

/** What officials do in a coordination: who may, and what must hold of measures and meetings. */
const OFFICES = '泉政办规〔2023〕1号（十）；分工（本市工作规则）';

type ByOfficial =
  | 'ADD_SUPPORT'
  | 'CALL_MEETING'
  | 'CANCEL_MEETING'
  | 'RECORD_MINUTES'
  | 'PROPOSE'
  | 'CONCLUDE_FILING';

/** The posts that were made responsible, and the finance leader, who answers for all of them. */
export const isResponsible: On<ByOfficial> = {
  name: 'isResponsible',
  needsPayload: false,
  judge: ({ posts }, { actor }) =>
    actor.role === 'finance.leader' || posts.some((post) => post === actor.role) ? [] : [notYourTask],
};

export const officialHoldsPost: On<'ASSIGN'> = {
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

export const measureHolds: On<'ADD_SUPPORT'> = {
  name: 'measureHolds',
  needsPayload: true,
  judge: (_, { payload }) => inputRefusals(payload.measure, payload.input),
};

export const ownerCanAct: On<'ADD_SUPPORT'> = {
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

export const measureDateIsAhead: On<'ADD_SUPPORT'> = {
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

export const meetingIsAhead: On<'CALL_MEETING'> = {
  name: 'meetingIsAhead',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    refusalIf(payload.on < facts.today, 'in-past', '会议日期不能早于今天，请重新选择。', '/on', OFFICES),
};

/** Only banks that have a filing here are invited, and each for its own. */
export const invitedHaveJoined: On<'CALL_MEETING'> = {
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

export const reasonGiven: On<'CANCEL_MEETING'> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    refusalIf(payload.reason.trim() === '', 'reason-missing', '请填写取消理由。', '/reason', OFFICES),
};

export const minutesHold: On<'RECORD_MINUTES'> = {
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

const notYourTask: Refusal = {
  code: 'not-your-task',
  message: '本协调事项不由本岗位负责，请由负责岗位办理。',
  clause: OFFICES,
  kind: 'permission',
};
