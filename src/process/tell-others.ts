import { v7 as uuid } from 'uuid';
import type { Effect, Message } from '../../workflows/process.js';
import { impersonal } from '../access/actor.js';
import type { Transaction } from '../platform/transaction.js';
import type { Command } from './command.js';
import { eventActor } from './event-actor.js';
import { FirmNeeded, type LockedCases, lockCasesOf } from './locked-case.js';
import { openCase } from './open-case.js';
import type { ProcessRegistry } from './process-registry.js';
import type { Move, StoredCase } from './process-shell.js';

/** Moves a locked case by what another one told it. */
type Tell = (about: StoredCase, message: Command) => Promise<unknown>;

/**
 * What a case has to say to the others about its firm is said in the same transaction, in the order of its effects; each of
 * them may have something to say in turn. All of them are locked already. `move.stored` is the case as it is now.
 * @throws {FirmNeeded} when the case was locked alone
 */
export async function tellOthers(
  tx: Transaction,
  locked: LockedCases,
  move: Move,
  registry: ProcessRegistry,
  tell: Tell,
): Promise<void> {
  const messages = move.effects.filter((effect) => effect.type === 'send' || effect.type === 'open');
  if (messages.length === 0) return;
  if (!locked.holdsFirm) throw new FirmNeeded();
  const { jurisdiction, firm, id: from } = move.stored;
  // The event may be the one by which the case came to be about a firm at all; its facts hold that firm.
  if (firm !== null && firm !== locked.firm) await lockCasesOf(tx, locked, { jurisdiction, firm });
  const actor = { ...impersonal('case', jurisdiction), case: from };
  for (const effect of messages) {
    const { event } = effect.params;
    const addressed = effect.type === 'open' ? [] : addressees(locked, from, effect.params);
    for (const id of addressed) {
      const stored = locked.cases.get(id);
      // What was said before may have closed it.
      if (stored?.status !== 'active') continue;
      await tell(stored, { process: stored.process, id, actor, ...event });
    }
    if (addressed.length > 0 || (effect.type === 'send' && effect.params.owners !== undefined)) continue;
    const process = effect.type === 'open' ? effect.params.process : effect.params.to;
    const born = await openedBy(tx, registry, move, { process, event });
    if (born === undefined) continue;
    locked.cases.set(born.id, born);
    await tell(born, { process: born.process, id: born.id, actor, ...event });
  }
}

/** A closed case takes nothing any more; that it was told stands in the log of the one that told it. */
function addressees(
  locked: LockedCases,
  from: string,
  { to, owners }: Extract<Effect, { type: 'send' }>['params'],
): string[] {
  return [...locked.cases.values()]
    .filter(({ status }) => status === 'active')
    .filter(({ id, process }) => id === to || (id !== from && process === to))
    .filter(({ ownerOrg }) => owners === undefined || owners.includes(ownerOrg))
    .map(({ id }) => id);
}

/** Lets a case begin, if its process begins by this; what no process of this node takes stands in the log as said. */
async function openedBy(
  tx: Transaction,
  registry: ProcessRegistry,
  move: Move,
  { process, event }: { process: string; event: Message },
): Promise<StoredCase | undefined> {
  const shell = registry.find(process);
  const birth = await shell?.birth?.(tx, event, move);
  if (shell === undefined || birth === undefined) return undefined;
  const { jurisdiction, firm, id: from } = move.stored;
  const { stored } = openCase(tx, shell, registry.hashOf(shell.definition), {
    jurisdiction,
    id: uuid(),
    ownerOrg: birth.owner.organization,
    ownerUnit: birth.owner.unit,
    firm,
    input: birth.input,
    actor: eventActor({ ...impersonal('case', jurisdiction), case: from }),
    at: move.event.at,
  });
  return stored;
}
