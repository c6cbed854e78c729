import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { CoordinationListDto, CoordinationListQuery } from './coordination.dto.js';
import { CoordinationList } from './coordination-list.js';

@ApiTags('coordinations')
@Controller('coordinations')
export class CoordinationsController {
  constructor(private readonly lists: CoordinationList) {}

  /** 本部门可见的协调事项，最新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: CoordinationListDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden'],
  })
  list(@CurrentActor() actor: Actor, @Query() query: CoordinationListQuery): Promise<CoordinationListDto> {
    return this.lists.page(actor, query);
  }
}
