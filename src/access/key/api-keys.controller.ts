import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/answers.js';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../current-actor.js';
import { ApiKeyIdDto, ApiKeysDto, ApiKeyToldDto, NewApiKeyDto, RotateApiKeyDto } from './api-key.dto.js';
import { ApiKeys } from './api-keys.js';

const WRITTEN = ['not-signed-in', 'step-up-needed', 'forbidden', 'cross-site', 'validation-failed'] as const;

@ApiTags('access')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  /** 本行的接口密钥，在用的在前 */
  @Get()
  @Answers({ status: 200, type: ApiKeysDto, problems: ['not-signed-in', 'forbidden'] })
  async list(@CurrentActor() actor: Actor): Promise<ApiKeysDto> {
    return { items: await this.keys.list(actor) };
  }

  /** 新建接口密钥；密钥只在本次应答中显示 */
  @Post()
  @Answers({ status: 201, type: ApiKeyToldDto, problems: [...WRITTEN, 'guard-failed', 'already-exists'] })
  make(@CurrentActor() actor: Actor, @Body() wish: NewApiKeyDto): Promise<ApiKeyToldDto> {
    return this.keys.make(actor, wish);
  }

  /** 更换密钥：新密钥只在本次应答中显示，旧密钥按所填时长继续有效 */
  @Post(':id/rotate')
  @Answers({ status: 201, type: ApiKeyToldDto, problems: [...WRITTEN, 'not-found'] })
  rotate(
    @CurrentActor() actor: Actor,
    @Param() { id }: ApiKeyIdDto,
    @Body() { overlapHours }: RotateApiKeyDto,
  ): Promise<ApiKeyToldDto> {
    return this.keys.rotate(actor, id, overlapHours);
  }

  /** 停用接口密钥，立即生效 */
  @Delete(':id')
  @Answers({ status: 204, problems: [...WRITTEN, 'not-found'] })
  revoke(@CurrentActor() actor: Actor, @Param() { id }: ApiKeyIdDto): Promise<void> {
    return this.keys.revoke(actor, id);
  }
}
