import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { FirmDetailDto, FirmIdDto, FirmQueryDto, FirmsDto } from './firm.dto.js';
import { FirmDirectory } from './firm-directory.js';

@ApiTags('directory')
@Controller('firms')
export class FirmsController {
  constructor(private readonly firms: FirmDirectory) {}

  /** 企业名录，按统一社会信用代码排列 */
  @Get()
  @Answers({ status: 200, type: FirmsDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  async list(@CurrentActor() actor: Actor, @Query() query: FirmQueryDto): Promise<FirmsDto> {
    return this.firms.list(actor, query);
  }

  /** 一家企业；名单和他行授信仅部门可见 */
  @Get(':id')
  @Answers({
    status: 200,
    type: FirmDetailDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async one(@CurrentActor() actor: Actor, @Param() { id }: FirmIdDto): Promise<FirmDetailDto> {
    return this.firms.one(actor, id);
  }
}
