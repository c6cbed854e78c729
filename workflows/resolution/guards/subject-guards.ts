import type { CivilDay, Guard, Refusal } from '../../process.js';
import { parseYuan } from '../../rules/fen.js';
import type { ResolutionContext } from '../resolution.context.js';
import type { ResolutionEventOf } from '../resolution.events.js';
import type { BirthFacts } from '../resolution.facts.js';
import { STRATEGIES, type Subject } from '../subjects.js';

/** What may be put to the committee at all. */
const CLAUSE = '债权人协议；稳定期及其延长（政策参数）';

type Drafted = ResolutionEventOf<'RESOLUTION.DRAFTED'>;

export const isMember: Guard<ResolutionContext, Drafted> = {
  name: 'isMember',
  needsPayload: false,
  judge: (_, { facts }) =>
    facts.member
      ? []
      : [
          {
            code: 'not-a-member',
            message: '议题由债委会成员单位提出，贵单位目前不是成员单位。',
            clause: CLAUSE,
            kind: 'permission',
          },
        ],
};

export const itemIsWritten: Guard<ResolutionContext, Drafted> = {
  name: 'itemIsWritten',
  needsPayload: true,
  judge: (_, { payload }) => [
    ...(payload.title.trim() === '' ? [refusal('title-missing', '/title', '请填写议题名称。')] : []),
    ...(payload.text.trim() === '' ? [refusal('text-missing', '/text', '请填写议题内容。')] : []),
  ],
};

export const subjectHolds: Guard<ResolutionContext, Drafted> = {
  name: 'subjectHolds',
  needsPayload: true,
  judge: (_, { payload: { subject }, facts }) => faultsOf(subject, facts),
};

function faultsOf(subject: Subject, facts: BirthFacts): Refusal[] {
  const { days, extensionDays } = facts.agreement.standstill;
  switch (subject.type) {
    case 'standstill':
      return daysWithin(subject.days, days);
    case 'restructuring':
      return laterThan(facts.today, subject.until);
    case 'extendTerm':
      return [...daysWithin(subject.days, extensionDays), ...extendable(facts)];
    case 'rescission':
      return facts.target?.inForce === true ? [] : [notInForce];
    case 'newMoneyPriority':
      return (parseYuan(subject.amount) ?? 0n) > 0n
        ? named(facts, '/subject/bank')
        : [refusal('amount-not-positive', '/subject/amount', '金额须大于零，请填写新增融资金额。')];
    case 'chair':
      return named(facts, '/subject/chair');
    case 'accession':
      return named(facts, '/subject/organization');
    case 'strategy':
      return STRATEGIES.includes(subject.strategy)
        ? []
        : [refusal('strategy-unknown', '/subject/strategy', '请选择增、稳、减、重组之一。')];
    case 'consent':
      return [
        refusal(
          'comes-by-referral',
          '/subject/type',
          '成员单位实施事项由提前报告提请，请在报告中提请债委会研判。',
        ),
      ];
    case 'agreement':
      return (facts.agreementFaults ?? []).map((fault) => ({
        ...fault,
        pointer: `/subject/agreement${fault.pointer ?? ''}`,
      }));
    case 'dissolution':
    case 'ordinary':
    case 'procedural':
      return [];
  }
}

function daysWithin(days: number, most: number): Refusal[] {
  return Number.isInteger(days) && days >= 1 && days <= most
    ? []
    : [refusal('days-out-of-range', '/subject/days', `天数须为1至${most}天，请修改。`)];
}

function laterThan(today: CivilDay, until: CivilDay): Refusal[] {
  return until > today ? [] : [refusal('not-later', '/subject/until', `期限须晚于${today}，请修改。`)];
}

/** Once, and only what has a term that goes on: a consent ends with the filing's own term. */
function extendable({ target }: BirthFacts): Refusal[] {
  if (target?.inForce !== true || target.subject === 'consent') return [notInForce];
  return target.termExtended
    ? [refusal('extended-before', '/subject/resolution', '该决议已延长一次，请提出新的议题。')]
    : [];
}

function named({ namedHolds }: BirthFacts, pointer: string): Refusal[] {
  return namedHolds === true
    ? []
    : [refusal('organization-unknown', pointer, '所填单位不符合本议题的要求，请核对后重新选择。')];
}

const notInForce = refusal('target-not-in-force', '/subject/resolution', '所填决议不在执行中，请核对。');

function refusal(code: string, pointer: string, message: string): Refusal {
  return { code, pointer, message, clause: CLAUSE };
}
