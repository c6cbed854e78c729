import {
  type CoordinationContext,
  RESPONSIBLE_POSTS,
} from '../../workflows/coordination/coordination.context.js';
import type { PayloadOf } from '../../workflows/coordination/coordination.events.js';
import type {
  BaseFacts,
  FilingFacts,
  InvitedFacts,
  JoiningFacts,
  LapseFacts,
  LeavingFacts,
  MeetingFacts,
  OfficialFacts,
  SupportFacts,
} from '../../workflows/coordination/coordination.facts.js';
import { holdsPost, postsOf } from '../directory/post-holders.js';
import { Problem } from '../platform/problem.js';
import type { Statement } from '../platform/transaction.js';
import type { FactQuestion } from '../process/process-shell.js';
import { joinedFiling, type KnownFiling } from './joined-filing.js';
import { partVersion } from './part-version.js';

/** What each event of `coordination@1` needs to know (workflows/coordination/coordination.facts.ts). */
export async function factsOf(question: FactQuestion): Promise<object> {
  switch (question.type) {
    case 'FILING.JOINED':
      return joiningFacts(question, question.payload as PayloadOf<'FILING.JOINED'>);
    case 'FILING.LEFT':
      return leavingFacts(question);
    case 'PROPOSE':
    case 'PREPARE_OUTCOME':
    case 'CONFIRM_OUTCOME':
    case 'CONCLUDE_FILING':
      return filingFacts(question);
    case 'ASSIGN':
      return officialFacts(question, question.payload as Partial<PayloadOf<'ASSIGN'>>);
    case 'ADD_SUPPORT':
      return supportFacts(question, question.payload as Partial<PayloadOf<'ADD_SUPPORT'>>);
    case 'CALL_MEETING':
      return meetingFacts(question, question.payload as Partial<PayloadOf<'CALL_MEETING'>>);
    case 'CANCEL_MEETING':
    case 'RECORD_MINUTES':
      return invitedFacts(question);
    case 'DEADLINE.assign':
      return lapseFacts(question);
    default:
      return baseFacts(question);
  }
}

function baseFacts({ day, today }: FactQuestion): BaseFacts {
  return { day, today };
}

const COUNTY: Statement = {
  name: 'county-of-filing',
  text: 'select county from filing where jurisdiction = $1 and id = $2',
};

async function joiningFacts(
  question: FactQuestion,
  { filing }: PayloadOf<'FILING.JOINED'>,
): Promise<JoiningFacts> {
  const { tx, stored, reference, day } = question;
  const { jurisdiction, id } = stored;
  const [{ open }, [row]] = await Promise.all([
    joinedFiling(tx, { jurisdiction, coordination: id, filing }, reference),
    tx.query<{ county: string | null }>(COUNTY, [jurisdiction, filing]),
  ]);
  const { proposeWd } = reference.policyOn(day).values;
  return {
    ...baseFacts(question),
    self: id,
    open,
    county: row?.county ?? null,
    founding: { organization: stored.ownerOrg, dueOn: reference.calendar.add(day, proposeWd).day },
  };
}

async function filingFacts(question: FactQuestion): Promise<FilingFacts> {
  const { tx, stored, reference, sealed } = question;
  const { filing } = question.payload as { filing?: string };
  const address = { jurisdiction: stored.jurisdiction, coordination: stored.id, filing };
  const { known, open } = await joinedFiling(tx, address, reference);
  const own = known !== null && isOwn(known, question) ? known : null;
  // A bank names the version of its own part, for that of the case would tell it of others.
  const seen = sealed === undefined || !('seen' in sealed) ? undefined : sealed.seen;
  if (seen !== undefined && own !== null && seen !== own.version) {
    throw new Problem('stale-version', { extension: { etag: partVersion(own.version) } });
  }
  return { ...baseFacts(question), filing: own?.filing ?? null, open };
}

const COURT: Statement = {
  name: 'court-of-firm',
  text: `select exists (select from court_acceptance where jurisdiction = $1 and firm = $2 and ended_on is null) as accepted`,
};

async function leavingFacts(question: FactQuestion): Promise<LeavingFacts> {
  const { tx, stored } = question;
  const [[row], facts] = await Promise.all([
    tx.query<{ accepted: boolean }>(COURT, [stored.jurisdiction, stored.firm]),
    filingFacts(question),
  ]);
  return { ...facts, courtAccepted: row?.accepted === true };
}

/** To a bank another's filing is one that never joined. */
function isOwn({ filing, unit }: KnownFiling, { actor }: FactQuestion): boolean {
  if (actor.organizationKind !== 'bank') return true;
  return filing.bank === actor.organization && (actor.unit === undefined || actor.unit === unit);
}

async function officialFacts(
  question: FactQuestion,
  { official }: Partial<PayloadOf<'ASSIGN'>>,
): Promise<OfficialFacts> {
  const { tx, stored, reference, today, snapshot } = question;
  if (official === undefined) return { ...baseFacts(question), officialPosts: [] };
  const { county } = snapshot.context as CoordinationContext;
  const offices = [
    reference.soleOf('finance')?.id,
    reference.soleOf('industry')?.id,
    county === null ? undefined : reference.ofCounty(county)?.id,
  ].filter((id) => id !== undefined);
  const held = await postsOf(tx, stored.jurisdiction, official, RESPONSIBLE_POSTS, today);
  const here = held.filter(({ organization }) => offices.includes(organization));
  return { ...baseFacts(question), officialPosts: [...new Set(here.map(({ role }) => role))] };
}

async function supportFacts(
  question: FactQuestion,
  { owner }: Partial<PayloadOf<'ADD_SUPPORT'>>,
): Promise<SupportFacts> {
  const { tx, stored, today } = question;
  return {
    ...baseFacts(question),
    ownerHoldsPost: owner !== undefined && (await holdsPost(tx, stored.jurisdiction, owner, today)),
  };
}

const INVITED: Statement = {
  name: 'filings-to-invite',
  text: `select count(*)::int as invited from coordination_filing
    where jurisdiction = $1 and coordination = $2 and state = 'joined' and filing = any ($3::uuid[])`,
};

async function meetingFacts(
  question: FactQuestion,
  { filings = [] }: Partial<PayloadOf<'CALL_MEETING'>>,
): Promise<MeetingFacts> {
  const { tx, stored } = question;
  const [row] = await tx.query<{ invited: number }>(INVITED, [stored.jurisdiction, stored.id, filings]);
  return { ...baseFacts(question), invited: row?.invited ?? 0 };
}

const MEETING: Statement = {
  name: 'filings-of-meeting',
  text: `select filings from coordination_meeting where jurisdiction = $1 and coordination = $2 and number = $3`,
};

async function invitedFacts(question: FactQuestion): Promise<InvitedFacts> {
  const { tx, stored, snapshot } = question;
  const { meetings } = snapshot.context as CoordinationContext;
  const [row] = await tx.query<{ filings: string[] }>(MEETING, [stored.jurisdiction, stored.id, meetings]);
  return { ...baseFacts(question), invitedFilings: row?.filings ?? [] };
}

/** The latest of the finance bureau's reviewers who did something with the first filing and is still at the post. */
const REVIEWER: Statement = {
  name: 'reviewer-of-first-filing',
  text: `select e.actor_person as person from log_entry e
    join post p on p.jurisdiction = e.jurisdiction and p.person = e.actor_person and p.role = 'finance.reviewer'
      and p.valid_from <= $3 and (p.valid_until is null or p.valid_until >= $3)
    where e.jurisdiction = $1 and e.kind = 'transition' and e.case_id = (select c.filing from coordination_filing c
      where c.jurisdiction = $1 and c.coordination = $2 order by c.joined_at, c.filing limit 1)
    order by e.seq desc limit 1`,
};

async function lapseFacts(question: FactQuestion): Promise<LapseFacts> {
  const { tx, stored, today } = question;
  const [row] = await tx.query<{ person: string }>(REVIEWER, [stored.jurisdiction, stored.id, today]);
  return { ...baseFacts(question), reviewer: row?.person ?? null };
}
