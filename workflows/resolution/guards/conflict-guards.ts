import type { Guard, Refusal } from '../../process.js';
import type { ResolutionContext } from '../resolution.context.js';
import type { ResolutionEventOf } from '../resolution.events.js';

/** 回避 that others record: a document says why, and somebody must be left to vote. */
const CLAUSE = '债权人协议（回避）';

type Recorded = Guard<ResolutionContext, ResolutionEventOf<'RECORD_CONFLICT'>>;

export const memberIsEntitled: Recorded = {
  name: 'memberIsEntitled',
  needsPayload: true,
  judge: (_, { facts: { voter } }) => {
    if (voter === null) {
      return [refusal('member-unknown', '/member', '所填单位在基准日不是成员单位，请核对。')];
    }
    return voter.entitled
      ? []
      : [refusal('recused-before', '/member', '该成员单位已不参加本议题的表决，无须再登记。')];
  },
};

export const othersRemain: Recorded = {
  name: 'othersRemain',
  needsPayload: true,
  judge: (_, { facts }) =>
    facts.voter?.entitled !== true || facts.entitled.heads > 0
      ? []
      : [refusal('nobody-entitled', '/member', '登记后没有可参加表决的成员单位，请撤销议题后另行提出。')],
};

export const documentGiven: Recorded = {
  name: 'documentGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.document.trim() === ''
      ? [refusal('document-missing', '/document', '请填写所依据文件的文号。')]
      : [],
};

function refusal(code: string, pointer: string, message: string): Refusal {
  return { code, message, pointer, clause: CLAUSE };
}
