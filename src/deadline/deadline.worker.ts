import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import type { Statement } from '../platform/transaction.js';
import { WorkerLoop } from '../platform/worker-loop.js';
import { climbRung } from '../process/climb-rung.js';
import type { Strike } from '../process/command.js';
import { ProcessService } from '../process/process.service.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { ScopedDatabase } from '../process/scoped-database.js';

/** How many due clocks one look takes. The next look comes at once while there are more. */
const BATCH = 200;

/** Read without a lock: whether a clock still runs is asked again under the lock of its case. */
const DUE: Statement = {
  name: 'due-deadlines',
  text: `select d.jurisdiction, c.process, d.case_id as id, d.name, d.generation
    from deadline d join process_case c on c.jurisdiction = d.jurisdiction and c.id = d.case_id
    where d.status = 'armed' and d.fire_at <= wendai_now() and d.jurisdiction = $1
    order by d.fire_at, d.case_id, d.name limit ${BATCH}`,
};

const DUE_RUNGS: Statement = {
  name: 'due-rungs',
  text: `select d.jurisdiction, c.process, d.case_id as id, d.name, d.generation
    from deadline d join process_case c on c.jurisdiction = d.jurisdiction and c.id = d.case_id
    where d.status in ('armed', 'fired') and d.rung_at is not null and d.rung_at <= wendai_now() and d.jurisdiction = $1
    order by d.rung_at, d.case_id, d.name limit ${BATCH}`,
};

/**
 * Lets due clocks strike and climbs the rungs of their ladders. Any number of nodes may do so at once: whoever holds the
 * case goes on, the others pass by and look again.
 */
@Injectable()
export class DeadlineWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: WorkerLoop;

  constructor(
    private readonly database: ScopedDatabase,
    private readonly processes: ProcessService,
    private readonly registry: ProcessRegistry,
    @Inject(CONFIG) config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.loop = new WorkerLoop('deadline', config.workerIntervalMs, () => this.round(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** Everything that is due now, oldest first; rungs before the clocks of the same moment. */
  async round(): Promise<void> {
    while (await this.pass()) {
      // What struck may have armed clocks that are due already, after an outage or a long sleep.
    }
  }

  /** One look. True when it did something, so that another look is worth it. */
  private async pass(): Promise<boolean> {
    const rungs = await this.due(DUE_RUNGS);
    for (const rung of rungs) await this.attempt(rung, () => this.climb(rung));
    const strikes = await this.due(DUE);
    let struck = 0;
    for (const strike of strikes) {
      const result = await this.attempt(strike, () => this.processes.strike(strike));
      if (result === 'struck') struck++;
    }
    return struck > 0;
  }

  private due(statement: Statement): Promise<Strike[]> {
    return this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<Strike & Record<string, unknown>>(statement, [jurisdiction]),
    );
  }

  private climb(rung: Strike): Promise<void> {
    return this.database.asSystem((tx) => climbRung(tx, this.registry, rung));
  }

  /** One case that fails keeps no other from its time; it is logged each round until somebody mends it. */
  private async attempt<Result>(strike: Strike, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      this.logger.error(
        { err: error, case: strike.id, deadline: strike.name },
        'a deadline could not strike',
      );
      return undefined;
    }
  }
}
