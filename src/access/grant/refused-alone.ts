import { writeEntry } from '../../audit/write-entry.js';
import { Problem } from '../../platform/problem.js';
import { eventActor } from '../../process/event-actor.js';
import type { ScopedDatabase } from '../../process/scoped-database.js';
import type { Actor } from '../actor.js';

/**
 * Does what needs a second person. Whoever tries it alone leaves an entry in the log, in a transaction of its own, since that of
 * the attempt is gone.
 */
export async function loggingRefusal<Result>(
  database: ScopedDatabase,
  attempt: { actor: Actor; type: string; values: Record<string, unknown> },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.code === 'second-person-needed') {
      const { actor, type } = attempt;
      const values = { ...attempt.values, code: error.code };
      const { jurisdiction } = actor;
      await database.asSystemFor(actor, (tx) =>
        writeEntry(tx, { kind: 'refusal', type, jurisdiction, actor: eventActor(actor), values }),
      );
    }
    throw error;
  }
}
