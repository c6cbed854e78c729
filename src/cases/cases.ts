import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ReadLog } from '../audit/read-log.js';
import type { IdempotencyClaim } from '../process/idempotency.js';
import { possibleActions } from '../process/possible-actions.js';
import { ProcessService } from '../process/process.service.js';
import { ProcessRegistry } from '../process/process-registry.js';
import { ScopedDatabase } from '../process/scoped-database.js';
import { versionOf } from '../process/staleness.js';
import type { CaseActionDto } from './action.dto.js';
import { type CaseResource, stateAfter } from './case-resource.js';
import { type CaseEntryDto, entryOf } from './entry.dto.js';
import type { SentEvent } from './read-event.js';
import { seenCase } from './seen-case.js';

/** What people see of the cases of any process, and do with them. */
@Injectable()
export class Cases {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly processes: ProcessService,
    private readonly registry: ProcessRegistry,
    private readonly readLog: ReadLog,
  ) {}

  /** @throws {Problem} not-found */
  async read<Context>(
    resource: CaseResource<Context>,
    actor: Actor,
    id: string,
  ): Promise<{ page: object; version: string }> {
    const { process } = resource;
    const { page, version, ownerOrg } = await this.database.as(actor, async (tx) => {
      const seen = await seenCase<Context>(tx, this.registry, actor, { process, id });
      const seq = (await resource.latestSeqFor?.(tx, seen, actor)) ?? seen.seq;
      return {
        page: await resource.page.of(tx, { ...seen, seq }, actor),
        version: versionOf({ seq, edits: 0 }),
        ownerOrg: seen.ownerOrg,
      };
    });
    await this.readLog.note(actor, { id, process, ownerOrg });
    return { page, version };
  }

  /** @throws {Problem} as ProcessService.send */
  async send<Context>(
    resource: CaseResource<Context>,
    actor: Actor,
    id: string,
    sent: { event: SentEvent; version: string; claim: IdempotencyClaim },
  ): Promise<{ state: object; entry: CaseEntryDto; version: string }> {
    const { event, version, claim } = sent;
    const { type, payload, onBehalfOf } = event;
    const outcome = await this.processes.send({
      process: resource.process,
      id,
      type,
      payload,
      actor,
      version,
      idempotency: claim,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    });
    const { entry } = outcome;
    return {
      state: resource.state.of(stateAfter<Context>(outcome), actor),
      entry: entryOf(entry),
      version: versionOf({ seq: entry.seq, edits: 0 }),
    };
  }

  /** @throws {Problem} not-found */
  async possible<Context>(
    resource: CaseResource<Context>,
    actor: Actor,
    id: string,
  ): Promise<CaseActionDto[]> {
    const { process } = resource;
    return this.database.as(actor, async (tx) => {
      const { context } = await seenCase<Context>(tx, this.registry, actor, { process, id });
      const address = { jurisdiction: actor.jurisdiction, id, process };
      const actions = await possibleActions(tx, this.registry, address, actor);
      return actions.map(({ type, allowed, reasons, onBehalfOf }) => ({
        type,
        label: resource.eventLabels[type] ?? type,
        allowed,
        consequence: resource.consequenceOf?.(type, context) ?? '',
        reasons: reasons.map(({ kind: _, ...reason }) => reason),
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      }));
    });
  }
}
