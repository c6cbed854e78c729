import { v7 as uuid } from 'uuid';
import type { Statement, Transaction } from '../platform/transaction.js';

/** How long a mail is tried after it was queued: RFC 5321, 4.5.4.1 asks for four to five days. */
export const GIVE_UP_AFTER_HOURS = 120;
/** How many events one look turns into mails. */
const EVENTS_A_LOOK = 100;
/** What was told while no mail was sent at all is in the inbox; as a mail it would be old news. */
const NEWS_HOURS = 48;
/** Any constant does, as long as every node says the same. */
const MAKING_MAILS = 20_231_001;

const TODAY = `(wendai_now() at time zone 'Asia/Shanghai')::date`;

/**
 * Notices that no mail was made of yet, all those of an event together, each with the people it reaches: who holds the
 * post and whoever stands in for them (委托代办). One node at a time; the others have nothing to do then.
 */
const UNTOLD: Statement = {
  name: 'untold-notices',
  text: `with turn as (select pg_try_advisory_xact_lock(${MAKING_MAILS}, $1::text::int) as mine),
    events as (
      select distinct source from notice where jurisdiction = $1 and not mailed order by source limit ${EVENTS_A_LOOK}
    )
    select n.id, n.source, (
        select coalesce(json_agg(distinct jsonb_build_object('person', p.id, 'address', p.email)), '[]')
        from post t
        cross join lateral (
          select t.person as id
          union all
          select g.to_person from delegation g
          where g.jurisdiction = t.jurisdiction and g.from_person = t.person and g.role = t.role and g.revoked_at is null
            and ${TODAY} between g.valid_from and g.valid_until
        ) holder
        join person p on p.jurisdiction = t.jurisdiction and p.id = holder.id
        where t.jurisdiction = n.jurisdiction and t.organization = n.organization and t.role = n.role
          and (t.unit is null or n.unit is null or t.unit = n.unit)
          and (n.person is null or n.person = p.id)
          and t.valid_from <= ${TODAY} and (t.valid_until is null or t.valid_until >= ${TODAY})
          and p.disabled_at is null and p.email is not null
      ) as recipients
    from notice n
    where (select mine from turn) and n.jurisdiction = $1 and not n.mailed and n.source in (select source from events)
    order by n.source, n.id`,
};

const MAKE: Statement = {
  name: 'make-mails',
  text: `insert into mail (jurisdiction, id, source, notices, person, address, message_id, status, give_up_at)
    select $1, r.id, r.source, r.notices, r.person, r.address, r."messageId", 'queued',
      wendai_now() + make_interval(hours => ${GIVE_UP_AFTER_HOURS})
    from jsonb_to_recordset($2::jsonb) as r(id uuid, source uuid, notices uuid[], person uuid, address text, "messageId" text)
    on conflict (jurisdiction, source, person) do nothing`,
};
const TOLD: Statement = {
  name: 'notices-told',
  text: 'update notice set mailed = true where jurisdiction = $1 and id = any($2::uuid[])',
};
const OLD_NEWS: Statement = {
  name: 'old-notices-told',
  text: `update notice set mailed = true
    where jurisdiction = $1 and not mailed and created_at < wendai_now() - make_interval(hours => ${NEWS_HOURS})`,
};

interface UntoldNotice {
  id: string;
  source: string;
  recipients: { person: string; address: string }[];
}

interface NewMail {
  id: string;
  source: string;
  notices: string[];
  person: string;
  address: string;
  messageId: string;
}

/** Makes the mails of new notices, if there are any and no other node is at it. True when it made some. */
export async function makeMails(tx: Transaction, jurisdiction: string, domain: string): Promise<boolean> {
  const untold = await tx.query<UntoldNotice & Record<string, unknown>>(UNTOLD, [jurisdiction]);
  if (untold.length === 0) return false;
  tx.send(MAKE, [jurisdiction, JSON.stringify(mailsOf(untold, domain))]);
  tx.send(TOLD, [jurisdiction, untold.map(({ id }) => id)]);
  return true;
}

export async function leaveOldNews(tx: Transaction, jurisdiction: string): Promise<void> {
  await tx.query(OLD_NEWS, [jurisdiction]);
}

/** The Message-ID is fixed here, once for event and recipient: whatever is sent again later bears it again. */
function mailsOf(untold: readonly UntoldNotice[], domain: string): NewMail[] {
  const mails = new Map<string, NewMail>();
  for (const { id: notice, source, recipients } of untold) {
    for (const { person, address } of recipients) {
      const key = `${source} ${person}`;
      const id = uuid();
      const mail = mails.get(key) ?? {
        id,
        source,
        notices: [],
        person,
        address,
        messageId: `<${id}@${domain}>`,
      };
      mail.notices.push(notice);
      mails.set(key, mail);
    }
  }
  return [...mails.values()];
}
