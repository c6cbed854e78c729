import type { CoordinationEvent } from '../../workflows/coordination/coordination.events.js';
import type { Agreement } from '../../workflows/coordination/outcomes.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

/** A filing that comes back in a new revision begins anew: what was confirmed of the former one is not confirmed of this. */
const JOIN: Statement = {
  name: 'join-coordination',
  text: `insert into coordination_filing as c (jurisdiction, coordination, filing, bank, unit, revision, state, joined_at)
    select f.jurisdiction, $2, f.id, f.owner_org, f.owner_unit, $4, 'joined', $5 from filing f
    where f.jurisdiction = $1 and f.id = $3
    on conflict (jurisdiction, coordination, filing) do update set revision = excluded.revision, state = 'joined',
      version = c.version + 1, joined_at = excluded.joined_at, proposed = null, prepared = null, confirmed = null,
      outcome = null, ended_at = null`,
};
const WHERE = 'where jurisdiction = $1 and coordination = $2 and filing = $3';
const LEAVE: Statement = {
  name: 'leave-coordination',
  text: `update coordination_filing set state = 'left', ended_at = $5, version = version + 1
    ${WHERE} and state = 'joined' and revision = $4`,
};
const CONCLUDE: Statement = {
  name: 'conclude-filing',
  text: `update coordination_filing set state = 'concluded', outcome = $4, ended_at = $5, version = version + 1 ${WHERE}`,
};
const SAY = {
  PROPOSE: saying('proposed'),
  PREPARE_OUTCOME: saying('prepared'),
  CONFIRM_OUTCOME: saying('confirmed'),
};
/** The court takes over: no filing is coordinated any more. */
const ALL_LEAVE: Statement = {
  name: 'all-leave-coordination',
  text: `update coordination_filing set state = 'left', ended_at = $3, version = version + 1
    where jurisdiction = $1 and coordination = $2 and state = 'joined'`,
};

/** What an event leaves in the part of the filing that it is about. */
export function writeFilings(tx: Transaction, { stored, event: moved, entryId }: Move): void {
  const event = moved as CoordinationEvent;
  const key = [stored.jurisdiction, stored.id];
  switch (event.type) {
    case 'FILING.JOINED':
      tx.send(JOIN, [...key, event.payload.filing, event.payload.revision, event.at]);
      break;
    case 'FILING.LEFT':
      tx.send(LEAVE, [...key, event.payload.filing, event.payload.revision, event.at]);
      break;
    case 'CONCLUDE_FILING':
      tx.send(CONCLUDE, [...key, event.payload.filing, event.payload.outcome, event.at]);
      break;
    case 'COURT.ACCEPTED':
      tx.send(ALL_LEAVE, [...key, event.at]);
      break;
    case 'PROPOSE': {
      const { text } = event.payload;
      tx.send(SAY.PROPOSE, [...key, event.payload.filing, said(event.payload, { text, at: event.at })]);
      break;
    }
    case 'PREPARE_OUTCOME': {
      const { person, onBehalfOf } = event.actor;
      const by = { person, for: onBehalfOf, text: event.payload.text, at: event.at };
      tx.send(SAY.PREPARE_OUTCOME, [...key, event.payload.filing, said(event.payload, by)]);
      break;
    }
    case 'CONFIRM_OUTCOME': {
      const by = { entry: entryId, at: event.at };
      tx.send(SAY.CONFIRM_OUTCOME, [...key, event.payload.filing, said(event.payload, by)]);
      break;
    }
  }
}

function saying(column: 'proposed' | 'prepared' | 'confirmed'): Statement {
  return {
    name: `say-${column}`,
    text: `update coordination_filing set ${column} = $4::jsonb, version = version + 1 ${WHERE}`,
  };
}

function said({ outcome, amount, until }: Agreement, by: object): string {
  return JSON.stringify({ outcome, amount, until, ...by });
}
