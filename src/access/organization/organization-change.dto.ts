import { ApiSchema } from '@nestjs/swagger';
import { Choice, Day, Id, Instant, ListOf, Nested, Text } from '../../platform/http/fields.js';
import { PageSize } from '../../platform/http/page.js';
import { GRANT_STATES, GrantPartyDto } from '../grant/grant.dto.js';
import {
  type ChangeOfOrganization,
  JOINING_KINDS,
  type JoiningKind,
  ORGANIZATION_CHANGES,
} from './organization-rules.js';

const SAID = { checked: false } as const;
const NONE = { checked: false, nullable: true } as const;
const OPEN = { optional: true, nullable: true } as const;
/** Part of logins and of the numbers of reports. */
const KEY = /^[a-z][a-z0-9-]*$/;

export class OrganizationChangeIdDto {
  @Id({ description: '机构变更的 id' })
  id: string;
}

export class OrganizationChangesQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;
}

/** 机构变更: which of the answers it takes depends on what is changed. */
@ApiSchema({ name: 'NewOrganizationChange' })
export class NewOrganizationChangeDto {
  @Choice(ORGANIZATION_CHANGES, {
    description:
      'add 新增机构；addUnit 新增分支机构；rename 机构更名；renameUnit 分支机构更名；end 终止机构；endUnit 终止分支机构',
  })
  change: ChangeOfOrganization;

  @Id({ ...OPEN, description: '机构；新增机构时不填' })
  organization?: string | null;

  @Id({ ...OPEN, description: '分支机构；更名、终止分支机构时填写' })
  unit?: string | null;

  @Choice(JOINING_KINDS, { ...OPEN, description: '机构类别（新增机构）' })
  kind?: JoiningKind | null;

  @Text(
    { min: 2, max: 30, pattern: KEY },
    { ...OPEN, description: '代码：小写字母开头，不再变更；登录名以其开头' },
  )
  key?: string | null;

  @Text({ min: 1, max: 10 }, { ...OPEN, description: '报告编号所用的银行简称（新增银行）', example: '晋鲤' })
  series?: string | null;

  @Text({ min: 1, max: 100 }, { ...OPEN, description: '名称' })
  name?: string | null;

  @Text({ min: 1, max: 200 }, { ...OPEN, description: '英文名称（机构）' })
  englishName?: string | null;

  @Day({ ...OPEN, description: '新机构、新名称的启用日，或终止的末日（含当日）' })
  on?: string | null;

  @Text({ min: 1, max: 200 }, { description: '事由', example: '泉金管函〔2026〕12号' })
  reason: string;
}

@ApiSchema({ name: 'OrganizationChange' })
export class OrganizationChangeDto {
  @Id(SAID)
  id: string;

  @Choice(ORGANIZATION_CHANGES, SAID)
  change: string;

  @Choice(GRANT_STATES, { ...SAID, description: '待执行、已执行、已撤回' })
  state: string;

  @Nested(() => GrantPartyDto, { ...NONE, description: '机构；新增而尚未执行的为 null' })
  organization: GrantPartyDto | null;

  @Nested(() => GrantPartyDto, { ...NONE, description: '分支机构' })
  unit: GrantPartyDto | null;

  @Text({ max: 20 }, NONE)
  kind: string | null;

  @Text({ max: 30 }, NONE)
  key: string | null;

  @Text({ max: 10 }, NONE)
  series: string | null;

  @Text({ max: 100 }, NONE)
  name: string | null;

  @Text({ max: 200 }, NONE)
  englishName: string | null;

  @Day(NONE)
  on: string | null;

  @Text({ max: 200 }, SAID)
  reason: string;

  @Nested(() => GrantPartyDto, { ...SAID, description: '提出人' })
  proposedBy: GrantPartyDto;

  @Instant(SAID)
  proposedAt: string;

  @Nested(() => GrantPartyDto, { ...NONE, description: '执行人或撤回人' })
  settledBy: GrantPartyDto | null;

  @Instant(NONE)
  settledAt: string | null;
}

@ApiSchema({ name: 'OrganizationChanges' })
export class OrganizationChangesDto {
  @ListOf(() => OrganizationChangeDto, 100, SAID)
  items: OrganizationChangeDto[];

  @Text({ max: 40 }, { ...NONE, description: '下一页的 cursor；没有下一页时为 null' })
  nextCursor: string | null;
}
