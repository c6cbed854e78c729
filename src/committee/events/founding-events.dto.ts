import { ApiSchema } from '@nestjs/swagger';
import { CLAIM_BASES, type ClaimBasis } from '../../../workflows/committee/claims.js';
import type { NamedCreditor, PayloadOf } from '../../../workflows/committee/committee.events.js';
import { EventBody, TypeOf } from '../../cases/event-body.js';
import { AgreementDto } from '../../directory/agreement.dto.js';
import {
  Choice,
  Day,
  Id,
  ListOf,
  ListOfTexts,
  Money,
  Nested,
  Text,
  Whole,
  YesNo,
} from '../../platform/http/fields.js';

export const MAX_CREDITORS = 200;
const REASON = { min: 1, max: 2_000 };
const DOCUMENT = { min: 1, max: 200 };
const NO_DRAFTS = { least: 0, most: 1_000 };

@ApiSchema({ name: 'NamedCreditor' })
export class NamedCreditorDto implements NamedCreditor {
  @Id({ description: '金融机构的 id；同一机构的分支机构计为一家' })
  organization: string;

  @Id({ optional: true, description: '分支机构的 id' })
  unit?: string;
}

@ApiSchema({ name: 'InviteCreditors' })
export class InviteDto extends EventBody implements PayloadOf<'INVITE'> {
  @TypeOf('INVITE')
  type: 'INVITE';

  @ListOf(() => NamedCreditorDto, MAX_CREDITORS, { optional: true, description: '发起时未列明的其他债权人' })
  creditors?: NamedCreditorDto[];

  @Text({ max: 2_000 }, { optional: true })
  text?: string;
}

@ApiSchema({ name: 'DeclareClaim' })
export class DeclareClaimDto extends EventBody implements PayloadOf<'DECLARE_CLAIM'> {
  @TypeOf('DECLARE_CLAIM')
  type: 'DECLARE_CLAIM';

  @Money({ description: '本金余额（元）', example: '8000000.00' })
  principal: string;

  @Money({ description: '保证金（元）', example: '1500000.00' })
  pledgedMargin: string;

  @Money({ description: '存单质押（元）', example: '500000.00' })
  deposits: string;

  @Choice(CLAIM_BASES)
  basis: ClaimBasis;

  @ListOfTexts({ most: 50 }, { description: '合同、借据等债权凭证', example: ['借款合同〔2026〕12号'] })
  documents: string[];

  @YesNo({ optional: true, description: '是否愿意担任主席单位' })
  willingToChair?: boolean;
}

@ApiSchema({ name: 'WillingToChair' })
export class WillingDto extends EventBody {
  @TypeOf('WILLING')
  type: 'WILLING';
}

@ApiSchema({ name: 'DeclineToChair' })
export class DeclineDto extends EventBody implements PayloadOf<'DECLINE'> {
  @TypeOf('DECLINE')
  type: 'DECLINE';

  @Text({ max: 2_000 }, { optional: true })
  reason?: string;
}

@ApiSchema({ name: 'ConfirmClaims' })
export class ConfirmClaimsDto extends EventBody implements PayloadOf<'CONFIRM_CLAIMS'> {
  @TypeOf('CONFIRM_CLAIMS')
  type: 'CONFIRM_CLAIMS';

  @Day({ description: '基准日', example: '2026-06-10' })
  recordDate: string;
}

@ApiSchema({ name: 'ElectChair' })
export class ElectDto extends EventBody implements PayloadOf<'ELECT'> {
  @TypeOf('ELECT')
  type: 'ELECT';

  @Id({ description: '推举的机构' })
  chair: string;
}

@ApiSchema({ name: 'DraftAgreement' })
export class DraftAgreementDto extends EventBody implements PayloadOf<'DRAFT_AGREEMENT'> {
  @TypeOf('DRAFT_AGREEMENT')
  type: 'DRAFT_AGREEMENT';

  @Nested(() => AgreementDto)
  agreement: AgreementDto;

  @Text({ max: 20_000 }, { optional: true, description: '协议文本' })
  text?: string;
}

@ApiSchema({ name: 'SignAgreement' })
export class SignDto extends EventBody implements PayloadOf<'SIGN'> {
  @TypeOf('SIGN')
  type: 'SIGN';

  @Whole(NO_DRAFTS, { description: '所签的稿次，发起时为第0稿' })
  agreement: number;

  @Text(DOCUMENT, { description: '本机构授权文件', example: '授权书〔2026〕3号' })
  authorization: string;
}

@ApiSchema({ name: 'AbandonCommittee' })
export class AbandonDto extends EventBody implements PayloadOf<'ABANDON'> {
  @TypeOf('ABANDON')
  type: 'ABANDON';

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'AccedeToCommittee' })
export class AccedeDto extends EventBody implements PayloadOf<'ACCEDE'> {
  @TypeOf('ACCEDE')
  type: 'ACCEDE';

  @Whole(NO_DRAFTS, { description: '所签的稿次' })
  agreement: number;

  @Text(DOCUMENT, { description: '本机构授权文件' })
  authorization: string;
}
