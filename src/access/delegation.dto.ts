import { ROLES, type Role } from '../../workflows/process.js';
import { Choice, Day, Id, Instant, ListOf, Nested, Text } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

export class DelegationIdDto {
  @Id()
  id: string;
}

export class DelegationQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;
}

/** 委托代办: one post's work, lent to one colleague for some days. */
export class NewDelegationDto {
  @Choice(ROLES, { description: '所委托的岗位，须为本人现任' })
  role: Role;

  @Id({ description: '受托人，须为本机构其他人员' })
  to: string;

  @Day({ description: '首日，不早于今日' })
  validFrom: string;

  @Day({ description: '末日，含当日' })
  validUntil: string;

  @Text({ min: 1, max: 200 }, { description: '事由', example: '外出培训' })
  reason: string;
}

export class DelegationPartyDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 100 }, { checked: false })
  name: string;
}

export class DelegationDto {
  @Id({ checked: false })
  id: string;

  @Choice(ROLES, { checked: false })
  role: string;

  @Nested(() => DelegationPartyDto, { checked: false })
  from: DelegationPartyDto;

  @Nested(() => DelegationPartyDto, { checked: false })
  to: DelegationPartyDto;

  @Day({ checked: false })
  validFrom: string;

  @Day({ checked: false })
  validUntil: string;

  @Text({ max: 200 }, { checked: false })
  reason: string;

  @Instant({ checked: false })
  createdAt: string;

  @Instant({ checked: false, nullable: true, description: '已收回的时刻' })
  revokedAt: string | null;
}

export class DelegationsDto {
  @ListOf(() => DelegationDto, 100, { checked: false })
  items: DelegationDto[];

  @Id({ checked: false, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, { checked: false })
  total: TotalDto;
}
