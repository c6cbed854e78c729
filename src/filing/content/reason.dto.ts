import { ApiSchema } from '@nestjs/swagger';
import {
  ALTERNATIVE_KINDS,
  type AlternativeKind,
  DECISION_LEVELS,
  type DecisionLevel,
  EMERGENCY_REASONS,
  type EmergencyReason,
  FIVE_NOS,
  type FiveNo,
  GROUND_CODES,
  type GroundCode,
  PROMISE_FORMS,
  type PromiseForm,
  RENEWAL_RESULTS,
  type RenewalResult,
  TRI_STATES,
  type TriState,
} from '../../../workflows/rules/filing-codes.js';
import { Choice, Day, ListOfTexts, Nested, Text, Whole, YesNo } from '../../platform/http/fields.js';

const OPEN = { optional: true, nullable: true } as const;
const LONG = { max: 2_000 };

@ApiSchema({ name: 'DecidedAt' })
export class DecidedAtDto {
  @Choice(Object.keys(DECISION_LEVELS), { ...OPEN, description: '决策层级' })
  level?: DecisionLevel | null;

  @Text({ max: 100 }, { ...OPEN, description: '决策文件编号' })
  documentNo?: string | null;
}

/** 原因: 民营经济促进法 24 asks for the contract clause or the legal basis. */
@ApiSchema({ name: 'Ground' })
export class GroundDto {
  @Choice(Object.keys(GROUND_CODES), OPEN)
  code?: GroundCode | null;

  @Text(LONG, { ...OPEN, description: '事实说明' })
  facts?: string | null;

  @Text(LONG, { ...OPEN, description: '合同条款' })
  contractClause?: string | null;

  @Text(LONG, { ...OPEN, description: '法律依据' })
  legalBasis?: string | null;

  @YesNo({ ...OPEN, description: '欠款是否已付清' })
  cured?: boolean | null;

  @Whole({ least: 0, most: 36_500 }, { ...OPEN, description: '拖欠天数' })
  arrearsDays?: number | null;
}

/** 五不要求: the three tests, and which of the five the act touches. */
@ApiSchema({ name: 'FiveNos' })
export class FiveNosDto {
  @Choice(Object.keys(TRI_STATES), { ...OPEN, description: '企业是否有市场' })
  hasMarket?: TriState | null;

  @Choice(Object.keys(TRI_STATES), { ...OPEN, description: '企业能否正常经营' })
  operatesNormally?: TriState | null;

  @Choice(Object.keys(TRI_STATES), { ...OPEN, description: '是否资金暂时困难' })
  shortForNow?: TriState | null;

  @ListOfTexts({ most: 5, choices: Object.keys(FIVE_NOS) }, { ...OPEN, description: '涉及的“五不”情形' })
  touches?: FiveNo[] | null;

  @Text(LONG, { ...OPEN, description: '三项均为“是”时仍拟实施的理由' })
  explanation?: string | null;
}

@ApiSchema({ name: 'RenewalPromise' })
export class PromiseDto {
  @YesNo({ ...OPEN, description: '是否曾承诺续贷' })
  made?: boolean | null;

  @Choice(Object.keys(PROMISE_FORMS), OPEN)
  form?: PromiseForm | null;

  @Day(OPEN)
  date?: string | null;
}

@ApiSchema({ name: 'Renewal' })
export class RenewalDto {
  @YesNo({ ...OPEN, description: '是否已评估续贷' })
  considered?: boolean | null;

  @Choice(Object.keys(RENEWAL_RESULTS), { ...OPEN, description: '评估结果' })
  result?: RenewalResult | null;

  @Nested(() => PromiseDto, OPEN)
  promise?: PromiseDto | null;

  @Text(LONG, { ...OPEN, description: '未评估或不续贷的原因' })
  whyNot?: string | null;
}

@ApiSchema({ name: 'Alternative' })
export class AlternativeDto {
  @Choice(Object.keys(ALTERNATIVE_KINDS), OPEN)
  kind?: AlternativeKind | null;

  @YesNo({ ...OPEN, description: '是否已考虑' })
  considered?: boolean | null;

  @Text(LONG, { ...OPEN, description: '未采用的原因' })
  whyNot?: string | null;
}

@ApiSchema({ name: 'Emergency' })
export class EmergencyDto {
  @Choice(Object.keys(EMERGENCY_REASONS), { ...OPEN, description: '须当日保全的情形' })
  reason?: EmergencyReason | null;
}
