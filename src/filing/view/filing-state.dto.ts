import { ApiSchema } from '@nestjs/swagger';
import { BASES } from '../../../workflows/filing/basis.js';
import { OUTCOME_LABELS, REVIEW_LABELS, STATE_LABELS } from '../../../workflows/filing/filing.labels.js';
import { POSITIONS } from '../../../workflows/filing/positions.js';
import { ACT_KINDS, type ActKind } from '../../../workflows/rules/filing-codes.js';
import { LANES } from '../../../workflows/rules/lane.js';
import {
  Choice,
  Day,
  Id,
  ListOfTexts,
  Money,
  Nested,
  Text,
  Whole,
  YesNo,
} from '../../platform/http/fields.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const OFFICES_ONLY = { checked: false, optional: true } as const;

@ApiSchema({ name: 'FilingBank' })
export class BankDto {
  @Id(SAID)
  id: string;

  @Text({ max: 40 }, { ...SAID, example: 'jinli' })
  key: string;

  @Text({ max: 100 }, { ...SAID, example: '泉州晋鲤银行' })
  name: string;
}

@ApiSchema({ name: 'FilingPolicy' })
export class PolicyReferenceDto {
  @Id(SAID)
  id: string;

  @Whole({ least: 1, most: 1_000_000 }, { ...SAID, description: '政策参数版本' })
  number: number;

  @Day(SAID)
  validFrom: string;
}

/** On what a filing was cleared (已收悉). It tells how far the offices had come; it never is a permission. */
@ApiSchema({ name: 'FilingConclusion' })
export class ConclusionDto {
  @Choice(BASES, SAID)
  basis: string;

  @Text({ max: 60 }, SAID)
  label: string;

  @Day(MAYBE)
  clearedOn: string | null;
}

@ApiSchema({ name: 'FilingExecuted' })
export class ExecutedDto {
  @Money({ ...SAID, description: '已实施金额（元）' })
  total: string;

  @Day({ ...SAID, description: '最近一次实施日' })
  last: string;

  @Whole({ least: 0, most: 10_000 }, { ...SAID, description: '实施情况报告次数' })
  reports: number;
}

@ApiSchema({ name: 'OfficeReview' })
export class ReviewDto {
  @Choice(Object.keys(REVIEW_LABELS), { ...MAYBE, description: '研判阶段之外为 null' })
  state: string | null;

  @Choice(POSITIONS, { ...MAYBE, description: '期限内反馈的意见；未反馈为 null' })
  position: string | null;
}

@ApiSchema({ name: 'OfficeReviews' })
export class ReviewsDto {
  @Nested(() => ReviewDto, SAID)
  finance: ReviewDto;

  @Nested(() => ReviewDto, SAID)
  industry: ReviewDto;
}

/** Where a filing is. A function of its state alone, so that a repeated request gets the same answer. */
@ApiSchema({ name: 'FilingState' })
export class FilingStateDto {
  @Id(SAID)
  id: string;

  @Nested(() => BankDto, SAID)
  bank: BankDto;

  @Text({ max: 60 }, { ...MAYBE, description: '报告编号', example: '泉贷报〔2026〕晋鲤12号' })
  number: string | null;

  @Text({ max: 60 }, { ...MAYBE, example: 'QZ-2026-JINLI-12' })
  machineNumber: string | null;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Text({ max: 20 }, { ...SAID, description: '与 ETag 相同', example: '5.0' })
  version: string;

  @Whole({ least: 0, most: 10_000 }, { ...SAID, description: '已报送的修订版次；草稿为 0' })
  revision: number;

  @Text({ max: 64 }, { ...MAYBE, description: '报送内容的 SHA-256' })
  contentHash: string | null;

  @Choice(Object.keys(ACT_KINDS), MAYBE)
  kind: ActKind | null;

  @Money(MAYBE)
  amount: string | null;

  @Day(MAYBE)
  plannedDate: string | null;

  @Day(MAYBE)
  actedOn: string | null;

  @Day({ ...MAYBE, description: '收到日' })
  receivedOn: string | null;

  @Day({ ...MAYBE, description: '银行日期；已实施的事项没有' })
  bankDate: string | null;

  @ListOfTexts(
    { most: 20, max: 40 },
    { ...SAID, description: '标记，见 GET /codes', example: ['cumulative'] },
  )
  marks: string[];

  @Nested(() => PolicyReferenceDto, { ...MAYBE, description: '报送时适用的政策参数' })
  policy: PolicyReferenceDto | null;

  @YesNo({ ...SAID, description: '报送时无生效依据：自愿报告' })
  voluntary: boolean;

  @YesNo({ ...SAID, description: '是否达到报告标准' })
  reportable: boolean;

  @Choice(['office', 'clock'], { ...MAYBE, description: '签收，或自动签收' })
  acknowledged: string | null;

  @Nested(() => ConclusionDto, MAYBE)
  conclusion: ConclusionDto | null;

  @Choice(Object.keys(OUTCOME_LABELS), MAYBE)
  outcome: string | null;

  @Nested(() => ExecutedDto, MAYBE)
  executed: ExecutedDto | null;

  @Choice(Object.keys(LANES), { ...OFFICES_ONLY, description: '一般件、重点件（仅部门）' })
  lane?: string;

  @Text({ max: 20 }, { ...OFFICES_ONLY, description: '全市登记号（仅部门）' })
  registerNumber?: string | null;

  @Nested(() => ReviewsDto, { ...OFFICES_ONLY, description: '两部门的研判（仅部门）' })
  reviews?: ReviewsDto;

  @Choice(POSITIONS, { ...OFFICES_ONLY, nullable: true, description: '拟议的处置意见（仅部门）' })
  proposed?: string | null;
}
