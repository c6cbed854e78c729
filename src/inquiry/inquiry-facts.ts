import type { InquiryContext } from '../../workflows/inquiry/inquiry.context.js';
import type { NotifiedFacts, OpenedFacts } from '../../workflows/inquiry/inquiry.facts.js';
import type { Statement } from '../platform/transaction.js';
import type { FactQuestion } from '../process/process-shell.js';
import { takeNumber } from './number.js';

const COUNTY: Statement = {
  name: 'county-of-firm',
  text: 'select county from firm where jurisdiction = $1 and id = $2',
};

/** What each event of `inquiry@1` needs to know, looked up now and logged with it (workflows/inquiry/inquiry.facts.ts). */
export async function factsOf(question: FactQuestion): Promise<object> {
  const { type, day, today, reference } = question;
  switch (type) {
    case 'INQUIRY.OPENED':
      return openedFacts(question);
    case 'NOTIFY_REGULATOR':
      return { day, today, regulator: reference.soleOf('regulator')?.id ?? null } satisfies NotifiedFacts;
    default:
      return { day, today };
  }
}

/** Told again, it keeps the number that it has. */
async function openedFacts({
  tx,
  stored,
  snapshot,
  reference,
  day,
  today,
}: FactQuestion): Promise<OpenedFacts> {
  const context = snapshot.context as InquiryContext;
  const { jurisdiction, id, firm } = stored;
  const [[found], number] = await Promise.all([
    tx.query<{ county: string | null }>(COUNTY, [jurisdiction, firm]),
    context.number ?? takeNumber(tx, jurisdiction, today),
  ]);
  return {
    day,
    today,
    self: id,
    number,
    policy: reference.policyOn(day).id,
    county: found?.county ?? null,
    basisInForce: reference.basisOn(today) !== undefined,
  };
}
