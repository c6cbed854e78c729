import type { PayloadOf } from '../../../workflows/resolution/resolution.events.js';
import type {
  BallotFacts,
  OpenedBallotFact,
  VoteFacts,
} from '../../../workflows/resolution/resolution.facts.js';
import { votingPartOf } from '../../../workflows/resolution/resolution.js';
import { tallyFigures } from '../../../workflows/resolution/tally-figures.js';
import { countVote, entitledOf } from '../../../workflows/rules/vote-count.js';
import type { Statement } from '../../platform/transaction.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { sealedIn } from '../ballot/sealed-ballot.js';
import { baseFacts, contextOf, membersFacts } from './base-facts.js';
import { type Head, type Vote, voteOn, voterIn } from './vote.js';
import { weightOf } from './weights.js';

const IN_FORCE: Statement = {
  name: 'resolution-in-force',
  text: `select id from resolution where jurisdiction = $1 and committee = $2 and subject ->> 'type' = $3 and state = 'inForce'
      and id <> $4 order by opened_at desc limit 1`,
};

/** Of these there is one at a time: a new one takes the place of the one in force. */
const ONE_AT_A_TIME: readonly string[] = ['standstill', 'restructuring'];

/** `CAST_BALLOT`, `ATTACH_PAPER`: the vote as it is once the ballot or the paper is in. */
export async function ballotFacts(question: FactQuestion): Promise<BallotFacts> {
  const { actor, payload, snapshot, preview } = question;
  const said = payload as Partial<PayloadOf<'CAST_BALLOT' | 'ATTACH_PAPER'>>;
  const member = said.member ?? actor.organization;
  const vote = await voteOn(question.tx, question.stored);
  const voter = voterIn(vote, { member, actor: actor.organization, document: documentIn(question) });
  if (vote === undefined || preview) return { ...(await voteFacts(question, vote, 'runs')), voter };
  const after = { ...vote, heads: vote.heads.map((head) => withAct(head, member, question)) };
  const onlyPapersToCome = votingPartOf(snapshot) === 'papers';
  return { ...(await voteFacts(question, after, onlyPapersToCome ? 'ends' : 'endsWhenComplete')), voter };
}

/** A clock of the vote: it closes it, unless an extension or papers that may still come keep it open. */
export async function lapsedVoteFacts(question: FactQuestion): Promise<VoteFacts> {
  const vote = await voteOn(question.tx, question.stored);
  if (question.type === 'DEADLINE.sealedPaper') return voteFacts(question, vote, 'endsWithoutPapers');
  const isExtended = question.type === 'DEADLINE.vote' && contextOf(question).voteExtended;
  return voteFacts(question, vote, isExtended ? 'runs' : 'ends');
}

/** Whether the event may close the vote. Papers that are missing keep it open, unless their time is over too. */
type Ending = 'runs' | 'endsWhenComplete' | 'ends' | 'endsWithoutPapers';

async function voteFacts(question: FactQuestion, vote: Vote | undefined, ending: Ending): Promise<VoteFacts> {
  const { rule, heads } = vote ?? { rule: undefined, heads: [] };
  const entitled = rule === undefined ? [] : entitledOf(heads, rule);
  const cast = entitled.filter(({ ballot }) => ballot !== null);
  const missingPapers = rule?.needsPaper === true ? cast.filter(({ ballot }) => !ballot?.paper).length : 0;
  const complete = cast.length === entitled.length;
  const facts = {
    ...baseFacts(question),
    turnout: weightOf(cast),
    missingPapers,
    complete,
    tally: null,
    members: [],
    supersedes: null,
  };
  const ends = ending === 'ends' || (ending === 'endsWhenComplete' && complete);
  const closes = ending === 'endsWithoutPapers' || (ends && missingPapers === 0);
  if (rule === undefined || !closes) return facts;
  const opened = heads.flatMap(openedBallot);
  const [{ members }, supersedes] = await Promise.all([membersFacts(question), supersededBy(question)]);
  return { ...facts, tally: tallyFigures(countVote(heads, opened, rule)), opened, members, supersedes };
}

function openedBallot({ member, ballot }: Head): OpenedBallotFact[] {
  if (ballot === null) return [];
  const { choice, reason, salt, commitment, paper } = ballot;
  return [{ member, choice, reason, salt, commitment, paper }];
}

/** The head as this event leaves it. A paper bears a choice, so that one for another choice is none for this ballot. */
function withAct(head: Head, member: string | undefined, question: FactQuestion): Head {
  if (head.member !== member) return head;
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
