import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { NOTICES, type NoticeTemplate } from '../../../workflows/filing/filing.notices.js';
import type { Addressee, CivilDay } from '../../../workflows/process.js';
import { monthAndDay } from '../../cases/day-in-words.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { PublicEventType } from './event-bodies.js';

/** What becomes of the bank's date. No office's act ever moves it, and the sentence says so. */
type DateEffect = 'none' | 'set' | 'stays' | 'moves' | 'depends';

interface Consequence {
  does: string;
  tells: readonly NoticeTemplate[];
  date: DateEffect;
}

/** What follows from each act, for the person who is about to do it. */
const CONSEQUENCES: Readonly<Record<PublicEventType, Consequence>> = {
  SEND_TO_CHECK: follows('提交后由复核岗位复核，此时尚未报送', ['sentToCheck'], 'none'),
  DISCARD: follows('草稿及附件将被删除，不可恢复', [], 'none'),
  SIGN_FILING: follows('签署后转签批链的下一环节', ['sentToCheck'], 'none'),
  RETURN_TO_MAKER: follows('退回经办修改，已填内容保留', ['returnedToMaker'], 'none'),
  FILE: follows('报送后立即取得编号和回执', ['filed', 'received'], 'set'),
  RESUBMIT: follows('补充材料送达后重新签收', ['resubmitted'], 'depends'),
  SUPPLEMENT: follows('说明送达提出询问的部门，该部门恢复计时', [], 'stays'),
  UNDERTAKE: follows('本行承诺在所填日期前不实施', ['bankDateMoved'], 'moves'),
  DECLINE: follows('说明理由后办结，是否及何时实施由本行自主决定', ['cleared'], 'stays'),
  EXTEND_COORDINATION: follows('同意协调再延长一次', ['coordinationExtended'], 'stays'),
  POSTPONE: follows('拟实施日推迟至所填日期', ['bankDateMoved'], 'moves'),
  AMEND: follows('准备好的修订送达两部门', ['amended'], 'depends'),
  WITHDRAW: follows('本件撤回，编号保留', ['withdrawn'], 'none'),
  VOID: follows('本件作废，编号保留，不可恢复', ['voided'], 'none'),
  REPORT_EXECUTION: follows('所报金额计入实施情况；全部实施的，转入核实', ['executionReported'], 'none'),
  REPORT_RETAINED: follows('本件按“已稳贷（授信未减少）”办结', [], 'none'),

  ACKNOWLEDGE: follows('签收后两部门同步研判', ['acknowledged'], 'stays'),
  REQUEST_COMPLETION: follows('一次性告知银行补充材料，本件只能退回一次', ['returnedForCompletion'], 'stays'),
  RULE_OUT_OF_SCOPE: follows('本件按不属报告范围办结', ['ruledOutOfScope'], 'none'),
  OPINE: follows('意见由本部门签批链签发后生效；期满后反馈的意见只作记录', [], 'stays'),
  SIGN_OPINION: follows('签发后即为本部门意见', [], 'stays'),
  RETURN_OPINION: follows('意见退回拟稿人修改', [], 'stays'),
  REQUEST_SUPPLEMENT: follows('请银行补充说明，只能一次；期间本部门暂停计时', ['supplementAsked'], 'stays'),
  ASK_FACTS: follows('属地可以查看本件并反映情况', ['factsAsked'], 'stays'),
  REPORT_FACTS: follows('情况送达两部门', ['factsReported'], 'stays'),
  COMMENT: follows('意见记入本件，供两部门参考', [], 'stays'),
  SET_FOCUS: follows('转为重点件，此后由部门负责人签发；已反馈的意见有效', [], 'stays'),
  SUSPECT_SPLIT: follows('标注仅部门可见', [], 'stays'),
  CLEAR: follows('本件收悉，是否及何时实施由银行自主决定', ['cleared'], 'stays'),
  SUGGEST_DEFERRAL: follows('建议银行暂缓，由银行决定是否承诺', ['suggested'], 'stays'),
  INTERVENE: follows('启动协调，银行和属地参加', ['coordinating'], 'stays'),
  REFER_TO_COMMITTEE: follows('提请债委会研判', ['referred'], 'stays'),
  CONFIRM_EXECUTION: follows('核实后本件办结', ['closed'], 'none'),
  QUERY_EXECUTION: follows('请银行答复，只能一次；期间暂停核实计时', ['executionQueried'], 'none'),
};

/** One or two sentences: what happens, who is told, what the bank's date does. */
export function consequenceOf(
  type: PublicEventType,
  context: FilingContext,
  reference: ReferenceData,
  today: CivilDay,
): string {
  const { does, tells, date } = CONSEQUENCES[type];
  const sentences = [does, toldBy(tells, context, reference, today), dateSentence(date, context)];
  return `${sentences.filter((sentence) => sentence !== '').join('；')}。`;
}

function follows(does: string, tells: readonly NoticeTemplate[], date: DateEffect): Consequence {
  return { does, tells, date };
}

function toldBy(
  templates: readonly NoticeTemplate[],
  context: FilingContext,
  reference: ReferenceData,
  today: CivilDay,
): string {
  const addressees: Addressee[] = templates.flatMap((template) => [...NOTICES[template]]);
  const names = (copy: boolean) => [
    ...new Set(
      addressees
        .filter((addressee) => (addressee.copy ?? false) === copy)
        .map(({ party }) => nameOf(party, context, reference, today)),
    ),
  ];
  const [told, copied] = [names(false), names(true)];
  return [
    told.length === 0 ? '' : `将通知${told.join('、')}`,
    copied.length === 0 ? '' : `抄送${copied.join('、')}`,
  ]
    .filter((part) => part !== '')
    .join('，');
}

function nameOf(
  party: Addressee['party'],
  { bank, county }: FilingContext,
  reference: ReferenceData,
  today: CivilDay,
): string {
  switch (party) {
    case 'filingBank':
      return reference.nameOn(bank, today);
    case 'county': {
      const office = county === null ? undefined : reference.ofCounty(county);
      return office === undefined ? '属地联系人' : reference.nameOn(office.id, today);
    }
    case 'chair':
      return '债委会主席单位';
    case 'members':
      return '债委会成员单位';
    // Of other processes: no event of a filing tells them.
    case 'viceChairs':
    case 'creditors':
    case 'bank':
    case 'banks':
    case 'helper':
      return '有关单位';
    default: {
      const office = reference.soleOf(party);
      return office === undefined ? party : reference.nameOn(office.id, today);
    }
  }
}

function dateSentence(effect: DateEffect, { bankDate }: FilingContext): string {
  switch (effect) {
    case 'none':
      return '';
    case 'set':
      return '银行日期在报送时确定，此后不因部门办理而改变';
    case 'stays':
      return bankDate === null ? '' : `银行日期${monthAndDay(bankDate)}不因此改变`;
    case 'moves':
      return '银行日期改为所填日期';
    case 'depends':
      return '增加金额、提前日期或变更措施类型的，重新确定收到日和银行日期；推后日期的，银行日期随之推后；其余不变';
  }
}
