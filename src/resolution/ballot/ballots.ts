import { Injectable } from '@nestjs/common';
import type { ResolutionContext } from '../../../workflows/resolution/resolution.context.js';
import type { Actor } from '../../access/actor.js';
import { stateAfter } from '../../cases/case-resource.js';
import { seenCase } from '../../cases/seen-case.js';
import { Problem } from '../../platform/problem.js';
import { Database } from '../../platform/transaction.js';
import { logRefusal } from '../../process/log-refusal.js';
import { ProcessService } from '../../process/process.service.js';
import { ProcessRegistry } from '../../process/process-registry.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { resolutionState } from '../resolution-view.js';
import type { BallotAnswerDto, BallotDto, BallotsDto, NewBallotDto } from './ballot.dto.js';
import { ballotOfMember, openedBallots } from './ballot-rows.js';
import { commitmentOf, sealBallot } from './sealed-ballot.js';

/** 表决票: cast, changed and read by the one whose it is; by all who see the resolution once the vote is closed. */
@Injectable()
export class Ballots {
  constructor(
    private readonly processes: ProcessService,
    private readonly registry: ProcessRegistry,
    private readonly database: Database,
    private readonly scoped: ScopedDatabase,
  ) {}

  /**
   * Casts a ballot, or changes it while the vote runs. Sent again it is the same ballot: nothing new is logged, and the answer
   * is the same after the close too.
   * @throws {Problem} as ProcessService.send
   */
  async cast(actor: Actor, id: string, said: NewBallotDto): Promise<BallotAnswerDto> {
    const { choice, reason = '', authorization, sealedPaper: paper = null } = said;
    const member = said.member ?? actor.organization ?? '';
    const former = await this.read(actor, { id, member });
    if (former !== undefined && isSame(former.ballot, { choice, reason, paper })) return former;
    const sealed = sealBallot({ choice, reason, paper });
    const commitment = commitmentOf(sealed);
    const outcome = await this.processes.send({
      process: 'resolution',
      id,
      type: 'CAST_BALLOT',
      payload: {
        member,
        commitment,
        ...(authorization === undefined ? {} : { document: authorization }),
      },
      actor,
      sealed,
    });
    // A paper that came with the same choice stays with the ballot.
    const hasPaper = paper !== null || (former?.ballot.choice === choice && former.ballot.paper);
    return {
      ballot: {
        ...{ member, choice, reason, salt: sealed.salt, commitment, paper: hasPaper },
        castAt: outcome.entry.at,
      },
      resolution: resolutionState(stateAfter<ResolutionContext>(outcome)),
    };
  }

  /** One's own. @throws {Problem} not-found */
  async own(actor: Actor, id: string): Promise<BallotAnswerDto> {
    const answer = await this.read(actor, { id, member: actor.organization ?? '' });
    if (answer === undefined) throw new Problem('not-found');
    return answer;
  }

  /**
   * All of them, once they are opened. Whoever looks before leaves a trace: nobody is to know, the chair included.
   * @throws {Problem} ballots-sealed, not-found
   */
  async all(actor: Actor, id: string): Promise<BallotsDto> {
    const found = await this.scoped.as(actor, async (tx) => {
      const { context } = await seenCase<ResolutionContext>(tx, this.registry, actor, {
        process: 'resolution',
        id,
      });
      const isOpen = context.tally !== null || context.openVoting;
      return isOpen ? openedBallots(tx, { jurisdiction: actor.jurisdiction, id }) : undefined;
    });
    if (found !== undefined) return { items: found };
    const sealed = new Problem('ballots-sealed');
    await logRefusal(this.database, { process: 'resolution', id, type: 'READ_BALLOTS', actor }, sealed);
    throw sealed;
  }

  private read(
    actor: Actor,
    { id, member }: { id: string; member: string },
  ): Promise<BallotAnswerDto | undefined> {
    const { jurisdiction } = actor;
    return this.scoped.as(actor, async (tx) => {
      const [seen, ballot] = await Promise.all([
        seenCase<ResolutionContext>(tx, this.registry, actor, { process: 'resolution', id }),
        ballotOfMember(tx, { jurisdiction, id, member }),
      ]);
      return ballot === undefined ? undefined : { ballot, resolution: resolutionState(seen) };
    });
  }
}

function isSame(
  former: BallotDto,
  { choice, reason, paper }: { choice: string; reason: string; paper: string | null },
): boolean {
  return former.choice === choice && former.reason === reason && (paper === null || former.paper);
}
