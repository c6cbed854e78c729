import { ApiSchema } from '@nestjs/swagger';
import {
  ACT_KINDS,
  ACT_SUBTYPES,
  type ActKind,
  type ActSubtype,
  EXEMPTIONS,
  type ExemptionCode,
} from '../../../workflows/rules/filing-codes.js';
import {
  type FilingContent,
  MAX_INSTALMENTS,
  MAX_LOANS,
  MAX_PRIOR_ACTS,
} from '../../../workflows/rules/filing-content.js';
import { Choice, Day, ListOf, Nested, PositiveMoney, Text, YesNo } from '../../platform/http/fields.js';
import { InstalmentDto, LoanDto, PositionDto, PriorActDto } from './act.dto.js';
import { ContactDto, FirmInformedDto, ImpactDto } from './circumstances.dto.js';
import { FirmDto } from './firm.dto.js';
import {
  AlternativeDto,
  DecidedAtDto,
  EmergencyDto,
  FiveNosDto,
  GroundDto,
  RenewalDto,
} from './reason.dto.js';

const OPEN = { optional: true, nullable: true } as const;
const MAX_ALTERNATIVES = 20;

/**
 * 报告表 as it travels. Every answer may be left out or null, since a draft saves incomplete; what must be answered before it
 * is sent says `GET /codes`. In a PATCH a field replaces the whole answer of that name, and null takes it away.
 */
@ApiSchema({ name: 'FilingContent' })
export class FilingContentDto implements FilingContent {
  @Nested(() => FirmDto, OPEN)
  firm?: FirmDto | null;

  @Choice(Object.keys(ACT_KINDS), { ...OPEN, description: '措施类型', example: 'squeeze' })
  kind?: ActKind | null;

  @Choice(Object.keys(ACT_SUBTYPES), { ...OPEN, description: '措施细类', example: 'limitCut' })
  subtype?: ActSubtype | null;

  @YesNo({ ...OPEN, description: '抽贷后信贷关系是否存续' })
  relationContinues?: boolean | null;

  @Nested(() => PositionDto, { ...OPEN, description: '措施前' })
  before?: PositionDto | null;

  @Nested(() => PositionDto, { ...OPEN, description: '措施后' })
  after?: PositionDto | null;

  @PositiveMoney({ ...OPEN, description: '报告金额（元）：措施前后额度或余额的减少额' })
  amount?: string | null;

  @Text({ max: 2_000 }, { ...OPEN, description: '报告金额与措施前后减少额不一致的原因' })
  amountReason?: string | null;

  @Day({ ...OPEN, description: '拟实施日' })
  plannedDate?: string | null;

  @ListOf(() => InstalmentDto, MAX_INSTALMENTS, { ...OPEN, description: '分期实施计划' })
  schedule?: InstalmentDto[] | null;

  @ListOf(() => LoanDto, MAX_LOANS, { ...OPEN, description: '所涉贷款，1至50笔' })
  loans?: LoanDto[] | null;

  @Nested(() => DecidedAtDto, OPEN)
  decidedAt?: DecidedAtDto | null;

  @Text({ max: 100 }, { ...OPEN, description: '银行文号' })
  bankDocumentNo?: string | null;

  @Text({ max: 100 }, { ...OPEN, description: '分支机构' })
  branch?: string | null;

  @Text({ max: 64 }, { ...OPEN, description: '银行自己的编号，在本行内唯一' })
  externalRef?: string | null;

  @Nested(() => GroundDto, OPEN)
  ground?: GroundDto | null;

  @Nested(() => FiveNosDto, OPEN)
  fiveNos?: FiveNosDto | null;

  @Nested(() => RenewalDto, OPEN)
  renewal?: RenewalDto | null;

  @ListOf(() => AlternativeDto, MAX_ALTERNATIVES, OPEN)
  alternatives?: AlternativeDto[] | null;

  @Nested(() => FirmInformedDto, OPEN)
  firmInformed?: FirmInformedDto | null;

  @Nested(() => ImpactDto, OPEN)
  impact?: ImpactDto | null;

  @Nested(() => EmergencyDto, OPEN)
  emergency?: EmergencyDto | null;

  @Day({ ...OPEN, description: '实际实施日：所报事项已经实施时填写' })
  actedOn?: string | null;

  @ListOf(() => PriorActDto, MAX_PRIOR_ACTS, { ...OPEN, description: '此前未达标准的措施' })
  priorActs?: PriorActDto[] | null;

  @Choice(Object.keys(EXEMPTIONS), { ...OPEN, description: '免报情形（自愿报告时）' })
  exemption?: ExemptionCode | null;

  @Nested(() => ContactDto, OPEN)
  contact?: ContactDto | null;
}
