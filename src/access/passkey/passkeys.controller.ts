import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/answers.js';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../current-actor.js';
import { NewPasskeyDto, PasskeyDto, PasskeyIdDto, PasskeyOptionsDto, PasskeysDto } from './passkey.dto.js';
import { Passkeys } from './passkeys.js';

@ApiTags('session')
@Controller('session/passkeys')
export class PasskeysController {
  constructor(private readonly passkeys: Passkeys) {}

  /** 本人的通行密钥 */
  @Get()
  @Answers({ status: 200, type: PasskeysDto, problems: ['not-signed-in'] })
  async own(@CurrentActor() actor: Actor): Promise<PasskeysDto> {
    return { available: this.passkeys.isAvailable, items: await this.passkeys.ownOf(actor) };
  }

  /** 开始添加通行密钥：浏览器据此生成，五分钟内有效 */
  @Post('options')
  @Answers({
    status: 201,
    type: PasskeyOptionsDto,
    problems: ['not-signed-in', 'step-up-needed', 'unavailable', 'cross-site'],
  })
  async options(@CurrentActor() actor: Actor): Promise<PasskeyOptionsDto> {
    return this.passkeys.options(actor);
  }

  /** 添加通行密钥；下次登录起可代替动态口令 */
  @Post()
  @Answers({
    status: 201,
    type: PasskeyDto,
    problems: ['not-signed-in', 'guard-failed', 'validation-failed', 'cross-site'],
  })
  async add(@CurrentActor() actor: Actor, @Body() said: NewPasskeyDto): Promise<PasskeyDto> {
    return this.passkeys.add(actor, said);
  }

  /** 删除本人的一个通行密钥 */
  @Delete(':id')
  @HttpCode(204)
  @Answers({
    status: 204,
    problems: [
      'not-signed-in',
      'step-up-needed',
      'not-found',
      'guard-failed',
      'validation-failed',
      'cross-site',
    ],
  })
  async remove(@CurrentActor() actor: Actor, @Param() { id }: PasskeyIdDto): Promise<void> {
    await this.passkeys.remove(actor, id);
  }
}
