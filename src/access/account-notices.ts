import { v7 as uuid } from 'uuid';
import type { Statement, Transaction } from '../platform/transaction.js';

const TODAY = `(wendai_now() at time zone 'Asia/Shanghai')::date`;

/** Under the oldest of its posts, by which inbox and mail find a person; whoever has none can do nothing with the account. */
const TELL: Statement = {
  name: 'tell-of-account',
  text: `insert into notice (jurisdiction, id, source, organization, person, role, template, data)
    select p.jurisdiction, $3, $3, p.organization, p.id, t.role, $4, '{}' from person p
    cross join lateral (select role from post where jurisdiction = p.jurisdiction and person = p.id
      and organization = p.organization and valid_from <= ${TODAY} and (valid_until is null or valid_until >= ${TODAY})
      order by valid_from, id limit 1) t
    where p.jurisdiction = $1 and p.id = $2`,
};

/** What somebody has to hear of the own account, since it may have been another's doing (OWASP ASVS 6.3.7). */
export type AccountNotice =
  | 'passwordChanged'
  | 'passwordReset'
  | 'secondFactorSet'
  | 'secondFactorRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'emailChanged'
  | 'correctionAnswered';

/** Tells the person, and nobody else of its organization. */
export function tellOfAccount(
  tx: Transaction,
  jurisdiction: string,
  { person, what }: { person: string; what: AccountNotice },
): void {
  tx.send(TELL, [jurisdiction, person, uuid(), what]);
}
