import { ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Choice, Id, Instant, ListOf, Nested, Shape, Text, Whole, YesNo } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';
import { WhoDto } from './who.dto.js';

const READ = { checked: false } as const;
/** Whatever JSON can say. */
const ANYTHING = {
  anyOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'object' },
    { type: 'array', items: {} },
    { type: 'null' },
  ],
};

export class HistoryQueryDto {
  @PageSize()
  limit?: number;

  @Type(() => Number)
  @Whole({ least: 0, most: 1_000_000_000 }, { optional: true, description: '上一页的 nextCursor' })
  cursor?: number;
}

@ApiSchema({ name: 'EntryValue' })
export class EntryValueDto {
  @Text({ max: 60 }, { ...READ, example: 'reason' })
  name: string;

  @Text({ max: 60 }, { ...READ, example: '理由' })
  label: string;

  @Shape(ANYTHING, { description: '原值' })
  value: unknown;

  @Text({ max: 10_000 }, { ...READ, description: '中文表述' })
  text: string;
}

@ApiSchema({ name: 'EntryChange' })
export class EntryChangeDto {
  @Text({ max: 300 }, { ...READ, example: '/amount' })
  pointer: string;

  @Shape(ANYTHING, { description: '变更前' })
  before: unknown;

  @Shape(ANYTHING, { description: '变更后' })
  after: unknown;
}

@ApiSchema({ name: 'HistoryEntry' })
export class HistoryEntryDto {
  @Whole({ least: 1, most: 1_000_000_000 }, { ...READ, description: '本件第几条' })
  seq: number;

  @Id({ ...READ, nullable: true, description: '日志条目；部门内部事项为 null' })
  id: string | null;

  @Instant(READ)
  at: string;

  @Text({ max: 60 }, { ...READ, nullable: true, description: '部门内部事项为 null', example: 'FILE' })
  type: string | null;

  @Text({ max: 100 }, { ...READ, example: '报送' })
  label: string;

  @Nested(() => WhoDto, { ...READ, nullable: true, description: '由谁；部门内部事项为 null' })
  who: WhoDto | null;

  @Choice(['finance', 'industry', 'county', 'committee'], {
    ...READ,
    nullable: true,
    description: '以何部门名义',
  })
  office: string | null;

  @Text({ max: 40 }, { ...READ, nullable: true, example: 'checking' })
  from: string | null;

  @Text({ max: 40 }, { ...READ, example: 'acknowledging' })
  to: string;

  @Text({ max: 60 }, { ...READ, example: '待签收' })
  toLabel: string;

  @Text({ max: 500 }, { ...READ, example: '泉州晋鲤银行林晓晴（复核岗）报送，转入“待签收”。' })
  text: string;

  @YesNo({ ...READ, description: '技术性条目，默认折叠' })
  folded: boolean;

  @ListOf(() => EntryValueDto, 30, { ...READ, nullable: true, description: '所填内容；到期删除后为 null' })
  values: EntryValueDto[] | null;

  @ListOf(() => EntryChangeDto, 1_000, { ...READ, description: '报送的修订与上一版次的差异' })
  changes: EntryChangeDto[];
}

@ApiSchema({ name: 'History' })
export class HistoryDto {
  @ListOf(() => HistoryEntryDto, 100, READ)
  items: HistoryEntryDto[];

  @Whole({ least: 0, most: 1_000_000_000 }, { ...READ, nullable: true })
  nextCursor: number | null;

  @Nested(() => TotalDto, READ)
  total: TotalDto;
}
