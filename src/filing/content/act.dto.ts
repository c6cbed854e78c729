import { ApiSchema } from '@nestjs/swagger';
import {
  ACT_KINDS,
  ACT_STATUSES,
  type ActKind,
  type ActStatus,
  CURRENCIES,
  type Currency,
  GUARANTEE_TYPES,
  type GuaranteeType,
  LOAN_PRODUCTS,
  type LoanProduct,
  RISK_CLASSES,
  type RiskClass,
} from '../../../workflows/rules/filing-codes.js';
import { Choice, Day, Money, PositiveMoney, Text, Whole, YesNo } from '../../platform/http/fields.js';

const OPEN = { optional: true, nullable: true } as const;

/** Limit and balance of the firm at the bank, before the act or after it. Either may be zero. */
@ApiSchema({ name: 'CreditPosition' })
export class PositionDto {
  @Money({ ...OPEN, description: '授信额度（元）', example: '3000000.00' })
  limit?: string | null;

  @Money({ ...OPEN, description: '用信余额（元）', example: '3000000.00' })
  balance?: string | null;
}

@ApiSchema({ name: 'Instalment' })
export class InstalmentDto {
  @Day({ ...OPEN, description: '分期日期' })
  date?: string | null;

  @PositiveMoney({ ...OPEN, description: '分期金额（元）' })
  amount?: string | null;
}

@ApiSchema({ name: 'Loan' })
export class LoanDto {
  @Text({ max: 100 }, { ...OPEN, description: '合同号', example: '流借字2025-001号' })
  contractNo?: string | null;

  @Text({ max: 100 }, { ...OPEN, description: '借据号' })
  noteNo?: string | null;

  @Choice(Object.keys(LOAN_PRODUCTS), { ...OPEN, description: '业务品种' })
  product?: LoanProduct | null;

  @Choice(Object.keys(CURRENCIES), { ...OPEN, description: '币种' })
  currency?: Currency | null;

  @Money({ ...OPEN, description: '余额，折人民币（元）' })
  balance?: string | null;

  @Day({ ...OPEN, description: '到期日' })
  maturityDate?: string | null;

  @Choice(Object.keys(GUARANTEE_TYPES), { ...OPEN, description: '担保方式' })
  guaranteeType?: GuaranteeType | null;

  @Choice(Object.keys(RISK_CLASSES), { ...OPEN, description: '五级分类' })
  riskClass?: RiskClass | null;

  @Whole({ least: 0, most: 36_500 }, { ...OPEN, description: '逾期天数' })
  overdueDays?: number | null;

  @Money({ ...OPEN, description: '本笔涉及金额（元）；各笔之和等于报告金额' })
  amount?: string | null;
}

/** An earlier act of the bank on the firm that was too small to be reported alone. */
@ApiSchema({ name: 'PriorAct' })
export class PriorActDto {
  @Choice(Object.keys(ACT_KINDS), OPEN)
  kind?: ActKind | null;

  @YesNo({ ...OPEN, description: '抽贷后信贷关系是否存续' })
  relationContinues?: boolean | null;

  @PositiveMoney({ ...OPEN, description: '金额（元）' })
  amount?: string | null;

  @Day({ ...OPEN, description: '实施日，未实施的为拟实施日' })
  on?: string | null;

  @Text({ max: 100 }, { ...OPEN, description: '分支机构' })
  branch?: string | null;

  @Choice(Object.keys(ACT_STATUSES), OPEN)
  status?: ActStatus | null;
}
