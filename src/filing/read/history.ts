import { Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor.js';
import { ReadLog } from '../../audit/read-log.js';
import { totalOf } from '../../platform/http/page.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { readsAsOffice } from '../view/audience.js';
import type { HistoryDto, HistoryEntryDto, HistoryQueryDto } from './history.dto.js';
import { historyEntry } from './history-entry.js';
import { countSteps, hiddenSteps, type LoggedStep, visibleSteps } from './logged-steps.js';
import { type SeenFiling, seenFiling } from './seen-filing.js';
import { namesOf } from './who-acted.js';

const PAGE_SIZE = 100;

/** 办理过程: what happened to a filing, as far as its reader may know. */
@Injectable()
export class FilingHistory {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly readLog: ReadLog,
  ) {}

  /** @throws {Problem} not-found */
  async page(
    actor: Actor,
    id: string,
    { limit = PAGE_SIZE, cursor = 0 }: HistoryQueryDto,
  ): Promise<HistoryDto> {
    const { filing, steps, counted } = await this.database.as(actor, async (tx) => {
      const seen = await seenFiling(tx, this.registry, actor, id);
      const address = addressOf(actor, seen);
      const [visible, count] = await Promise.all([
        visibleSteps(tx, address, { after: cursor, limit: limit + 1 }),
        countSteps(tx, address),
      ]);
      return { filing: seen, steps: visible, counted: count };
    });
    await this.readLog.note(actor, { id, process: 'filing', ownerOrg: filing.ownerOrg });
    const hidden = await this.hiddenFrom(actor, filing);
    const following = hidden.filter(({ seq }) => seq > cursor);
    const page = inOrder([...steps, ...following]).slice(0, limit);
    const hasMore = steps.length + following.length > limit;
    return {
      items: await this.told(actor, filing, page),
      nextCursor: hasMore ? (page.at(-1)?.seq ?? null) : null,
      total: totalOf(counted + hidden.length),
    };
  }

  /**
   * Every step that changed the state, the latest last: how the filing came to where it is. `steps` are those that its reader
   * sees, read before: no transaction waits here for another.
   */
  async pathOf(actor: Actor, filing: SeenFiling, steps: readonly LoggedStep[]): Promise<HistoryEntryDto[]> {
    const hidden = await this.hiddenFrom(actor, filing);
    return this.told(
      actor,
      filing,
      inOrder([...steps, ...hidden]).filter(({ from, to }) => from !== to),
    );
  }

  private async told(
    actor: Actor,
    filing: SeenFiling,
    steps: readonly LoggedStep[],
  ): Promise<HistoryEntryDto[]> {
    const { audience, reference } = filing;
    const actors = steps.flatMap(({ entry }) => entry?.actor ?? []);
    const names = await this.database.asSystem((tx) => namesOf(tx, actors, { actor, audience }));
    return steps.map((step) => historyEntry(step, names, reference));
  }

  private async hiddenFrom(actor: Actor, filing: SeenFiling): Promise<LoggedStep[]> {
    if (readsAsOffice(filing.audience)) return [];
    return this.database.asSystem((tx) => hiddenSteps(tx, addressOf(actor, filing)));
  }
}

/** How a seen filing is found again, and whether its reader's own organization filed it. */
export function addressOf(
  { jurisdiction, organization }: Actor,
  { id, ownerOrg }: SeenFiling,
): { jurisdiction: string; id: string; isOwn: boolean } {
  return { jurisdiction, id, isOwn: organization === ownerOrg };
}

/** Row-level security may open a step of the committee to a member: it is told once, and as what it was. */
function inOrder(steps: readonly LoggedStep[]): LoggedStep[] {
  const bySeq = new Map<number, LoggedStep>();
  for (const step of steps) if (!bySeq.has(step.seq)) bySeq.set(step.seq, step);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
