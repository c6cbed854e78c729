import { ROLES } from '../../workflows/process.js';
import { Choice, Id, ListOf, ListOfTexts, Text } from '../platform/http/fields.js';

export class LoginDto {
  @Text({ min: 1, max: 64 }, { description: '登录名', example: 'jinli.maker' })
  login: string;

  @Text({ min: 1, max: 256 }, { description: '密码' })
  password: string;
}

export class DelegatedRoleDto {
  @Choice(ROLES, { checked: false })
  role: string;

  @Id({ checked: false, description: '委托人' })
  from: string;
}

export class SessionDto {
  @Id({ checked: false })
  person: string;

  @Text({ max: 100 }, { checked: false })
  name: string;

  @Text({ max: 64 }, { checked: false })
  login: string;

  @Id({ checked: false })
  organization: string;

  @Text({ max: 20 }, { checked: false })
  organizationKind: string;

  @ListOfTexts({ most: 20, choices: ROLES }, { checked: false })
  roles: string[];

  @ListOf(() => DelegatedRoleDto, 50, { checked: false, description: '他人委托代办的岗位' })
  delegated: DelegatedRoleDto[];
}
