import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import type { Statement } from '../platform/transaction.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { AttachmentStore } from './attachment-store.js';
import { Scanner } from './scanner.js';

/** Slower than the other workers: a scanner that comes back is not met with everything at once. */
const PATIENCE = 5;
const AT_ONCE = 20;

const UNCHECKED: Statement = {
  name: 'unchecked-attachments',
  text: `select id from attachment where jurisdiction = $1 and safety in ('off', 'waiting') order by id limit ${AT_ONCE}`,
};
const CHECKED: Statement = {
  name: 'attachment-checked',
  text: `update attachment set safety = $3, finding = $4 where jurisdiction = $1 and id = $2 and safety in ('off', 'waiting')`,
};

/** Looks at what came while the scanner was away, or before there was one. */
@Injectable()
export class ScanWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: WorkerLoop;

  constructor(
    private readonly database: ScopedDatabase,
    private readonly store: AttachmentStore,
    private readonly scanner: Scanner,
    @Inject(CONFIG) { workerIntervalMs }: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.loop = new WorkerLoop('attachment-scan', workerIntervalMs * PATIENCE, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    if (this.scanner.isOn) this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<void> {
    const waiting = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<{ id: string }>(UNCHECKED, [jurisdiction]),
    );
    // One that cannot be read, or looked at, keeps none of the others waiting.
    for (const { id } of waiting) await this.look(id);
  }

  private async look(id: string): Promise<void> {
    const looked = await this.scanner.look(() => this.store.read(id));
    if (looked.safety !== 'clean' && looked.safety !== 'infected') return;
    const finding = looked.safety === 'infected' ? looked.finding : null;
    await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query(CHECKED, [jurisdiction, id, looked.safety, finding]),
    );
    if (finding !== null)
      this.logger.error({ attachment: id, finding }, 'malware was found in an attachment');
  }
}
