import type { Guard, Refusal } from '../../process.js';
import type { ResolutionContext } from '../resolution.context.js';
import type { ResolutionEventOf } from '../resolution.events.js';
import type { VoterFact } from '../resolution.facts.js';

/** 一户一票, cast by the member's own delegate or by the proxy that it has named. */
const CLAUSE = '债权人协议（表决权、授权、回避）';

type OfVoter = ResolutionEventOf<
  | 'CAST_BALLOT'
  | 'ATTACH_PAPER'
  | 'STATE_PENDING_APPROVAL'
  | 'NAME_PROXY'
  | 'REVOKE_PROXY'
  | 'DECLARE_CONFLICT'
>;

/** Golden case 15: whoever held the claim on the record date votes, whoever holds it now. */
export const wasMember: Guard<ResolutionContext, OfVoter> = {
  name: 'wasMember',
  needsPayload: false,
  judge: (_, { facts: { voter } }) =>
    voter === null
      ? [permission('not-entitled', '表决权属于基准日的成员单位，贵单位在基准日不是成员单位。')]
      : [],
};

export const isNotRecused: Guard<ResolutionContext, OfVoter> = {
  name: 'isNotRecused',
  needsPayload: false,
  judge: (_, { facts }) =>
    unless(facts, ({ entitled }) => entitled, permission('recused', '贵单位对本议题须回避，不参加表决。')),
};

export const speaksForMember: Guard<ResolutionContext, OfVoter> = {
  name: 'speaksForMember',
  needsPayload: false,
  judge: (_, { facts }) =>
    unless(
      facts,
      ({ speaks }) => speaks !== 'neither',
      permission('proxy-missing', '该成员单位没有委托贵单位代为表决，请由其先登记委托。'),
    ),
};

/** A proxy stands in for a member that has not spoken: after that it would be a second vote of one head. */
export const memberHasNotSpoken: Guard<ResolutionContext, ResolutionEventOf<'CAST_BALLOT'>> = {
  name: 'memberHasNotSpoken',
  needsPayload: false,
  judge: (_, { facts }) =>
    unless(
      facts,
      ({ speaks, votedItself }) => speaks !== 'proxy' || !votedItself,
      permission('member-voted-itself', '该成员单位已自行投票，委托不再有效。'),
    ),
};

/** Its own affairs a member settles itself: a proxy votes and nothing more. */
export const isItself: Guard<
  ResolutionContext,
  ResolutionEventOf<'NAME_PROXY' | 'REVOKE_PROXY' | 'DECLARE_CONFLICT' | 'STATE_PENDING_APPROVAL'>
> = {
  name: 'isItself',
  needsPayload: false,
  judge: (_, { facts }) =>
    unless(
      facts,
      ({ speaks }) => speaks === 'itself',
      permission('not-the-member', '本事项须由成员单位自行办理。'),
    ),
};

export const isAuthorized: Guard<ResolutionContext, ResolutionEventOf<'CAST_BALLOT'>> = {
  name: 'isAuthorized',
  needsPayload: false,
  judge: (_, { facts }) =>
    unless(facts, ({ authorized }) => authorized, {
      code: 'authorization-missing',
      message: '参加表决须有授权文件，请登记授权文件后再投票。',
      clause: CLAUSE,
      pointer: '/authorization',
    }),
};

/** The log holds nothing of a ballot but this; without it nobody could check the opened one. */
export const isCommitted: Guard<ResolutionContext, ResolutionEventOf<'CAST_BALLOT'>> = {
  name: 'isCommitted',
  needsPayload: true,
  judge: (_, { payload }) =>
    /^[0-9a-f]{64}$/.test(payload.commitment)
      ? []
      : [{ code: 'commitment-missing', message: '选票未密封，请重新提交。', clause: CLAUSE }],
};

export const hasBallot: Guard<ResolutionContext, ResolutionEventOf<'ATTACH_PAPER'>> = {
  name: 'hasBallot',
  needsPayload: false,
  judge: (_, { facts }) =>
    unless(facts, ({ hasBallot: cast }) => cast, {
      code: 'ballot-missing',
      message: '该成员单位尚未投票，请先投票再补交盖章表决票。',
      clause: CLAUSE,
    }),
};

export const holderHolds: Guard<ResolutionContext, ResolutionEventOf<'NAME_PROXY'>> = {
  name: 'holderHolds',
  needsPayload: true,
  judge: (_, { facts }) =>
    facts.holderHolds
      ? []
      : [
          {
            code: 'holder-unknown',
            pointer: '/holder',
            message: '受托单位须为基准日的其他成员单位，请重新选择。',
            clause: CLAUSE,
          },
        ],
};

/** A member that was none has its own refusal. */
function unless(
  { voter }: { voter: VoterFact | null },
  holds: (voter: VoterFact) => boolean,
  refusal: Refusal,
): Refusal[] {
  return voter === null || holds(voter) ? [] : [refusal];
}

function permission(code: string, message: string): Refusal {
  return { code, message, clause: CLAUSE, kind: 'permission' };
}
