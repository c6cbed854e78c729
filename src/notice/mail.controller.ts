import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { MailDto, MailIdDto, MailListDto, MailQueryDto } from './mail.dto.js';
import { MailOffice } from './mail-office.js';

@ApiTags('mail')
@Controller('mail')
export class MailController {
  constructor(private readonly office: MailOffice) {}

  /** 邮件队列，默认列出未能送达的邮件 */
  @Get()
  @Answers({ status: 200, type: MailListDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  async list(@CurrentActor() actor: Actor, @Query() query: MailQueryDto): Promise<MailListDto> {
    return this.office.list(actor, query);
  }

  /** 重新发送未能送达的邮件；已送达或排队中的不变 */
  @Post(':id/retry')
  @Answers({
    status: 200,
    type: MailDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed', 'cross-site'],
  })
  async retry(@CurrentActor() actor: Actor, @Param() { id }: MailIdDto): Promise<MailDto> {
    return this.office.retry(actor, id);
  }
}
