import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apply, begin, type ProcessEvent, step } from '../../../workflows/process.js';
import { type ResolutionDifference, resolutionSample } from '../../../workflows/proof/resolution.samples.js';
import type { ResolutionContext } from '../../../workflows/resolution/resolution.context.js';
import type { ResolutionEventType } from '../../../workflows/resolution/resolution.events.js';
import { resolution1, stateOf } from '../../../workflows/resolution/resolution.js';
import type { Subject } from '../../../workflows/resolution/subjects.js';
import { tallyFigures } from '../../../workflows/resolution/tally-figures.js';
import { formatYuan } from '../../../workflows/rules/fen.js';
import { votingRule } from '../../../workflows/rules/majority.js';
import { DEFAULT_POLICY } from '../../../workflows/rules/policy.js';
import { CHOICES, type Choice, countVote } from '../../../workflows/rules/vote-count.js';

const HISTORIES = 600;
const SEED = 20_261_125;
const BIGGEST_CLAIM = 10n ** 15n;
const SUBJECTS: readonly Subject[] = [
  { type: 'standstill', days: 90 },
  { type: 'dissolution' },
  { type: 'ordinary' },
];
const MOVES = ['cast', 'cast', 'cast', 'paper', 'recuse', 'extend', 'clock'] as const;

/** A committee, an item, and what its members do: each move names who, what and whether a paper comes along. */
const histories = fc.record({
  subject: fc.constantFrom(...SUBJECTS),
  claims: fc.array(fc.bigInt({ min: 1n, max: BIGGEST_CLAIM }), { minLength: 3, maxLength: 7 }),
  moves: fc.array(
    fc.record({
      move: fc.constantFrom(...MOVES),
      member: fc.nat({ max: 6 }),
      choice: fc.constantFrom<Choice>('for', 'for', 'for', ...CHOICES),
      paper: fc.boolean(),
    }),
    { minLength: 3, maxLength: 30 },
  ),
});

/** One head of the plain model. */
interface Head {
  member: string;
  claim: bigint;
  conflicted: boolean;
  choice: Choice | null;
  paper: boolean;
}

/** The vote as anybody would keep it on a sheet of paper. */
class Sheet {
  heads: Head[];
  extended = false;
  /** The clock that ends the step in which the vote is. */
  clock: 'vote' | 'extend' | 'sealedPaper' = 'vote';
  readonly needsPaper: boolean;

  constructor(claims: readonly bigint[], subject: Subject) {
    this.heads = claims.map((claim, at) => ({
      member: `bank-${at}`,
      claim,
      conflicted: false,
      choice: null,
      paper: false,
    }));
    this.needsPaper = subject.type !== 'ordinary';
  }

  get entitled(): Head[] {
    return this.heads.filter(({ conflicted }) => !conflicted);
  }

  get missing(): number {
    return this.needsPaper ? this.cast.filter(({ paper }) => !paper).length : 0;
  }

  get cast(): Head[] {
    return this.entitled.filter(({ choice }) => choice !== null);
  }

  get complete(): boolean {
    return this.cast.length === this.entitled.length;
  }

  /** 3 × for ≥ 2 × total and 2 × heads for > heads; ordinary items more than half of both. */
  get passes(): boolean {
    const inFavour = this.cast.filter(({ choice, paper }) => choice === 'for' && (paper || !this.needsPaper));
    const [forClaims, total] = [sum(inFavour), sum(this.entitled)];
    const claims = this.needsPaper ? 3n * forClaims >= 2n * total : 2n * forClaims > total;
    return claims && 2 * inFavour.length > this.entitled.length;
  }

  facts(closes: boolean): object {
    const rule = votingRule(this.needsPaper ? 'major' : 'ordinary', DEFAULT_POLICY);
    const members = this.heads.map((head) => ({ ...head, asking: false }));
    const ballots = this.heads.flatMap(({ member, choice, paper }) =>
      choice === null ? [] : [{ member, choice, paper }],
    );
    return {
      turnout: { heads: this.cast.length, claims: formatYuan(sum(this.cast)) },
      entitled: { heads: this.entitled.length, claims: formatYuan(sum(this.entitled)) },
      missingPapers: this.missing,
      complete: this.complete,
      tally: closes ? tallyFigures(countVote(members, ballots, rule)) : null,
      members: this.heads.map(({ member }) => member),
      supersedes: null,
    };
  }
}

describe(`any vote whatever (${HISTORIES.toLocaleString('en')} at random), against a sheet of paper`, () => {
  it('turns out, closes and is decided as the sheet says; and replays to the same', () => {
    let [passed, failed, open] = [0, 0, 0];
    fc.assert(
      fc.property(histories, ({ subject, claims, moves }) => {
        const vote = new Vote(subject, new Sheet(claims, subject));
        for (const move of moves) if (!vote.isClosed) vote.make(move);
        vote.check();
        if (!vote.isClosed) open++;
        else if (vote.context.tally?.passed === true) passed++;
        else failed++;
      }),
      { numRuns: HISTORIES, seed: SEED },
    );
    // A run in which nothing ever passes, or nothing ever fails, would have proved nothing.
    expect(Math.min(passed, failed, open)).toBeGreaterThan(10);
  }, 60_000);
});

class Vote {
  private snapshot = begin(resolution1, {}).next;
  private readonly log: ProcessEvent[] = [];

  constructor(
    private readonly subject: Subject,
    private readonly sheet: Sheet,
  ) {
    this.send('RESOLUTION.DRAFTED', { payload: { subject } });
    this.send('NOTICE', {});
    this.send('DEADLINE.notice', {});
  }

  get context(): ResolutionContext {
    return this.snapshot.context;
  }

  get isClosed(): boolean {
    return stateOf(this.snapshot) !== 'voting';
  }

  make({
    move,
    member: at,
    choice,
    paper,
  }: {
    move: string;
    member: number;
    choice: Choice;
    paper: boolean;
  }): void {
    const { sheet } = this;
    const head = sheet.heads[at % sheet.heads.length] as Head;
    const open = sheet.clock !== 'sealedPaper';
    if (move === 'cast' && open && !head.conflicted) {
      Object.assign(head, { paper: paper || (head.choice === choice && head.paper), choice });
      this.act('CAST_BALLOT', { payload: { member: head.member } });
    } else if (move === 'paper' && !head.conflicted && head.choice !== null && !head.paper) {
      head.paper = true;
      this.act('ATTACH_PAPER', { payload: { member: head.member } });
    } else if (move === 'recuse' && open && !head.conflicted && sheet.entitled.length > 1) {
      head.conflicted = true;
      this.act('RECORD_CONFLICT', { payload: { member: head.member } });
    } else if (move === 'extend' && sheet.clock === 'vote' && !sheet.extended) {
      sheet.extended = true;
      this.send('EXTEND_VOTE', {});
    } else if (move === 'clock') {
      this.strike();
    }
  }

  /** What somebody did may complete the vote; only papers may keep it open then. */
  private act<Type extends ResolutionEventType>(type: Type, said: ResolutionDifference<Type>): void {
    const { sheet } = this;
    const isOver = sheet.complete || sheet.clock === 'sealedPaper';
    const closes = isOver && sheet.missing === 0;
    if (sheet.complete && sheet.missing > 0) sheet.clock = 'sealedPaper';
    this.send(type, { ...said, facts: sheet.facts(closes) as never });
    this.expectClosed(closes);
  }

  private strike(): void {
    const { sheet } = this;
    const { clock } = sheet;
    const extends_ = clock === 'vote' && sheet.extended;
    const waits = clock !== 'sealedPaper' && sheet.missing > 0;
    const closes = !extends_ && !waits;
    if (extends_) sheet.clock = 'extend';
    else if (waits) sheet.clock = 'sealedPaper';
    this.send(`DEADLINE.${clock}`, { facts: sheet.facts(closes) as never });
    this.expectClosed(closes);
  }

  private expectClosed(closes: boolean): void {
    if (this.isClosed !== closes) throw new Error(`${stateOf(this.snapshot)}, and the sheet says ${closes}`);
  }

  check(): void {
    const { context, sheet } = this;
    const turnout = { heads: sheet.cast.length, claims: formatYuan(sum(sheet.cast)) };
    if (JSON.stringify(context.turnout) !== JSON.stringify(turnout) && sheet.cast.length > 0) {
      throw new Error(
        `${JSON.stringify(context.turnout)} voted, and the sheet says ${JSON.stringify(turnout)}`,
      );
    }
    if (!this.isClosed) {
      if (context.tally !== null) throw new Error('a count before the close');
    } else {
      const passed = this.subject.type === 'standstill' ? 'inForce' : 'carried';
      const state = sheet.passes ? passed : 'failed';
      if (stateOf(this.snapshot) !== state)
        throw new Error(`${stateOf(this.snapshot)}, and the sheet says ${state}`);
    }
    let { next } = begin(resolution1, {});
    for (const event of this.log) next = apply(resolution1, next, event).next;
    const [replayed, lived] = [next, this.snapshot].map(({ value, context: of }) =>
      JSON.stringify([value, of]),
    );
    if (replayed !== lived) throw new Error(`${replayed} is not what was lived: ${lived}`);
  }

  private send<Type extends ResolutionEventType>(type: Type, difference: ResolutionDifference<Type>): void {
    const event = resolutionSample(type, this.context, difference);
    const result = step(resolution1, this.snapshot, event);
    if (result.kind !== 'taken') throw new Error(`${type}: ${JSON.stringify(result)}`);
    this.snapshot = result.next;
    this.log.push(event);
  }
}

function sum(heads: readonly Head[]): bigint {
  return heads.reduce((total, { claim }) => total + claim, 0n);
}
