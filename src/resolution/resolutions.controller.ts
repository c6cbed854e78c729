import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { ResolutionListDto, ResolutionListQuery } from './resolution.dto.js';
import { ResolutionList } from './resolution-list.js';

@ApiTags('resolutions')
@Controller('resolutions')
export class ResolutionsController {
  constructor(private readonly lists: ResolutionList) {}

  /** 本人可见的决议和议题，最新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: ResolutionListDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden'],
  })
  list(@CurrentActor() actor: Actor, @Query() query: ResolutionListQuery): Promise<ResolutionListDto> {
    return this.lists.page(actor, query);
  }
}
