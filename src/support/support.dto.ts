import { ApiSchema } from '@nestjs/swagger';
import {
  FIELD_KINDS,
  OWNER_ROLES,
  PARENT_PROCESSES,
  SUPPORT_TYPES,
} from '../../workflows/rules/support-types.js';
import { LATENESS_LABELS, STATE_LABELS } from '../../workflows/support/support.labels.js';
import { NamedOrganizationDto } from '../directory/named-organization.js';
import { PostAtDto } from '../directory/post-at.dto.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  Nested,
  Shape,
  Text,
  ValuesByName,
  YesNo,
} from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const OFFICES_ONLY = { checked: false, optional: true, description: '仅部门可见' } as const;

@ApiSchema({ name: 'SupportParent' })
export class SupportParentDto {
  @Choice(PARENT_PROCESSES)
  process: (typeof PARENT_PROCESSES)[number];

  @Id()
  id: string;
}

@ApiSchema({ name: 'NewSupport' })
export class NewSupportDto {
  @Choice(SUPPORT_TYPES)
  type: (typeof SUPPORT_TYPES)[number];

  @Nested(() => SupportParentDto, { description: '所属的报告、债委会或企业' })
  parent: SupportParentDto;

  @Nested(() => PostAtDto)
  owner: PostAtDto;

  @Day({ description: '办理期限' })
  dueOn: string;

  @ValuesByName({
    description: '各类事项的填报项目见 /codes',
    example: { bank: '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10', amount: '3000000.00', maturesOn: '2026-12-31' },
  })
  input: Record<string, string | number>;
}

/** One field of a measure as people read it. */
@ApiSchema({ name: 'SupportFieldValue' })
export class SupportFieldValueDto {
  @Text({ max: 40 }, SAID)
  name: string;

  @Text({ max: 40 }, SAID)
  label: string;

  @Choice(FIELD_KINDS, SAID)
  kind: string;

  @Shape({ oneOf: [{ type: 'string' }, { type: 'integer' }] })
  value: string | number;

  @Text({ max: 500 }, { ...SAID, description: '金额带单位，机构用名称' })
  text: string;
}

@ApiSchema({ name: 'SupportHolder' })
export class SupportHolderDto {
  @Nested(() => NamedOrganizationDto, SAID)
  organization: NamedOrganizationDto;

  @Choice(OWNER_ROLES, SAID)
  role: string;
}

@ApiSchema({ name: 'SupportFirm' })
export class SupportFirmDto {
  @Text({ max: 18 }, SAID)
  creditCode: string;

  @Text({ max: 200 }, SAID)
  name: string;

  @Text({ max: 40 }, MAYBE)
  county: string | null;
}

/** What the state alone says. */
@ApiSchema({ name: 'SupportState' })
export class SupportStateDto {
  @Id(SAID)
  id: string;

  @Choice(SUPPORT_TYPES, SAID)
  type: string;

  @Text({ max: 40 }, SAID)
  typeLabel: string;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Choice(Object.keys(LATENESS_LABELS), MAYBE)
  lateness: string | null;

  @Nested(() => SupportHolderDto, SAID)
  owner: SupportHolderDto;

  @Day(SAID)
  dueOn: string;

  @YesNo({ ...SAID, description: '办理期限已变更过' })
  dateChanged: boolean;

  @Day({ ...MAYBE, description: '等待至' })
  waitUntil: string | null;

  @Day({ ...MAYBE, description: '企业还款日' })
  repaidOn: string | null;

  @YesNo({ ...SAID, description: '企业进入司法程序后，待责任岗位确认是否继续办理' })
  askedToConfirm: boolean;

  @Text({ max: 40 }, { ...SAID, description: '即 ETag' })
  version: string;

  @Nested(() => SupportParentDto, OFFICES_ONLY)
  parent?: SupportParentDto;
}

@ApiSchema({ name: 'Support' })
export class SupportDto extends SupportStateDto {
  @Text({ max: 200 }, { ...SAID, description: '依据' })
  clause: string;

  @Nested(() => SupportFirmDto, MAYBE)
  firm: SupportFirmDto | null;

  @ListOf(() => SupportFieldValueDto, 20, SAID)
  input: SupportFieldValueDto[];

  @ListOf(() => SupportFieldValueDto, 20, MAYBE)
  result: SupportFieldValueDto[] | null;

  @Text({ max: 500 }, { ...MAYBE, description: '等待事由' })
  waitsFor: string | null;

  @Text({ max: 500 }, { ...MAYBE, description: '未办成或取消的理由' })
  endReason: string | null;

  @Instant(SAID)
  proposedAt: string;
}

@ApiSchema({ name: 'ListedSupport' })
export class ListedSupportDto {
  @Id(SAID)
  id: string;

  @Choice(SUPPORT_TYPES, SAID)
  type: string;

  @Text({ max: 40 }, SAID)
  typeLabel: string;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Choice(Object.keys(LATENESS_LABELS), MAYBE)
  lateness: string | null;

  @Nested(() => SupportHolderDto, SAID)
  owner: SupportHolderDto;

  @Day(SAID)
  dueOn: string;

  @Nested(() => SupportFirmDto, MAYBE)
  firm: SupportFirmDto | null;
}

@ApiSchema({ name: 'SupportList' })
export class SupportListDto {
  @ListOf(() => ListedSupportDto, 100, SAID)
  items: ListedSupportDto[];

  @Text({ max: 40 }, { ...MAYBE, description: '下一页的 cursor；没有下一页时为 null' })
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}

/** Newest first. Parameters narrow, all of them at once. */
export class SupportListQuery {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(Object.keys(STATE_LABELS), { optional: true })
  state?: string;

  @Choice(SUPPORT_TYPES, { optional: true })
  type?: string;

  @Choice(Object.keys(LATENESS_LABELS), { optional: true })
  lateness?: string;

  @Text(
    { max: 40, pattern: /^[a-z][a-z0-9-]*$/ },
    { optional: true, description: '责任单位的键', example: 'danbao' },
  )
  owner?: string;

  @Id({ optional: true, description: '所属的协调事项、报告、债委会或企业；仅部门可用' })
  parent?: string;
}
