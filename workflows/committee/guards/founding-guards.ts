import type { Guard, Refusal } from '../../process.js';
import type { CommitteeContext } from '../committee.context.js';
import type { CommitteeEventOf, NamedCreditor } from '../committee.events.js';
import { LIGHT_MIN_LENDERS } from '../committee.routing.js';

const CLAUSE = '银保监发〔2020〕57号第二条：三家以上金融机构债权人';

/** A creditor is one head, however many of its branches have lent. */
export const oneHeadPerBank: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE' | 'INVITE'>> = {
  name: 'oneHeadPerBank',
  needsPayload: true,
  judge: (_, { payload }) =>
    (payload.creditors ?? []).flatMap(({ organization }, index, all) =>
      isListedBefore(organization, index, all)
        ? [
            refusal(
              'bank-listed-twice',
              `/creditors/${index}`,
              '同一机构的多个分支机构计为一家债权人，请只列一次。',
            ),
          ]
        : [],
    ),
};

export const creditorsKnown: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE' | 'INVITE'>> = {
  name: 'creditorsKnown',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    (payload.creditors ?? []).flatMap(({ organization }, index) =>
      facts.unknown.includes(organization)
        ? [refusal('creditor-unknown', `/creditors/${index}`, '名录中没有这家金融机构，请重新选择。')]
        : [],
    ),
};

export const enoughCreditors: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE'>> = {
  name: 'enoughCreditors',
  needsPayload: true,
  judge: (_, { payload, facts }) => {
    const least = payload.form === 'light' ? LIGHT_MIN_LENDERS : facts.policy.values.committeeMinCreditors;
    const distinct = new Set(payload.creditors.map(({ organization }) => organization)).size;
    if (distinct >= least) return [];
    const otherwise = payload.form === 'light' ? '' : '，不足的可发起主办行会商';
    return [
      refusal('too-few-creditors', '/creditors', `须有${least}家以上不同的金融机构债权人${otherwise}。`),
    ];
  },
};

export const firmIsNoFinancialInstitution: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE'>> = {
  name: 'firmIsNoFinancialInstitution',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.firmIsFinancial === true
      ? [refusal('firm-is-financial', '/firm', '债务企业为金融机构，不适用债委会，请核对企业。')]
      : [],
};

/** 企业破产法 19, 46: from then on the statute binds, and the creditors meet before the court. */
export const firmIsNotInCourt: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE'>> = {
  name: 'firmIsNotInCourt',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.inCourt
      ? [
          {
            code: 'firm-in-court',
            pointer: '/firm',
            message: '企业已进入司法程序，请通过债权人会议办理。',
            clause: '企业破产法第十九条、第四十六条',
          },
        ]
      : [],
};

/** One firm, one committee. Lenders may talk beside it at any time. */
export const noOtherCommittee: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE'>> = {
  name: 'noOtherCommittee',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    payload.form === 'full' && facts.openCommittee
      ? [refusal('committee-exists', '/firm', '该企业已有债委会，请在其中办理或申请加入。')]
      : [],
};

export const proposerIsCreditor: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE'>> = {
  name: 'proposerIsCreditor',
  needsPayload: true,
  judge: (_, { payload, actor }) =>
    actor.role !== 'bank.delegate' || isAmong(payload.creditors, actor.organization)
      ? []
      : [refusal('proposer-not-creditor', '/creditors', '发起的金融机构须在债权人之列，请将本机构列入。')],
};

/** 主办行: the lead of a light form is one of its lenders. */
export const leadIsCreditor: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE'>> = {
  name: 'leadIsCreditor',
  needsPayload: true,
  judge: (_, { payload, actor }) =>
    payload.form !== 'light' || isAmong(payload.creditors, payload.lead ?? actor.organization)
      ? []
      : [refusal('lead-not-creditor', '/lead', '主办行须在参与会商的金融机构之列，请重新指定。')],
};

export const notInvitedBefore: Guard<CommitteeContext, CommitteeEventOf<'INVITE'>> = {
  name: 'notInvitedBefore',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    (payload.creditors ?? []).flatMap(({ organization }, index) =>
      facts.alreadyInvited.includes(organization)
        ? [refusal('invited-before', `/creditors/${index}`, '该机构已受邀，同一机构计为一家，请勿重复邀请。')]
        : [],
    ),
};

export const reasonGiven: Guard<CommitteeContext, CommitteeEventOf<'PROPOSE' | 'ABANDON' | 'WIND_UP'>> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.reason.trim() === '' ? [refusal('reason-missing', '/reason', '请填写理由。')] : [],
};

function isListedBefore(organization: string, index: number, all: readonly NamedCreditor[]): boolean {
  return all.findIndex((other) => other.organization === organization) < index;
}

function isAmong(creditors: readonly NamedCreditor[], organization: string | undefined): boolean {
  return creditors.some((creditor) => creditor.organization === organization);
}

function refusal(code: string, pointer: string, message: string): Refusal {
  return { code, pointer, message, clause: CLAUSE };
}
