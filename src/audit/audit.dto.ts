import { Choice, Day, Id, Instant, ListOf, Nested, Text, Whole } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';
import { LOG_KINDS, type LogKind } from './log-entry.js';

const ENTRY_TYPE = /^[A-Za-z][A-Za-z._]{0,59}$/;
/** A transaction and a position in it, as the database writes numbers: it would read a leading zero as octal, or overflow. */
const PLACE = /^(0|[1-9]\d{0,17})\.(0|[1-9]\d{0,17})$/;

export class AuditQueryDto {
  @PageSize()
  limit?: number;

  @Text({ max: 60, pattern: PLACE }, { optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(LOG_KINDS, { optional: true })
  kind?: LogKind;

  @Text({ max: 60, pattern: ENTRY_TYPE }, { optional: true, example: 'SIGN_IN' })
  type?: string;

  @Id({ optional: true, description: '事项编号' })
  case?: string;

  @Id({ optional: true, description: '办理人员' })
  person?: string;

  @Day({ optional: true, description: '首日' })
  from?: string;

  @Day({ optional: true, description: '末日，含当日' })
  to?: string;
}

export class AuditActorDto {
  @Text({ max: 20 }, { checked: false })
  kind: string;

  @Id({ checked: false, nullable: true })
  person: string | null;

  @Text({ max: 100 }, { checked: false, nullable: true })
  name: string | null;

  @Text({ max: 64 }, { checked: false, nullable: true })
  login: string | null;

  @Id({ checked: false, nullable: true })
  organization: string | null;

  @Text({ max: 100 }, { checked: false, nullable: true })
  organizationName: string | null;

  @Text({ max: 40 }, { checked: false, nullable: true })
  role: string | null;

  @Id({ checked: false, nullable: true, description: '委托人' })
  onBehalfOf: string | null;
}

/** An entry without its figures and texts: those are the parties' own, and an auditor proves them without reading them. */
export class AuditEntryDto {
  @Id({ checked: false })
  id: string;

  @Choice(LOG_KINDS, { checked: false })
  kind: string;

  @Text({ max: 60 }, { checked: false })
  type: string;

  @Instant({ checked: false })
  at: string;

  @Nested(() => AuditActorDto, { checked: false })
  actor: AuditActorDto;

  @Id({ checked: false, nullable: true })
  case: string | null;

  @Text({ max: 20 }, { checked: false, nullable: true })
  process: string | null;

  @Whole({ least: 1, most: 2_147_483_647 }, { checked: false, nullable: true, description: '事项内的序号' })
  seq: number | null;

  @Text({ max: 40 }, { checked: false, nullable: true })
  from: string | null;

  @Text({ max: 40 }, { checked: false, nullable: true })
  to: string | null;

  @Text({ max: 20 }, { checked: false })
  audience: string;

  @Text({ max: 64 }, { checked: false, nullable: true, description: '来源地址；由时限或系统引起的为 null' })
  address: string | null;

  @Id({ checked: false, nullable: true, description: '请求编号，与应答的 X-Request-Id 和运行日志一致' })
  requestId: string | null;
}

export class AuditEntriesDto {
  @ListOf(() => AuditEntryDto, 100, { checked: false })
  items: AuditEntryDto[];

  @Text({ max: 60 }, { checked: false, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, { checked: false })
  total: TotalDto;
}
