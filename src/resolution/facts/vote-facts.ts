import type { PayloadOf } from '../../../workflows/resolution/resolution.events.js';
import type {
  BallotFacts,
  OpenedBallotFact,
  VoteFacts,
} from '../../../workflows/resolution/resolution.facts.js';
import { votingPartOf } from '../../../workflows/resolution/resolution.js';
import { tallyFigures } from '../../../workflows/resolution/tally-figures.js';
import { formatYuan } from '../../../workflows/rules/fen.js';
import { countVote, entitledOf, sumOf } from '../../../workflows/rules/vote-count.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { sealedIn } from '../ballot/sealed-ballot.js';
import { baseFacts, contextOf, membersFacts } from './base-facts.js';
import { type Others, othersThan } from './turnout.js';
import { type Head, type Vote, voteOn, voterIn } from './vote.js';

const IN_FORCE: Statement = {
  name: 'resolution-in-force',
  text: `select id from resolution where jurisdiction = $1 and committee = $2 and subject ->> 'type' = $3 and state = 'inForce'
      and id <> $4 order by opened_at desc limit 1`,
};

/** No member has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const NO_OTHERS: Others = { entitled: 0, cast: 0, claims: 0n, missingPapers: 0 };

/** Of these there is one at a time: a new one takes the place of the one in force. */
const ONE_AT_A_TIME: readonly string[] = ['standstill', 'restructuring'];

/**
 * `CAST_BALLOT`, `ATTACH_PAPER`: the vote as it is once the ballot or the paper is in. The others are only summed, until this
 * one closes the vote.
 */
export async function ballotFacts(question: FactQuestion): Promise<BallotFacts> {
  const { tx, stored, actor, payload, snapshot, preview } = question;
  const said = payload as Partial<PayloadOf<'CAST_BALLOT' | 'ATTACH_PAPER'>>;
  const member = said.member ?? actor.organization ?? NOBODY;
  const [own, others] = await Promise.all([voteOn(tx, stored, member), othersThan(tx, stored, member)]);
  const voter = voterIn(own, { member, actor: actor.organization, document: documentIn(question) });
  const after = preview ? own : withAct(own, member, question);
  const standing = standingWith(after, others);
  const onlyPapersToCome = votingPartOf(snapshot) === 'papers';
  const isOver = standing.complete || onlyPapersToCome;
  if (preview || !isOver || standing.missingPapers > 0) return { ...running(question, standing), voter };
  const all = withAct(await voteOn(tx, stored), member, question);
  return { ...(await closing(question, all)), voter };
}

/** A clock of the vote: it closes it, unless an extension or papers that may still come keep it open. */
export async function lapsedVoteFacts(question: FactQuestion): Promise<VoteFacts> {
  const vote = await voteOn(question.tx, question.stored);
  const standing = standingWith(vote, NO_OTHERS);
  const isExtended = question.type === 'DEADLINE.vote' && contextOf(question).voteExtended;
  const papersMayCome = question.type !== 'DEADLINE.sealedPaper' && standing.missingPapers > 0;
  return isExtended || papersMayCome ? running(question, standing) : closing(question, vote);
}

/** The vote once one more member has left it, which may have been the last that was waited for. */
export async function voteFactsWithout(question: FactQuestion, vote: Vote | undefined): Promise<VoteFacts> {
  const standing = standingWith(vote, NO_OTHERS);
  const isRunning = votingPartOf(question.snapshot) === 'open' && !question.preview;
  return isRunning && standing.complete && standing.missingPapers === 0
    ? closing(question, vote)
    : running(question, standing);
}

/** How far the vote has come. */
type Standing = Pick<VoteFacts, 'turnout' | 'missingPapers' | 'complete'>;

function standingWith(vote: Vote | undefined, others: Others): Standing {
  const entitled = vote === undefined ? [] : entitledOf(vote.heads, vote.rule);
  const cast = entitled.filter(({ ballot }) => ballot !== null);
  const { heads, claims } = sumOf(cast);
  const missing = vote?.rule.needsPaper === true ? cast.filter(({ ballot }) => !ballot?.paper).length : 0;
  return {
    turnout: { heads: Number(heads) + others.cast, claims: formatYuan(claims + others.claims) },
    missingPapers: missing + others.missingPapers,
    complete: cast.length + others.cast === entitled.length + others.entitled,
  };
}

function running(question: FactQuestion, standing: Standing): VoteFacts {
  return { ...baseFacts(question), ...standing, tally: null, members: [], supersedes: null };
}

async function closing(question: FactQuestion, vote: Vote | undefined): Promise<VoteFacts> {
  if (vote === undefined) return running(question, standingWith(vote, NO_OTHERS));
  const opened = vote.heads.flatMap(openedBallot);
  const [{ members }, supersedes] = await Promise.all([membersFacts(question), supersededBy(question)]);
  return {
    ...baseFacts(question),
    ...standingWith(vote, NO_OTHERS),
    tally: tallyFigures(countVote(vote.heads, opened, vote.rule)),
    opened,
    members,
    supersedes,
  };
}

function openedBallot({ member, ballot }: Head): OpenedBallotFact[] {
  if (ballot === null) return [];
  const { choice, reason, salt, commitment, paper } = ballot;
  return [{ member, choice, reason, salt, commitment, paper }];
}

/** The vote as this event leaves it. */
function withAct(vote: Vote | undefined, member: string, question: FactQuestion): Vote | undefined {
  return vote === undefined
    ? undefined
    : { ...vote, heads: vote.heads.map((head) => (head.member === member ? acted(head, question) : head)) };
}

/** A paper bears a choice, so that one for another choice is none for this ballot. */
function acted(head: Head, question: FactQuestion): Head {
  const sealed = sealedIn(question.sealed);
  if (sealed === undefined) {
    return head.ballot === null ? head : { ...head, ballot: { ...head.ballot, paper: true } };
  }
  const { choice, reason, salt, paper } = sealed;
  const { commitment } = question.payload as PayloadOf<'CAST_BALLOT'>;
  const kept = head.ballot?.choice === choice && head.ballot.paper;
  return {
    ...head,
    ballot: {
      choice,
      reason,
      salt,
      commitment,
      castFor: question.actor.organization ?? '',
      document: documentIn(question) ?? head.ballot?.document ?? null,
      paper: paper !== null || kept,
    },
  };
}

/** The document of an `ATTACH_PAPER` is the paper; that of a ballot its authorization. */
function documentIn({ type, payload }: FactQuestion): string | undefined {
  return type === 'CAST_BALLOT' ? (payload as PayloadOf<'CAST_BALLOT'>).document : undefined;
}

async function supersededBy(question: FactQuestion): Promise<string | null> {
  const { committee, subject } = contextOf(question);
  if (subject === null || !ONE_AT_A_TIME.includes(subject.type)) return null;
  const { tx, stored } = question;
  const key = [stored.jurisdiction, committee, subject.type, stored.id];
  const [found] = await tx.query<{ id: string }>(IN_FORCE, key);
  return found?.id ?? null;
}
