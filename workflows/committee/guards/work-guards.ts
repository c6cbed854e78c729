import type { Guard, Refusal } from '../../process.js';
import { parseYuan } from '../../rules/fen.js';
import type { CommitteeContext } from '../committee.context.js';
import type { CommitteeEventOf } from '../committee.events.js';

const SCHEDULE = '续贷排期表（债权人协议）';
const MAJOR = '银监办便函〔2016〕1196号（待核实原文）：重大事项；债权人协议';

/** 一企一策 is a major matter. The founders' first word on it is the chair's to write down; what changes it is a vote. */
export const strategyIsOpen: Guard<CommitteeContext, CommitteeEventOf<'SET_STRATEGY'>> = {
  name: 'strategyIsOpen',
  needsPayload: false,
  judge: ({ strategy }) =>
    strategy === null
      ? []
      : [refusal('strategy-needs-resolution', MAJOR, '变更一企一策属重大事项，请提请成员单位表决。')],
};

export const loanOfMember: Guard<CommitteeContext, CommitteeEventOf<'SCHEDULE_ROLLOVER'>> = {
  name: 'loanOfMember',
  needsPayload: true,
  judge: (_, { facts }) =>
    facts.ofMember
      ? []
      : [refusal('not-a-member', SCHEDULE, '排期表只列成员单位的贷款，请核对机构。', '/bank')],
};

export const scheduleHolds: Guard<CommitteeContext, CommitteeEventOf<'SCHEDULE_ROLLOVER'>> = {
  name: 'scheduleHolds',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...amountRefusals(payload.amount, '/amount'),
    ...(payload.maturity > facts.today
      ? []
      : [refusal('maturity-past', SCHEDULE, `到期日须晚于${facts.today}，请核对。`, '/maturity')]),
    ...(payload.renewal === undefined ? [] : amountRefusals(payload.renewal.amount, '/renewal/amount')),
    ...(payload.renewal === undefined || payload.renewal.until > payload.maturity
      ? []
      : [refusal('renewal-ends-early', SCHEDULE, '续贷到期日须晚于原到期日，请核对。', '/renewal/until')]),
  ],
};

export const rolloverIsOpen: Guard<CommitteeContext, CommitteeEventOf<'ROLLOVER_DONE'>> = {
  name: 'rolloverIsOpen',
  needsPayload: true,
  judge: (_, { facts }) =>
    facts.rollover === null
      ? [refusal('rollover-unknown', SCHEDULE, '排期表中没有这笔待办贷款，请核对。', '/rollover')]
      : [],
};

/** What is being voted on is decided first: a committee does not leave its members in the middle of a ballot. */
export const noVoteIsOpen: Guard<CommitteeContext, CommitteeEventOf<'WIND_UP'>> = {
  name: 'noVoteIsOpen',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.openResolutions > 0
      ? [
          refusal(
            'votes-open',
            MAJOR,
            `还有${facts.openResolutions}项议题未表决完毕，请待表决结束或撤销后再启动退出。`,
          ),
        ]
      : [],
};

/** 解散 is a major matter, unless there are too few members left to be a committee. */
export const mayWindUp: Guard<CommitteeContext, CommitteeEventOf<'WIND_UP'>> = {
  name: 'mayWindUp',
  needsPayload: false,
  judge: ({ form, members, minCreditors }) =>
    form === 'light' || members < minCreditors
      ? []
      : [refusal('dissolution-needs-resolution', MAJOR, '解散债委会属重大事项，请提请成员单位表决。')],
};

function amountRefusals(amount: string, pointer: string): Refusal[] {
  return (parseYuan(amount) ?? 0n) > 0n
    ? []
    : [refusal('amount-not-positive', SCHEDULE, '请填写大于零的金额（元）。', pointer)];
}

function refusal(code: string, clause: string, message: string, pointer?: string): Refusal {
  return { code, message, clause, ...(pointer === undefined ? {} : { pointer }) };
}
