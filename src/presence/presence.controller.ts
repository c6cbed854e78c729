import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { PresenceAtDto, PresenceDto } from './presence.dto.js';
import { Presence } from './presence.js';

@ApiTags('presence')
@Controller('presence')
export class PresenceController {
  constructor(private readonly presence: Presence) {}

  /** 告知正在查看某事项，并得知本机构还有谁在看；四十五秒内未再告知即视为离开 */
  @Post()
  @HttpCode(200)
  @Answers({
    status: 200,
    type: PresenceDto,
    problems: ['not-signed-in', 'forbidden', 'validation-failed', 'cross-site'],
  })
  async at(@CurrentActor() actor: Actor, @Body() body: PresenceAtDto): Promise<PresenceDto> {
    return this.presence.at(actor, body.case);
  }
}
