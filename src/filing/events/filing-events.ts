import { Injectable } from '@nestjs/common';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import { EVENT_LABELS } from '../../../workflows/filing/filing.labels.js';
import type { Actor } from '../../access/actor.js';
import { SigningKey } from '../../audit/signing-key.js';
import { entryOf } from '../../cases/entry.dto.js';
import type { SentEvent } from '../../cases/read-event.js';
import { referenceData } from '../../directory/reference-data.js';
import { timeOf } from '../../platform/database-time.js';
import type { Statement } from '../../platform/transaction.js';
import type { Outcome } from '../../process/command.js';
import type { IdempotencyClaim } from '../../process/idempotency.js';
import { possibleActions } from '../../process/possible-actions.js';
import { ProcessService } from '../../process/process.service.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { isSending } from '../list-row.js';
import { readReceipt } from '../receipt/read-receipt.js';
import type { ReceiptDto } from '../receipt/receipt.dto.js';
import { filingState } from '../view/filing-state.js';
import type { FilingActionDto } from './actions.dto.js';
import { consequenceOf } from './consequence.js';
import type { EventAnswerDto } from './event-answer.dto.js';
import { isPublicEvent } from './event-bodies.js';

const CONTEXT: Statement = {
  name: 'context-of-filing',
  text: 'select context from process_case where jurisdiction = $1 and id = $2',
};

/** What people and banks' systems do with a filing, and what they could do. */
@Injectable()
export class FilingEvents {
  constructor(
    private readonly database: ScopedDatabase,
    private readonly processes: ProcessService,
    private readonly registry: ProcessRegistry,
    private readonly key: SigningKey,
  ) {}

  /** @throws {Problem} as ProcessService.send */
  async send(
    actor: Actor,
    id: string,
    sent: { event: SentEvent; version: string; claim?: IdempotencyClaim },
  ): Promise<EventAnswerDto> {
    const { event, version, claim } = sent;
    const { type, payload, onBehalfOf } = event;
    const outcome = await this.processes.send({
      process: 'filing',
      id,
      type,
      payload,
      actor,
      version,
      ...(claim === undefined ? {} : { idempotency: claim }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    });
    const receipt = isSending(type) ? await this.receiptFor(actor, outcome) : undefined;
    const { stored, snapshot, reference, entry } = outcome;
    return {
      filing: filingState({ stored, snapshot, reference, actor }),
      entry: entryOf(entry),
      ...(receipt === undefined ? {} : { receipt }),
    };
  }

  /** @throws {Problem} not-found */
  async possible(actor: Actor, id: string): Promise<FilingActionDto[]> {
    const { jurisdiction } = actor;
    return this.database.as(actor, async (tx) => {
      const address = { jurisdiction, id, process: 'filing' };
      const actions = await possibleActions(tx, this.registry, address, actor);
      const [[row], reference, { today }] = await Promise.all([
        tx.query<{ context: FilingContext }>(CONTEXT, [jurisdiction, id]),
        referenceData(tx),
        timeOf(tx),
      ]);
      if (row === undefined) throw new Error('The case went away while it was read.');
      return actions.flatMap(({ type, allowed, reasons, onBehalfOf }) =>
        isPublicEvent(type)
          ? {
              type,
              label: EVENT_LABELS[type],
              allowed,
              consequence: consequenceOf(type, row.context, reference, today),
              reasons: reasons.map(({ kind: _, ...reason }) => reason),
              ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
            }
          : [],
      );
    });
  }

  private async receiptFor(
    actor: Actor,
    { stored, entry, reference }: Outcome,
  ): Promise<ReceiptDto | undefined> {
    const { jurisdiction, id } = stored;
    return this.database.as(actor, (tx) =>
      readReceipt(tx, { jurisdiction, id, entry: entry.id }, reference, this.key),
    );
  }
}
