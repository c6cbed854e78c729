import type { AnyMachineSnapshot } from 'xstate';
import { apply, begin, type ProcessDefinition, type ProcessEvent } from '../../workflows/process.js';
import type { Statement, Transaction } from '../platform/transaction.js';

/** The event with which every case begins: it carries the input of its first state. */
export const OPENED = 'OPENED';

interface LoggedRow {
  seq: number;
  body: string;
  values: string;
}

const LOG: Statement = {
  name: 'log-of-case',
  text: `select e.seq, e.body, v."values" from log_entry e
    join log_value v on v.jurisdiction = e.jurisdiction and v.occurred_month = e.occurred_month and v.entry_id = e.id
    where e.jurisdiction = $1 and e.case_id = $2 and e.kind = 'transition' and e.seq <= $3 order by e.seq`,
};

/**
 * The state that the log says a case had after its entry `seq`. Re-applies and never re-judges: the facts of each event
 * are those of its time. The transaction must be in engine scope, since a case is made of what all its parties said.
 */
export async function replay(
  tx: Transaction,
  definition: ProcessDefinition,
  address: { jurisdiction: string; id: string; seq: number },
): Promise<AnyMachineSnapshot> {
  const rows = await tx.query<LoggedRow & Record<string, unknown>>(LOG, [
    address.jurisdiction,
    address.id,
    address.seq,
  ]);
  const [opened, ...events] = rows.map(loggedEvent);
  if (opened?.type !== OPENED)
    throw new Error(`The log of case ${address.id} does not begin with its opening.`);
  return events.reduce(
    (snapshot, event) => apply(definition, snapshot, event).next,
    begin(definition, opened.payload).next,
  );
}

/** An event as the log tells it: header from the body, payload and facts from the values beside it. */
export function loggedEvent({ body, values }: { body: string; values: string }): ProcessEvent {
  const { type, at, actor, office } = JSON.parse(body) as Omit<ProcessEvent, 'payload' | 'facts'>;
  const opened = JSON.parse(values) as Record<string, unknown>;
  const payload = Object.fromEntries(
    Object.entries(opened).flatMap(([name, value]) =>
      name.startsWith('payload.') ? [[name.slice('payload.'.length), value]] : [],
    ),
  );
  const facts = (opened['facts'] ?? {}) as object;
  return { type, at, actor, payload, facts, ...(office === undefined ? {} : { office }) };
}
