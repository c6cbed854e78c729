import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { AuditEntriesDto, AuditQueryDto } from './audit.dto.js';
import { AuditEntries } from './audit-entries.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly entries: AuditEntries) {}

  /** 日志条目，新的在前；不含金额和文字内容 */
  @Get('entries')
  @Answers({
    status: 200,
    type: AuditEntriesDto,
    problems: ['not-signed-in', 'forbidden', 'validation-failed'],
  })
  async list(@CurrentActor() actor: Actor, @Query() query: AuditQueryDto): Promise<AuditEntriesDto> {
    return this.entries.list(actor, query);
  }
}
