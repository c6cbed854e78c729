import { ApiSchema } from '@nestjs/swagger';
import { ROLES } from '../../../workflows/process.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  ListOfTexts,
  Nested,
  Text,
  Whole,
  YesNo,
} from '../../platform/http/fields.js';
import { EMAIL } from '../grant/grant.dto.js';

const SAID = { checked: false } as const;
const NONE = { checked: false, nullable: true } as const;
/** Of what goes on for years, the newest. */
export const MOST_SHOWN = 1_000;
const CORRECTION = { min: 1, max: 500 };

@ApiSchema({ name: 'OwnEmail' })
export class OwnEmailDto {
  @Text(EMAIL, {
    nullable: true,
    description: '接收通知的邮箱；为 null 时只在系统内接收',
    example: 'maker3@jinli.example',
  })
  email: string | null;
}

@ApiSchema({ name: 'CorrectionWish' })
export class CorrectionWishDto {
  @Text(CORRECTION, { description: '哪一项不准确或不完整，应为何', example: '姓名“陈志远”应为“陈致远”。' })
  text: string;
}

@ApiSchema({ name: 'CorrectionAnswer' })
export class CorrectionAnswerDto {
  @Text({ min: 1, max: 100 }, { optional: true, description: '更正后的姓名；不填则姓名不变' })
  name?: string;

  @Text(CORRECTION, { description: '答复；未予更正的，说明理由', example: '已更正姓名。' })
  answer: string;
}

@ApiSchema({ name: 'AskedCorrection' })
export class AskedCorrectionDto {
  @Id(SAID)
  person: string;

  @Text({ max: 64 }, SAID)
  login: string;

  @Text({ max: 100 }, SAID)
  name: string;

  @Text({ max: 200 }, { ...SAID, description: '所属机构' })
  organization: string;

  @Text({ max: CORRECTION.max }, SAID)
  text: string;

  @Instant(SAID)
  askedAt: string;
}

@ApiSchema({ name: 'AskedCorrections' })
export class AskedCorrectionsDto {
  @ListOf(() => AskedCorrectionDto, MOST_SHOWN, SAID)
  items: AskedCorrectionDto[];
}

@ApiSchema({ name: 'OwnAccount' })
export class OwnAccountDto {
  @Id(SAID)
  id: string;

  @Text({ max: 64 }, SAID)
  login: string;

  @Text({ max: 100 }, SAID)
  name: string;

  @Text({ max: 200 }, SAID)
  organization: string;

  @Text({ max: 32 }, NONE)
  staffNo: string | null;

  @Text({ max: 200 }, NONE)
  email: string | null;

  @Instant(SAID)
  createdAt: string;

  @Instant({ ...NONE, description: '最近登录' })
  signedInAt: string | null;

  @Instant({ ...SAID, description: '密码的设置时刻；密码仅存散列值' })
  passwordSetAt: string;

  @Instant({ ...NONE, description: '动态口令的绑定时刻；密钥加密存储' })
  secondFactorSince: string | null;

  @Text({ max: 200 }, { ...NONE, description: '统一身份认证的用户标识' })
  providerSubject: string | null;
}

@ApiSchema({ name: 'OwnPost' })
export class OwnPostDto {
  @Choice(ROLES, SAID)
  role: string;

  @Text({ max: 100 }, { ...NONE, description: '分支机构；为 null 时在本部' })
  unit: string | null;

  @Day(SAID)
  validFrom: string;

  @Day(NONE)
  validUntil: string | null;
}

@ApiSchema({ name: 'OwnDelegation' })
export class OwnDelegationDto {
  @Choice(ROLES, SAID)
  role: string;

  @Text({ max: 100 }, SAID)
  from: string;

  @Text({ max: 100 }, SAID)
  to: string;

  @Day(SAID)
  validFrom: string;

  @Day(SAID)
  validUntil: string;

  @Text({ max: 200 }, SAID)
  reason: string;
}

@ApiSchema({ name: 'KeptSession' })
export class KeptSessionDto {
  @Text({ max: 64 }, SAID)
  address: string;

  @Text({ max: 500 }, SAID)
  browser: string;

  @Instant(SAID)
  createdAt: string;

  @Instant(SAID)
  seenAt: string;

  @Instant(NONE)
  endedAt: string | null;
}

@ApiSchema({ name: 'KeptAttempt' })
export class KeptAttemptDto {
  @Text({ max: 64 }, SAID)
  address: string;

  @YesNo(SAID)
  succeeded: boolean;

  @Instant(SAID)
  at: string;
}

@ApiSchema({ name: 'KeptPasskey' })
export class KeptPasskeyDto {
  @Text({ max: 100 }, SAID)
  name: string;

  @Instant(SAID)
  addedAt: string;

  @Instant(NONE)
  usedAt: string | null;

  @Instant(NONE)
  removedAt: string | null;
}

@ApiSchema({ name: 'KeptMail' })
export class KeptMailDto {
  @Text({ max: 200 }, SAID)
  address: string;

  @Instant(SAID)
  at: string;
}

@ApiSchema({ name: 'KeptBatch' })
export class KeptBatchDto {
  @Text({ max: 255 }, SAID)
  fileName: string;

  @Instant(SAID)
  at: string;
}

@ApiSchema({ name: 'LoggedActs' })
export class LoggedActsDto {
  @Text({ max: 64 }, { ...SAID, description: '办理事项的代码' })
  type: string;

  @Whole({ least: 1, most: Number.MAX_SAFE_INTEGER }, SAID)
  count: number;
}

@ApiSchema({ name: 'OwnCorrection' })
export class OwnCorrectionDto {
  @Text({ max: CORRECTION.max }, SAID)
  text: string;

  @Instant(SAID)
  askedAt: string;

  @Text({ max: CORRECTION.max }, NONE)
  answer: string | null;

  @Instant(NONE)
  answeredAt: string | null;
}

/** 个人信息保护法 45: what the system holds about the person who asks, as a copy to keep or to take elsewhere. */
@ApiSchema({ name: 'PersonalData' })
export class PersonalDataDto {
  @Instant(SAID)
  madeAt: string;

  @Nested(() => OwnAccountDto, SAID)
  account: OwnAccountDto;

  @ListOf(() => OwnPostDto, MOST_SHOWN, SAID)
  posts: OwnPostDto[];

  @ListOf(() => OwnDelegationDto, MOST_SHOWN, SAID)
  delegations: OwnDelegationDto[];

  @ListOf(() => KeptSessionDto, MOST_SHOWN, { ...SAID, description: '会话，最近的在前' })
  sessions: KeptSessionDto[];

  @ListOf(() => KeptAttemptDto, MOST_SHOWN, { ...SAID, description: '以本人登录名登录的记录，最近的在前' })
  attempts: KeptAttemptDto[];

  @ListOf(() => KeptPasskeyDto, MOST_SHOWN, { ...SAID, description: '通行密钥，含已删除的' })
  passkeys: KeptPasskeyDto[];

  @ListOf(() => KeptMailDto, MOST_SHOWN, { ...SAID, description: '发往本人邮箱的通知，最近的在前' })
  mails: KeptMailDto[];

  @ListOf(() => KeptBatchDto, MOST_SHOWN, { ...SAID, description: '本人导入的文件，保存一个月' })
  batches: KeptBatchDto[];

  @ListOfTexts({ most: MOST_SHOWN, max: 500 }, { ...SAID, description: '本人添加的常用语' })
  phrases: string[];

  @ListOf(() => LoggedActsDto, MOST_SHOWN, {
    ...SAID,
    description: '日志中本人的办理记录，至昨日，按事项计数；内容属于所办事项，在该事项的办理过程中查看',
  })
  acts: LoggedActsDto[];

  @Nested(() => OwnCorrectionDto, { ...NONE, description: '最近一次更正请求及答复' })
  correction: OwnCorrectionDto | null;
}
