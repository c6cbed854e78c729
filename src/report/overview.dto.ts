import { ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { PROCESS_NAMES } from '../../workflows/process.js';
import { Choice, Day, Id, Instant, ListOf, Money, Nested, Text, Whole } from '../platform/http/fields.js';

const READ = { checked: false } as const;
const COUNT = { least: 0, most: 1_000_000_000 } as const;

export class OverviewQueryDto {
  @Type(() => Number)
  @Whole({ least: 1, most: 36 }, { optional: true, description: '含本月在内的月数，默认12' })
  months?: number;
}

/** Of one bank, county, trade…: how many reports were received, and what they would cut. */
@ApiSchema({ name: 'OverviewShare' })
export class OverviewShareDto {
  @Text({ max: 100 }, { ...READ, example: 'jinjiang' })
  key: string;

  @Text({ max: 100 }, { ...READ, example: '晋江市' })
  label: string;

  @Whole(COUNT, READ)
  count: number;

  @Money(READ)
  amount: string;
}

@ApiSchema({ name: 'OverdueCase' })
export class OverdueCaseDto {
  @Id(READ)
  id: string;

  @Choice(PROCESS_NAMES, READ)
  process: string;

  @Text({ max: 200 }, { ...READ, nullable: true, description: '报告编号；其他事项为 null' })
  number: string | null;

  @Text({ max: 200 }, { ...READ, nullable: true })
  firmName: string | null;

  @Text({ max: 60 }, READ)
  state: string;

  @Text({ max: 100 }, READ)
  stateLabel: string;

  @Instant(READ)
  dueAt: string;
}

@ApiSchema({ name: 'OverviewLights' })
export class OverviewLightsDto {
  @Whole(COUNT, READ)
  onTime: number;

  @Whole(COUNT, READ)
  atRisk: number;

  @Whole(COUNT, READ)
  overdue: number;

  @Whole(COUNT, { ...READ, description: '已督办：期满后仍未办理并已上报负责人的期限' })
  escalated: number;
}

@ApiSchema({ name: 'Overview' })
export class OverviewDto {
  @Instant({ ...READ, description: '统计时刻' })
  asOf: string;

  @Day({ ...READ, description: '统计起始日（收到日）' })
  since: string;

  @Whole(COUNT, { ...READ, description: '期内收到的报告，作废的不计' })
  count: number;

  @Money({ ...READ, description: '涉及金额' })
  amount: string;

  @Nested(() => OverviewLightsDto, { ...READ, nullable: true, description: '银行不见部门的期限，为 null' })
  lights: OverviewLightsDto | null;

  @ListOf(() => OverdueCaseDto, 10, { ...READ, description: '超期最久的在前；银行为空' })
  overdue: OverdueCaseDto[];

  @ListOf(() => OverviewShareDto, 36, { ...READ, description: '按月，先发生的在前；没有报告的月份为 0' })
  byMonth: OverviewShareDto[];

  @ListOf(() => OverviewShareDto, 500, READ)
  byBank: OverviewShareDto[];

  @ListOf(() => OverviewShareDto, 100, { ...READ, description: '本市各县（市、区）、开发区，没有报告的为 0' })
  byCounty: OverviewShareDto[];

  @ListOf(() => OverviewShareDto, 100, READ)
  byTrade: OverviewShareDto[];

  @ListOf(() => OverviewShareDto, 3, READ)
  byKind: OverviewShareDto[];

  @ListOf(() => OverviewShareDto, 30, { ...READ, description: '在办的，按所处环节' })
  byState: OverviewShareDto[];

  @ListOf(() => OverviewShareDto, 30, { ...READ, description: '办结的，按结果' })
  byOutcome: OverviewShareDto[];
}
