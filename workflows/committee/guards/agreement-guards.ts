import type { Guard, Refusal } from '../../process.js';
import { agreementFaults } from '../agreement-faults.js';
import type { CommitteeContext } from '../committee.context.js';
import type { CommitteeEventOf } from '../committee.events.js';

const CLAUSE = '银保监发〔2020〕57号：债权人协议';

export const agreementHolds: Guard<CommitteeContext, CommitteeEventOf<'DRAFT_AGREEMENT'>> = {
  name: 'agreementHolds',
  needsPayload: true,
  judge: (_, { payload }) =>
    agreementFaults(payload.agreement).map((fault) => ({
      ...fault,
      pointer: `/agreement${fault.pointer ?? ''}`,
    })),
};

/** Whoever has signed has signed this text and no other. */
export const nobodyHasSigned: Guard<CommitteeContext, CommitteeEventOf<'DRAFT_AGREEMENT'>> = {
  name: 'nobodyHasSigned',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.signed === 0
      ? []
      : [refusal('agreement-signed', undefined, '已有债权人签署，协议文本不再改动，请在成立后以决议修改。')],
};

export const hasConfirmedClaim: Guard<CommitteeContext, CommitteeEventOf<'SIGN'>> = {
  name: 'hasConfirmedClaim',
  needsPayload: false,
  judge: (_, { facts: { standing } }) =>
    standing.confirmed
      ? []
      : [
          {
            ...refusal('not-a-signer', undefined, '本机构没有已确认的债权，可作为观察员列席。'),
            kind: 'permission',
          },
        ],
};

export const notSignedYet: Guard<CommitteeContext, CommitteeEventOf<'SIGN'>> = {
  name: 'notSignedYet',
  needsPayload: false,
  judge: (_, { facts: { standing } }) =>
    standing.signed ? [refusal('signed-before', undefined, '本机构已签署，无须再签。')] : [],
};

export const isNoMember: Guard<CommitteeContext, CommitteeEventOf<'ACCEDE'>> = {
  name: 'isNoMember',
  needsPayload: false,
  judge: (_, { facts: { standing } }) =>
    standing.member ? [refusal('member-already', undefined, '本机构已是成员单位，无须再加入。')] : [],
};

export const signsThisDraft: Guard<CommitteeContext, CommitteeEventOf<'SIGN' | 'ACCEDE'>> = {
  name: 'signsThisDraft',
  needsPayload: true,
  judge: ({ agreement }, { payload }) =>
    payload.agreement === agreement
      ? []
      : [refusal('agreement-changed', '/agreement', `现行文本为第${agreement}稿，请阅后签署该稿。`)],
};

export const authorizationGiven: Guard<CommitteeContext, CommitteeEventOf<'SIGN' | 'ACCEDE'>> = {
  name: 'authorizationGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.authorization.trim() === ''
      ? [refusal('authorization-missing', '/authorization', '请填写本机构授权文件的名称或文号。')]
      : [],
};

function refusal(code: string, pointer: string | undefined, message: string): Refusal {
  return { code, message, clause: CLAUSE, ...(pointer === undefined ? {} : { pointer }) };
}
