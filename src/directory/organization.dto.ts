import { Choice, Day, Id, ListOf, Text, YesNo } from '../platform/http/fields.js';

export const ORGANIZATION_KINDS = [
  'bank',
  'finance',
  'industry',
  'county',
  'regulator',
  'pboc',
  'helper',
  'operator',
] as const;

export class OrganizationQueryDto {
  @Day({ optional: true, description: '名称以这一天为准，默认为当日' })
  on?: string;

  @Choice(ORGANIZATION_KINDS, { optional: true })
  kind?: (typeof ORGANIZATION_KINDS)[number];
}

export class OrganizationNameDto {
  @Text({ max: 100 }, { checked: false })
  name: string;

  @Text({ max: 200 }, { checked: false })
  englishName: string;

  @Day({ checked: false })
  validFrom: string;

  @Day({ checked: false, nullable: true })
  validUntil: string | null;

  @Text({ max: 200 }, { checked: false, nullable: true, description: '名称有待确认之处' })
  remark: string | null;
}

export class UnitDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 40 }, { checked: false })
  key: string;

  @Text({ max: 100 }, { checked: false })
  name: string;

  @Day({ checked: false, nullable: true, description: '终止的末日；未终止的为 null' })
  endedOn: string | null;
}

export class OrganizationDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 40 }, { checked: false, example: 'finance' })
  key: string;

  @Choice(ORGANIZATION_KINDS, { checked: false })
  kind: string;

  @Text({ max: 40 }, { checked: false, nullable: true, description: '所属县（市、区）' })
  county: string | null;

  @Text({ max: 20 }, { checked: false, nullable: true, description: '报告编号所用的银行简称' })
  series: string | null;

  @Text({ max: 100 }, { checked: false, description: '当日使用的名称' })
  name: string;

  @Text({ max: 200 }, { checked: false })
  englishName: string;

  @Day({ checked: false, nullable: true, description: '终止的末日；未终止的为 null' })
  endedOn: string | null;

  @ListOf(() => OrganizationNameDto, 50, { checked: false, description: '历次名称' })
  names: OrganizationNameDto[];

  @ListOf(() => UnitDto, 500, { checked: false, description: '分支机构' })
  units: UnitDto[];
}

export class OrganizationsDto {
  @ListOf(() => OrganizationDto, 2_000, { checked: false })
  items: OrganizationDto[];
}

export class CountyDto {
  @Text({ max: 40 }, { checked: false, example: 'jinjiang' })
  key: string;

  @Text({ max: 40 }, { checked: false, example: '晋江市' })
  name: string;

  @Text({ max: 100 }, { checked: false })
  englishName: string;

  @Text({ max: 6 }, { checked: false, nullable: true, description: 'GB/T 2260 代码；开发区没有' })
  regionCode: string | null;

  @YesNo({ checked: false })
  administered: boolean;
}

export class CountiesDto {
  @ListOf(() => CountyDto, 200, { checked: false })
  items: CountyDto[];
}
