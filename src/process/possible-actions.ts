import { type Refusal, refusalsOf, restore } from '../../workflows/process.js';
import { type Actor, officeOf } from '../access/actor.js';
import { referenceData } from '../directory/reference-data.js';
import { Problem } from '../platform/problem.js';
import type { Transaction } from '../platform/transaction.js';
import { capacityIn } from './capacity.js';
import { eventActor } from './event-actor.js';
import { type CaseAddress, readVisibleCase } from './locked-case.js';
import type { ProcessRegistry } from './process-registry.js';
import { questionOf } from './question.js';
import { eventsOf } from './staleness.js';

export interface PossibleAction {
  type: string;
  allowed: boolean;
  /** The one person for whom the actor would act, when it is by delegation. */
  onBehalfOf?: string;
  reasons: Refusal[];
}

/**
 * What this actor can do with a case now, and for what it cannot, why: the same functions that judge when it is done.
 * Events that belong to other posts are left out; those that the state would take, but a rule refuses, are not.
 */
export async function possibleActions(
  tx: Transaction,
  registry: ProcessRegistry,
  address: CaseAddress,
  actor: Actor,
): Promise<PossibleAction[]> {
  const read = await readVisibleCase(tx, address, actor);
  const stored = read?.cases.get(address.id);
  if (read === undefined || stored === undefined) throw new Problem('not-found');
  const reference = await referenceData(tx, read.stamp);
  const shell = registry.shell(stored.process, stored.version);
  const { definition } = shell;
  const snapshot = restore(definition, stored);
  const actions: PossibleAction[] = [];
  for (const type of eventsOf(snapshot).filter((each) => definition.publicEvents.includes(each))) {
    const capacity = capacityIn(shell, snapshot, { actor, type });
    if (capacity === undefined || shell.isPartyTo?.(type, actor, stored, snapshot) === false) continue;
    const question = questionOf(
      tx,
      read,
      stored,
      snapshot,
      { type, payload: {}, actor },
      capacity,
      reference,
    );
    const office = officeOf(capacity.role);
    const event = {
      type,
      payload: {},
      facts: await shell.facts({ ...question, preview: true }),
      at: question.at,
      actor: eventActor(actor, capacity),
      ...(office === undefined ? {} : { office }),
    };
    // The state takes the event from another office, not from this one.
    if (!snapshot.can(event)) continue;
    const reasons = refusalsOf(definition, snapshot.context, event, true);
    actions.push({
      type,
      allowed: reasons.length === 0,
      reasons,
      ...(capacity.onBehalfOf === undefined ? {} : { onBehalfOf: capacity.onBehalfOf }),
    });
  }
  return actions;
}
