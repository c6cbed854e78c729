import { ROLES, type Role } from '../../workflows/process.js';
import { Choice, Day, Id, ListOf, Nested, Text, YesNo } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

export class PeopleQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(ROLES, { optional: true, description: '当日担任该岗位的人员' })
  role?: Role;
}

export class PostUnitDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 100 }, { checked: false })
  name: string;
}

export class PostDto {
  @Choice(ROLES, { checked: false })
  role: string;

  @Nested(() => PostUnitDto, { checked: false, nullable: true, description: '分支机构；为 null 时在本部' })
  unit: PostUnitDto | null;

  @Day({ checked: false })
  validFrom: string;

  @Day({ checked: false, nullable: true })
  validUntil: string | null;
}

/** A colleague. What is needed to find and address one inside the organization, and no more (个人信息保护法 art. 6). */
export class PersonDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 64 }, { checked: false })
  login: string;

  @Text({ max: 100 }, { checked: false })
  name: string;

  @YesNo({ checked: false, description: '账号已停用' })
  disabled: boolean;

  @ListOf(() => PostDto, 50, { checked: false, description: '现任及将任的岗位' })
  posts: PostDto[];
}

export class PeopleDto {
  @ListOf(() => PersonDto, 100, { checked: false })
  items: PersonDto[];

  @Id({ checked: false, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, { checked: false })
  total: TotalDto;
}
