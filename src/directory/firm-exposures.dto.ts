import { ApiSchema } from '@nestjs/swagger';
import { ACT_KINDS } from '../../workflows/rules/filing-codes.js';
import { Choice, Day, Id, ListOf, Money, Nested, Text, Whole, YesNo } from '../platform/http/fields.js';
import { ExposureDto, FirmDto } from './firm.dto.js';

const READ = { checked: false } as const;

@ApiSchema({ name: 'CreditFigures' })
export class CreditFiguresDto {
  @Money(READ)
  limit: string;

  @Money(READ)
  balance: string;
}

/** A report on the firm that stands, or stood within the last twelve months. */
@ApiSchema({ name: 'FilingOnFirm' })
export class FilingOnFirmDto {
  @Id(READ)
  id: string;

  @Text({ max: 60 }, READ)
  number: string;

  @Id(READ)
  bank: string;

  @Text({ max: 100 }, READ)
  bankName: string;

  @Choice(Object.keys(ACT_KINDS), READ)
  kind: string;

  @Money(READ)
  amount: string;

  @Day(READ)
  receivedOn: string;

  @Day({ ...READ, nullable: true, description: '银行日期' })
  bankDate: string | null;

  @Text({ max: 40 }, READ)
  state: string;

  @YesNo({ ...READ, description: '尚可能实施，计入“如均实施”' })
  pending: boolean;
}

@ApiSchema({ name: 'Lender' })
export class LenderDto extends ExposureDto {
  @Nested(() => CreditFiguresDto, {
    ...READ,
    optional: true,
    description: '已报送事项如均实施后的授信；仅部门可见',
  })
  remaining?: CreditFiguresDto;
}

@ApiSchema({ name: 'GuaranteeLink' })
export class GuaranteeLinkDto {
  @Nested(() => FirmDto, { ...READ, description: '对方企业' })
  firm: FirmDto;

  @Choice(['guarantor', 'debtor'], { ...READ, description: '对方为担保人或被担保人' })
  as: string;

  @Money(READ)
  amount: string;

  @Text({ max: 200 }, { ...READ, description: '数据来源' })
  source: string;

  @Day({ ...READ, description: '数据截至日' })
  asOf: string;
}

@ApiSchema({ name: 'RunAlert' })
export class RunAlertDto {
  @YesNo({ ...READ, description: '多家银行集中收贷预警' })
  active: boolean;

  @Whole({ least: 0, most: 1_000 }, { ...READ, description: '涉及银行家数' })
  banks: number;
}

/** 关联授信与担保圈 */
@ApiSchema({ name: 'FirmExposures' })
export class FirmExposuresDto {
  @Nested(() => FirmDto, READ)
  firm: FirmDto;

  @ListOf(() => LenderDto, 500, {
    ...READ,
    description: '已知各行最近一期授信，各注来源和截至日；债委会成员单位按协议只见成员单位的',
  })
  lenders: LenderDto[];

  @Nested(() => CreditFiguresDto, { ...READ, description: '合计' })
  total: CreditFiguresDto;

  @Nested(() => CreditFiguresDto, {
    ...READ,
    optional: true,
    description: '已报送事项如均实施后的合计；仅部门可见',
  })
  remaining?: CreditFiguresDto;

  @ListOf(() => FilingOnFirmDto, 1_000, {
    ...READ,
    optional: true,
    description: '近十二个月的报告，新的在前；债委会成员单位按协议只见成员单位的，或不见',
  })
  filings?: FilingOnFirmDto[];

  @ListOf(() => GuaranteeLinkDto, 500, { ...READ, optional: true, description: '仅部门可见' })
  guarantees?: GuaranteeLinkDto[];

  @Nested(() => RunAlertDto, { ...READ, optional: true, description: '仅部门可见' })
  runAlert?: RunAlertDto;
}
