import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { raiseAlarm } from '../../audit/alarm.js';
import { LOGGER } from '../../platform/logger-token.js';
import type { Logger } from '../../platform/logging.js';
import { readinessNotes } from '../../platform/readiness-notes.js';
import { WorkerLoop } from '../../platform/worker-loop.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { differingRights } from './rights-check.js';

const HOUR_MS = 3_600_000;

/**
 * 访问控制数据完整性 (GB/T 39786 8.4 b): looks at every right when the node starts and once an hour. An alarm and no refusal, since a
 * city whose report cannot be filed is worse off than one that looks into a row.
 */
@Injectable()
export class RightsWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: WorkerLoop;

  constructor(
    private readonly database: ScopedDatabase,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.loop = new WorkerLoop('rights', HOUR_MS, () => this.round(), logger);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.round().catch((error: unknown) =>
      this.logger.error({ err: error }, 'the rights could not be looked at'),
    );
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  private async round(): Promise<void> {
    const rows = await this.database.asSystem(async (tx, { jurisdiction }) => {
      const found = (await differingRights(tx, jurisdiction)).map(({ row = '' }) => row);
      if (found.length > 0)
        await raiseAlarm(tx, jurisdiction, { template: 'rightsDiffer', reason: 'hourly', rows: found });
      return found;
    });
    readinessNotes.set('rights', () => ({ differing: rows.length }));
    if (rows.length > 0) this.logger.error({ rows }, 'rights were changed without the server');
  }
}
