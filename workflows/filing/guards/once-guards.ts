import type { Guard, Refusal } from '../../process.js';
import { type FilingContext, OPINING_OFFICES } from '../filing.context.js';
import type { FilingEventOf } from '../filing.events.js';

/** A filing makes no lap without the bank's own act: each of these comes once in a revision. */
const CLAUSE = '每次报告各环节一次为限（办理规程）';

/** 一次性告知: whoever finds a second defect later has had the chance to name it. */
export const completionNotAsked: Guard<FilingContext, FilingEventOf<'REQUEST_COMPLETION'>> = {
  name: 'completionNotAsked',
  needsPayload: false,
  judge: ({ completionAsked }) =>
    unless(completionAsked, 'completion-asked-before', '补充材料已一次性告知，请签收后在研判中请银行说明。'),
};

export const supplementNotAsked: Guard<FilingContext, FilingEventOf<'REQUEST_SUPPLEMENT'>> = {
  name: 'supplementNotAsked',
  needsPayload: false,
  judge: (context, event) => {
    const office = OPINING_OFFICES.find((name) => name === event.office);
    const asked = office !== undefined && context[office].supplemented === true;
    return unless(asked, 'supplement-asked-before', '本部门已请银行补充说明一次，请就现有材料反馈意见。');
  },
};

export const isNotFocus: Guard<FilingContext, FilingEventOf<'SET_FOCUS'>> = {
  name: 'isNotFocus',
  needsPayload: false,
  judge: ({ lane }) => unless(lane === 'focus', 'focus-already', '本件已是重点件，无须再转。'),
};

/** The other measures never lead back to where they could be taken again. */
export const referralUnused: Guard<FilingContext, FilingEventOf<'REFER_TO_COMMITTEE'>> = {
  name: 'referralUnused',
  needsPayload: false,
  judge: ({ used }) =>
    unless(
      used.includes('referToCommittee'),
      'measure-used',
      '本次报告已提请债委会研判一次，请选择其他处置意见。',
    ),
};

export const notExtended: Guard<FilingContext, FilingEventOf<'EXTEND_COORDINATION'>> = {
  name: 'notExtended',
  needsPayload: false,
  judge: ({ extended }) => unless(extended, 'extended-before', '协调只可延长一次，请在期限内办结。'),
};

export const notQueried: Guard<FilingContext, FilingEventOf<'QUERY_EXECUTION'>> = {
  name: 'notQueried',
  needsPayload: false,
  judge: ({ queried }) => unless(queried, 'queried-before', '实施情况已询问一次，请予以核实。'),
};

function unless(happened: boolean, code: string, message: string): Refusal[] {
  return happened ? [{ code, message, clause: CLAUSE }] : [];
}
