import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/answers.js';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../current-actor.js';
import { ChainChangeDto, ChainChangeIdDto, ChainsDto, NewChainDto } from './chain.dto.js';
import { Chains } from './chains.js';

const WRITTEN = ['not-signed-in', 'step-up-needed', 'forbidden', 'cross-site', 'validation-failed'] as const;

@ApiTags('access')
@Controller('sign-off-chains')
export class ChainsController {
  constructor(private readonly chains: Chains) {}

  /** 签批链及待执行的变更：银行管理员看本行，运行管理单位看全部 */
  @Get()
  @Answers({ status: 200, type: ChainsDto, problems: ['not-signed-in', 'forbidden'] })
  async list(@CurrentActor() actor: Actor): Promise<ChainsDto> {
    return { items: await this.chains.list(actor) };
  }

  /** 提出签批链变更，替代待执行的变更；由另一人执行后，对其后送复核的报告、其后提出的意见生效 */
  @Put()
  @Answers({ status: 200, type: ChainChangeDto, problems: [...WRITTEN, 'guard-failed'] })
  propose(@CurrentActor() actor: Actor, @Body() said: NewChainDto): Promise<ChainChangeDto> {
    return this.chains.propose(actor, said);
  }

  /** 执行签批链变更：由提出人以外的人员办理 */
  @Post(':id/execute')
  @Answers({
    status: 200,
    type: ChainChangeDto,
    problems: [...WRITTEN, 'second-person-needed', 'not-found', 'decided-already', 'guard-failed'],
  })
  execute(@CurrentActor() actor: Actor, @Param() { id }: ChainChangeIdDto): Promise<ChainChangeDto> {
    return this.chains.execute(actor, id);
  }

  /** 撤回尚未执行的变更 */
  @Post(':id/withdraw')
  @Answers({ status: 200, type: ChainChangeDto, problems: [...WRITTEN, 'not-found', 'decided-already'] })
  withdraw(@CurrentActor() actor: Actor, @Param() { id }: ChainChangeIdDto): Promise<ChainChangeDto> {
    return this.chains.withdraw(actor, id);
  }
}
