import { Injectable } from '@nestjs/common';
import { marksFor } from '../../../workflows/filing/filing.audiences.js';
import { stateOf } from '../../../workflows/filing/filing.js';
import { EVENT_LABELS, labelOf } from '../../../workflows/filing/filing.labels.js';
import { MARKS } from '../../../workflows/rules/marks.js';
import type { Actor } from '../../access/actor.js';
import { ReadLog } from '../../audit/read-log.js';
import { civilDay } from '../../platform/instant.js';
import { type PossibleAction, possibleActions } from '../../process/possible-actions.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { isPublicEvent } from '../events/event-bodies.js';
import { bankDateReason } from './bank-date-reason.js';
import { CLOCKS_OF_FILING, type ClockRow, clockReason } from './clock-reason.js';
import { isClock, seesClock } from './clocks.js';
import type { ClockReasonDto, ExplainedActionDto, ExplanationDto, PathStepDto } from './explanation.dto.js';
import { addressOf, FilingHistory } from './history.js';
import { visibleSteps } from './logged-steps.js';
import { type SeenFiling, seenFiling } from './seen-filing.js';
import { monthAndDay } from './state-label.js';
import { waitingPosts } from './waiting-posts.js';

/** More steps than this explain no more. */
const PATH_STEPS = 8;
const MAX_STEPS = 1_000;

/** 为什么: why a filing is where it is, what it waits for, until when, and why somebody can or cannot act. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly history: FilingHistory,
    private readonly readLog: ReadLog,
  ) {}

  /** @throws {Problem} not-found */
  async of(actor: Actor, id: string): Promise<ExplanationDto> {
    const { jurisdiction } = actor;
    const { filing, clocks, steps } = await this.database.as(actor, async (tx) => {
      const seen = await seenFiling(tx, this.registry, actor, id);
      const [rows, visible] = await Promise.all([
        tx.query<ClockRow>(CLOCKS_OF_FILING, [jurisdiction, id]),
        visibleSteps(tx, addressOf(actor, seen), { after: 0, limit: MAX_STEPS }),
      ]);
      return { filing: seen, clocks: rows, steps: visible };
    });
    await this.readLog.note(actor, { id, process: 'filing', ownerOrg: filing.ownerOrg });
    const path = await this.history.pathOf(actor, filing, steps);
    const actions = await this.database.as(actor, (tx) =>
      possibleActions(tx, this.registry, { jurisdiction, id, process: 'filing' }, actor),
    );
    return explanation(filing, clocks, path.slice(-PATH_STEPS), actions.flatMap(explainedAction));
  }
}

function explanation(
  filing: SeenFiling,
  rows: readonly ClockRow[],
  path: readonly PathStepDto[],
  actions: ExplainedActionDto[],
): ExplanationDto {
  const { id, snapshot, context, audience, reference, now } = filing;
  const state = stateOf(snapshot);
  const stateLabel = labelOf(state, context);
  // The bank's own date has a reason of its own.
  const clocks = rows
    .filter(({ name }) => isClock(name) && name !== 'bankDate' && seesClock(audience, name))
    .map((row) => clockReason(row, reference));
  const waitsFor = waitingPosts({ ...filing, county: context.county }, audience, reference, civilDay(now));
  return {
    id,
    state,
    stateLabel,
    summary: summary(
      stateLabel,
      waitsFor.map(({ label }) => label),
      clocks,
      context.bankDate,
    ),
    path: path.map(({ seq, at, text }) => ({ seq, at, text })),
    waitsFor,
    clocks,
    bankDate: bankDateReason(context, reference),
    marks: marksFor(audience, context).map(explainedMark),
    actions,
  };
}

/** 目前为“同步研判”，等待市工信局经办岗办理，最迟11月27日；银行日期为12月8日。 */
function summary(
  stateLabel: string,
  waitsFor: readonly string[],
  clocks: readonly ClockReasonDto[],
  bankDate: string | null,
): string {
  const waiting = waitsFor.length === 0 ? '，不等待任何人办理' : `，等待${waitsFor.join('、')}办理`;
  const [next] = clocks.flatMap(({ status, dueOn }) =>
    status === 'running' && dueOn !== null ? [dueOn] : [],
  );
  const until = waitsFor.length === 0 || next === undefined ? '' : `，最迟${monthAndDay(next)}`;
  const date = bankDate === null ? '' : `；银行日期为${monthAndDay(bankDate)}`;
  return `目前为“${stateLabel}”${waiting}${until}${date}。`;
}

function explainedMark(code: string): { code: string; label: string; clause: string | null } {
  const known = Object.entries(MARKS).find(([name]) => name === code);
  return known === undefined
    ? { code, label: code, clause: null }
    : { code, label: known[1].label, clause: known[1].clause };
}

function explainedAction({ type, allowed, reasons }: PossibleAction): ExplainedActionDto[] {
  if (!isPublicEvent(type)) return [];
  return [
    { type, label: EVENT_LABELS[type], allowed, reasons: reasons.map(({ kind: _, ...reason }) => reason) },
  ];
}
