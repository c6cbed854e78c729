import { ApiSchema } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../workflows/process.js';
import { Choice, Day, Id, Instant, ListOf, Nested, Text, YesNo } from '../../platform/http/fields.js';
import { PageSize, TotalDto } from '../../platform/http/page.js';
import { PostUnitDto } from '../people.dto.js';
import { GrantPartyDto } from './grant.dto.js';

const SAID = { checked: false } as const;
const NONE = { checked: false, nullable: true } as const;

export class HeldPostIdDto {
  @Id({ description: '岗位的 id' })
  id: string;
}

export class PostQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Id({ optional: true, description: '机构' })
  organization?: string;

  @Choice(ROLES, { optional: true })
  role?: Role;

  @Day({ optional: true, description: '权限复核清单：自该日起未复核的' })
  unreviewedSince?: string;
}

@ApiSchema({ name: 'PostHolder' })
export class PostHolderDto {
  @Id(SAID)
  id: string;

  @Text({ max: 64 }, SAID)
  login: string;

  @Text({ max: 100 }, SAID)
  name: string;

  @Text({ max: 32 }, { ...NONE, description: '工号' })
  staffNo: string | null;

  @YesNo({ ...SAID, description: '账号已停用' })
  disabled: boolean;
}

@ApiSchema({ name: 'HeldPost' })
export class HeldPostDto {
  @Id(SAID)
  id: string;

  @Nested(() => GrantPartyDto, SAID)
  organization: GrantPartyDto;

  @Nested(() => PostUnitDto, { ...NONE, description: '分支机构；为 null 时在本部' })
  unit: PostUnitDto | null;

  @Choice(ROLES, SAID)
  role: string;

  @Nested(() => PostHolderDto, SAID)
  person: PostHolderDto;

  @Day(SAID)
  validFrom: string;

  @Day(NONE)
  validUntil: string | null;

  @Instant({ ...SAID, description: '最近一次复核；未复核过的为授予时刻' })
  reviewedAt: string;

  @YesNo({ ...SAID, description: '该行只有这一名在岗管理员，应再设一名' })
  soleAdministrator: boolean;
}

@ApiSchema({ name: 'HeldPosts' })
export class HeldPostsDto {
  @ListOf(() => HeldPostDto, 100, SAID)
  items: HeldPostDto[];

  @Id(NONE)
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}
