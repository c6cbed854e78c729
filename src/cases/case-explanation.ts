import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadLog } from '../audit/read-log.js';
import { civilDay } from '../platform/instant.js';
import { possibleActions } from '../process/possible-actions.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import type { CaseDescription } from './case-description.js';
import { addressOf, audienceIn, CaseHistory, type Reading } from './case-history.js';
import { CLOCKS_OF_CASE, type ClockRow, clockReason } from './clock-reason.js';
import { monthAndDay } from './day-in-words.js';
import type { CaseExplanationDto, ClockReasonDto } from './explanation.dto.js';
import { visibleSteps } from './logged-steps.js';
import { seenCase } from './seen-case.js';
import { waitingPosts } from './waiting-posts.js';

/** More steps than this explain no more. */
const PATH_STEPS = 8;
const MAX_STEPS = 1_000;

/** 为什么: why a case is where it is, what it waits for, until when, and why somebody can or cannot act. */
@Injectable()
export class CaseExplanations {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly history: CaseHistory,
    private readonly readLog: ReadLog,
  ) {}

  /**
   * The explanation, and the case as it was read for it.
   * @throws {Problem} not-found
   */
  async of<Context>(
    description: CaseDescription<Context>,
    actor: Actor,
    id: string,
  ): Promise<{ reading: Reading<Context>; explanation: CaseExplanationDto }> {
    const { process } = description;
    const { jurisdiction } = actor;
    const { reading, rows, steps } = await this.database.as(actor, async (tx) => {
      const seen = await seenCase<Context>(tx, this.registry, actor, { process, id });
      const read = { description, seen, actor };
      const [clocks, visible] = await Promise.all([
        tx.query<ClockRow>(CLOCKS_OF_CASE, [jurisdiction, id]),
        visibleSteps(tx, addressOf(read), { after: 0, limit: MAX_STEPS }),
      ]);
      return { reading: read, rows: clocks, steps: visible };
    });
    await this.readLog.note(actor, { id, process, ownerOrg: reading.seen.ownerOrg });
    const path = await this.history.pathOf(reading, steps);
    const actions = await this.database.as(actor, (tx) =>
      possibleActions(tx, this.registry, { jurisdiction, id, process }, actor),
    );
    const waiting = this.waitingIn(reading);
    const clocks = clocksIn(reading, rows);
    const { state, context } = reading.seen;
    const stateLabel = description.stateLabel(state, context);
    return {
      reading,
      explanation: {
        id,
        state,
        stateLabel,
        summary: `${summary(stateLabel, waiting, clocks)}。`,
        path: path.slice(-PATH_STEPS).map(({ seq, at, text }) => ({ seq, at, text })),
        waitsFor: waiting,
        clocks,
        actions: actions.map(({ type, allowed, reasons }) => ({
          type,
          label: description.eventLabels[type] ?? type,
          allowed,
          reasons: reasons.map(({ kind: _, ...reason }) => reason),
        })),
      },
    };
  }

  private waitingIn<Context>(reading: Reading<Context>): CaseExplanationDto['waitsFor'] {
    const { description, seen } = reading;
    const { process, context, reference, snapshot, now } = seen;
    const { organizationsOf } = this.registry.newest(process);
    const waiting = {
      ...seen,
      reader: reading.actor.organization,
      county: description.countyOf(context),
      organizationsOf: (role: (typeof seen.waitsFor)[number]) => organizationsOf?.(role, snapshot, seen),
    };
    return waitingPosts(waiting, audienceIn(reading), reference, civilDay(now));
  }
}

function clocksIn<Context>(reading: Reading<Context>, rows: readonly ClockRow[]): ClockReasonDto[] {
  const { description, seen } = reading;
  const audience = audienceIn(reading);
  return rows.flatMap((row) => {
    const meaning = description.clocks[row.name];
    if (meaning === undefined || !description.seesClock(audience, row.name)) return [];
    return clockReason(row, meaning, description.stopLabels, seen.reference);
  });
}

/** 目前为“同步研判”，等待市工信局经办岗办理，最迟11月27日 */
function summary(
  stateLabel: string,
  waitsFor: CaseExplanationDto['waitsFor'],
  clocks: readonly ClockReasonDto[],
): string {
  const posts = waitsFor.map(({ label }) => label).join('、');
  const waiting = posts === '' ? '，不等待任何人办理' : `，等待${posts}办理`;
  const [next] = clocks.flatMap(({ status, dueOn }) =>
    status === 'running' && dueOn !== null ? [dueOn] : [],
  );
  const until = posts === '' || next === undefined ? '' : `，最迟${monthAndDay(next)}`;
  return `目前为“${stateLabel}”${waiting}${until}`;
}
