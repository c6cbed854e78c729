import type { Logger } from './logging.js';

/** How far the pause may grow while every round fails, in multiples of the interval. */
const MOST_PATIENCE = 30;

/**
 * Does one round of work after another, with a pause between them, until it is told to stop. A round that fails is logged
 * and tried again after a longer pause: a database that is away for a minute is no reason to end.
 */
export class WorkerLoop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private patience = 1;

  constructor(
    private readonly name: string,
    private readonly intervalMs: number,
    private readonly round: () => Promise<void>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.once().finally(() => {
        if (!this.stopped) this.start();
      });
    }, this.intervalMs * this.patience);
  }

  /** Resolves when the round that is under way has ended; no other begins. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    try {
      await this.round();
      this.patience = 1;
    } catch (error) {
      this.patience = Math.min(this.patience * 2, MOST_PATIENCE);
      this.logger.error({ err: error, worker: this.name }, 'a round of work failed');
    }
  }
}
