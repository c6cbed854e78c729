import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { shanghai } from '../platform/instant.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import { deadMails, mails } from '../platform/metrics.js';
import { readinessNotes } from '../platform/readiness-notes.js';
import { retryDelaySeconds } from '../platform/retry-delay.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { mailAbout } from './mail-message.js';
import { type ClaimedMail, MailQueue } from './mail-queue.js';
import { type Delivery, SmtpSender } from './smtp-sender.js';

/** How long a conversation may go on after the node was told to stop. */
const STOP_GRACE_MS = 2_000;
/** How often a node that has nothing to send looks how much mail waits. */
const LOOK_EVERY_MS = 5_000;

/**
 * Sends the mails of this jurisdiction, from every node at once. Without `SMTP_URL` no mail is made at all: the inbox is
 * the channel then, and /readyz says so. Transitions never wait for it: they commit notices, mails come after.
 */
@Injectable()
export class MailWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly sender: SmtpSender | undefined;
  private readonly loop: WorkerLoop;
  private readonly stopping = new AbortController();
  private stopped = false;
  private begun = false;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly queue: MailQueue,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    if (config.smtpUrl !== undefined) this.sender = new SmtpSender(config.smtpUrl, config.mailFrom);
    this.loop = new WorkerLoop('mail', config.workerIntervalMs, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    readinessNotes.set('mail', () => 'off');
    if (this.sender !== undefined) this.loop.start();
  }

  /** Lets the conversations at hand end, but not for long: what is cut off goes back into the queue. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const impatience = setTimeout(() => this.stopping.abort(), STOP_GRACE_MS);
    await this.loop.stop();
    clearTimeout(impatience);
  }

  /** Goes on while the mail server answers; what has to wait waits for a later round. */
  private async round(): Promise<void> {
    if (this.sender === undefined) return;
    if (!this.begun) await this.queue.leaveOldNews();
    this.begun = true;
    let busy = false;
    for (let more = true; more && !this.stopped; ) {
      const next = await this.queue.next(this.sender.domain);
      const results = await this.deliverAll(this.sender, next.claimed);
      more = next.more || results.some((result) => result === 'sent' || result === 'refused');
      busy ||= next.claimed.length > 0;
    }
    if (busy || performance.now() - this.lookedAt > LOOK_EVERY_MS) await this.look();
  }

  private async deliverAll(
    sender: SmtpSender,
    claimed: readonly ClaimedMail[],
  ): Promise<Delivery['result'][]> {
    // All are waited for, even when one fails on the database: none may be left talking behind the loop's back.
    const settled = await Promise.allSettled(claimed.map((mail) => this.deliver(sender, mail)));
    return settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
  }

  /**
   * One attempt, and what came of it. Should the node die in between, the mail is sent again with the same Message-ID:
   * no mail is lost, and a mailbox that knows it shows one.
   */
  private async deliver(sender: SmtpSender, mail: ClaimedMail): Promise<Delivery['result']> {
    const delivery: Delivery = mail.disabled
      ? { result: 'refused', reason: '收件人账号已停用' }
      : await sender.send(mail, mailAbout(mail.notices, this.config.publicUrl), this.stopping.signal);
    await this.note(mail, delivery);
    mails.inc({ result: delivery.result });
    return delivery.result;
  }

  private async note(mail: ClaimedMail, delivery: Delivery): Promise<void> {
    switch (delivery.result) {
      case 'sent':
        return this.queue.sent(mail);
      case 'interrupted':
        await this.queue.failed(mail, { reason: null, delaySeconds: 0, forGood: false });
        return;
      case 'deferred':
      case 'refused': {
        const { reason, result } = delivery;
        const delaySeconds = retryDelaySeconds(mail.attempt, Math.random());
        const status = await this.queue.failed(mail, { reason, delaySeconds, forGood: result === 'refused' });
        this.logger[status === 'dead' ? 'error' : 'warn'](
          { mail: mail.id, attempt: mail.attempt, result, status },
          'a mail was not delivered',
        );
        return;
      }
    }
  }

  private async look(): Promise<void> {
    const { queued, dead, oldestQueuedAt } = await this.queue.waiting();
    deadMails.set(dead);
    const oldestQueued = oldestQueuedAt === null ? null : shanghai(oldestQueuedAt);
    readinessNotes.set('mail', () => ({ queued, dead, oldestQueuedAt: oldestQueued }));
    this.lookedAt = performance.now();
  }
}
