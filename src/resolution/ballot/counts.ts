import { Injectable } from '@nestjs/common';
import type { ResolutionContext } from '../../../workflows/resolution/resolution.context.js';
import type { RuleFact } from '../../../workflows/resolution/resolution.facts.js';
import { fenOf, formatYuan } from '../../../workflows/rules/fen.js';
import { neededOf } from '../../../workflows/rules/majority.js';
import type { Actor } from '../../access/actor.js';
import { type SeenCase, seenCase } from '../../cases/seen-case.js';
import { namedOrganization } from '../../directory/named-organization.js';
import { civilDay } from '../../platform/instant.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { ruleOf } from '../facts/weights.js';
import type { CountDto, PassingTakesDto, VotingMemberDto } from './ballot.dto.js';
import { openedBallots } from './ballot-rows.js';

const RULE: Statement = {
  name: 'rule-to-show',
  text: 'select rule from resolution where jurisdiction = $1 and id = $2',
};

const MEMBERS: Statement = {
  name: 'members-to-recount',
  text: `select bank, claim_fen as fen, conflicted, asking from resolution_member
    where jurisdiction = $1 and resolution = $2 order by bank`,
};

interface MemberRow extends Record<string, unknown> {
  bank: string;
  fen: string;
  conflicted: boolean;
  asking: boolean;
}

/** 计票: while the vote runs, how many have voted and what passing takes; then everything that a recount needs. */
@Injectable()
export class Counts {
  constructor(
    private readonly registry: ProcessRegistry,
    private readonly database: ScopedDatabase,
  ) {}

  /** @throws {Problem} not-found */
  async of(actor: Actor, id: string): Promise<CountDto> {
    return this.database.as(actor, async (tx) => {
      const seen = await seenCase<ResolutionContext>(tx, this.registry, actor, { process: 'resolution', id });
      const { context, jurisdiction } = seen;
      const [found] = await tx.query<{ rule: RuleFact | null }>(RULE, [jurisdiction, id]);
      const rule = found?.rule ?? null;
      const counted = context.tally !== null;
      return {
        counted,
        turnout: context.turnout,
        passingTakes: rule === null ? null : passing(context, rule),
        rule,
        tally: context.tally,
        members: counted ? await membersOf(tx, seen) : [],
        ballots: counted ? await openedBallots(tx, { jurisdiction, id }) : [],
      };
    });
  }
}

async function membersOf(
  tx: Transaction,
  { jurisdiction, id, reference, now }: SeenCase<ResolutionContext>,
): Promise<VotingMemberDto[]> {
  const rows = await tx.query<MemberRow>(MEMBERS, [jurisdiction, id]);
  const today = civilDay(now);
  return rows.map(({ bank, fen, conflicted, asking }) => ({
    member: namedOrganization(reference, bank, today),
    claim: formatYuan(BigInt(fen)),
    conflicted,
    asking,
  }));
}

/** From what everybody may know: who is entitled in sum, and how many have voted. */
function passing({ entitled, turnout }: ResolutionContext, fact: RuleFact): PassingTakesDto | null {
  if (entitled === null) return null;
  const rule = ruleOf(fact);
  const neededHeads = Number(neededOf(BigInt(entitled.heads), rule.heads));
  const neededClaims = neededOf(fenOf(entitled.claims), rule.claims);
  const moreClaims = neededClaims - fenOf(turnout.claims);
  return {
    heads: entitled.heads,
    neededHeads,
    totalClaims: entitled.claims,
    neededClaims: formatYuan(neededClaims),
    moreHeads: Math.max(0, neededHeads - turnout.heads),
    moreClaims: formatYuan(moreClaims > 0n ? moreClaims : 0n),
  };
}
