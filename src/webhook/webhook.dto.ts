import { ApiSchema } from '@nestjs/swagger';
import { Choice, Id, Instant, ListOf, Text, Whole } from '../platform/http/fields.js';
import { PageSize } from '../platform/http/page.js';
import { DELIVERY_STATUSES, type DeliveryStatus, PAUSES, type Pause } from './webhook-row.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;

export class WebhookIdDto {
  @Id({ description: '推送地址的 id' })
  id: string;
}

export class DeliveryIdDto extends WebhookIdDto {
  @Id({ description: '推送记录的 id' })
  delivery: string;
}

/** 推送地址: where one of a bank's systems wants to be told. */
@ApiSchema({ name: 'NewWebhook' })
export class NewWebhookDto {
  @Text(
    { min: 8, max: 500 },
    {
      description: '接收地址，https；运营方约定的专线网段内也可用 http',
      example: 'https://hooks.bank.example/wendai',
    },
  )
  url: string;

  @Text({ max: 100 }, { optional: true, description: '用途说明', example: '信贷系统' })
  note?: string;
}

@ApiSchema({ name: 'Webhook' })
export class WebhookDto {
  @Id(SAID)
  id: string;

  @Text({ max: 500 }, SAID)
  url: string;

  @Text({ max: 100 }, MAYBE)
  note: string | null;

  @Instant(SAID)
  createdAt: string;

  @Instant({ ...MAYBE, description: '暂停推送的时刻；正常推送时为 null' })
  pausedAt: string | null;

  @Choice(PAUSES, {
    ...MAYBE,
    description: 'by-hand 人工暂停；gone 对方答复 410；unreachable 多日未能送达',
  })
  pausedWhy: Pause | null;

  @Instant({ ...MAYBE, description: '旧密钥仍参与签名的截止时刻' })
  formerSecretUntil: string | null;

  @Whole({ least: 0, most: 1_000_000 }, { ...SAID, description: '待推送' })
  queued: number;

  @Whole({ least: 0, most: 1_000_000 }, { ...SAID, description: '未能送达' })
  dead: number;
}

@ApiSchema({ name: 'WebhookWithSecret' })
export class WebhookWithSecretDto extends WebhookDto {
  @Text(
    { max: 100 },
    { ...SAID, description: '签名密钥（Standard Webhooks），只显示这一次', example: 'whsec_…' },
  )
  secret: string;
}

@ApiSchema({ name: 'Webhooks' })
export class WebhooksDto {
  @ListOf(() => WebhookDto, 10, SAID)
  items: WebhookDto[];
}

export class DeliveriesQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(DELIVERY_STATUSES, { optional: true, description: '不填为全部' })
  status?: DeliveryStatus;
}

/** 推送记录. What it said is that a case changed, never what changed in it. */
@ApiSchema({ name: 'WebhookDelivery' })
export class DeliveryDto {
  @Id(SAID)
  id: string;

  @Text({ max: 40 }, { ...SAID, description: '请求头 webhook-id' })
  messageId: string;

  @Text({ max: 100 }, { ...SAID, example: 'filing.ACKNOWLEDGE' })
  type: string;

  @Choice(DELIVERY_STATUSES, SAID)
  status: DeliveryStatus;

  @Whole({ least: 0, most: 1_000_000 }, SAID)
  attempts: number;

  @Whole({ least: 0, most: 999 }, { ...MAYBE, description: '最近一次对方答复的 HTTP 状态' })
  lastStatus: number | null;

  @Text({ max: 100 }, { ...MAYBE, description: '最近一次未送达的原因' })
  lastError: string | null;

  @Instant({ ...MAYBE, description: '仅待推送的有' })
  nextAttemptAt: string | null;

  @Instant(MAYBE)
  sentAt: string | null;

  @Instant(SAID)
  createdAt: string;

  @Text({ max: 4_000 }, { ...SAID, description: '推送的 JSON 原文' })
  body: string;
}

@ApiSchema({ name: 'WebhookDeliveries' })
export class DeliveriesDto {
  @ListOf(() => DeliveryDto, 100, SAID)
  items: DeliveryDto[];

  @Id(MAYBE)
  nextCursor: string | null;
}
