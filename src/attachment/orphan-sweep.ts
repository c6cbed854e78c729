import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import type { Statement } from '../platform/transaction.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { AttachmentStore } from './attachment-store.js';

const SWEEP_INTERVAL_MS = 6 * 3_600_000;
/** Longer than any upload takes: a younger file may be about to get its row. */
const ORPHAN_AFTER_MS = 3_600_000;

const KNOWN: Statement = {
  name: 'known-attachments',
  text: 'select id from attachment where jurisdiction = $1 and id = any($2::uuid[])',
};

/** Removes files that belong to nothing: of uploads that were cut off, and of drafts that were discarded. */
@Injectable()
export class OrphanSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: WorkerLoop;
  private first: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: AttachmentStore,
    private readonly database: ScopedDatabase,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.loop = new WorkerLoop('attachment-sweep', SWEEP_INTERVAL_MS, () => this.sweep(), logger);
  }

  /** A server that was killed left its unfinished uploads behind. */
  onApplicationBootstrap(): void {
    this.first = this.sweep().catch((error: unknown) => {
      this.logger.error({ err: error, worker: 'attachment-sweep' }, 'a round of work failed');
    });
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.first, this.loop.stop()]);
  }

  private async sweep(): Promise<void> {
    const before = new Date(Date.now() - ORPHAN_AFTER_MS);
    await this.store.sweepIncoming(before);
    for await (const ids of this.store.agedIds(before)) {
      const known = await this.knownAmong(ids);
      for (const id of ids.filter((each) => !known.has(each))) {
        await this.store.remove(id);
        this.logger.info({ attachment: id }, 'an orphan file was removed');
      }
    }
  }

  private async knownAmong(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<{ id: string }>(KNOWN, [jurisdiction, ids]),
    );
    return new Set(rows.map(({ id }) => id));
  }
}
