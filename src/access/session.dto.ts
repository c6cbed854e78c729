import { ApiSchema } from '@nestjs/swagger';
import { ROLES } from '../../workflows/process.js';
import { Choice, Id, Instant, ListOf, ListOfTexts, Nested, Text, YesNo } from '../platform/http/fields.js';
import { PasskeyProofDto } from './passkey/passkey.dto.js';

const CODE = { min: 6, max: 6, pattern: /^\d{6}$/ };
const SAID = { checked: false } as const;

export class LoginDto {
  @Text({ min: 1, max: 64 }, { description: '登录名', example: 'jinli.maker' })
  login: string;

  @Text({ min: 1, max: 256 }, { description: '密码' })
  password: string;

  @Text(CODE, { optional: true, description: '动态口令，已绑定的必填（或用通行密钥）', example: '123456' })
  code?: string;

  @Nested(() => PasskeyProofDto, { optional: true, description: '通行密钥的应答，代替动态口令' })
  passkey?: PasskeyProofDto;
}

@ApiSchema({ name: 'StepUp' })
export class StepUpDto {
  @Text({ min: 1, max: 256 }, { description: '密码' })
  password: string;

  @Text(CODE, { optional: true, description: '动态口令，已绑定的必填（或用通行密钥）' })
  code?: string;

  @Nested(() => PasskeyProofDto, { optional: true, description: '通行密钥的应答，代替动态口令' })
  passkey?: PasskeyProofDto;
}

@ApiSchema({ name: 'NewPassword' })
export class NewPasswordDto {
  @Text({ min: 1, max: 256 }, { optional: true, description: '当前密码；用初始密码登录的不填' })
  current?: string;

  @Text({ min: 1, max: 256 }, { description: '新密码' })
  password: string;
}

@ApiSchema({ name: 'SecondFactorCode' })
export class CodeDto {
  @Text(CODE, { description: '动态口令', example: '123456' })
  code: string;
}

@ApiSchema({ name: 'SecondFactorSecret' })
export class SecretDto {
  @Text({ max: 64 }, { ...SAID, description: '密钥（Base32），只显示这一次' })
  secret: string;

  @Text({ max: 500 }, { ...SAID, description: 'otpauth 地址，供动态口令应用扫码' })
  uri: string;
}

export class DelegatedRoleDto {
  @Choice(ROLES, SAID)
  role: string;

  @Id({ ...SAID, description: '委托人' })
  from: string;
}

export class SessionDto {
  @Id(SAID)
  person: string;

  @Text({ max: 100 }, SAID)
  name: string;

  @Text({ max: 64 }, SAID)
  login: string;

  @Id(SAID)
  organization: string;

  @Text({ max: 20 }, SAID)
  organizationKind: string;

  @ListOfTexts({ most: 20, choices: ROLES }, SAID)
  roles: string[];

  @ListOf(() => DelegatedRoleDto, 50, { ...SAID, description: '他人委托代办的岗位' })
  delegated: DelegatedRoleDto[];

  @Choice(['password', 'secondFactor'], {
    ...SAID,
    nullable: true,
    description: '须先办理：设置新密码、绑定动态口令或添加通行密钥；没有的为 null',
  })
  owes: string | null;
}

@ApiSchema({ name: 'OwnSession' })
export class OwnSessionDto {
  @Id(SAID)
  id: string;

  @Text({ max: 64 }, { ...SAID, description: '登录地址' })
  address: string;

  @Text({ max: 300 }, { ...SAID, description: '浏览器' })
  browser: string;

  @Instant(SAID)
  createdAt: string;

  @Instant(SAID)
  seenAt: string;

  @YesNo({ ...SAID, description: '当前会话' })
  present: boolean;
}

@ApiSchema({ name: 'OwnSessions' })
export class OwnSessionsDto {
  @ListOf(() => OwnSessionDto, 100, SAID)
  items: OwnSessionDto[];
}
