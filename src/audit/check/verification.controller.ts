import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { Answers } from '../../platform/http/answers.js';
import { VerificationDto, VerificationIdDto, VerificationsDto } from './verification.dto.js';
import { Verifications } from './verifications.js';

@ApiTags('audit')
@Controller('audit/verifications')
export class VerificationController {
  constructor(private readonly verifications: Verifications) {}

  /** 核验全部日志：逐条与签名检查点比对；已在进行时返回该次核验 */
  @Post()
  @Answers({
    status: 201,
    type: VerificationDto,
    problems: ['not-signed-in', 'forbidden', 'cross-site', 'request-in-progress'],
  })
  async begin(@CurrentActor() actor: Actor): Promise<VerificationDto> {
    return this.verifications.begin(actor);
  }

  /** 最近的核验，新的在前 */
  @Get()
  @Answers({ status: 200, type: VerificationsDto, problems: ['not-signed-in', 'forbidden'] })
  async list(): Promise<VerificationsDto> {
    return this.verifications.list();
  }

  /** 一次核验的进度和结果 */
  @Get(':id')
  @Answers({
    status: 200,
    type: VerificationDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async one(@Param() { id }: VerificationIdDto): Promise<VerificationDto> {
    return this.verifications.one(id);
  }
}
