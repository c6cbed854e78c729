import { Injectable } from '@nestjs/common';
import type { Audience } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { ReadLog } from '../audit/read-log.js';
import { totalOf } from '../platform/http/page.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { type CaseDescription, readsAsOffice } from './case-description.js';
import type { HistoryDto, HistoryEntryDto, HistoryQueryDto } from './history.dto.js';
import { historyEntry } from './history-entry.js';
import { countSteps, hiddenSteps, type LogAddress, type LoggedStep, visibleSteps } from './logged-steps.js';
import { type SeenCase, seenCase } from './seen-case.js';
import { namesOf } from './who-acted.js';

const PAGE_SIZE = 100;
const MAX_STEPS = 1_000;

/** A case, what is told of its process, and who reads. */
export interface Reading<Context = unknown> {
  description: CaseDescription<Context>;
  seen: SeenCase<Context>;
  actor: Actor;
}

/** 办理过程: what happened to a case, as far as its reader may know. */
@Injectable()
export class CaseHistory {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly registry: ProcessRegistry,
    private readonly readLog: ReadLog,
  ) {}

  /** @throws {Problem} not-found */
  async page<Context>(
    description: CaseDescription<Context>,
    actor: Actor,
    id: string,
    { limit = PAGE_SIZE, cursor = 0 }: HistoryQueryDto,
  ): Promise<HistoryDto> {
    const { process } = description;
    const { reading, steps, counted } = await this.database.as(actor, async (tx) => {
      const seen = await seenCase<Context>(tx, this.registry, actor, { process, id });
      const read = { description, seen, actor };
      const address = addressOf(read);
      const [visible, count] = await Promise.all([
        visibleSteps(tx, address, { after: cursor, limit: limit + 1 }),
        countSteps(tx, address),
      ]);
      return { reading: read, steps: visible, counted: count };
    });
    await this.readLog.note(actor, { id, process, ownerOrg: reading.seen.ownerOrg });
    const hidden = await this.hiddenFrom(reading);
    const following = hidden.filter(({ seq }) => seq > cursor);
    const page = inOrder([...steps, ...following]).slice(0, limit);
    const hasMore = steps.length + following.length > limit;
    return {
      items: await this.told(reading, page),
      nextCursor: hasMore ? (page.at(-1)?.seq ?? null) : null,
      total: totalOf(counted + hidden.length),
    };
  }

  /**
   * A case and the whole way it has come, for whoever shows both at once.
   * @throws {Problem} not-found
   */
  async wayOf<Context>(
    description: CaseDescription<Context>,
    actor: Actor,
    id: string,
  ): Promise<{ reading: Reading<Context>; path: HistoryEntryDto[] }> {
    const { process } = description;
    const { reading, steps } = await this.database.as(actor, async (tx) => {
      const seen = await seenCase<Context>(tx, this.registry, actor, { process, id });
      const read = { description, seen, actor };
      return {
        reading: read,
        steps: await visibleSteps(tx, addressOf(read), { after: 0, limit: MAX_STEPS }),
      };
    });
    await this.readLog.note(actor, { id, process, ownerOrg: reading.seen.ownerOrg });
    return { reading, path: await this.pathOf(reading, steps) };
  }

  /**
   * Every step that changed the state, the latest last: how the case came to where it is. `steps` are those that its reader
   * sees, read before: no transaction waits here for another.
   */
  async pathOf<Context>(reading: Reading<Context>, steps: readonly LoggedStep[]): Promise<HistoryEntryDto[]> {
    const hidden = await this.hiddenFrom(reading);
    return this.told(
      reading,
      inOrder([...steps, ...hidden]).filter(({ from, to }) => from !== to),
    );
  }

  private async told<Context>(
    { description, seen, actor }: Reading<Context>,
    steps: readonly LoggedStep[],
  ): Promise<HistoryEntryDto[]> {
    const { context, reference } = seen;
    const shown = steps.filter((step) => description.hidesFrom?.(actor, step, context) !== true);
    const actors = shown.flatMap(({ entry }) => entry?.actor ?? []);
    const audience = audienceIn({ description, seen, actor });
    const names = await this.database.asSystem((tx) => namesOf(tx, actors, { actor, audience }));
    return shown.map((step) => historyEntry(step, names, reference, description));
  }

  private async hiddenFrom<Context>(reading: Reading<Context>): Promise<LoggedStep[]> {
    if (readsAsOffice(audienceIn(reading))) return [];
    return this.database.asSystem((tx) => hiddenSteps(tx, addressOf(reading)));
  }
}

export function audienceIn<Context>({ description, seen, actor }: Reading<Context>): Audience {
  return description.audienceOf(actor, seen.ownerOrg, seen.context);
}

/** How the log of a seen case is found, and what of it is none of its reader's business. */
export function addressOf<Context>({ description, seen, actor }: Reading<Context>): LogAddress {
  const { jurisdiction, id, ownerOrg } = seen;
  return { jurisdiction, id, without: actor.organization === ownerOrg ? [] : description.inHouse };
}

/** Row-level security may open a step of the committee to a member: it is told once, and as what it was. */
function inOrder(steps: readonly LoggedStep[]): LoggedStep[] {
  const bySeq = new Map<number, LoggedStep>();
  for (const step of steps) if (!bySeq.has(step.seq)) bySeq.set(step.seq, step);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}
