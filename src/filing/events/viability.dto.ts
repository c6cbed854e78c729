import { ApiSchema } from '@nestjs/swagger';
import type { Viability } from '../../../workflows/filing/viability.js';
import { TRI_STATES, type TriState } from '../../../workflows/rules/filing-codes.js';
import { Choice, Day, Nested, Text, Whole } from '../../platform/http/fields.js';

const TRI = Object.keys(TRI_STATES);
/** A difference in per cent, as the bureau knows it. */
const PER_CENT = { max: 10, pattern: /^-?\d{1,4}(\.\d{1,2})?$/ };

@ApiSchema({ name: 'ViabilityTests' })
export class ViabilityTestsDto {
  @Choice(TRI, { description: '有市场' })
  hasMarket: TriState;

  @Choice(TRI, { description: '能正常经营' })
  operatesNormally: TriState;

  @Choice(TRI, { description: '资金暂时困难' })
  shortForNow: TriState;
}

/** 企业生产经营情况研判单. A bureau answers what it knows; the three tests are always answered. */
@ApiSchema({ name: 'Viability' })
export class ViabilityDto implements Viability {
  @Nested(() => ViabilityTestsDto)
  tests: ViabilityTestsDto;

  @Text({ min: 1, max: 200 }, { description: '数据来源', example: '园区走访' })
  source: string;

  @Day({ description: '数据日期' })
  date: string;

  @Text({ max: 2_000 }, { optional: true, description: '市场' })
  market?: string;

  @Text({ max: 2_000 }, { optional: true, description: '订单' })
  orders?: string;

  @Text(PER_CENT, { optional: true, description: '产量同比（%）', example: '-12.5' })
  outputYearOnYear?: string;

  @Text(PER_CENT, { optional: true, description: '用电量同比（%）', example: '-8.0' })
  powerYearOnYear?: string;

  @Whole({ least: 0, most: 10_000_000 }, { optional: true, description: '职工人数' })
  staff?: number;

  @Choice(TRI, { optional: true, description: '工资是否按时发放' })
  wagesPaid?: TriState;

  @Text({ max: 2_000 }, { optional: true, description: '涉诉' })
  litigation?: string;

  @Choice(TRI, { optional: true, description: '实际控制人是否在岗' })
  controllerPresent?: TriState;
}
