import { hash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { LOGGER } from '../../platform/logger-token.js';
import type { Logger } from '../../platform/logging.js';
import { Problem } from '../../platform/problem.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { DraftActs } from '../draft/draft-acts.js';
import { type BatchKey, FILING_OF_REFERENCE, noteSettled, type Settled } from './batch-rows.js';
import type { SheetReport } from './reports-in-sheet.js';
import { REFERENCE } from './sheet-columns.js';
import { stillMissing } from './still-missing.js';

/** So many results are noted together; a node that is killed in between has made drafts that the next upload finds. */
const NOTED_AT_ONCE = 10;

export interface Work {
  key: BatchKey;
  reports: readonly { number: number; report: SheetReport }[];
}

/**
 * Makes the drafts of a sheet, one after the other, while its person does something else. What is cut off is not lost: the same sheet,
 * uploaded again, goes on where it ended, since no reference is used twice.
 */
@Injectable()
export class BatchWork implements OnApplicationShutdown {
  private readonly running = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly drafts: DraftActs,
    private readonly database: ScopedDatabase,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  begin(actor: Actor, work: Work): void {
    const run = this.run(actor, work)
      .catch((error: unknown) =>
        this.logger.error({ err: error, batch: work.key.batch }, 'a batch was cut off'),
      )
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }

  private async run(actor: Actor, { key, reports }: Work): Promise<void> {
    for (let from = 0; from < reports.length && !this.stopping; from += NOTED_AT_ONCE) {
      const settled: Settled[] = [];
      for (const { number, report } of reports.slice(from, from + NOTED_AT_ONCE)) {
        settled.push({ number, ...(await this.outcomeOf(actor, report, `${key.batch} ${String(number)}`)) });
      }
      await this.database.as(actor, async (tx) => noteSettled(tx, key, settled));
    }
  }

  private async outcomeOf(actor: Actor, report: SheetReport, key: string): Promise<Omit<Settled, 'number'>> {
    const [row = 0] = report.rows;
    try {
      const claim = { key, fingerprint: hash('sha256', key, 'hex') };
      const { stored } = await this.drafts.open(actor, report.content, claim);
      const remarks = await this.database.as(actor, (tx) => stillMissing(tx, actor, report));
      return { status: 'made', filing: stored.id, remarks };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'already-exists') {
        const message = '本行已有使用该编号的报告，未重复生成。如须修改，请打开该报告。';
        const filing = await this.filingOf(actor, report.reference);
        return { status: 'existing', filing, remarks: [{ row, column: REFERENCE, message }] };
      }
      const message = error.errors[0]?.message ?? error.detail ?? '未能生成草稿，请稍后重新上传本行。';
      return { status: 'wrong', filing: null, remarks: [{ row, column: null, message }] };
    }
  }

  /** Null when it belongs to a unit whose reports this person does not see. */
  private async filingOf(actor: Actor, reference: string): Promise<string | null> {
    const { jurisdiction, organization } = actor;
    const [found] = await this.database.as(actor, (tx) =>
      tx.query<{ id: string }>(FILING_OF_REFERENCE, [jurisdiction, organization, reference]),
    );
    return found?.id ?? null;
  }
}
