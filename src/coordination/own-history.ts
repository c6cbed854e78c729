import { Injectable } from '@nestjs/common';
import { isReadByBankOf } from '../../workflows/coordination/coordination.audiences.js';
import { EVENT_LABELS, FILING_LABELS } from '../../workflows/coordination/coordination.labels.js';
import type { Actor } from '../access/actor.js';
import type { HistoryDto } from '../cases/history.dto.js';
import { historyEntry } from '../cases/history-entry.js';
import { type LoggedStep, visibleSteps } from '../cases/logged-steps.js';
import { namesOf } from '../cases/who-acted.js';
import { referenceData } from '../directory/reference-data.js';
import { totalOf } from '../platform/http/page.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { COORDINATION_FIELDS } from './coordination-resource.js';
import { OwnParts } from './own-part.js';

const COORDINATIONS: Statement = {
  name: 'coordinations-of-filing',
  text: `select coordination from coordination_filing where jurisdiction = $1 and filing = $2 order by joined_at`,
};
const MAX_STEPS = 1_000;

const WORDS = {
  openedLabel: '启动协调',
  hiddenLabel: '有关方面协商',
  eventLabels: EVENT_LABELS,
  fields: COORDINATION_FIELDS,
  stateLabel: (state: string) =>
    Object.hasOwn(FILING_LABELS, state) ? FILING_LABELS[state as keyof typeof FILING_LABELS] : state,
};

/** 办理过程 of one filing's part: what names it, counted by itself, so that no gap tells of anybody else. */
@Injectable()
export class OwnHistory {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly parts: OwnParts,
  ) {}

  /** @throws {Problem} not-found */
  async of(actor: Actor, filing: string): Promise<HistoryDto> {
    await this.parts.rowOf(actor, filing);
    const { jurisdiction } = actor;
    return this.database.asSystem(async (tx) => {
      const cases = await tx.query<{ coordination: string }>(COORDINATIONS, [jurisdiction, filing]);
      const logs = await Promise.all(
        cases.map(({ coordination }) =>
          visibleSteps(tx, { jurisdiction, id: coordination, without: [] }, { after: 0, limit: MAX_STEPS }),
        ),
      );
      const steps = ownSteps(filing, logs.flat());
      const actors = steps.flatMap(({ entry }) => entry?.actor ?? []);
      const [names, reference] = await Promise.all([
        namesOf(tx, actors, { actor, audience: 'bank' }),
        referenceData(tx),
      ]);
      return {
        items: steps.map((step) => historyEntry(step, names, reference, WORDS)),
        nextCursor: null,
        total: totalOf(steps.length),
      };
    });
  }
}

/** The steps about one filing, each from the state of its part to the next. */
function ownSteps(filing: string, steps: readonly LoggedStep[]): LoggedStep[] {
  let state: string | null = null;
  const own: LoggedStep[] = [];
  for (const step of steps) {
    const type = step.entry?.type;
    if (type === undefined || !isReadByBankOf(filing, type, payloadIn(step))) continue;
    // A filing that was concluded says that it leaves, too: that is known already.
    if (type === 'FILING.LEFT' && state !== 'joined') continue;
    const to = type === 'FILING.LEFT' ? 'left' : type === 'CONCLUDE_FILING' ? 'concluded' : 'joined';
    own.push({ ...step, seq: own.length + 1, from: state, to });
    state = to;
  }
  return own;
}

function payloadIn({ opened }: LoggedStep): object {
  return { filing: opened?.['payload.filing'], filings: opened?.['payload.filings'] };
}
