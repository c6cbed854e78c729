import type { RuleFact, VoterFact } from '../../../workflows/resolution/resolution.facts.js';
import type { VotingRule } from '../../../workflows/rules/majority.js';
import { type Choice, entitledOf, type FrozenMember } from '../../../workflows/rules/vote-count.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ruleOf } from './weights.js';

/** A head of the record date, with what it has cast so far. */
export interface Head extends FrozenMember {
  /** 授权文件 on file with the committee. */
  document: string | null;
  ballot: Ballot | null;
  proxy: string | null;
}

export interface Ballot {
  choice: Choice;
  reason: string;
  salt: string;
  commitment: string;
  /** Cast for the member by this organization: the member itself, or its proxy. */
  castFor: string;
  document: string | null;
  paper: boolean;
}

/** A vote in engine scope: choices are for the count, and for nobody before the close. */
export interface Vote {
  rule: VotingRule;
  heads: readonly Head[];
}

const RULE: Statement = {
  name: 'rule-of-resolution',
  text: 'select rule from resolution where jurisdiction = $1 and id = $2',
};

const HEADS: Statement = {
  name: 'heads-of-resolution',
  text: `select m.bank as member, m.claim_fen as fen, m.conflicted, m.asking, m.authorization_document as document,
      p.holder as proxy, b.choice, b.reason, b.salt, b.commitment, b.cast_for as "castFor",
      b.authorization_document as "castWith", b.paper is not null as paper
    from resolution_member m
    left join ballot b on b.jurisdiction = m.jurisdiction and b.resolution = m.resolution and b.member = m.bank
    left join proxy p on p.jurisdiction = m.jurisdiction and p.resolution = m.resolution and p.member = m.bank
      and p.revoked_at is null
    where m.jurisdiction = $1 and m.resolution = $2 and ($3::uuid is null or m.bank = $3) order by m.bank`,
};

interface HeadRow extends Record<string, unknown> {
  member: string;
  fen: string;
  conflicted: boolean;
  asking: boolean;
  document: string | null;
  proxy: string | null;
  choice: Choice | null;
  reason: string;
  salt: string;
  commitment: string;
  castFor: string;
  castWith: string | null;
  paper: boolean;
}

/** All heads, or one of them. Undefined before the notice: nobody is entitled yet. */
export async function voteOn(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
  member: string | null = null,
): Promise<Vote | undefined> {
  const key = [jurisdiction, id];
  const [[found], rows] = await Promise.all([
    tx.query<{ rule: RuleFact | null }>(RULE, key),
    tx.query<HeadRow>(HEADS, [...key, member]),
  ]);
  if (found === undefined || found.rule === null) return undefined;
  return { rule: ruleOf(found.rule), heads: rows.map(headOf) };
}

/** How somebody stands to the vote of `member`; null when that is no head of the record date. */
export function voterIn(
  vote: Vote | undefined,
  {
    member,
    actor,
    document,
  }: { member: string | undefined; actor: string | undefined; document?: string | undefined },
): VoterFact | null {
  const head = vote?.heads.find((each) => each.member === member);
  if (vote === undefined || head === undefined) return null;
  const isProxy = head.proxy !== null && head.proxy === actor;
  return {
    entitled: entitledOf([head], vote.rule).length > 0,
    speaks: actor === member ? 'itself' : isProxy ? 'proxy' : 'neither',
    // A proxy is itself a document; a member's own delegate needs one on file.
    authorized: isProxy || [head.document, head.ballot?.document, document].some((each) => each != null),
    votedItself: head.ballot?.castFor === head.member,
    hasBallot: head.ballot !== null,
  };
}

function headOf(row: HeadRow): Head {
  const { member, fen, conflicted, asking, document, proxy, choice } = row;
  const { reason, salt, commitment, castFor, castWith, paper } = row;
  const ballot =
    choice === null ? null : { choice, reason, salt, commitment, castFor, document: castWith, paper };
  return { member, claim: BigInt(fen), conflicted, asking, document, proxy, ballot };
}
