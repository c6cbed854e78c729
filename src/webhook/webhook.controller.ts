import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { Deliveries } from './deliveries.js';
import {
  DeliveriesDto,
  DeliveriesQueryDto,
  DeliveryDto,
  DeliveryIdDto,
  NewWebhookDto,
  WebhookDto,
  WebhookIdDto,
  WebhooksDto,
  WebhookWithSecretDto,
} from './webhook.dto.js';
import { Webhooks } from './webhooks.js';

const READ = ['validation-failed', 'not-signed-in', 'forbidden'] as const;
const CHANGED = [...READ, 'not-found', 'cross-site'] as const;

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhookController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
  ) {}

  /** 本行的推送地址 */
  @Get()
  @Answers({ status: 200, type: WebhooksDto, problems: READ })
  async list(@CurrentActor() actor: Actor): Promise<WebhooksDto> {
    return { items: await this.webhooks.list(actor) };
  }

  /** 新增推送地址。此后本行事项有变化即推送；内容只含编号和版本，详情凭接口密钥读取。按 Standard Webhooks 签名 */
  @Post()
  @Answers({
    status: 201,
    type: WebhookWithSecretDto,
    problems: [...READ, 'cross-site', 'already-exists', 'guard-failed', 'step-up-needed'],
  })
  async add(@CurrentActor() actor: Actor, @Body() body: NewWebhookDto): Promise<WebhookWithSecretDto> {
    return this.webhooks.add(actor, body);
  }

  /** 更换签名密钥；旧密钥在一天内仍同时签名 */
  @Post(':id/rotate')
  @Answers({ status: 201, type: WebhookWithSecretDto, problems: [...CHANGED, 'step-up-needed'] })
  async rotate(@CurrentActor() actor: Actor, @Param() { id }: WebhookIdDto): Promise<WebhookWithSecretDto> {
    return this.webhooks.rotate(actor, id);
  }

  /** 暂停推送；其间的变化在恢复后补推 */
  @Post(':id/pause')
  @HttpCode(200)
  @Answers({ status: 200, type: WebhookDto, problems: CHANGED })
  async pause(@CurrentActor() actor: Actor, @Param() { id }: WebhookIdDto): Promise<WebhookDto> {
    return this.webhooks.pause(actor, id);
  }

  /** 恢复推送 */
  @Post(':id/resume')
  @HttpCode(200)
  @Answers({ status: 200, type: WebhookDto, problems: CHANGED })
  async resume(@CurrentActor() actor: Actor, @Param() { id }: WebhookIdDto): Promise<WebhookDto> {
    return this.webhooks.resume(actor, id);
  }

  /** 推送一条测试消息（wendai.ping） */
  @Post(':id/test')
  @Answers({ status: 201, type: DeliveryDto, problems: CHANGED })
  async attempt(@CurrentActor() actor: Actor, @Param() { id }: WebhookIdDto): Promise<DeliveryDto> {
    return this.deliveries.attempt(actor, id);
  }

  /** 删除推送地址，尚未推送的一并取消 */
  @Delete(':id')
  @Answers({ status: 204, problems: CHANGED })
  async remove(@CurrentActor() actor: Actor, @Param() { id }: WebhookIdDto): Promise<void> {
    await this.webhooks.remove(actor, id);
  }

  /** 推送记录，最新的在前，保留30天 */
  @Get(':id/deliveries')
  @Answers({ status: 200, type: DeliveriesDto, problems: [...READ, 'not-found'] })
  async sent(
    @CurrentActor() actor: Actor,
    @Param() { id }: WebhookIdDto,
    @Query() query: DeliveriesQueryDto,
  ): Promise<DeliveriesDto> {
    return this.deliveries.list(actor, id, query);
  }

  /** 重新推送一条；消息编号不变，接收方可据以识别重复 */
  @Post(':id/deliveries/:delivery/replay')
  @HttpCode(200)
  @Answers({ status: 200, type: DeliveryDto, problems: CHANGED })
  async replay(@CurrentActor() actor: Actor, @Param() address: DeliveryIdDto): Promise<DeliveryDto> {
    return this.deliveries.replay(actor, address);
  }
}
