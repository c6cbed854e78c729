import { ApiSchema } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../workflows/process.js';
import { Choice, Day, Id, Instant, ListOf, Nested, Text } from '../../platform/http/fields.js';
import { PageSize, TotalDto } from '../../platform/http/page.js';
import { InitialPasswordDto } from '../accounts.controller.js';
import { STAFF_NUMBER } from '../key/staff.js';
import { PostUnitDto } from '../people.dto.js';

const SAID = { checked: false } as const;
const NONE = { checked: false, nullable: true } as const;
/** Small letters and figures alone, so that no two logins look alike. */
const LOGIN = { min: 3, max: 64, pattern: /^[a-z0-9]+([.-][a-z0-9]+)*$/ };
export const EMAIL = { max: 200, pattern: /^[^\s@<>",;]{1,64}@[a-zA-Z0-9.-]{1,120}$/ };
/** A grant that waits, was executed, or was withdrawn. */
export const GRANT_STATES = ['proposed', 'executed', 'withdrawn'] as const;

export class GrantIdDto {
  @Id({ description: '授权事项的 id' })
  id: string;
}

export class GrantQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(GRANT_STATES, { optional: true, description: '待执行、已执行、已撤回' })
  state?: (typeof GRANT_STATES)[number];
}

@ApiSchema({ name: 'NewPerson' })
export class NewPersonDto {
  @Text(LOGIN, { description: '登录名：小写字母、数字，可用点或连字符分隔', example: 'jinli.maker3' })
  login: string;

  @Text({ min: 1, max: 100 }, { example: '陈志远' })
  name: string;

  @Text(EMAIL, { optional: true, description: '接收通知的邮箱', example: 'maker3@jinli.example' })
  email?: string;

  @Text(STAFF_NUMBER, { optional: true, description: '工号；与接口密钥所报经办人同号的视为同一人' })
  staffNo?: string;

  @Id({ description: '所属机构' })
  organization: string;
}

/** 授权: a post for somebody known, or for a newcomer, or the end of a post. */
@ApiSchema({ name: 'NewGrant' })
export class NewGrantDto {
  @Id({ optional: true, description: '授予岗位：现有人员' })
  person?: string;

  @Nested(() => NewPersonDto, { optional: true, description: '授予岗位：新开账号的人员' })
  newPerson?: NewPersonDto;

  @Id({ optional: true, description: '撤销岗位：岗位的 id；validUntil 为末日，不填为立即' })
  revoke?: string;

  @Choice(ROLES, { optional: true, description: '授予岗位时必填' })
  role?: Role;

  @Id({ optional: true, description: '分支机构；不填为本部' })
  unit?: string;

  @Day({ optional: true, description: '授予岗位时必填，不早于今日' })
  validFrom?: string;

  @Day({ optional: true, description: '末日，含当日；不填为长期' })
  validUntil?: string;

  @Text({ min: 1, max: 200 }, { description: '事由', example: '新到岗' })
  reason: string;
}

@ApiSchema({ name: 'GrantParty' })
export class GrantPartyDto {
  @Id(SAID)
  id: string;

  @Text({ max: 100 }, SAID)
  name: string;
}

@ApiSchema({ name: 'GrantNewcomer' })
export class GrantNewcomerDto {
  @Text({ max: 64 }, SAID)
  login: string;

  @Text({ max: 100 }, SAID)
  name: string;

  @Text({ max: 32 }, NONE)
  staffNo: string | null;
}

@ApiSchema({ name: 'Grant' })
export class GrantDto {
  @Id(SAID)
  id: string;

  @Choice(['appoint', 'revoke'], { ...SAID, description: '授予岗位、撤销岗位' })
  kind: string;

  @Choice(GRANT_STATES, SAID)
  state: string;

  @Nested(() => GrantPartyDto, SAID)
  organization: GrantPartyDto;

  @Choice(ROLES, SAID)
  role: string;

  @Nested(() => PostUnitDto, NONE)
  unit: PostUnitDto | null;

  @Nested(() => GrantPartyDto, { ...NONE, description: '新开账号的，执行后才有' })
  person: GrantPartyDto | null;

  @Nested(() => GrantNewcomerDto, { ...NONE, description: '新开账号' })
  newPerson: GrantNewcomerDto | null;

  @Day(NONE)
  validFrom: string | null;

  @Day(NONE)
  validUntil: string | null;

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

@ApiSchema({ name: 'GrantExecuted' })
export class GrantExecutedDto {
  @Nested(() => GrantDto, SAID)
  grant: GrantDto;

  @Nested(() => InitialPasswordDto, { ...NONE, description: '新开账号的初始密码，由执行人当面告知本人' })
  account: InitialPasswordDto | null;
}

@ApiSchema({ name: 'Grants' })
export class GrantsDto {
  @ListOf(() => GrantDto, 100, SAID)
  items: GrantDto[];

  @Id(NONE)
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}
