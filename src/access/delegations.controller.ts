import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../platform/http/answers.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import {
  DelegationDto,
  DelegationIdDto,
  DelegationQueryDto,
  DelegationsDto,
  NewDelegationDto,
} from './delegation.dto.js';
import { Delegations } from './delegations.js';

@ApiTags('access')
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: Delegations) {}

  /** 本机构的委托代办，新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: DelegationsDto,
    problems: ['not-signed-in', 'forbidden', 'validation-failed'],
  })
  async list(@CurrentActor() actor: Actor, @Query() query: DelegationQueryDto): Promise<DelegationsDto> {
    return this.delegations.list(actor, query);
  }

  /** 委托本机构其他人员代办本人的一个岗位 */
  @Post()
  @Answers({
    status: 201,
    type: DelegationDto,
    problems: ['not-signed-in', 'forbidden', 'cross-site', 'validation-failed', 'guard-failed'],
  })
  async give(@CurrentActor() actor: Actor, @Body() wish: NewDelegationDto): Promise<DelegationDto> {
    return this.delegations.give(actor, wish);
  }

  /** 收回本人作出的委托 */
  @Delete(':id')
  @Answers({
    status: 204,
    problems: ['not-signed-in', 'forbidden', 'cross-site', 'not-found', 'validation-failed'],
  })
  async takeBack(@CurrentActor() actor: Actor, @Param() { id }: DelegationIdDto): Promise<void> {
    await this.delegations.takeBack(actor, id);
  }
}
