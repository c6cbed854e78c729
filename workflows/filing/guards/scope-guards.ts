import type { Guard, Refusal } from '../../process.js';
import type { FilingContext } from '../filing.context.js';
import type { FilingEventOf } from '../filing.events.js';

const DUTY = '泉政办规〔2023〕1号（十）';

/** What `content-checks.ts` found, each with its own code and clause. A report is never refused for what it reports. */
export const contentHolds: Guard<
  FilingContext,
  FilingEventOf<'SEND_TO_CHECK' | 'SIGN_FILING' | 'FILE' | 'RESUBMIT' | 'AMEND'>
> = {
  name: 'contentHolds',
  needsPayload: false,
  judge: (_, { facts }) => [...facts.contentRefusals],
};

/** No office ends a reportable filing, and its bank date with it. */
export const isNotReportable: Guard<FilingContext, FilingEventOf<'RULE_OUT_OF_SCOPE'>> = {
  name: 'isNotReportable',
  needsPayload: false,
  judge: (_, { facts }) =>
    refusalIf(facts.assessment.reportable, 'reportable', '本件达到报告标准，请签收后研判。', DUTY),
};

/** A bank that need not have reported did so of its own will: that is answered, not turned away. */
export const wasNotVoluntary: Guard<FilingContext, FilingEventOf<'RULE_OUT_OF_SCOPE'>> = {
  name: 'wasNotVoluntary',
  needsPayload: false,
  judge: ({ reportable, basisInForce }) =>
    refusalIf(!reportable || !basisInForce, 'filed-voluntarily', '本件系银行自愿报告，请签收后研判。', DUTY),
};

/** Before the offices an amendment must say something new; otherwise nothing was prepared. */
export const somethingChanged: Guard<FilingContext, FilingEventOf<'AMEND'>> = {
  name: 'somethingChanged',
  needsPayload: false,
  judge: (_, { facts }) =>
    refusalIf(
      facts.diffs.length === 0,
      'nothing-changed',
      '变更内容尚未填写，请先由经办人员修改后再报送。',
      DUTY,
    ),
};

/** That a planned act was done is reported as its execution; a filing does not turn into one about the past. */
export const keepsActedOn: Guard<FilingContext, FilingEventOf<'AMEND' | 'RESUBMIT'>> = {
  name: 'keepsActedOn',
  needsPayload: false,
  judge: ({ actedOn }, { facts }) =>
    refusalIf(
      (actedOn === null) !== (facts.figures.actedOn === null),
      'acted-on-changed',
      '是否已实施不能通过变更修改，请通过「报告实施情况」填报。',
      DUTY,
    ),
};

/** Nobody can wait with an act already done. */
export const deferralIsOffered: Guard<FilingContext, FilingEventOf<'SUGGEST_DEFERRAL' | 'UNDERTAKE'>> = {
  name: 'deferralIsOffered',
  needsPayload: false,
  judge: ({ actedOn }) =>
    refusalIf(
      actedOn !== null,
      'deferral-not-offered',
      '本件所报事项已实施，不适用暂缓，请选择其他处置意见。',
      DUTY,
    ),
};

export const committeeIsActive: Guard<FilingContext, FilingEventOf<'COMMENT' | 'REFER_TO_COMMITTEE'>> = {
  name: 'committeeIsActive',
  needsPayload: false,
  judge: (_, { facts }) =>
    refusalIf(
      facts.committee === null,
      'no-active-committee',
      '该企业目前没有运行中的债委会，可启动协调并建议组建。',
      '银保监发〔2020〕57号',
    ),
};

function refusalIf(holds: boolean, code: string, message: string, clause: string): Refusal[] {
  return holds ? [{ code, message, clause }] : [];
}
