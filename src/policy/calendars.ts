import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { noticeFaults } from '../../workflows/calendar/notice-faults.js';
import {
  type CalendarYear,
  FIRST_CALENDAR_DAY,
  LAST_CALENDAR_DAY,
} from '../../workflows/calendar/working-calendar.js';
import type { Actor } from '../access/actor.js';
import { writeEntry } from '../audit/write-entry.js';
import { referenceData } from '../directory/reference-data.js';
import { shanghai } from '../platform/instant.js';
import { LOGGER } from '../platform/logger-token.js';
import type { Logger } from '../platform/logging.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { eventActor } from '../process/event-actor.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type {
  CalendarAddQueryDto,
  CalendarSumDto,
  CalendarYearDto,
  ImportedCalendarDto,
  NewCalendarYearDto,
  ProjectionDto,
} from './calendar.dto.js';
import { DeadlineProjection, type Projected } from './deadline-projection.js';

/** How long an import waits for the open deadlines to be moved before it answers without them. */
const PATIENCE_MS = 20_000;
/** From here on, two years of working days could lead past the last day that a calendar counts in. */
const LAST_START = `${String(Number(LAST_CALENDAR_DAY.slice(0, 4)) - 2)}-01-01`;

const FIND: Statement = {
  name: 'find-calendar',
  text: `select year, revision, notice, off, working, entered_at as "enteredAt" from calendar_year
    where jurisdiction = $1 and year = $2 order by revision desc limit 1`,
};
/** Two administrators at once: the second import is a revision of the first. */
const REVISING: Statement = {
  name: 'revise-calendar',
  text: `select pg_advisory_xact_lock(hashtext('calendar_year'), hashtext($1))`,
};
const IMPORT: Statement = {
  name: 'import-calendar',
  text: `insert into calendar_year (jurisdiction, year, revision, notice, off, working, entered_by)
    select $1, $2, coalesce(max(revision), 0) + 1, $3, $4::jsonb, $5::jsonb, $6
    from calendar_year where jurisdiction = $1 and year = $2`,
};

type CalendarRow = Record<string, unknown> & CalendarYear & { revision: number; enteredAt: Date };

/** 工作日历: the State Council's yearly notices, as they were imported. */
@Injectable()
export class Calendars {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly projection: DeadlineProjection,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The day that lies so many working days after another, and what was not counted on the way. @throws {Problem} */
  async add(actor: Actor, { from, workingDays }: CalendarAddQueryDto): Promise<CalendarSumDto> {
    if (from < FIRST_CALENDAR_DAY || from >= LAST_START) {
      const message = `起算日须在 ${FIRST_CALENDAR_DAY} 至 ${LAST_START} 之间`;
      throw new Problem('validation-failed', {
        errors: [{ pointer: '/from', code: 'invalid-value', message }],
      });
    }
    const { calendar } = await this.database.as(actor, (tx) => referenceData(tx));
    const { day, provisional } = calendar.add(from, workingDays);
    return { date: day, provisional, passed: calendar.passed(from, workingDays) };
  }

  /** @throws {Problem} not-found when no notice for the year was imported */
  async one(actor: Actor, year: number): Promise<CalendarYearDto> {
    return this.database.as(actor, (tx) => find(tx, actor, year));
  }

  /** Imports a notice and moves every open deadline that it touches. @throws {Problem} guard-failed */
  async import(actor: Actor, year: number, entered: NewCalendarYearDto): Promise<ImportedCalendarDto> {
    const notice = noticeOf(year, entered);
    const faults = noticeFaults(notice);
    if (faults.length > 0) {
      throw Problem.of(faults.map((message) => ({ code: 'calendar-implausible', message })));
    }
    const imported = await this.database.as(actor, async (tx) => {
      const { jurisdiction, person = null } = actor;
      await tx.query(REVISING, [jurisdiction]);
      const days = [JSON.stringify(notice.off), JSON.stringify(notice.working)];
      await tx.query(IMPORT, [jurisdiction, year, notice.notice, ...days, person]);
      const found = await find(tx, actor, year);
      await writeEntry(tx, {
        kind: 'configuration',
        type: 'IMPORT_CALENDAR',
        jurisdiction,
        actor: eventActor(actor, { role: 'system.admin' }),
        values: { ...notice, revision: found.revision },
      });
      return found;
    });
    return { ...imported, projection: await this.project(imported) };
  }

  private async project({ year, revision, notice }: CalendarYearDto): Promise<ProjectionDto> {
    const run = this.projection.start({ year, revision, notice });
    const patience = wait(PATIENCE_MS, undefined, { ref: false });
    const projected: Projected | undefined = await Promise.race([run, patience]);
    if (projected !== undefined) return { complete: true, ...projected };
    run.catch((error: unknown) => this.logger.error({ err: error }, 'deadlines were not projected'));
    return { complete: false, cases: 0, deadlines: 0 };
  }
}

function noticeOf(year: number, { notice, off, working }: NewCalendarYearDto): CalendarYear {
  return { year, notice, off: off.map(({ from, to }) => [from, to]), working: [...working].sort() };
}

async function find(tx: Transaction, { jurisdiction }: Actor, year: number): Promise<CalendarYearDto> {
  const [row] = await tx.query<CalendarRow>(FIND, [jurisdiction, year]);
  if (row === undefined) throw new Problem('not-found');
  const { off, enteredAt, ...rest } = row;
  return { ...rest, off: off.map(([from, to]) => ({ from, to })), enteredAt: shanghai(enteredAt) };
}
