import type { PayloadOf } from '../../../workflows/resolution/resolution.events.js';
import type { ConflictFacts } from '../../../workflows/resolution/resolution.facts.js';
import { entitledOf } from '../../../workflows/rules/vote-count.js';
import type { FactQuestion } from '../../process/process-shell.js';
import { baseFacts, committeeFacts } from './base-facts.js';
import { type Vote, voteOn, voterIn } from './vote.js';
import { voteFactsWithout } from './vote-facts.js';
import { weightOf } from './weights.js';

/** `DECLARE_CONFLICT`: who may vote once whoever speaks has left the count. */
export async function conflictFacts(question: FactQuestion): Promise<object> {
  const { tx, stored, actor } = question;
  const vote = await voteOn(tx, stored);
  const own = { member: actor.organization, actor: actor.organization };
  const entitled = entitledIn(without(vote, actor.organization));
  return { ...baseFacts(question), voter: voterIn(vote, own), entitled };
}

/** `RECORD_CONFLICT`: the same of another member, in a vote that may be under way. */
export async function recordedConflictFacts(question: FactQuestion): Promise<ConflictFacts> {
  const { tx, stored, actor } = question;
  const { member } = question.payload as Partial<PayloadOf<'RECORD_CONFLICT'>>;
  const vote = await voteOn(tx, stored);
  const after = without(vote, member);
  const [committee, facts] = await Promise.all([committeeFacts(question), voteFactsWithout(question, after)]);
  return {
    ...committee,
    ...facts,
    voter: voterIn(vote, { member, actor: actor.organization }),
    entitled: entitledIn(after),
  };
}

function without(vote: Vote | undefined, member: string | undefined): Vote | undefined {
  if (vote === undefined) return undefined;
  const heads = vote.heads.map((head) => (head.member === member ? { ...head, conflicted: true } : head));
  return { ...vote, heads };
}

function entitledIn(vote: Vote | undefined) {
  return weightOf(vote === undefined ? [] : entitledOf(vote.heads, vote.rule));
}
