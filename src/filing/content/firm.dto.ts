import { ApiSchema } from '@nestjs/swagger';
import { Text } from '../../platform/http/fields.js';

const OPEN = { optional: true, nullable: true } as const;

/** The firm that a report is about. Trade, size and lists come from the directory. */
@ApiSchema({ name: 'FilingFirm' })
export class FirmDto {
  @Text(
    { max: 40 },
    { ...OPEN, description: '统一社会信用代码；全角、空格和小写会被规范', example: '91350582MA2XK7PQ0A' },
  )
  creditCode?: string | null;

  @Text({ max: 200 }, { ...OPEN, description: '企业名称', example: '晋江市某鞋业有限公司' })
  name?: string | null;

  @Text({ max: 40 }, { ...OPEN, description: '实际经营地所属县（市、区）的键', example: 'jinjiang' })
  county?: string | null;

  @Text({ max: 300 }, { ...OPEN, description: '实际经营地址' })
  operatingAddress?: string | null;
}
