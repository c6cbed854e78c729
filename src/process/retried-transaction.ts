import { retriedTransactions } from '../platform/metrics.js';
import { Problem } from '../platform/problem.js';
import { type Database, sqlState, type Transaction } from '../platform/transaction.js';

const MAX_TRIES = 4;
/** Deadlock and serialization failure: nothing was done, and the next try may well succeed. */
const TRY_AGAIN = new Set(['40P01', '40001']);
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Runs a transaction, again a few times when it lost against another one.
 * @throws {Problem} request-in-progress when somebody held what it needed for too long
 */
export async function retriedTransaction<Result>(
  database: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (attempt === MAX_TRIES || !isWorthAnotherTry(error)) throw translated(error);
    }
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  if (!TRY_AGAIN.has(sqlState(error) ?? '')) return false;
  retriedTransactions.inc({ cause: 'deadlock' });
  return true;
}

function translated(error: unknown): unknown {
  return sqlState(error) === LOCK_NOT_AVAILABLE ? new Problem('request-in-progress') : error;
}
