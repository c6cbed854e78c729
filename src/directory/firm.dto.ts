import { SIZE_CLASSES } from '../../workflows/rules/filing-codes.js';
import { Choice, Day, Id, ListOf, Money, Nested, Text, YesNo } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

const SIZES = Object.keys(SIZE_CLASSES);
const LISTS = ['whiteList', 'keyFirm', 'stockListed', 'aid'];

export class FirmIdDto {
  @Id()
  id: string;
}

export class FirmQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Text({ min: 1, max: 40 }, { optional: true, description: '统一社会信用代码或其开头部分' })
  creditCode?: string;

  @Text({ min: 1, max: 50 }, { optional: true, description: '企业名称或其中一部分' })
  name?: string;

  @Text({ min: 1, max: 40 }, { optional: true, example: 'jinjiang' })
  county?: string;
}

/** What anybody may know of a firm. */
export class FirmDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 18 }, { checked: false, example: '91350582MX00000196' })
  creditCode: string;

  @Text({ max: 200 }, { checked: false })
  name: string;

  @Text({ max: 40 }, { checked: false })
  county: string;

  @Text({ max: 40 }, { checked: false, nullable: true, description: '行业' })
  trade: string | null;

  @Choice(SIZES, { checked: false, nullable: true })
  sizeClass: string | null;
}

export class FirmsDto {
  @ListOf(() => FirmDto, 100, { checked: false })
  items: FirmDto[];

  @Id({ checked: false, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, { checked: false })
  total: TotalDto;
}

export class ListingDto {
  @Choice(LISTS, { checked: false })
  list: string;

  @Day({ checked: false })
  validFrom: string;

  @Day({ checked: false, nullable: true })
  validUntil: string | null;

  @Text({ max: 200 }, { checked: false })
  source: string;
}

export class ExposureDto {
  @Id({ checked: false })
  bank: string;

  @Text({ max: 100 }, { checked: false })
  bankName: string;

  @Money({ checked: false })
  limit: string;

  @Money({ checked: false })
  balance: string;

  @Text({ max: 200 }, { checked: false, nullable: true })
  guarantee: string | null;

  @Text({ max: 200 }, { checked: false, description: '数据来源' })
  source: string;

  @Day({ checked: false, description: '数据截至日' })
  asOf: string;
}

export class FirmDetailDto extends FirmDto {
  @YesNo({ checked: false, optional: true, nullable: true, description: '是否民营；仅部门可见' })
  privateEconomy?: boolean | null;

  @ListOf(() => ListingDto, 50, { checked: false, optional: true, description: '现有名单；仅部门可见' })
  listings?: ListingDto[];

  @ListOf(() => ExposureDto, 500, { checked: false, description: '各行最近一期授信；银行只见本行' })
  exposures: ExposureDto[];
}
