import type { FilingEvent, PayloadOf } from '../../../workflows/filing/filing.events.js';
import type { ConcludedFacts } from '../../../workflows/filing/filing.facts.js';
import { stateOf } from '../../../workflows/filing/filing.js';
import { routes } from '../../../workflows/filing/filing.routing.js';
import { fenOf, formatYuan } from '../../../workflows/rules/fen.js';
import { contentHash } from '../../audit/log-entry.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { contentDiff } from '../content/content-diff.js';
import { contentInForce, type Revision, revisionsOf } from '../revisions.js';
import { baseFacts, contextOf } from './base-facts.js';

/** Who wrote the bank's word; its checker confirmed it. The part still holds it while its filing is told. */
const PREPARED: Statement = {
  name: 'preparer-of-agreement',
  text: `select prepared ->> 'person' as "preparedBy", prepared ->> 'for' as "preparedFor" from coordination_filing
    where jurisdiction = $1 and filing = $2 and prepared is not null order by joined_at desc limit 1`,
};

/**
 * `COORDINATION.CONCLUDED`: where the bank has agreed to a smaller amount, the report in force with that amount is its next
 * revision. Nothing else is said anew: what each loan gives up is reported when it is done.
 */
export async function concludedFacts(question: FactQuestion): Promise<ConcludedFacts> {
  const { tx, stored, snapshot } = question;
  const context = contextOf(question);
  const payload = question.payload as PayloadOf<'COORDINATION.CONCLUDED'>;
  const event = { type: 'COORDINATION.CONCLUDED', payload } as FilingEvent;
  const reduces = stateOf(snapshot) === 'coordinating' && routes.concludes({ context, event }, REDUCED);
  if (!reduces || payload.amount === undefined) return baseFacts(question);
  const [revisions, [prepared]] = await Promise.all([
    revisionsOf(tx, stored, context.revision),
    tx.query<{ preparedBy: string; preparedFor: string | null }>(PREPARED, [stored.jurisdiction, stored.id]),
  ]);
  const before = contentInForce(revisions);
  const after = { ...before, ...reduction(before.amount ?? context.amount, payload.amount) };
  return {
    ...baseFacts(question),
    revision: context.revision + 1,
    contentHash: contentHash(after),
    diffs: contentDiff(before, after),
    ...(prepared === undefined ? {} : preparerIn(prepared)),
  };
}

/** What an agreement changes in a report, so that it says itself why its amount is not the cut that its figures show. */
function reduction(before: string, agreed: string): { amount: string; amountReason: string } {
  const amount = formatYuan(fenOf(agreed));
  return { amount, amountReason: `经协调，由原报告的${before}元减少为${amount}元。` };
}

function preparerIn({
  preparedBy,
  preparedFor,
}: Pick<Revision, 'preparedBy' | 'preparedFor'>): Pick<ConcludedFacts, 'preparedBy' | 'preparedFor'> {
  return preparedFor === null ? { preparedBy } : { preparedBy, preparedFor };
}

const REDUCED = { outcome: 'reducedTo' } as const;
