import type { AnyMachineSnapshot } from 'xstate';
import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import type { PayloadOf } from '../../../workflows/filing/filing.events.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { StoredCase } from '../../process/process-shell.js';
import { eventsOf } from '../../process/staleness.js';
import { CONTENT_FIELDS, type ContentField, fieldAt } from '../content/content-fields.js';

/** What the open revision will be sent by. */
export type Preparing = 'SEND_TO_CHECK' | 'RESUBMIT' | 'AMEND';

type Defect = PayloadOf<'REQUEST_COMPLETION'>['defects'][number];

export interface Editable {
  preparing: Preparing;
  fields: readonly ContentField[];
  /** What the one notice asks for, where it is what is being prepared. */
  asked: readonly Defect[];
}

/** The bank's own reference is how its system finds the report: once filed it stays. */
const AFTER_FILING = CONTENT_FIELDS.filter((field) => field !== 'externalRef');

const ASKED: Statement = {
  name: 'completion-asked',
  text: `select v."values" from log_entry e
    join log_value v on v.jurisdiction = e.jurisdiction and v.occurred_month = e.occurred_month and v.entry_id = e.id
    where e.jurisdiction = $1 and e.case_id = $2 and e.kind = 'transition' and e.type = 'REQUEST_COMPLETION'
    order by e.seq desc limit 1`,
};

/** What a report's bank may change now; undefined when nothing. Once something was done, only executions are reported. */
export async function editableIn(
  tx: Transaction,
  stored: Pick<StoredCase, 'jurisdiction' | 'id'>,
  snapshot: AnyMachineSnapshot,
): Promise<Editable | undefined> {
  const events = eventsOf(snapshot);
  const { executed } = snapshot.context as FilingContext;
  if (events.includes('SEND_TO_CHECK'))
    return { preparing: 'SEND_TO_CHECK', fields: CONTENT_FIELDS, asked: [] };
  if (events.includes('RESUBMIT')) {
    const asked = await askedFor(tx, stored);
    return { preparing: 'RESUBMIT', fields: fieldsNamedBy(asked), asked };
  }
  if (events.includes('AMEND') && executed === null) {
    return { preparing: 'AMEND', fields: AFTER_FILING, asked: [] };
  }
  return undefined;
}

async function askedFor(
  tx: Transaction,
  { jurisdiction, id }: Pick<StoredCase, 'jurisdiction' | 'id'>,
): Promise<readonly Defect[]> {
  const [asked] = await tx.query<{ values: string }>(ASKED, [jurisdiction, id]);
  if (asked === undefined) return [];
  return (JSON.parse(asked.values) as { 'payload.defects': readonly Defect[] })['payload.defects'];
}

/** The fields that the one notice named. Where it names none, what is missing may be anywhere. */
function fieldsNamedBy(asked: readonly Defect[]): readonly ContentField[] {
  const named = asked.flatMap(({ pointer }) => fieldAt(pointer ?? '') ?? []);
  return named.length === 0 ? AFTER_FILING : AFTER_FILING.filter((field) => named.includes(field));
}
