import type { Guard, Refusal } from '../../process.js';
import { fenOf, parseYuan } from '../../rules/fen.js';
import { CLAIM_CLAUSE, claimRefusals } from '../claims.js';
import type { CommitteeContext } from '../committee.context.js';
import type { CommitteeEventOf } from '../committee.events.js';

export const claimHolds: Guard<CommitteeContext, CommitteeEventOf<'DECLARE_CLAIM'>> = {
  name: 'claimHolds',
  needsPayload: true,
  judge: (_, { payload }) => claimRefusals(payload),
};

export const documentsGiven: Guard<CommitteeContext, CommitteeEventOf<'DECLARE_CLAIM'>> = {
  name: 'documentsGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.documents.some((document) => document.trim() !== '')
      ? []
      : [refusal('documents-missing', '/documents', '请列明合同、借据等债权凭证。')],
};

/** A member's claim is settled; what it buys or sells comes as a transfer. */
export const declarerIsNoMember: Guard<CommitteeContext, CommitteeEventOf<'DECLARE_CLAIM'>> = {
  name: 'declarerIsNoMember',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.standing.member
      ? [refusal('member-already', '', '本机构已是成员单位，债权变动请通过债权转让通知。')]
      : [],
};

/** A second branch of the same bank adds to nothing: one bank declares one claim. */
export const declaredByNoOtherUnit: Guard<CommitteeContext, CommitteeEventOf<'DECLARE_CLAIM'>> = {
  name: 'declaredByNoOtherUnit',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.standing.claim === null || facts.declaredByUnit === null || facts.declaredByUnit === facts.unit
      ? []
      : [
          refusal(
            'bank-declared-already',
            '/principal',
            '本机构的其他分支机构已登记债权，同一机构计为一家，请由其合并登记。',
          ),
        ],
};

/** 基准日: a day that has ended or is ending; nobody owes tomorrow's claims today. */
export const recordDateNotInFuture: Guard<CommitteeContext, CommitteeEventOf<'CONFIRM_CLAIMS'>> = {
  name: 'recordDateNotInFuture',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    payload.recordDate <= facts.today
      ? []
      : [refusal('record-date-in-future', '/recordDate', `基准日不能晚于${facts.today}，请重新选择。`)],
};

export const enoughClaims: Guard<CommitteeContext, CommitteeEventOf<'CONFIRM_CLAIMS'>> = {
  name: 'enoughClaims',
  needsPayload: false,
  judge: ({ minCreditors }, { facts }) =>
    facts.declared >= minCreditors
      ? []
      : [
          refusal(
            'too-few-claims',
            '/recordDate',
            `已登记债权的机构不足${minCreditors}家，请待其他债权人登记后再确认。`,
          ),
        ],
};

export const hasClaim: Guard<CommitteeContext, CommitteeEventOf<'WILLING' | 'ACCEDE'>> = {
  name: 'hasClaim',
  needsPayload: false,
  judge: (_, { facts: { standing } }) =>
    standing.claim !== null && fenOf(standing.claim) > 0n
      ? []
      : [refusal('claim-missing', '', '本机构尚无登记的债权，请先登记债权。')],
};

export const transferHolds: Guard<CommitteeContext, CommitteeEventOf<'TRANSFER_CLAIM'>> = {
  name: 'transferHolds',
  needsPayload: true,
  judge: (_, { payload, facts, actor }) => {
    const amount = parseYuan(payload.amount);
    const held = facts.standing.claim === null ? 0n : fenOf(facts.standing.claim);
    return [
      ...(amount === undefined || amount <= 0n
        ? [refusal('amount-not-positive', '/amount', '请填写大于零的转让金额（元）。')]
        : amount > held
          ? [
              refusal(
                'amount-exceeds-claim',
                '/amount',
                `转让金额不能超过本机构债权${facts.standing.claim ?? '0.00'}元，请核对。`,
              ),
            ]
          : []),
      ...(facts.buyerKnown
        ? []
        : [refusal('creditor-unknown', '/to', '名录中没有这家金融机构，请重新选择受让方。')]),
      ...(payload.to === actor.organization
        ? [refusal('transfer-to-itself', '/to', '受让方不能是本机构，请重新选择。')]
        : []),
    ];
  },
};

/** What passed before the claim was recorded is in it already. */
export const transferIsAfterRecord: Guard<CommitteeContext, CommitteeEventOf<'TRANSFER_CLAIM'>> = {
  name: 'transferIsAfterRecord',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...(payload.on > facts.today
      ? [refusal('date-in-future', '/on', `转让日不能晚于${facts.today}，请在转让后通知。`)]
      : []),
    ...(facts.claimOn !== null && payload.on <= facts.claimOn
      ? [refusal('before-record-date', '/on', `${facts.claimOn}及以前的转让已计入登记的债权，请核对转让日。`)]
      : []),
  ],
};

function refusal(code: string, pointer: string, message: string): Refusal {
  return { code, message, clause: CLAIM_CLAUSE, ...(pointer === '' ? {} : { pointer }) };
}
