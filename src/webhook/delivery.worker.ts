import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import { webhookDeliveries } from '../platform/metrics.js';
import { retryDelaySeconds } from '../platform/retry-delay.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { AddressRule } from './address-rule.js';
import { DeliveryMaking } from './delivery-making.js';
import { type ClaimedDelivery, DeliveryQueue } from './delivery-queue.js';
import { type Delivery, postMessage } from './post-message.js';
import { signedHeaders } from './signature.js';
import { messageId } from './webhook-row.js';

/** How long a conversation may go on after the node was told to stop. */
const STOP_GRACE_MS = 2_000;
const FORGET_EVERY_MS = 3_600_000;
const MS = 1000;

/** Tells banks' systems what happened to their cases, from every node at once. No transition waits for it. */
@Injectable()
export class DeliveryWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rule: AddressRule;
  private readonly loop: WorkerLoop;
  private readonly stopping = new AbortController();
  private stopped = false;
  private forgotAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly making: DeliveryMaking,
    private readonly queue: DeliveryQueue,
    @Inject(CONFIG) config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.rule = new AddressRule(config.webhookNetworks);
    this.loop = new WorkerLoop('webhooks', config.workerIntervalMs, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const impatience = setTimeout(() => this.stopping.abort(), STOP_GRACE_MS);
    await this.loop.stop();
    clearTimeout(impatience);
  }

  private async round(): Promise<void> {
    await this.making.make();
    for (let some = true; some && !this.stopped; ) {
      const claimed = await this.queue.claim();
      // All are waited for, even when one fails on the database: none may be left talking behind the loop's back.
      const settled = await Promise.allSettled(claimed.map((each) => this.deliver(each)));
      for (const each of settled) if (each.status === 'rejected') throw each.reason;
      some = claimed.length > 0;
    }
    if (performance.now() - this.forgotAt < FORGET_EVERY_MS) return;
    this.forgotAt = performance.now();
    await this.queue.forgetOld();
  }

  /** One attempt. Should the node die in between, the message is sent again under its id: its receiver knows it by that. */
  private async deliver(message: ClaimedDelivery): Promise<void> {
    const { id, body, url, secrets, now } = message;
    const headers = signedHeaders({ id: messageId(id), body }, Math.floor(now.getTime() / MS), secrets);
    const delivery = await postMessage({ url, headers, body }, this.rule, this.stopping.signal);
    await this.note(message, delivery);
    webhookDeliveries.inc({ result: delivery.result });
  }

  private async note(message: ClaimedDelivery, delivery: Delivery): Promise<void> {
    if (delivery.result === 'sent') return this.queue.sent(message, delivery.status);
    const { attempt, webhook } = message;
    const isGone = delivery.result === 'gone';
    const reason = isGone ? 'gone' : delivery.reason;
    const status = await this.queue.failed(message, {
      status: delivery.status ?? null,
      reason,
      delaySeconds: reason === 'interrupted' ? 0 : retryDelaySeconds(attempt, Math.random()),
      forGood: isGone,
    });
    this.logger[status === 'dead' ? 'error' : 'warn'](
      { webhook, delivery: message.id, attempt, reason, status },
      'a message to a bank’s system was not delivered',
    );
  }
}
