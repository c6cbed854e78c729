import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AnyMachineSnapshot } from 'xstate';
import { type ProcessEvent, restore, step } from '../../workflows/process.js';
import { type Capacity, impersonal, officeOf } from '../access/actor.js';
import { referenceData } from '../directory/reference-data.js';
import { struckDeadlines, transitions } from '../platform/metrics.js';
import { Problem } from '../platform/problem.js';
import { Database, type Transaction } from '../platform/transaction.js';
import { capacityIn } from './capacity.js';
import { changedClocks } from './clocks.js';
import type { Command, Outcome, Strike } from './command.js';
import { eventActor } from './event-actor.js';
import { formerAnswer } from './former-answer.js';
import { claimKey, formerOutcome, keepOutcome } from './idempotency.js';
import { type LockedCases, lockFreeCase, lockVisibleCase } from './locked-case.js';
import { logRefusal } from './log-refusal.js';
import { ProcessRegistry } from './process-registry.js';
import type { FactQuestion, Move, ProcessShell, StoredCase } from './process-shell.js';
import { questionOf } from './question.js';
import { type EntrySummary, editsAfter, record } from './record.js';
import { retriedTransaction } from './retried-transaction.js';
import { eventsOf, notAccepted, refuseStale } from './staleness.js';

const CLOCK_PREFIX = 'DEADLINE.';
/** A worker looks every second; what comes later than this was kept from its work. */
const LATE_AFTER_MS = 60_000;

/** The one way a case changes. State, log entry, deadlines and notices commit together or not at all. */
@Injectable()
export class ProcessService {
  constructor(
    private readonly database: Database,
    private readonly registry: ProcessRegistry,
  ) {}

  /**
   * Moves one case by one event, and with it those that it has something to say to.
   * @throws {Problem} 403, 404, 409, 412, 422 as design/api.md says; nothing has changed then
   */
  async send(command: Command): Promise<Outcome> {
    try {
      return await retriedTransaction(this.database, (tx) => this.sendOnce(tx, command));
    } catch (error) {
      if (isRefusedPerson(error)) await logRefusal(this.database, command, error);
      throw error;
    }
  }

  /**
   * Lets a clock of a case strike, if it still runs, is of that generation and due. `busy` when somebody holds the case:
   * the worker comes again. Fired late or not, a clock counts on its own due day.
   */
  async strike({ name, generation, ...address }: Strike): Promise<'struck' | 'busy' | 'gone'> {
    const actor = impersonal('clock', address.jurisdiction);
    return this.database.transaction(async (tx) => {
      const locked = await lockFreeCase(tx, address, actor);
      const stored = locked?.cases.get(address.id);
      if (locked === undefined || stored === undefined) return 'busy';
      const clock = locked.clocks.get(address.id)?.find((each) => each.name === name);
      const due = clock?.status === 'armed' && clock.generation === generation;
      if (!due || Date.parse(clock.fireAt) > locked.now.getTime()) return 'gone';
      const late = locked.now.getTime() - Date.parse(clock.fireAt) > LATE_AFTER_MS;
      const { process, id } = stored;
      const payload = { dueOn: clock.dueOn, late };
      const day = clock.dueOn;
      await this.move(tx, locked, stored, {
        process,
        id,
        type: `${CLOCK_PREFIX}${name}`,
        payload,
        actor,
        day,
      });
      struckDeadlines.inc({ name });
      return 'struck';
    });
  }

  private async sendOnce(tx: Transaction, command: Command): Promise<Outcome> {
    const { actor, idempotency: claim } = command;
    const address = { jurisdiction: actor.jurisdiction, id: command.id, process: command.process };
    // One packet: the lock travels with the claim, and is idle should the claim turn out to be a repetition.
    const [locked, isNew] = await Promise.all([
      lockVisibleCase(tx, address, actor),
      claim === undefined ? true : claimKey(tx, actor, claim),
    ]);
    if (claim !== undefined && !isNew) {
      return formerAnswer(tx, this.registry, address, await formerOutcome(tx, actor, claim));
    }
    const stored = locked?.cases.get(command.id);
    if (locked === undefined || stored === undefined) throw new Problem('not-found');
    const outcome = await this.move(tx, locked, stored, command);
    if (claim !== undefined) {
      keepOutcome(tx, actor, claim, { caseId: stored.id, entryId: outcome.entry.id, status: 200 });
    }
    return outcome;
  }

  /** Asks, transitions, records. The case is locked and the transaction in engine scope. */
  async move(tx: Transaction, locked: LockedCases, stored: StoredCase, command: Command): Promise<Outcome> {
    const reference = await referenceData(tx, locked.stamp);
    const shell = this.registry.shell(stored.process, stored.version);
    const { definition } = shell;
    const before = restore(definition, stored);
    const capacity = this.capacityFor(shell, stored, before, command);
    const office = officeOf(capacity?.role);
    const owner = command.actor.organization === stored.ownerOrg;
    const event = { type: command.type, office, version: command.version, owner };
    if (!eventsOf(before).includes(command.type)) {
      throw await notAccepted(tx, stored, before, definition, event);
    }
    const question = questionOf(tx, locked, stored, before, command, capacity, reference);
    const asked = await this.eventOf(shell, question, office);
    const taken = step(definition, before, asked);
    if (taken.kind === 'notAccepted') {
      throw await notAccepted(tx, stored, before, definition, event);
    }
    if (command.version !== undefined) {
      await refuseStale(tx, stored, definition, { ...event, version: command.version });
    }
    if (taken.kind === 'refused') throw Problem.of(taken.refusals);

    const { next, effects } = taken;
    const move: Move = { stored, before, next, event: asked, effects, entryId: uuid(), reference };
    const entry = this.write(tx, locked, shell, move, question.day);
    const after = { ...stored, ...shapeOf(shell, next), seq: entry.seq, edits: editsAfter(move) };
    locked.cases.set(stored.id, after);
    await this.tellRelated(tx, locked, move);
    transitions.inc({ process: stored.process, type: command.type });
    return { stored: after, snapshot: next, entry, shell, reference };
  }

  private capacityFor(
    shell: ProcessShell,
    stored: StoredCase,
    snapshot: AnyMachineSnapshot,
    { actor, type, onBehalfOf }: Command,
  ): Capacity | undefined {
    if (actor.kind !== 'person' && actor.kind !== 'client') return undefined;
    const capacity = capacityIn(shell, snapshot, { actor, type, onBehalfOf });
    if (capacity === undefined || shell.isPartyTo?.(type, actor, stored) === false) {
      throw new Problem('forbidden');
    }
    return capacity;
  }

  private async eventOf(
    shell: ProcessShell,
    question: FactQuestion,
    office: ProcessEvent['office'],
  ): Promise<ProcessEvent> {
    return {
      type: question.type,
      payload: question.payload,
      facts: await shell.facts(question),
      at: question.at,
      actor: eventActor(question.actor, question.capacity),
      ...(office === undefined ? {} : { office }),
    };
  }

  private write(
    tx: Transaction,
    locked: LockedCases,
    shell: ProcessShell,
    move: Move,
    day: string,
  ): EntrySummary {
    const policy = shell.policyOf(move.next, move.reference, day);
    const present = locked.clocks.get(move.stored.id) ?? [];
    const setting = { calendar: move.reference.calendar, policy: policy.values, day };
    const fired = clockNamedBy(move.event.type);
    const clocks = changedClocks(present, move.effects, setting, fired);
    const changed = new Set(clocks.map(({ name }) => name));
    const allClocks = [...clocks, ...present.filter(({ name }) => !changed.has(name))];
    locked.clocks.set(move.stored.id, allClocks);
    const definitionHash = this.registry.hashOf(shell.definition);
    return record(tx, { move, shell, definitionHash, policyId: policy.id, clocks, allClocks });
  }

  /** What a case has to say to its related cases is said in the same transaction. All of them are locked already. */
  private async tellRelated(tx: Transaction, locked: LockedCases, move: Move): Promise<void> {
    for (const effect of move.effects) {
      if (effect.type !== 'send') continue;
      const { to, event } = effect.params;
      const addressed = [...locked.cases.values()].filter(
        ({ id, process }) => id === to || (id !== move.stored.id && process === to),
      );
      for (const related of addressed) {
        // A closed case takes nothing any more; that it was told stands in the log of the one that told it.
        if (related.status === 'done') continue;
        const actor = { ...impersonal('case', move.stored.jurisdiction), case: move.stored.id };
        await this.move(tx, locked, related, {
          process: related.process,
          id: related.id,
          actor,
          ...event,
        });
      }
    }
  }
}

function shapeOf(
  { definition }: ProcessShell,
  next: AnyMachineSnapshot,
): Pick<StoredCase, 'value' | 'status' | 'context' | 'state'> {
  return {
    value: next.value,
    status: next.status === 'active' ? 'active' : 'done',
    context: next.context,
    state: definition.stateOf(next),
  };
}

/** A guard's word about who may do this, apart from a role that is simply missing. */
function isRefusedPerson(error: unknown): error is Problem {
  return error instanceof Problem && error.status === 403 && error.code !== 'forbidden';
}

function clockNamedBy(eventType: string): string | undefined {
  return eventType.startsWith(CLOCK_PREFIX) ? eventType.slice(CLOCK_PREFIX.length) : undefined;
}
