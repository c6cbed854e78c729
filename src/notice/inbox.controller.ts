import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { InboxDto, InboxQueryDto, NoticeIdDto, ReadUpToDto } from './inbox.dto.js';
import { Inbox } from './inbox.js';

@ApiTags('inbox')
@Controller('inbox')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  /** 通知列表，新的在前 */
  @Get()
  @Answers({ status: 200, type: InboxDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  async list(@CurrentActor() actor: Actor, @Query() query: InboxQueryDto): Promise<InboxDto> {
    return this.inbox.list(actor, query);
  }

  /** 全部标为已读，至所见最新一条为止 */
  @Post('read')
  @Answers({ status: 204, problems: ['not-signed-in', 'forbidden', 'validation-failed', 'cross-site'] })
  async readUpTo(@CurrentActor() actor: Actor, @Body() { newest }: ReadUpToDto): Promise<void> {
    await this.inbox.readUpTo(actor, newest);
  }

  /** 标为已读；重复提交不改变首次阅读时刻 */
  @Post(':id/read')
  @Answers({
    status: 204,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed', 'cross-site'],
  })
  async read(@CurrentActor() actor: Actor, @Param() { id }: NoticeIdDto): Promise<void> {
    await this.inbox.read(actor, id);
  }
}
