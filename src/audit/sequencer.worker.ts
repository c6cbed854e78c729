import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import { logSize } from '../platform/metrics.js';
import { readinessNotes } from '../platform/readiness-notes.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { Sequencer } from './sequencer.js';

/** Of the workers' interval: five looks a second where they look once. */
const SHARE = 5;
const LEAST_MS = 200;

/** Looks for new entries from every node; whoever has the turn goes on. */
@Injectable()
export class SequencerWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: WorkerLoop;
  private stopped = false;

  constructor(
    private readonly sequencer: Sequencer,
    @Inject(CONFIG) { workerIntervalMs }: Config,
    @Inject(LOGGER) logger: Logger,
  ) {
    const interval = Math.max(LEAST_MS, workerIntervalMs / SHARE);
    this.loop = new WorkerLoop('sequencer', interval, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.loop.stop();
  }

  private async round(): Promise<void> {
    for (let more = true; more && !this.stopped; ) {
      const done = await this.sequencer.advance();
      if (done === undefined) return;
      logSize.set(done.size);
      readinessNotes.set('log', () => ({ size: done.size }));
      more = done.more;
    }
  }
}
