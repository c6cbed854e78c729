import { type Actor, readerOf } from '../access/actor.js';
import type { Statement, Transaction } from '../platform/transaction.js';

const ENTER: Statement = {
  name: 'enter-scope',
  text: `select set_config('wendai.scope', $1, true), set_config('wendai.jurisdiction', $2, true),
    set_config('wendai.organization', $3, true), set_config('wendai.unit', $4, true),
    set_config('wendai.office', $5, true), set_config('wendai.person', $6, true),
    set_config('wendai.address', $7, true), set_config('wendai.request', $8, true)`,
};
const LEAVE: Statement = { name: 'engine-scope', text: `select set_config('wendai.scope', 'engine', true)` };

/** For whoever verifies a city's log with a connection of their own: the city is the only parameter. */
export const SEE_THE_CITY = `select set_config('wendai.scope', 'engine', true), set_config('wendai.jurisdiction', $1, true)`;

/** From here on the transaction sees what the actor may see. */
export async function enterActorScope(tx: Transaction, actor: Actor): Promise<void> {
  await tx.query(ENTER, settings('actor', actor));
}

/**
 * From here on the transaction sees the jurisdiction: for facts that decide about a case without being its actor's to
 * know, and for what a transition does elsewhere. Only this folder may call it; a test of the house sees to that.
 */
export async function enterEngineScope(tx: Transaction, actor?: Actor): Promise<void> {
  await (actor === undefined ? tx.query(LEAVE) : tx.query(ENTER, settings('engine', actor)));
}

function settings(scope: 'actor' | 'engine', actor: Actor): string[] {
  return [
    scope,
    actor.jurisdiction,
    actor.organization ?? '',
    actor.unit ?? '',
    readerOf(actor) ?? '',
    actor.person ?? '',
    actor.origin?.address ?? '',
    actor.origin?.request ?? '',
  ];
}
