import type { Fen } from './fen.js';
import { type Majority, neededOf, reaches, type VotingRule } from './majority.js';

export const CHOICES = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** A member as it stood on the record date (基准日): what it sells or buys afterwards changes nothing here. */
export interface FrozenMember {
  member: string;
  claim: Fen;
  /** Related to the debtor. */
  conflicted: boolean;
  /** Asks consent to its own act. */
  asking: boolean;
}

/** A member's vote, opened after the close. A proxy's vote is the ballot of the member it stands in for. */
export interface OpenedBallot {
  member: string;
  choice: Choice;
  /** Whether its sealed paper had come by its date. */
  paper: boolean;
}

export type TallyReason = 'nobodyEntitled' | 'headsBelowMajority' | 'claimsBelowMajority';

export interface Tally {
  passed: boolean;
  /** Why it was not carried; empty when it was. */
  reasons: readonly TallyReason[];
  heads: bigint;
  forHeads: bigint;
  againstHeads: bigint;
  abstainHeads: bigint;
  /** Said nothing, or sent no sealed paper by its date. */
  silentHeads: bigint;
  neededHeads: bigint;
  totalClaims: Fen;
  forClaims: Fen;
  neededClaims: Fen;
}

/**
 * The count of a resolution (决议计票), 银监办便函〔2016〕1196号 [M]; 债权人协议: a pure function of the ballots and the frozen claims, so that
 * anybody who has the opened ballots recounts it. The denominator is all members on the record date, present or not:
 * abstention and silence are not "for". Whoever is conflicted or asks for itself leaves both counts on both sides.
 * @throws RangeError where a head has two ballots, or a ballot has no head: no count can choose between them
 */
export function countVote(
  members: readonly FrozenMember[],
  ballots: readonly OpenedBallot[],
  rule: VotingRule,
): Tally {
  const entitled = entitledOf(members, rule);
  const cast = ballotByMember(members, ballots);
  const { heads, claims: totalClaims } = sumOf(entitled);
  const choosing = (choice: Choice) =>
    entitled.filter(({ member }) => choiceOf(cast.get(member), rule) === choice);
  const { heads: forHeads, claims: forClaims } = sumOf(choosing('for'));
  const againstHeads = sumOf(choosing('against')).heads;
  const abstainHeads = sumOf(choosing('abstain')).heads;
  const reasons = reasonsAgainst({ heads, forHeads, totalClaims, forClaims }, rule);
  return {
    passed: reasons.length === 0,
    reasons,
    heads,
    forHeads,
    againstHeads,
    abstainHeads,
    silentHeads: heads - forHeads - againstHeads - abstainHeads,
    neededHeads: neededOf(heads, rule.heads),
    totalClaims,
    forClaims,
    neededClaims: neededOf(totalClaims, rule.claims),
  };
}

/** Those who may vote on an item: the heads below the line. */
export function entitledOf<Member extends FrozenMember>(
  members: readonly Member[],
  rule: VotingRule,
): Member[] {
  return members.filter(
    ({ conflicted, asking }) => !(conflicted && rule.excludesConflicted) && !(asking && rule.excludesAsking),
  );
}

/** How many have voted, and how much of the claims is theirs; not how they have voted. */
export interface Turnout {
  heads: bigint;
  claims: Fen;
}

/** The live display before the close. It knows the turnout only, so it says what is still open, never who leads. */
export interface PassingTakes {
  heads: bigint;
  neededHeads: bigint;
  totalClaims: Fen;
  neededClaims: Fen;
  /** So many more must vote before the item could be carried at all; none once enough have voted. */
  moreHeads: bigint;
  moreClaims: Fen;
}

export function passingTakes(
  members: readonly FrozenMember[],
  turnout: Turnout,
  rule: VotingRule,
): PassingTakes {
  const { heads, claims: totalClaims } = sumOf(entitledOf(members, rule));
  const neededHeads = neededOf(heads, rule.heads);
  const neededClaims = neededOf(totalClaims, rule.claims);
  return {
    heads,
    neededHeads,
    totalClaims,
    neededClaims,
    moreHeads: missing(neededHeads, turnout.heads),
    moreClaims: missing(neededClaims, turnout.claims),
  };
}

/** A sum of heads and claims; used for the entitled, and for those who have voted. */
export function sumOf(members: readonly { claim: Fen }[]): Turnout {
  return members.reduce<Turnout>(
    ({ heads, claims }, { claim }) => ({ heads: heads + 1n, claims: claims + claim }),
    { heads: 0n, claims: 0n },
  );
}

function choiceOf(ballot: OpenedBallot | undefined, { needsPaper }: VotingRule): Choice | undefined {
  return ballot === undefined || (needsPaper && !ballot.paper) ? undefined : ballot.choice;
}

function reasonsAgainst(
  {
    heads,
    forHeads,
    totalClaims,
    forClaims,
  }: Pick<Tally, 'heads' | 'forHeads' | 'totalClaims' | 'forClaims'>,
  rule: { heads: Majority; claims: Majority },
): TallyReason[] {
  if (heads === 0n) return ['nobodyEntitled'];
  const reasons: TallyReason[] = [];
  if (!reaches(forHeads, heads, rule.heads)) reasons.push('headsBelowMajority');
  if (!reaches(forClaims, totalClaims, rule.claims)) reasons.push('claimsBelowMajority');
  return reasons;
}

/** 一户一票: a proxy never makes two votes of one head. */
function ballotByMember(
  members: readonly FrozenMember[],
  ballots: readonly OpenedBallot[],
): Map<string, OpenedBallot> {
  const heads = new Set(members.map(({ member }) => member));
  if (heads.size !== members.length) throw new RangeError('a member stands twice on the record date');
  const cast = new Map<string, OpenedBallot>();
  for (const ballot of ballots) {
    if (!heads.has(ballot.member))
      throw new RangeError('a ballot of nobody who was a member on the record date');
    if (cast.has(ballot.member)) throw new RangeError('two ballots of one member');
    cast.set(ballot.member, ballot);
  }
  return cast;
}

function missing(needed: bigint, present: bigint): bigint {
  return needed > present ? needed - present : 0n;
}
