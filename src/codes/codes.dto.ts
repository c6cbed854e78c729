import { ROLES } from '../../workflows/process.js';
import { ACT_KINDS } from '../../workflows/rules/filing-codes.js';
import { Choice, ListOf, ListOfTexts, Nested, Text, Whole, YesNo } from '../platform/http/fields.js';
import { SupportMeasureCodeDto } from './support-codes.dto.js';

const READ = { checked: false } as const;
/** Longer than any list here. */
const MOST = 200;

export class CodeDto {
  @Text({ max: 60 }, { ...READ, example: 'squeeze' })
  code: string;

  @Text({ max: 100 }, { ...READ, example: '压贷' })
  label: string;
}

export class SubtypeCodeDto extends CodeDto {
  @Choice(Object.keys(ACT_KINDS), READ)
  kind: string;
}

export class GroundCodeDto extends CodeDto {
  @YesNo({ ...READ, description: '须填写是否已付清及拖欠天数' })
  asksArrears: boolean;
}

export class GroundedCodeDto extends CodeDto {
  @Text({ max: 200 }, { ...READ, description: '依据' })
  clause: string;
}

export class ConditionDto extends CodeDto {}

export class RequiredAnswerDto {
  @Text(
    { max: 100 },
    { ...READ, description: 'JSON pointer；* 表示列表的每一行', example: '/firm/creditCode' },
  )
  pointer: string;

  @Text({ max: 100 }, { ...READ, example: '统一社会信用代码' })
  label: string;

  @ListOfTexts({ most: 3, choices: Object.keys(ACT_KINDS) }, { ...READ, description: '对哪些措施类型要求' })
  kinds: string[];

  @Nested(() => ConditionDto, { ...READ, nullable: true, description: '仅在此情形下要求' })
  when: ConditionDto | null;

  @Text({ max: 100 }, { ...READ, nullable: true, description: '填写此项亦可' })
  orElse: string | null;

  @Text({ max: 60 }, { ...READ, description: '未填时的原因代码', example: 'answer-missing' })
  reason: string;
}

export class CountyCodeDto {
  @Text({ max: 40 }, { ...READ, example: 'jinjiang' })
  key: string;

  @Text({ max: 60 }, { ...READ, example: '晋江市' })
  name: string;

  @Text({ max: 100 }, READ)
  englishName: string;

  @Text(
    { max: 6 },
    { ...READ, nullable: true, description: 'GB/T 2260；开发区等无代码者为 null', example: '350582' },
  )
  regionCode: string | null;
}

export class PostCodeDto {
  @Choice(ROLES, READ)
  code: string;

  @Text({ max: 60 }, READ)
  label: string;
}

export class ContentReasonDto {
  @Text({ max: 60 }, { ...READ, example: 'amount-exceeds-balance' })
  code: string;

  @Text({ max: 200 }, { ...READ, description: '依据' })
  clause: string;
}

export class ProblemCodeDto {
  @Text({ max: 60 }, { ...READ, example: 'guard-failed' })
  code: string;

  @Whole({ least: 400, most: 599 }, READ)
  status: number;

  @Text({ max: 200 }, READ)
  title: string;

  @Text({ max: 200 }, READ)
  englishTitle: string;
}

export class AttachmentCodeDto {
  @Text({ max: 10 }, { ...READ, example: 'pdf' })
  code: string;

  @Text({ max: 100 }, { ...READ, example: 'application/pdf' })
  mediaType: string;

  @ListOfTexts({ most: 5 }, READ)
  extensions: string[];
}

/** What the forms and pages of committees choose from. */
export class CommitteeCodesDto {
  @ListOf(() => CodeDto, MOST, { ...READ, description: '债委会、主办行会商' })
  forms: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '状态' })
  states: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '一企一策' })
  strategies: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '债权类型' })
  claimBases: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '会议方式' })
  meetingWays: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '对会议纪要的答复' })
  minutesAnswers: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '续贷排期的结果' })
  rolloverOutcomes: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '可提交的事件' })
  events: CodeDto[];
}

export class CodesDto {
  @ListOf(() => CodeDto, MOST, { ...READ, description: '措施类型' })
  kinds: CodeDto[];

  @ListOf(() => SubtypeCodeDto, MOST, { ...READ, description: '措施细类' })
  subtypes: SubtypeCodeDto[];

  @ListOf(() => GroundCodeDto, MOST, { ...READ, description: '原因' })
  grounds: GroundCodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '紧急情形' })
  emergencyReasons: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '五不要求' })
  fiveNos: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '三项判断的回答' })
  triStates: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '续贷评估结果' })
  renewalResults: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '续贷承诺的形式' })
  promiseForms: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '替代方案' })
  alternativeKinds: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '告知企业的方式' })
  informMethods: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '决定层级' })
  decisionLevels: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '贷款品种' })
  loanProducts: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '币种' })
  currencies: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '担保方式' })
  guaranteeTypes: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '风险分类' })
  riskClasses: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '此前措施的状态' })
  actStatuses: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '企业规模' })
  sizeClasses: CodeDto[];

  @ListOf(() => GroundedCodeDto, MOST, { ...READ, description: '免报情形' })
  exemptions: GroundedCodeDto[];

  @ListOf(() => GroundedCodeDto, MOST, { ...READ, description: '标记（仅列出可见的）' })
  marks: GroundedCodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '状态' })
  states: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '意见' })
  positions: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '结论依据' })
  bases: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '办结结果' })
  outcomes: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '可提交的事件（仅列出可见的）' })
  events: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, optional: true, description: '一般件、重点件（仅部门）' })
  lanes?: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, optional: true, description: '列为重点件的原因（仅部门）' })
  focusReasons?: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, optional: true, description: '各部门研判进度（仅部门）' })
  reviewStates?: CodeDto[];

  @Nested(() => CommitteeCodesDto, { ...READ, description: '债委会与主办行会商' })
  committees: CommitteeCodesDto;

  @ListOf(() => SupportMeasureCodeDto, MOST, { ...READ, description: '帮扶事项' })
  measures: SupportMeasureCodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '帮扶事项的状态' })
  supportStates: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '协调事项的状态' })
  coordinationStates: CodeDto[];

  @ListOf(() => CodeDto, MOST, { ...READ, description: '协调结果' })
  coordinationOutcomes: CodeDto[];

  @ListOf(() => RequiredAnswerDto, MOST, { ...READ, description: '必填项' })
  requiredAnswers: RequiredAnswerDto[];

  @ListOf(() => CountyCodeDto, MOST, { ...READ, description: '本市管理的县（市、区）及功能区' })
  counties: CountyCodeDto[];

  @ListOf(() => PostCodeDto, MOST, { ...READ, description: '岗位' })
  posts: PostCodeDto[];

  @ListOf(() => AttachmentCodeDto, MOST, { ...READ, description: '可上传的附件' })
  attachments: AttachmentCodeDto[];

  @ListOf(() => ContentReasonDto, MOST, { ...READ, description: '报告内容不符合要求的原因' })
  contentReasons: ContentReasonDto[];

  @ListOf(() => ProblemCodeDto, MOST, { ...READ, description: '问题代码' })
  problems: ProblemCodeDto[];
}
