import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { Answers } from '../../platform/http/answers.js';
import { Id } from '../../platform/http/fields.js';
import { BallotAnswerDto, BallotsDto, CountDto, NewBallotDto } from './ballot.dto.js';
import { Ballots } from './ballots.js';
import { Counts } from './counts.js';

export class OfResolutionDto {
  @Id({ description: '决议的 id' })
  id: string;
}

const SEEN = ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'] as const;

/** Ballots and the count. They stand apart from the events: a choice is in no event. */
@ApiTags('resolutions')
@Controller('resolutions/:id')
export class BallotsController {
  constructor(
    private readonly ballots: Ballots,
    private readonly counts: Counts,
  ) {}

  /** 投票，或更改本单位的选票；重复提交同一选票结果相同。截止前只有本单位可以看到 */
  @Put('ballots/mine')
  @Answers({
    status: 200,
    type: BallotAnswerDto,
    problems: [
      ...SEEN,
      'not-entitled',
      'recused',
      'proxy-missing',
      'member-voted-itself',
      'cross-site',
      'event-not-accepted',
      'decided-already',
      'request-in-progress',
      'guard-failed',
    ],
  })
  cast(
    @CurrentActor() actor: Actor,
    @Param() { id }: OfResolutionDto,
    @Body() body: NewBallotDto,
  ): Promise<BallotAnswerDto> {
    return this.ballots.cast(actor, id, body);
  }

  /** 本单位的选票 */
  @Get('ballots/mine')
  @Answers({ status: 200, type: BallotAnswerDto, problems: SEEN })
  own(@CurrentActor() actor: Actor, @Param() { id }: OfResolutionDto): Promise<BallotAnswerDto> {
    return this.ballots.own(actor, id);
  }

  /** 全部选票，截止后公开；此前查看的，留有记录 */
  @Get('ballots')
  @Answers({ status: 200, type: BallotsDto, problems: [...SEEN, 'ballots-sealed'] })
  all(@CurrentActor() actor: Actor, @Param() { id }: OfResolutionDto): Promise<BallotsDto> {
    return this.ballots.all(actor, id);
  }

  /** 计票：截止前为投票情况和通过所需；计票后公开全部依据，任何人可以复核 */
  @Get('count')
  @Answers({ status: 200, type: CountDto, problems: SEEN })
  count(@CurrentActor() actor: Actor, @Param() { id }: OfResolutionDto): Promise<CountDto> {
    return this.counts.of(actor, id);
  }
}
