import { listOf, type Source } from './worklist-statements.js';

/**
 * Where each list comes from. A condition that is repeated as a constant, such as the posts of a party, names a partial index
 * of migration 4: under row-level security PostgreSQL may not look into an array by an index, so the index itself is narrow.
 */
const BANK_POSTS = `'{bank.maker,bank.checker,bank.admin,bank.client}'::text[]`;
const OFFICE_POSTS = `'{finance.reviewer,finance.leader,industry.reviewer,industry.leader}'::text[]`;
const COUNTY_POSTS = `'{county.coordinator}'::text[]`;
const CHAIR_POSTS = `'{bank.delegate}'::text[]`;

const CASES = 'process_case c left join filing f on f.jurisdiction = c.jurisdiction and f.id = c.id';
/**
 * The case with the earliest date first; what has none comes last. Not `coalesce`: under row-level security PostgreSQL takes it for
 * something that might tell, and would not look into the index for what comes after a place.
 */
const BY_DUE = {
  key: `case when c.due_at is null then 'infinity'::timestamptz else c.due_at end`,
  keyType: 'timestamptz',
  id: 'c.id',
  order: 'asc',
} as const;
const NEWEST_FIRST = { key: 'f.id', keyType: 'uuid', id: 'f.id', order: 'desc' } as const;

/** What waits for a post of this bank, in its own cases. */
const BANK_WORK: Source = {
  name: 'bank-work',
  from: CASES,
  where: `c.jurisdiction = $1 and c.owner_org = $11 and c.waits_for && ${BANK_POSTS} and c.waits_for && $12::text[]
    and c.waits_at is null`,
  ownValues: 2,
  ...BY_DUE,
};
/** Whether the bank's word is still to be confirmed, or was written anew since it was. */
const TO_CONFIRM = `coalesce(p.prepared ->> 'at' > coalesce(p.confirmed ->> 'at', ''), false)`;
/**
 * What a bank is asked for in a coordination: its maker to answer what was put before it, its checker to confirm the answer. The
 * line is its own report, which waits for the offices meanwhile; a coordination lies in no bank's list.
 */
const AGREEING_WORK: Source = {
  name: 'agreeing-work',
  from: `coordination_filing p join process_case c on c.jurisdiction = p.jurisdiction and c.id = p.filing
    join filing f on f.jurisdiction = p.jurisdiction and f.id = p.filing`,
  where: `p.jurisdiction = $1 and p.bank = $11 and p.state = 'joined' and c.waits_at is null
    and not (c.waits_for && ${BANK_POSTS} and c.waits_for && $12::text[])
    and case when ${TO_CONFIRM} then 'bank.checker' = any($12::text[])
      else p.proposed is not null and p.confirmed is null and 'bank.maker' = any($12::text[]) end`,
  ownValues: 2,
  ...BY_DUE,
  columns: `case when ${TO_CONFIRM} then 'CONFIRM_OUTCOME' else 'PREPARE_OUTCOME' end as "asksFor"`,
};
/** What waits for the committee's chair, in cases that it was told of. */
const CHAIR_WORK: Source = {
  name: 'chair-work',
  from: CASES,
  where: `c.jurisdiction = $1 and c.waits_for && ${CHAIR_POSTS} and c.waits_at is null and exists (select from case_access a
    where a.jurisdiction = c.jurisdiction and a.case_id = c.id and a.organization = $11)`,
  ownValues: 1,
  ...BY_DUE,
};
/** What waits for a post of this very organization in a case that it may have no other part in. */
const GUEST_WORK: Source = {
  name: 'guest-work',
  from: CASES,
  where: `c.jurisdiction = $1 and c.waits_at is not null and $11 = any (c.waits_at) and c.waits_for && $12::text[]`,
  ownValues: 2,
  ...BY_DUE,
};
/** What waits for an office in a case that other offices do not see, such as an inquiry whose bank was not asked yet. */
const QUIET_WORK: Source = {
  ...GUEST_WORK,
  name: 'quiet-work',
  where: `${GUEST_WORK.where} and not c.disclosed`,
};
const OFFICE_WORK: Source = {
  name: 'office-work',
  from: CASES,
  where: `c.jurisdiction = $1 and c.disclosed and c.waits_for && ${OFFICE_POSTS} and c.waits_for && $11::text[]`,
  ownValues: 1,
  ...BY_DUE,
};
/** A county sees what it was told of, which is for row-level security to say. */
const COUNTY_WORK: Source = {
  name: 'county-work',
  from: CASES,
  where: `c.jurisdiction = $1 and c.disclosed and c.waits_for && ${COUNTY_POSTS} and c.waits_for && $11::text[]`,
  ownValues: 1,
  ...BY_DUE,
};

/** Cases in which the person did something, the latest first. To begin a draft is nothing done yet. */
const DONE: Source = {
  name: 'done',
  from: `log_entry e join process_case c on c.jurisdiction = e.jurisdiction and c.id = e.case_id
    left join filing f on f.jurisdiction = c.jurisdiction and f.id = c.id`,
  where: `e.jurisdiction = $1 and e.actor_person = $11 and e.case_id is not null and e.kind = 'transition'
    and e.type <> 'OPENED' and not exists (select from log_entry l where l.jurisdiction = e.jurisdiction
      and l.case_id = e.case_id and l.seq > e.seq and l.actor_person = $11)`,
  ownValues: 1,
  key: 'e.position',
  keyType: 'bigint',
  id: 'e.id',
  order: 'desc',
  columns: `e.type as "actType", e.at as "actAt"`,
};

const CREATOR = `(select l.actor_person from log_entry l where l.jurisdiction = c.jurisdiction and l.case_id = c.id
    and l.seq = 1) as "createdBy"`;
const OWN_FILINGS = 'filing f join process_case c on c.jurisdiction = f.jurisdiction and c.id = f.id';

const MINE: Source = {
  name: 'mine',
  from: OWN_FILINGS,
  where: 'f.jurisdiction = $1 and f.owner_org = $11',
  ownValues: 1,
  ...NEWEST_FIRST,
  columns: CREATOR,
};
/** What has no number has not been reported, whether its maker or its checker still has it. */
const UNFILED: Source = { ...MINE, name: 'draft', where: `${MINE.where} and f.number is null` };

/** 抄送: a line for each copy, since a case may be copied more than once and for different reasons. */
const COPIES: Source = {
  name: 'cc',
  from: `notice n join process_case c on c.jurisdiction = n.jurisdiction and c.id = n.case_id
    left join filing f on f.jurisdiction = c.jurisdiction and f.id = c.id`,
  where: 'n.jurisdiction = $1 and n.organization = $11 and n.copy and n.role = any($12::text[])',
  ownValues: 2,
  key: 'n.id',
  keyType: 'uuid',
  id: 'n.id',
  order: 'desc',
  columns: 'n.template, n.data as "noticeData", n.created_at as "copiedAt"',
};

export const LISTS = {
  bankWork: listOf(BANK_WORK),
  agreeingWork: listOf(AGREEING_WORK),
  chairWork: listOf(CHAIR_WORK),
  guestWork: listOf(GUEST_WORK),
  quietWork: listOf(QUIET_WORK),
  officeWork: listOf(OFFICE_WORK),
  countyWork: listOf(COUNTY_WORK),
  done: listOf(DONE),
  mine: listOf(MINE),
  draft: listOf(UNFILED),
  cc: listOf(COPIES),
} as const;
