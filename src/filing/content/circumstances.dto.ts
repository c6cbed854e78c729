import { ApiSchema } from '@nestjs/swagger';
import { INFORM_METHODS, type InformMethod } from '../../../workflows/rules/filing-codes.js';
import { Choice, Day, Money, Text, Whole, YesNo } from '../../platform/http/fields.js';

const OPEN = { optional: true, nullable: true } as const;

@ApiSchema({ name: 'FirmInformed' })
export class FirmInformedDto {
  @YesNo({ ...OPEN, description: '是否已告知企业' })
  informed?: boolean | null;

  @Day(OPEN)
  date?: string | null;

  @Choice(Object.keys(INFORM_METHODS), OPEN)
  method?: InformMethod | null;

  @Text({ max: 2_000 }, { ...OPEN, description: '企业意见' })
  opinion?: string | null;

  @YesNo({ ...OPEN, description: '企业是否书面确认' })
  confirmedByFirm?: boolean | null;
}

@ApiSchema({ name: 'Impact' })
export class ImpactDto {
  @Whole({ least: 0, most: 10_000_000 }, { ...OPEN, description: '职工人数' })
  employees?: number | null;

  @Whole({ least: 0, most: 10_000 }, { ...OPEN, description: '担保圈企业数' })
  guaranteeCircle?: number | null;

  @Money({ ...OPEN, description: '资金缺口（元）' })
  fundGap?: string | null;

  @Whole({ least: 0, most: 1_000 }, { ...OPEN, description: '已知其他授信银行数' })
  otherLendersKnown?: number | null;
}

@ApiSchema({ name: 'Contact' })
export class ContactDto {
  @Text({ max: 50 }, OPEN)
  name?: string | null;

  @Text({ max: 50 }, OPEN)
  post?: string | null;

  @Text({ max: 40, pattern: /^[0-9+()\- ]*$/ }, { ...OPEN, description: '电话', example: '0595-12345678' })
  phone?: string | null;
}
