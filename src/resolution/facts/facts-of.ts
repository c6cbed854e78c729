import { votingRuleOf } from '../../../workflows/committee/agreement.js';
import type { PayloadOf } from '../../../workflows/resolution/resolution.events.js';
import type {
  BreachFacts,
  EndedFacts,
  NoticeFacts,
  ProxyFacts,
  VoterFacts,
} from '../../../workflows/resolution/resolution.facts.js';
import { entitledOf } from '../../../workflows/rules/vote-count.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { isMember } from '../members.js';
import {
  baseFacts,
  committeeFacts,
  committeeFactsOf,
  committeeFor,
  contextOf,
  membersFacts,
} from './base-facts.js';
import { birthFacts } from './birth-facts.js';
import { conflictFacts, recordedConflictFacts } from './conflict-facts.js';
import { voteOn, voterIn } from './vote.js';
import { ballotFacts, lapsedVoteFacts } from './vote-facts.js';
import { ruleFact, weightOf } from './weights.js';

type Finder = (question: FactQuestion) => Promise<object>;

const FINDERS: Readonly<Record<string, Finder>> = {
  'RESOLUTION.DRAFTED': birthFacts,
  'FILING.REFERRED': birthFacts,
  NOTICE: noticeFacts,
  DROP: committeeFacts,
  DECIDE: committeeFacts,
  EXTEND_VOTE: committeeFacts,
  DECLARE_CONFLICT: conflictFacts,
  RECORD_CONFLICT: recordedConflictFacts,
  NAME_PROXY: proxyFacts,
  REVOKE_PROXY: voterFacts,
  STATE_PENDING_APPROVAL: voterFacts,
  CAST_BALLOT: ballotFacts,
  ATTACH_PAPER: ballotFacts,
  BREACH: breachFacts,
  'STANDSTILL.BREACHED': breachFacts,
  'COMMITTEE.ENDED': endedFacts,
  'COURT.ACCEPTED': membersFacts,
  EXTEND_TERM: membersFacts,
  RESCIND: membersFacts,
  SUPERSEDE: membersFacts,
  'DEADLINE.vote': lapsedVoteFacts,
  'DEADLINE.extend': lapsedVoteFacts,
  'DEADLINE.sealedPaper': lapsedVoteFacts,
  'DEADLINE.term': membersFacts,
};

/** What each event of `resolution@1` needs to know, looked up now and logged with it (workflows/resolution/resolution.facts.ts). */
export async function factsOf(question: FactQuestion): Promise<object> {
  const find = FINDERS[question.type];
  return find === undefined ? baseFacts(question) : find(question);
}

/** Members and claims of this day; an item of the chair's own is not counted at all. */
async function noticeFacts(question: FactQuestion): Promise<NoticeFacts> {
  const { kind, subject } = contextOf(question);
  const committee = await committeeFor(question);
  const asking = askingIn(subject);
  const rule = kind === 'major' || kind === 'ordinary' ? votingRuleOf(committee.agreement, kind) : null;
  const heads = committee.members.map(({ bank, claim }) => ({
    member: bank,
    claim,
    conflicted: false,
    asking: bank === asking,
  }));
  return {
    ...committeeFactsOf(question, committee),
    recordDate: question.today,
    entitled: weightOf(rule === null ? heads : entitledOf(heads, rule)),
    rule: rule === null ? null : ruleFact(rule),
    openVoting: committee.agreement.openVoting,
  };
}

/** Whoever asks consent to its own act. */
export function askingIn(subject: { type: string; bank?: string } | null): string | null {
  return subject?.type === 'consent' || subject?.type === 'newMoneyPriority' ? (subject.bank ?? null) : null;
}

async function voterFacts(question: FactQuestion): Promise<VoterFacts> {
  const { tx, stored, actor } = question;
  const own = { member: actor.organization, actor: actor.organization };
  return { ...baseFacts(question), voter: voterIn(await voteOn(tx, stored), own) };
}

const IN_COURT: Statement = {
  name: 'firm-before-court',
  text: `select exists (select from court_acceptance where jurisdiction = $1 and firm = $2 and ended_on is null) as accepted`,
};

async function endedFacts(question: FactQuestion): Promise<EndedFacts> {
  const { tx, stored } = question;
  const [members, [court]] = await Promise.all([
    membersFacts(question),
    tx.query<{ accepted: boolean }>(IN_COURT, [stored.jurisdiction, stored.firm]),
  ]);
  return { ...members, courtAccepted: court?.accepted === true };
}

async function proxyFacts(question: FactQuestion): Promise<ProxyFacts> {
  const { holder } = question.payload as Partial<PayloadOf<'NAME_PROXY'>>;
  const { tx, stored, actor } = question;
  const vote = await voteOn(tx, stored);
  const own = { member: actor.organization, actor: actor.organization };
  return {
    ...baseFacts(question),
    voter: voterIn(vote, own),
    holderHolds:
      holder !== actor.organization && vote?.heads.some(({ member }) => member === holder) === true,
  };
}

async function breachFacts(question: FactQuestion): Promise<BreachFacts> {
  const { member, bank } = question.payload as { member?: string; bank?: string };
  const committee = await committeeFor(question);
  return {
    ...committeeFactsOf(question, committee),
    membersTold: committee.agreement.disclosure.filings,
    memberHolds: isMember(committee, member ?? bank),
  };
}
