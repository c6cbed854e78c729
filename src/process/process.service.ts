import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AnyMachineSnapshot } from 'xstate';
import { type Message, type ProcessEvent, restore, step } from '../../workflows/process.js';
import { type Actor, type Capacity, impersonal, officeOf, readerOf } from '../access/actor.js';
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
import { FirmNeeded, holdFirm, type LockedCases, lockFreeCase, lockVisibleCase } from './locked-case.js';
import { isRefusedPerson, logRefusal } from './log-refusal.js';
import { partiesIn } from './notices.js';
import { ProcessRegistry } from './process-registry.js';
import type { FactQuestion, Move, ProcessShell, StoredCase } from './process-shell.js';
import { questionOf } from './question.js';
import { type EntrySummary, editsAfter, firmAfter, record } from './record.js';
import { retriedTransaction } from './retried-transaction.js';
import { enterEngineScope } from './scope.js';
import { eventsOf, notAccepted, refuseStale } from './staleness.js';
import { tellOthers } from './tell-others.js';

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
    const holdsFirm = this.holdsFirm(command);
    try {
      return await this.holdingFirmIfNeeded(holdsFirm, (holds) =>
        retriedTransaction(this.database, (tx) => this.sendOnce(tx, command, holds)),
      );
    } catch (error) {
      if (isRefusedPerson(error)) await logRefusal(this.database, command, error);
      throw error;
    }
  }

  /**
   * Lets a clock of a case strike, if it still runs, is of that generation and due. `busy` when somebody holds the case:
   * the worker comes again. Fired late or not, a clock counts on its own due day.
   */
  async strike(strike: Strike): Promise<'struck' | 'busy' | 'gone'> {
    const type = `${CLOCK_PREFIX}${strike.name}`;
    return this.holdingFirmIfNeeded(this.holdsFirm({ process: strike.process, type }), (holds) =>
      this.strikeOnce(strike, holds),
    );
  }

  private strikeOnce(
    { name, generation, ...address }: Strike,
    holdsFirm: boolean,
  ): Promise<'struck' | 'busy' | 'gone'> {
    const actor = impersonal('clock', address.jurisdiction);
    return this.database.transaction(async (tx) => {
      const locked = await lockFreeCase(tx, address, actor, holdsFirm);
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

  /**
   * Tells all open cases about a firm what happened to it, in one transaction with what `beside` writes, unless `beside` says
   * that it is known already. What the state of a case does not take is not for it. Returns how many were told.
   */
  async tellFirm(
    { actor, firm, message }: { actor: Actor; firm: string; message: Message },
    beside: (tx: Transaction) => Promise<boolean>,
  ): Promise<number> {
    const { jurisdiction } = actor;
    return retriedTransaction(this.database, async (tx) => {
      await enterEngineScope(tx, actor);
      const locked = await holdFirm(tx, { jurisdiction, firm });
      if (!(await beside(tx))) return 0;
      const told = impersonal('system', jurisdiction);
      let count = 0;
      for (const id of [...locked.cases.keys()]) {
        const stored = locked.cases.get(id);
        // What was said before may have closed it.
        if (stored?.status !== 'active') continue;
        const { definition } = this.registry.shell(stored.process, stored.version);
        if (!eventsOf(restore(definition, stored)).includes(message.type)) continue;
        await this.move(tx, locked, stored, { process: stored.process, id, actor: told, ...message });
        count++;
      }
      return count;
    });
  }

  private holdsFirm({ process, type }: { process: string; type: string }): boolean {
    return this.registry.find(process)?.holdsFirm?.(type) ?? true;
  }

  /** Most events of a filing concern it alone, and wait for nobody else on its firm. */
  private async holdingFirmIfNeeded<Result>(
    holdsFirm: boolean,
    attempt: (holdsFirm: boolean) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await attempt(holdsFirm);
    } catch (error) {
      if (holdsFirm || !(error instanceof FirmNeeded)) throw error;
      return attempt(true);
    }
  }

  private async sendOnce(tx: Transaction, command: Command, holdsFirm: boolean): Promise<Outcome> {
    const { actor, idempotency: claim } = command;
    const address = { jurisdiction: actor.jurisdiction, id: command.id, process: command.process };
    // One packet: the lock travels with the claim, and is idle should the claim turn out to be a repetition.
    const [locked, isNew] = await Promise.all([
      lockVisibleCase(tx, address, actor, holdsFirm),
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
    const office = officeOf(capacity?.role) ?? shell.officeFor?.(command.type, command.payload);
    const owner = command.actor.organization === stored.ownerOrg;
    const inOffice = readerOf(command.actor) !== undefined;
    const event = { type: command.type, office, version: command.version, owner, inOffice };
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
    const { sealed } = command;
    const { behind } = command.actor;
    const named = { reference, sealed, behind };
    const move: Move = { stored, before, next, event: asked, effects, entryId: uuid(), ...named };
    const entry = await this.write(tx, locked, shell, move, question.day);
    const firm = firmAfter(shell, move);
    const after = { ...stored, ...shapeOf(shell, next), firm, seq: entry.seq, edits: editsAfter(move) };
    locked.cases.set(stored.id, after);
    await tellOthers(tx, locked, { ...move, stored: after }, this.registry, (about, message) =>
      this.move(tx, locked, about, message),
    );
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
    if (capacity === undefined || shell.isPartyTo?.(type, actor, stored, snapshot) === false) {
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

  private async write(
    tx: Transaction,
    locked: LockedCases,
    shell: ProcessShell,
    move: Move,
    day: string,
  ): Promise<EntrySummary> {
    const policy = shell.policyOf(move.next, move.reference, day);
    const present = locked.clocks.get(move.stored.id) ?? [];
    const setting = { calendar: move.reference.calendar, policy: policy.values, day };
    const fired = clockNamedBy(move.event.type);
    const clocks = changedClocks(present, move.effects, setting, fired);
    const changed = new Set(clocks.map(({ name }) => name));
    const allClocks = [...clocks, ...present.filter(({ name }) => !changed.has(name))];
    locked.clocks.set(move.stored.id, allClocks);
    const definitionHash = this.registry.hashOf(shell.definition);
    const parties = await partiesIn(tx, shell, move);
    return record(tx, { move, shell, definitionHash, policyId: policy.id, parties, clocks, allClocks });
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

function clockNamedBy(eventType: string): string | undefined {
  return eventType.startsWith(CLOCK_PREFIX) ? eventType.slice(CLOCK_PREFIX.length) : undefined;
}
