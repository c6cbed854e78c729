import { ACT_KINDS, ACT_STATUSES, type ActKind, type ActStatus } from '../../workflows/rules/filing-codes.js';
import { Choice, Day, Id, Instant, ListOf, Money, Nested, Text, YesNo } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

const KINDS = Object.keys(ACT_KINDS);
const STATUSES = Object.keys(ACT_STATUSES);

export class CreditActQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;
}

/** An act that no filing tells of: below the threshold, or of before. It counts in the sum. */
export class NewCreditActDto {
  @Choice(KINDS)
  kind: ActKind;

  @YesNo({ optional: true, nullable: true, description: '抽贷后信贷关系是否保留；只有抽贷须填写' })
  relationContinues?: boolean | null;

  @Money({ description: '大于零' })
  amount: string;

  @Day({ description: '实施日；尚未实施的填拟实施日' })
  actedOn: string;

  @Choice(STATUSES)
  status: ActStatus;

  @Id({
    optional: true,
    nullable: true,
    description: '银行；由金融工作部门登记时必填，银行申报本行行为时不填',
  })
  bank?: string | null;

  @Text({ min: 1, max: 100 }, { optional: true, nullable: true, description: '信息来源' })
  source?: string | null;
}

export class CreditActDto {
  @Id({ checked: false })
  id: string;

  @Id({ checked: false })
  firm: string;

  @Id({ checked: false })
  bank: string;

  @Text({ max: 100 }, { checked: false })
  bankName: string;

  @Choice(KINDS, { checked: false })
  kind: string;

  @YesNo({ checked: false, nullable: true })
  relationContinues: boolean | null;

  @Money({ checked: false })
  amount: string;

  @Day({ checked: false })
  actedOn: string;

  @Choice(STATUSES, { checked: false })
  status: string;

  @Text({ max: 100 }, { checked: false })
  source: string;

  @Instant({ checked: false })
  recordedAt: string;
}

export class CreditActsDto {
  @ListOf(() => CreditActDto, 100, { checked: false })
  items: CreditActDto[];

  @Id({ checked: false, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, { checked: false })
  total: TotalDto;
}
