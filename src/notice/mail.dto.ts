import { Choice, Id, Instant, ListOf, Nested, Text, Whole } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

const MAIL_STATUSES = ['queued', 'sent', 'dead'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

export class MailQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(MAIL_STATUSES, { optional: true, description: '默认 dead' })
  status?: MailStatus;
}

export class MailIdDto {
  @Id()
  id: string;
}

/** What an administrator may know of a mail: where it went and what happened, never what it says. */
export class MailDto {
  @Id({ checked: false })
  id: string;

  @Choice(MAIL_STATUSES, { checked: false })
  status: MailStatus;

  @Id({ checked: false, description: '收件人' })
  person: string;

  @Text({ max: 254 }, { checked: false })
  address: string;

  @Text({ max: 300 }, { checked: false })
  messageId: string;

  @Whole({ least: 0, most: 1_000_000 }, { checked: false })
  attempts: number;

  @Text({ max: 300 }, { checked: false, nullable: true, description: '最近一次未送达的原因' })
  lastError: string | null;

  @Instant({ checked: false, nullable: true, description: '仅排队中的邮件有' })
  nextAttemptAt: string | null;

  @Instant({ checked: false, nullable: true })
  sentAt: string | null;

  @Instant({ checked: false })
  createdAt: string;
}

export class MailListDto {
  @ListOf(() => MailDto, 100, { checked: false })
  items: MailDto[];

  @Id({ checked: false, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, { checked: false })
  total: TotalDto;
}
