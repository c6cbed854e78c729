import type { Guard, Refusal } from '../../process.js';
import type { CommitteeContext } from '../committee.context.js';
import type { CommitteeEventOf } from '../committee.events.js';

/** Who acts: what a post may do at all stands in the permission table, what its bank may do in this committee stands here. */
const CLAUSE = '银保监发〔2020〕57号：主席单位、成员单位';

type Standing = CommitteeEventOf<
  | 'DECLARE_CLAIM'
  | 'WILLING'
  | 'DECLINE'
  | 'ELECT'
  | 'SIGN'
  | 'ACCEDE'
  | 'TRANSFER_CLAIM'
  | 'SCHEDULE_ROLLOVER'
  | 'CONFIRM_MINUTES'
  | 'OBJECT_MINUTES'
>;
type Chaired = CommitteeEventOf<
  'NAME_VICE_CHAIRS' | 'SET_STRATEGY' | 'CALL_MEETING' | 'CANCEL_MEETING' | 'RECORD_MINUTES' | 'WIND_UP'
>;

export const isProposer: Guard<CommitteeContext, CommitteeEventOf<'INVITE' | 'CONFIRM_CLAIMS'>> = {
  name: 'isProposer',
  needsPayload: false,
  judge: ({ proposer, form, chair }, { actor }) =>
    denyUnless(
      actor.organization === proposer || (form === 'light' && actor.organization === chair),
      'not-the-proposer',
      '本步骤由发起单位办理，请与发起单位联系。',
    ),
};

/** A bureau whose leader sees that nothing will come of it may end it too. */
export const isProposerOrLeader: Guard<CommitteeContext, CommitteeEventOf<'ABANDON'>> = {
  name: 'isProposerOrLeader',
  needsPayload: false,
  judge: ({ proposer }, { actor }) =>
    denyUnless(
      actor.organization === proposer || actor.role === 'finance.leader' || actor.role === 'industry.leader',
      'not-the-proposer',
      '终止组建由发起单位或部门负责人办理，请与发起单位联系。',
    ),
};

/** The agreement is drafted by the proposer, and by the chair-elect once there is one. */
export const draftsAgreement: Guard<CommitteeContext, CommitteeEventOf<'DRAFT_AGREEMENT'>> = {
  name: 'draftsAgreement',
  needsPayload: false,
  judge: ({ proposer, chair }, { actor }) =>
    denyUnless(
      actor.organization === proposer || actor.organization === chair,
      'not-the-drafter',
      '债权人协议由发起单位或当选的主席单位拟定，请向其提出意见。',
    ),
};

/** 主席单位，副主席单位代行. A committee that has lost both is led by whichever member takes it up. */
export const isChair: Guard<CommitteeContext, Chaired> = {
  name: 'isChair',
  needsPayload: false,
  judge: ({ chair, viceChairs, form }, { actor, facts }) => {
    const leads = [chair, ...viceChairs].some(
      (organization) => organization !== null && organization === actor.organization,
    );
    const vacant = chair === null && viceChairs.length === 0;
    const who = form === 'light' ? '主办行' : '主席单位或副主席单位';
    return denyUnless(
      leads || (vacant && facts.standing.member),
      'not-the-chair',
      `本步骤由${who}办理，请与其联系。`,
    );
  },
};

export const isInvited: Guard<CommitteeContext, CommitteeEventOf<'DECLARE_CLAIM' | 'WILLING' | 'DECLINE'>> = {
  name: 'isInvited',
  needsPayload: false,
  judge: (_, { facts }) =>
    denyUnless(facts.standing.invited, 'not-invited', '本机构未在受邀债权人之列，请与发起单位联系。'),
};

export const isMember: Guard<
  CommitteeContext,
  Extract<Standing, CommitteeEventOf<'TRANSFER_CLAIM' | 'CONFIRM_MINUTES' | 'OBJECT_MINUTES'>>
> = {
  name: 'isMember',
  needsPayload: false,
  judge: (_, { facts }) =>
    denyUnless(facts.standing.member, 'not-a-member', '本步骤由成员单位办理，请先签署债权人协议。'),
};

/** A bank enters its own loans; the chair may enter those of any member. */
export const schedulesOwnLoan: Guard<CommitteeContext, CommitteeEventOf<'SCHEDULE_ROLLOVER'>> = {
  name: 'schedulesOwnLoan',
  needsPayload: true,
  judge: ({ chair, viceChairs }, { actor, payload, facts }) => {
    const leads = [chair, ...viceChairs].includes(actor.organization ?? '');
    return denyUnless(
      facts.standing.member && (actor.organization === payload.bank || leads),
      'not-your-loan',
      '只能列入本机构的贷款，其他机构的贷款请由主席单位列入。',
    );
  },
};

export const endsOwnLoan: Guard<CommitteeContext, CommitteeEventOf<'ROLLOVER_DONE'>> = {
  name: 'endsOwnLoan',
  needsPayload: true,
  judge: ({ chair, viceChairs }, { actor, facts }) => {
    const leads = [chair, ...viceChairs].includes(actor.organization ?? '');
    return denyUnless(
      facts.rollover === null || facts.rollover.bank === actor.organization || leads,
      'not-your-loan',
      '只能办结本机构的贷款，其他机构的贷款请由主席单位办结。',
    );
  },
};

function denyUnless(may: boolean, code: string, message: string): Refusal[] {
  return may ? [] : [{ code, message, clause: CLAUSE, kind: 'permission' }];
}
