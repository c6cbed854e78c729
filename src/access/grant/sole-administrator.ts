import { v7 as uuid } from 'uuid';
import type { Statement, Transaction } from '../../platform/transaction.js';

const DAYS_BETWEEN_WARNINGS = 30;
/** Any constant does, as long as every node says the same. */
const WARNING = 20_231_002;

const TODAY = `(wendai_now() at time zone 'Asia/Shanghai')::date`;
/** Of a post `t` and its person `p`. */
const HELD = `t.valid_from <= ${TODAY} and (t.valid_until is null or t.valid_until >= ${TODAY}) and p.disabled_at is null`;

/** A bank whose post `t` is that of its only administrator: nobody could help if that one were away. */
export const IS_SOLE = `t.role = 'bank.admin' and ${HELD} and not exists (select from post e
    join person p on p.jurisdiction = e.jurisdiction and p.id = e.person
    where e.jurisdiction = t.jurisdiction and e.organization = t.organization and e.role = t.role and e.person <> t.person
      and ${HELD.replaceAll('t.', 'e.')})`;

/** Those that had another before, or were given their first one here: a bank that always had one has been seen by whoever set it up. */
const SOLE: Statement = {
  name: 'sole-administrators',
  text: `select distinct t.organization from post t join person p on p.jurisdiction = t.jurisdiction and p.id = t.person
    where t.jurisdiction = $1 and pg_try_advisory_xact_lock(${WARNING}, $1::text::int) and ${IS_SOLE}
      and (exists (select from post f where f.jurisdiction = t.jurisdiction and f.organization = t.organization
          and f.role = t.role and f.person <> t.person and f.valid_from <= ${TODAY})
        or exists (select from post_grant g where g.jurisdiction = t.jurisdiction and g.post = t.id))
      and not exists (select from notice n where n.jurisdiction = t.jurisdiction and n.organization = t.organization
        and n.role = t.role and n.template = 'soleAdministrator'
        and n.created_at > wendai_now() - interval '${DAYS_BETWEEN_WARNINGS} days')`,
};
const WARN: Statement = {
  name: 'warn-sole-administrator',
  text: `insert into notice (jurisdiction, id, source, organization, role, template, data)
    values ($1, $2, $2, $3, 'bank.admin', 'soleAdministrator', '{}')`,
};

/** Tells the banks that have come down to one administrator, once in thirty days while it is so. */
export async function warnSoleAdministrators(tx: Transaction, jurisdiction: string): Promise<void> {
  const alone = await tx.query<{ organization: string }>(SOLE, [jurisdiction]);
  for (const { organization } of alone) tx.send(WARN, [jurisdiction, uuid(), organization]);
}
