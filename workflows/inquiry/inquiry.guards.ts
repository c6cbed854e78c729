import type { Guard, Refusal } from '../process.js';
import { INQUIRY_KINDS, type InquiryContext, MEASURES } from './inquiry.context.js';
import type { InquiryEventOf, InquiryEventType } from './inquiry.events.js';

/** What must be written down in an inquiry, so that whoever it concerns can answer it. */
const CLAUSE = '闽政发明电〔2014〕4号一（定次序）';

const opensWithKind: Guard<InquiryContext, InquiryEventOf<'INQUIRY.OPENED'>> = {
  name: 'opensWithKind',
  needsPayload: true,
  judge: (_, { payload }) =>
    INQUIRY_KINDS.includes(payload.kind) ? [] : [refusal('kind-unknown', '/kind', '请选择核查事项的情形。')],
};

/** What a filing opens by itself was judged by the basis of its day; what is typed by hand is judged today. */
const basisIsInForce: Guard<InquiryContext, InquiryEventOf<'INQUIRY.OPENED'>> = {
  name: 'basisIsInForce',
  needsPayload: true,
  judge: (_, { payload, facts }) =>
    payload.reportedBy === undefined || facts.basisInForce
      ? []
      : [refusal('no-basis', '/kind', '目前没有有效的报告依据，银行系自愿报告，不列核查事项。')],
};

const questionsGiven: Guard<InquiryContext, InquiryEventOf<'ASK'>> = {
  name: 'questionsGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    payload.questions.some(isText)
      ? []
      : [refusal('questions-missing', '/questions', '请写明需要说明的问题。')],
};

const textGiven: Guard<
  InquiryContext,
  InquiryEventOf<'EXPLAIN' | 'ADVISE' | 'NOTIFY_REGULATOR' | 'RECORD_MEASURE'>
> = {
  name: 'textGiven',
  needsPayload: true,
  judge: (_, { payload }) => (isText(payload.text) ? [] : [refusal('text-missing', '/text', '请填写内容。')]),
};

const reasonGiven: Guard<InquiryContext, InquiryEventOf<'SUBSTANTIATE' | 'NOT_SUBSTANTIATE' | 'CLOSE'>> = {
  name: 'reasonGiven',
  needsPayload: true,
  judge: (_, { payload }) =>
    isText(payload.reason) ? [] : [refusal('reason-missing', '/reason', '请填写理由。')],
};

const measuresKnown: Guard<InquiryContext, InquiryEventOf<'RECORD_MEASURE'>> = {
  name: 'measuresKnown',
  needsPayload: true,
  judge: (_, { payload: { measures } }) =>
    measures.every((measure) => MEASURES.includes(measure)) && new Set(measures).size === measures.length
      ? []
      : [refusal('measure-unknown', '/measures', '请在监管约谈、内部名单中选择，未采取措施的不选。')],
};

type GuardTable = {
  readonly [Type in InquiryEventType]?: readonly Guard<InquiryContext, InquiryEventOf<Type>>[];
};

/** Every rule that may refuse an event, by event. All that apply speak. */
export const guards: GuardTable = {
  'INQUIRY.OPENED': [opensWithKind, basisIsInForce],
  ASK: [questionsGiven],
  EXPLAIN: [textGiven],
  SUBSTANTIATE: [reasonGiven],
  NOT_SUBSTANTIATE: [reasonGiven],
  ADVISE: [textGiven],
  NOTIFY_REGULATOR: [textGiven],
  RECORD_MEASURE: [measuresKnown, textGiven],
  CLOSE: [reasonGiven],
};

function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function refusal(code: string, pointer: string, message: string): Refusal {
  return { code, pointer, message, clause: CLAUSE };
}
