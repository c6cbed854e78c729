import type { ResolutionContext } from '../../workflows/resolution/resolution.context.js';
import { stateOf } from '../../workflows/resolution/resolution.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

const START: Statement = {
  name: 'start-standstill',
  text: `insert into standstill (jurisdiction, id, firm, members, valid_from, valid_until) values ($1, $2, $3, $4::uuid[], $5, $6)`,
};

const EXTEND: Statement = {
  name: 'extend-standstill',
  text: 'update standstill set valid_until = $3 where jurisdiction = $1 and id = $2',
};

const END: Statement = {
  name: 'end-standstill',
  text: 'update standstill set ended_on = $3 where jurisdiction = $1 and id = $2 and ended_on is null',
};

/** The directory's row of a standstill (稳定期): reports on the firm are judged by it, while the resolution is in force. */
export function writeStandstill(tx: Transaction, { stored, before, next, event }: Move): void {
  const context = next.context as ResolutionContext;
  if (context.subject?.type !== 'standstill') return;
  const key = [stored.jurisdiction, stored.id];
  const [was, is] = [before, next].map((snapshot) => stateOf(snapshot) === 'inForce');
  const { today, members = [] } = event.facts as { today: string; members?: readonly string[] };
  if (is && !was) tx.send(START, [...key, stored.firm, members, today, context.until]);
  if (is && was && event.type === 'EXTEND_TERM') tx.send(EXTEND, [...key, context.until]);
  // A term that has run out says so itself.
  if (was && !is && event.type !== 'DEADLINE.term') tx.send(END, [...key, today]);
}
