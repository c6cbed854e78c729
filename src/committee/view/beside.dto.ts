import { ApiSchema } from '@nestjs/swagger';
import { CLAIM_BASES } from '../../../workflows/committee/claims.js';
import { MEETING_WAYS } from '../../../workflows/committee/meetings.js';
import { ROLLOVER_OUTCOMES } from '../../../workflows/committee/rollover.js';
import { AgreementDto } from '../../directory/agreement.dto.js';
import { NamedOrganizationDto } from '../../directory/named-organization.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  ListOfTexts,
  Money,
  Nested,
  Text,
  Whole,
  YesNo,
} from '../../platform/http/fields.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const MANY = 200;
const COUNT = { least: 0, most: 1_000 };

@ApiSchema({ name: 'CommitteeClaim' })
export class ClaimDto {
  @Nested(() => NamedOrganizationDto, SAID)
  bank: NamedOrganizationDto;

  @Money({ ...SAID, description: '本金余额' })
  principal: string;

  @Money({ ...SAID, description: '保证金' })
  pledgedMargin: string;

  @Money({ ...SAID, description: '存单质押' })
  deposits: string;

  @Money({ ...SAID, description: '扣减后的债权' })
  amount: string;

  @Money({ ...SAID, description: '现有债权：计入此后的转让' })
  present: string;

  @Choice(CLAIM_BASES, SAID)
  basis: string;

  @ListOfTexts({ most: 50 }, { ...SAID, description: '债权凭证；其他机构的不显示' })
  documents: string[];

  @YesNo({ ...SAID, description: '已按基准日确认' })
  confirmed: boolean;

  @Day({ ...SAID, description: '债权计至该日' })
  claimOn: string;
}

@ApiSchema({ name: 'CommitteeClaimTransfer' })
export class ClaimTransferDto {
  @Nested(() => NamedOrganizationDto, SAID)
  from: NamedOrganizationDto;

  @Nested(() => NamedOrganizationDto, SAID)
  to: NamedOrganizationDto;

  @Money(SAID)
  amount: string;

  @Day(SAID)
  on: string;
}

@ApiSchema({ name: 'CommitteeClaims' })
export class ClaimsDto {
  @Day({ ...MAYBE, description: '基准日' })
  recordDate: string | null;

  @YesNo({ ...SAID, description: '是否全部债权均可见' })
  complete: boolean;

  @Money({ ...MAYBE, description: '债权合计；不全部可见时为 null' })
  total: string | null;

  @ListOf(() => ClaimDto, MANY, SAID)
  claims: ClaimDto[];

  @ListOf(() => ClaimTransferDto, MANY, SAID)
  transfers: ClaimTransferDto[];
}

@ApiSchema({ name: 'CommitteeSignature' })
export class SignatureDto {
  @Nested(() => NamedOrganizationDto, SAID)
  bank: NamedOrganizationDto;

  @Instant(SAID)
  signedAt: string;

  @Whole(COUNT, { ...SAID, description: '所签的稿次' })
  agreement: number;

  @Text({ max: 200 }, { ...SAID, description: '授权文件' })
  authorization: string;
}

@ApiSchema({ name: 'CommitteeAgreement' })
export class CommitteeAgreementDto {
  @Whole(COUNT, { ...SAID, description: '稿次' })
  number: number;

  @Nested(() => AgreementDto, SAID)
  agreement: AgreementDto;

  @Text({ max: 20_000 }, { ...MAYBE, description: '协议文本' })
  text: string | null;

  @Instant(SAID)
  draftedAt: string;

  @ListOf(() => SignatureDto, MANY, SAID)
  signatures: SignatureDto[];
}

@ApiSchema({ name: 'CommitteeMinutesAnswer' })
export class MinutesAnswerDto {
  @Nested(() => NamedOrganizationDto, SAID)
  bank: NamedOrganizationDto;

  @Choice(['confirmed', 'objected', 'silent'], { ...SAID, description: '确认、异议、到期未答复' })
  answer: string;

  @Text({ max: 5_000 }, { ...MAYBE, description: '异议内容' })
  text: string | null;

  @Instant(SAID)
  at: string;
}

@ApiSchema({ name: 'CommitteeMinutes' })
export class MinutesDto {
  @Text({ max: 20_000 }, SAID)
  text: string;

  @ListOfTexts({ most: 200 }, SAID)
  present: string[];

  @Whole(COUNT, { ...SAID, description: '第几次录入' })
  version: number;

  @Instant(SAID)
  recordedAt: string;

  @ListOf(() => MinutesAnswerDto, MANY, SAID)
  answers: MinutesAnswerDto[];
}

@ApiSchema({ name: 'CommitteeMeeting' })
export class MeetingDto {
  @Id(SAID)
  id: string;

  @Choice(['called', 'cancelled', 'held'], { ...SAID, description: '已召集、已取消、已有纪要' })
  status: string;

  @Day(SAID)
  on: string;

  @Text({ max: 5 }, { ...SAID, example: '09:30' })
  at: string;

  @Whole(COUNT, SAID)
  durationMinutes: number;

  @Text({ max: 200 }, SAID)
  place: string;

  @Choice(MEETING_WAYS, SAID)
  way: string;

  @ListOfTexts({ most: 20 }, SAID)
  agenda: string[];

  @Whole(COUNT, { ...SAID, description: '变更次数' })
  sequence: number;

  @Text({ max: 2_000 }, { ...MAYBE, description: '取消理由' })
  cancelReason: string | null;

  @Nested(() => MinutesDto, MAYBE)
  minutes: MinutesDto | null;
}

@ApiSchema({ name: 'CommitteeMeetings' })
export class MeetingsDto {
  @ListOf(() => MeetingDto, MANY, SAID)
  items: MeetingDto[];
}

@ApiSchema({ name: 'CommitteeRollover' })
export class RolloverDto {
  @Id(SAID)
  id: string;

  @Nested(() => NamedOrganizationDto, SAID)
  bank: NamedOrganizationDto;

  @Text({ max: 100 }, SAID)
  loan: string;

  @Money(SAID)
  amount: string;

  @Day({ ...SAID, description: '到期日' })
  maturity: string;

  @Money({ ...MAYBE, description: '已商定的续贷金额' })
  renewalAmount: string | null;

  @Day({ ...MAYBE, description: '续贷到期日' })
  renewalUntil: string | null;

  @Choice(ROLLOVER_OUTCOMES, { ...MAYBE, description: '未办结为 null' })
  outcome: string | null;

  @Text({ max: 2_000 }, MAYBE)
  text: string | null;

  @ListOfTexts({ most: 3 }, { ...SAID, description: '提醒日' })
  reminders: string[];
}

@ApiSchema({ name: 'CommitteeRollovers' })
export class RolloversDto {
  @ListOf(() => RolloverDto, 1_000, SAID)
  items: RolloverDto[];
}
