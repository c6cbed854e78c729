import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { WorklistDto } from './worklist.dto.js';
import { WorklistQueryDto } from './worklist.query.dto.js';
import { WorklistService } from './worklist.service.js';

@ApiTags('worklist')
@Controller('worklist')
export class WorklistController {
  constructor(private readonly worklist: WorklistService) {}

  /** 工作台：待办（剩余时间最少者在前）、已办、我发起的、抄送我的、草稿（未报送） */
  @Get()
  @Answers({ status: 200, type: WorklistDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  async list(@CurrentActor() actor: Actor, @Query() query: WorklistQueryDto): Promise<WorklistDto> {
    return this.worklist.list(actor, query);
  }
}
