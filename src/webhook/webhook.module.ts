import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { Deliveries } from './deliveries.js';
import { DeliveryWorker } from './delivery.worker.js';
import { DeliveryMaking } from './delivery-making.js';
import { DeliveryQueue } from './delivery-queue.js';
import { WebhookController } from './webhook.controller.js';
import { Webhooks } from './webhooks.js';

/** 推送: banks' systems are told of their own cases without asking. */
@Module({
  imports: [EventsModule],
  controllers: [WebhookController],
  providers: [Deliveries, DeliveryMaking, DeliveryQueue, DeliveryWorker, Webhooks],
})
export class WebhookModule {}
