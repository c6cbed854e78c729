import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { SearchHitsDto, SearchQueryDto } from './search.dto.js';
import { Search } from './search.js';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly search: Search) {}

  /** 按编号、企业名称、统一社会信用代码查找本人可见的企业和事项，至多20条 */
  @Get()
  @Answers({
    status: 200,
    type: SearchHitsDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden'],
  })
  async find(@CurrentActor() actor: Actor, @Query() { q }: SearchQueryDto): Promise<SearchHitsDto> {
    return this.search.hits(actor, q);
  }
}
