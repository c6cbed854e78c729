import type { Refusal } from '../../process.js';
import { parseYuan } from '../../rules/fen.js';
import { inputRefusals, resultRefusals } from '../../rules/support-fields.js';
import { type On, refusalIf } from './refusal-if.js';

/** What is told of a measure must hold: its fields, its reasons, and with a bridge fund the order of things. */
const ONE_OWNER = '一事一责任岗位（本市工作规则）';
const ONE_DATE = '办理期限（交办时确定）';
const BRIDGE = '泉州市应急保障周转专项资金（2014年）';

export const inputHolds: On<'SUPPORT.PROPOSED'> = {
  name: 'inputHolds',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...inputRefusals(payload.type, payload.input),
    ...unknownOrganizations(facts.unknownOrganizations, '/input'),
  ],
};

export const reasonGiven: On<'REASSIGN' | 'CHANGE_DATE' | 'REPORT_NOT_DONE' | 'CANCEL'> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    refusalIf(payload.reason.trim() === '', 'reason-missing', '请填写理由。', '/reason', ONE_OWNER),
};

export const waitExplained: On<'WAIT'> = {
  name: 'waitExplained',
  needsPayload: true,
  judge: (_, { payload }) =>
    refusalIf(payload.for.trim() === '', 'reason-missing', '请填写等待事由。', '/for', ONE_DATE),
};

export const repaidOnce: On<'REPORT_REPAID'> = {
  name: 'repaidOnce',
  needsPayload: false,
  judge: ({ repaidOn }) =>
    refusalIf(repaidOn !== null, 'repaid-before', '企业还款已报告，请等待银行重新放贷。', undefined, BRIDGE),
};

export const repaidHolds: On<'REPORT_REPAID'> = {
  name: 'repaidHolds',
  needsPayload: true,
  judge: (_, { payload, facts }) => [
    ...refusalIf(payload.on > facts.today, 'in-future', '还款日不能晚于今天，请重新填写。', '/on', BRIDGE),
    ...refusalIf(
      (parseYuan(payload.amount) ?? 0n) === 0n,
      'field-invalid',
      '还款金额须大于零，最多两位小数，请重新填写。',
      '/amount',
      BRIDGE,
    ),
  ],
};

export const resultHolds: On<'REPORT_DONE'> = {
  name: 'resultHolds',
  needsPayload: true,
  judge: ({ type }, { payload, facts }) =>
    type === null
      ? []
      : [
          ...resultRefusals(type, payload.result),
          ...unknownOrganizations(facts.unknownOrganizations, '/result'),
        ],
};

/** The fund is not done when it has paid: the bank must have lent again, and not before the firm repaid. */
export const relentAfterRepaid: On<'REPORT_DONE'> = {
  name: 'relentAfterRepaid',
  needsPayload: true,
  judge: ({ type, repaidOn }, { payload }) => {
    if (type !== 'bridgeFund') return [];
    if (repaidOn === null) {
      return refusalIf(true, 'not-repaid', '请先报告企业还款，再报告银行重新放贷。', undefined, BRIDGE);
    }
    const { relentOn } = payload.result;
    return refusalIf(
      typeof relentOn === 'string' && relentOn < repaidOn,
      'relent-too-early',
      '重新放贷日不能早于企业还款日，请核对。',
      '/result/relentOn',
      BRIDGE,
    );
  },
};

function unknownOrganizations(names: readonly string[], pointer: string): Refusal[] {
  return refusalIf(
    names.length > 0,
    'organization-unknown',
    '所填机构不在机构名录中，请重新选择。',
    pointer,
    ONE_OWNER,
  );
}
