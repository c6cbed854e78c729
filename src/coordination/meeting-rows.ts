import type { CoordinationContext } from '../../workflows/coordination/coordination.context.js';
import type { CoordinationEvent } from '../../workflows/coordination/coordination.events.js';
import { stateOf } from '../../workflows/coordination/coordination.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

const CALL: Statement = {
  name: 'call-coordination-meeting',
  text: `insert into coordination_meeting (jurisdiction, coordination, number, meets_on, meets_at, place, agenda, filings, state)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'called')`,
};
const WHERE = `where jurisdiction = $1 and coordination = $2 and number = $3 and state = 'called'`;
const HOLD: Statement = {
  name: 'hold-coordination-meeting',
  text: `update coordination_meeting set state = 'held', held_on = $4, participants = $5, minutes = $6 ${WHERE}`,
};
const CLOSE: Statement = {
  name: 'close-coordination-meeting',
  text: `update coordination_meeting set state = $4 ${WHERE}`,
};
/** The parts of those who were invited have changed, and nobody else's. */
const TOUCH: Statement = {
  name: 'touch-invited',
  text: `update coordination_filing c set version = c.version + 1 from coordination_meeting m
    where m.jurisdiction = $1 and m.coordination = $2 and m.number = $3 and c.jurisdiction = m.jurisdiction
      and c.coordination = m.coordination and c.filing = any (m.filings) and c.state = 'joined'`,
};

/** 政银企协调会: called, held, called off, not held; when everything else ends, it is called off too. */
export function writeMeetings(tx: Transaction, { stored, before, next, event: moved }: Move): void {
  const event = moved as CoordinationEvent;
  const { meetings } = next.context as CoordinationContext;
  const key = [stored.jurisdiction, stored.id, meetings];
  switch (event.type) {
    case 'CALL_MEETING': {
      const { on, time, place, agenda, filings } = event.payload;
      tx.send(CALL, [...key, on, time ?? null, place, agenda, [...new Set(filings)]]);
      break;
    }
    case 'RECORD_MINUTES': {
      const { heldOn, participants, text } = event.payload;
      tx.send(HOLD, [...key, heldOn, participants, text]);
      break;
    }
    case 'DEADLINE.meeting':
      tx.send(CLOSE, [...key, 'missed']);
      break;
    default:
      if (stateOf(before) !== 'meeting' || stateOf(next) === 'meeting') return;
      tx.send(CLOSE, [...key, 'cancelled']);
  }
  tx.send(TOUCH, key);
}
