import { v7 as uuid } from 'uuid';
import type { CoordinationEvent } from '../../workflows/coordination/coordination.events.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { Move } from '../process/process-shell.js';

/**
 * What banks are told hangs on their own filing, under its number: the coordination's own id would tell by its very time that
 * another bank had been there before.
 */
const TELL: Statement = {
  name: 'tell-banks-of-coordination',
  text: `insert into notice (jurisdiction, id, source, case_id, organization, unit, role, template, copy, data, created_at)
    select $1, r.id, $2, f.id, f.owner_org, f.owner_unit, r.role, r.template, r.copy,
      jsonb_build_object('number', f.number, 'bankDate', f.bank_date), $3
    from jsonb_to_recordset($4::jsonb) as r(id uuid, filing uuid, role text, template text, copy boolean)
    join filing f on f.jurisdiction = $1 and f.id = r.filing
    on conflict do nothing`,
};

export function tellBanks(tx: Transaction, { stored, event, effects, entryId }: Move): void {
  const filings = filingsOf(event as CoordinationEvent);
  const rows = effects.flatMap((effect) => {
    if (effect.type !== 'notify') return [];
    const { template, to } = effect.params;
    const banks = to.filter(({ party }) => party === 'bank');
    return banks.flatMap(({ role, copy = false }) =>
      filings.map((filing) => ({ id: uuid(), filing, role, template, copy })),
    );
  });
  if (rows.length > 0) tx.send(TELL, [stored.jurisdiction, entryId, event.at, JSON.stringify(rows)]);
}

/** The filings whose banks an event concerns. */
function filingsOf({ type, payload, facts }: CoordinationEvent): readonly string[] {
  switch (type) {
    case 'CALL_MEETING':
      return [...new Set(payload.filings)];
    case 'CANCEL_MEETING':
    case 'RECORD_MINUTES':
      return facts.invitedFilings;
    case 'PROPOSE':
    case 'PREPARE_OUTCOME':
    case 'CONFIRM_OUTCOME':
    case 'CONCLUDE_FILING':
      return [payload.filing];
    default:
      return [];
  }
}
