import type { Statement } from '../../platform/transaction.js';
import { MOST_SHOWN } from './personal-data.dto.js';

/** Everything that names a person, by the part of the copy that it goes into; `$1` the city, `$2` the person. */
export const ACCOUNT: Statement = {
  name: 'personal-account',
  text: `select p.id, p.login, p.name, (select n.name from organization_name n where n.jurisdiction = p.jurisdiction
        and n.organization = p.organization order by n.valid_from desc limit 1) as organization,
      p.staff_no as "staffNo", p.email, p.created_at as "createdAt", p.signed_in_at as "signedInAt",
      p.password_set_at as "passwordSetAt", p.totp_confirmed_at as "secondFactorSince", p.oidc_subject as "providerSubject"
    from person p where p.jurisdiction = $1 and p.id = $2`,
};
export const CORRECTION: Statement = {
  name: 'personal-correction',
  text: `select correction_text as text, correction_asked_at as "askedAt", correction_answer as answer,
      correction_answered_at as "answeredAt"
    from person where jurisdiction = $1 and id = $2 and correction_asked_at is not null`,
};

export const LISTS = {
  posts: listed(
    'posts',
    `select t.role, u.name as unit, t.valid_from as "validFrom", t.valid_until as "validUntil"
      from post t left join unit u on u.jurisdiction = t.jurisdiction and u.id = t.unit
      where t.jurisdiction = $1 and t.person = $2 order by t.valid_from desc, t.id desc`,
  ),
  delegations: listed(
    'delegations',
    `select d.role, f.name as "from", t.name as "to", d.valid_from as "validFrom", d.valid_until as "validUntil", d.reason
      from delegation d join person f on f.jurisdiction = d.jurisdiction and f.id = d.from_person
      join person t on t.jurisdiction = d.jurisdiction and t.id = d.to_person
      where d.jurisdiction = $1 and $2 in (d.from_person, d.to_person) order by d.id desc`,
  ),
  sessions: listed(
    'sessions',
    `select address, browser, created_at as "createdAt", seen_at as "seenAt", ended_at as "endedAt" from session
      where jurisdiction = $1 and person = $2 order by created_at desc, id desc`,
  ),
  attempts: listed(
    'attempts',
    `select a.address, a.succeeded, a.at from login_attempt a
      join person p on p.jurisdiction = a.jurisdiction and p.login = a.login
      where a.jurisdiction = $1 and p.id = $2 order by a.at desc, a.id desc`,
  ),
  passkeys: listed(
    'passkeys',
    `select name, added_at as "addedAt", used_at as "usedAt", removed_at as "removedAt" from passkey
      where jurisdiction = $1 and person = $2 order by added_at desc, id desc`,
  ),
  mails: listed(
    'mails',
    `select address, created_at as at from mail where jurisdiction = $1 and person = $2 order by id desc`,
  ),
  batches: listed(
    'batches',
    `select file_name as "fileName", created_at as at from filing_batch where jurisdiction = $1 and person = $2 order by id desc`,
  ),
  // Until yesterday: what is done today goes on.
  acts: listed(
    'acts',
    `select type, count(*)::int as count from log_entry where jurisdiction = $1 and actor_person = $2 and case_id is not null
        and at < date_trunc('day', wendai_now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'
      group by type order by type`,
  ),
} as const;

/** The person's own office reads them. */
export const PHRASES = listed(
  'phrases',
  'select text from phrase where jurisdiction = $1 and added_by = $2 order by id desc',
);

function listed(name: string, text: string): Statement {
  return { name: `personal-${name}`, text: `${text} limit ${String(MOST_SHOWN)}` };
}
