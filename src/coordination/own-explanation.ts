import { Injectable } from '@nestjs/common';
import { FILING_LABELS } from '../../workflows/coordination/coordination.labels.js';
import type { Actor } from '../access/actor.js';
import type { ClockMeaning } from '../cases/case-description.js';
import { CLOCKS_OF_CASE, type ClockRow, clockReason } from '../cases/clock-reason.js';
import { monthAndDay } from '../cases/day-in-words.js';
import type { ClockReasonDto } from '../cases/explanation.dto.js';
import type { WaitingPostDto } from '../cases/waiting-post.dto.js';
import { POST_LABELS } from '../codes/post-labels.js';
import { referenceData } from '../directory/reference-data.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { OwnHistory } from './own-history.js';
import type { OwnExplanationDto } from './own-part.dto.js';
import { OwnParts, type PartRow } from './own-part.js';

const PATH_STEPS = 8;

/** Both run with the bank's own report: no clock of the coordination itself is a bank's to see. */
const CLOCKS: Readonly<Record<string, ClockMeaning>> = {
  coordinate: { label: '协调', policyKey: 'coordinateWd' },
  bankDate: { label: '银行日期', policyKey: 'leadWd' },
};

const OFFICES: WaitingPostDto = { role: null, label: '主管部门' };

/** 为什么, for a bank: of its own report's part, and of nothing that would tell it of another's. */
@Injectable()
export class OwnExplanations {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly parts: OwnParts,
    private readonly histories: OwnHistory,
  ) {}

  /** @throws {Problem} not-found */
  async of(actor: Actor, filing: string): Promise<OwnExplanationDto> {
    const row = await this.parts.rowOf(actor, filing);
    const clocks = row.state === 'joined' ? await this.clocksOf(actor, filing) : [];
    const [history, actions] = await Promise.all([
      this.histories.of(actor, filing),
      this.parts.possible(actor, filing),
    ]);
    const waitsFor = waitingIn(row);
    return {
      filing,
      state: row.state,
      stateLabel: FILING_LABELS[row.state],
      summary: summary(row, waitsFor, clocks),
      path: history.items.slice(-PATH_STEPS).map(({ seq, at, text }) => ({ seq, at, text })),
      waitsFor,
      clocks,
      actions: actions.map(({ consequence: _, ...action }) => action),
    };
  }

  private clocksOf(actor: Actor, filing: string): Promise<ClockReasonDto[]> {
    return this.database.as(actor, async (tx) => {
      const [rows, reference] = await Promise.all([
        tx.query<ClockRow>(CLOCKS_OF_CASE, [actor.jurisdiction, filing]),
        referenceData(tx),
      ]);
      return rows.flatMap((row) => {
        const meaning = CLOCKS[row.name];
        return meaning === undefined ? [] : clockReason(row, meaning, {}, reference);
      });
    });
  }
}

/** The bank where its word is asked for; else the offices, which propose and record. */
function waitingIn({ state, proposed, prepared, confirmed }: PartRow): WaitingPostDto[] {
  if (state !== 'joined') return [];
  if (prepared !== null && prepared.at > (confirmed?.at ?? '')) return [postOf('bank.checker')];
  return proposed !== null && confirmed === null ? [postOf('bank.maker')] : [OFFICES];
}

function postOf(role: 'bank.maker' | 'bank.checker'): WaitingPostDto {
  return { role, label: `本行${POST_LABELS[role]}` };
}

/** 本行报告目前为“协调中”，等待本行复核岗办理，最迟6月24日。 */
function summary(
  { state }: PartRow,
  waitsFor: readonly WaitingPostDto[],
  clocks: readonly ClockReasonDto[],
): string {
  const posts = waitsFor.map(({ label }) => label).join('、');
  const waiting = posts === '' ? '，不等待任何人办理' : `，等待${posts}办理`;
  const [next] = clocks.flatMap(({ status, dueOn }) =>
    status === 'running' && dueOn !== null ? [dueOn] : [],
  );
  const until = next === undefined ? '' : `，最迟${monthAndDay(next)}`;
  return `本行报告目前为“${FILING_LABELS[state]}”${waiting}${until}。`;
}
