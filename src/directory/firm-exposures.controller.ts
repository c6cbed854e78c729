import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { FirmIdDto } from './firm.dto.js';
import { FirmExposuresDto } from './firm-exposures.dto.js';
import { FirmExposures } from './firm-exposures.js';

@ApiTags('directory')
@Controller('firms/:id/exposures')
export class FirmExposuresController {
  constructor(private readonly exposures: FirmExposures) {}

  /** 关联授信与担保圈：已知各行授信、近十二个月的报告、如均实施后的余额、担保关系 */
  @Get()
  @Answers({
    status: 200,
    type: FirmExposuresDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async of(@CurrentActor() actor: Actor, @Param() { id }: FirmIdDto): Promise<FirmExposuresDto> {
    return this.exposures.of(actor, id);
  }
}
