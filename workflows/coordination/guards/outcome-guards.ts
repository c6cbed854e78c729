import type { EventActor, Refusal } from '../../process.js';
import type { PreparedOutcome } from '../coordination.facts.js';
import { agreementRefusals, isSameAgreement } from '../outcomes.js';
import { type On, refusalIf } from './refusal-if.js';

/** What a coordination comes to for one filing is its bank's own word, maker and checker, and nobody else's. */
const OWN_WORD = '商业银行法第四条：由银行自主决定';
const TWO_PERSONS = '双人复核；签批链（各单位自定）';
const OFFICES = '泉政办规〔2023〕1号（十）；分工（本市工作规则）';

type Agreeing = 'PROPOSE' | 'PREPARE_OUTCOME' | 'CONFIRM_OUTCOME';

export const filingIsJoined: On<Agreeing | 'CONCLUDE_FILING'> = {
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

export const agreementFits: On<Agreeing> = {
  name: 'agreementFits',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    facts.filing?.state === 'joined' ? agreementRefusals(payload, facts.filing, facts.today) : [],
};

/** What the checker confirms is what the maker wrote, and another person wrote it. */
export const isSecondPerson: On<'CONFIRM_OUTCOME'> = {
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
export const isConfirmed: On<'CONCLUDE_FILING'> = {
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

/** 双人复核: a delegate and the person behind it (委托代办) count as one, in either place. */
function isSamePerson(actor: EventActor, prepared: PreparedOutcome): boolean {
  const present = [actor.person, actor.onBehalfOf];
  return [prepared.person, prepared.for].some((person) => person !== undefined && present.includes(person));
}

function permission(code: string, message: string): Refusal {
  return { code, message, clause: TWO_PERSONS, kind: 'permission' };
}
