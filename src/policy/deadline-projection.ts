import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { referenceData } from '../directory/reference-data.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { clockOf, type StoredDeadline } from '../process/clocks.js';
import type { CaseAddress } from '../process/locked-case.js';
import { type CalendarCause, isWhereItBelongs, reprojectCase } from '../process/reproject-case.js';
import { ScopedDatabase } from '../process/scoped-database.js';

const BATCH = 1_000;
/** Before looking again for cases that somebody held, or for transactions that still counted by the old calendar. */
const PAUSE_MS = 50;

const COLUMNS = `d.case_id as "caseId", c.process, d.name, d.generation, d.status, d.working_days as "workingDays", d.remaining,
    d.armed_on as "armedOn", d.last_day as "lastDay", d.due_on as "dueOn", d.fire_at as "fireAt", d.stops, d.provisional,
    d.rung, d.rung_at as "rungAt"
  from deadline d join process_case c on c.jurisdiction = d.jurisdiction and c.id = d.case_id`;

/** Armed clocks in the order in which they strike, which has an index already; the few that stand still by their case. */
const ARMED: Statement = {
  name: 'armed-deadlines',
  text: `select ${COLUMNS} where d.jurisdiction = $1 and d.status = 'armed' and (d.fire_at, d.case_id, d.name) > ($2, $3, $4)
    order by d.fire_at, d.case_id, d.name limit ${BATCH}`,
};
const STOPPED: Statement = {
  name: 'stopped-deadlines',
  text: `select ${COLUMNS} where d.jurisdiction = $1 and d.status = 'stopped' and (d.case_id, d.name) > ($2, $3)
    order by d.case_id, d.name limit ${BATCH}`,
};
const HORIZON: Statement = {
  name: 'projection-horizon',
  text: 'select pg_snapshot_xmax(pg_current_snapshot())::text as horizon',
};
const PASSED: Statement = {
  name: 'projection-horizon-passed',
  text: 'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as passed',
};
const NEWEST: Statement = {
  name: 'newest-calendar',
  text: `select year, revision, notice from calendar_year where jurisdiction = $1
    order by entered_at desc, year desc, revision desc limit 1`,
};

type OpenDeadline = StoredDeadline & { process: string };

export interface Projected {
  cases: number;
  deadlines: number;
}

/**
 * Moves open deadlines to where the calendar puts them. Each case is locked and written by itself, so that an import of a
 * calendar holds nobody up; the work is found by comparing, so that it may break off at any time and be done again.
 */
@Injectable()
export class DeadlineProjection implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: ScopedDatabase,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A node that ended in the middle of this work left the rest to the next that starts. */
  onApplicationBootstrap(): void {
    this.start().catch((error: unknown) => this.logger.error({ err: error }, 'deadlines were not projected'));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running.catch(() => undefined);
  }

  /** Begins the work, and resolves when every open deadline stands where the newest calendars put it. */
  start(cause?: CalendarCause): Promise<Projected> {
    const run = this.run(cause);
    this.running = Promise.allSettled([this.running, run]);
    return run;
  }

  private async run(cause?: CalendarCause): Promise<Projected> {
    const done: Projected = { cases: 0, deadlines: 0 };
    const failed = new Set<string>();
    // Whoever read the old calendar had locked its case by now, and so has a number below the horizon.
    const { horizon } = await this.ask<{ horizon: string }>(HORIZON, []);
    while (!this.stopping) {
      const { passed } = await this.ask<{ passed: boolean }>(PASSED, [horizon]);
      const wrong = (await this.casesToMove()).filter(({ id }) => !failed.has(id));
      for (const address of wrong) {
        if (this.stopping) return done;
        const moved = await this.attempt(address, cause);
        if (moved === undefined) {
          failed.add(address.id);
          continue;
        }
        done.deadlines += moved;
        if (moved > 0) done.cases++;
      }
      if (passed && wrong.length === 0) return done;
      await wait(PAUSE_MS);
    }
    return done;
  }

  /** One case that fails keeps no other from its date; it is tried again with the next import or start. */
  private async attempt(address: CaseAddress, cause?: CalendarCause): Promise<number | undefined> {
    try {
      return await this.move(address, cause);
    } catch (error) {
      this.logger.error({ err: error, case: address.id }, 'the deadlines of a case could not be projected');
      return undefined;
    }
  }

  private async move(address: CaseAddress, cause?: CalendarCause): Promise<number> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const because = cause ?? (await newestOf(tx, jurisdiction));
      const result = await reprojectCase(tx, address, because);
      return result === 'busy' ? 0 : result.moved;
    });
  }

  /** Read without a lock: whether a deadline really has to move is asked again under the lock of its case. */
  private async casesToMove(): Promise<CaseAddress[]> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const { calendar } = await referenceData(tx);
      const found = new Map<string, CaseAddress>();
      for await (const { caseId: id, process, ...row } of openDeadlines(tx, jurisdiction)) {
        if (!isWhereItBelongs(clockOf({ ...row, caseId: id }), calendar)) {
          found.set(id, { jurisdiction, id, process });
        }
      }
      return [...found.values()];
    });
  }

  private async ask<Row extends Record<string, unknown>>(
    statement: Statement,
    values: unknown[],
  ): Promise<Row> {
    const [row] = await this.database.asSystem((tx) => tx.query<Row>(statement, values));
    if (row === undefined) throw new Error(`${statement.name} gave no answer.`);
    return row;
  }
}

/** What is left of an import that broke off has the newest notice for its reason. */
async function newestOf(tx: Transaction, jurisdiction: string): Promise<CalendarCause> {
  const [newest] = await tx.query<CalendarCause & Record<string, unknown>>(NEWEST, [jurisdiction]);
  if (newest === undefined) throw new Error('Deadlines have to move, although no calendar was imported.');
  return newest;
}

const NO_CASE = '00000000-0000-0000-0000-000000000000';

async function* openDeadlines(tx: Transaction, jurisdiction: string): AsyncGenerator<OpenDeadline> {
  let after: unknown[] = ['-infinity', NO_CASE, ''];
  for (;;) {
    const rows = await tx.query<OpenDeadline>(ARMED, [jurisdiction, ...after]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) break;
    after = [last.fireAt, last.caseId, last.name];
  }
  after = [NO_CASE, ''];
  for (;;) {
    const rows = await tx.query<OpenDeadline>(STOPPED, [jurisdiction, ...after]);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) break;
    after = [last.caseId, last.name];
  }
}
