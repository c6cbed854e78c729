import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { NewPhraseDto, PhraseDto, PhraseIdDto, PhrasesDto } from './phrase.dto.js';
import { Phrases } from './phrases.js';

@ApiTags('phrases')
@Controller('phrases')
export class PhrasesController {
  constructor(private readonly phrases: Phrases) {}

  /** 本机构的常用意见 */
  @Get()
  @Answers({ status: 200, type: PhrasesDto, problems: ['not-signed-in', 'forbidden'] })
  list(@CurrentActor() actor: Actor): Promise<PhrasesDto> {
    return this.phrases.list(actor);
  }

  /** 添加一条常用意见；已有的不重复添加 */
  @Post()
  @Answers({
    status: 201,
    type: PhraseDto,
    problems: ['not-signed-in', 'forbidden', 'cross-site', 'validation-failed', 'guard-failed'],
  })
  add(@CurrentActor() actor: Actor, @Body() { text }: NewPhraseDto): Promise<PhraseDto> {
    return this.phrases.add(actor, text);
  }

  /** 删去本机构的一条常用意见 */
  @Delete(':id')
  @Answers({
    status: 204,
    problems: ['not-signed-in', 'forbidden', 'cross-site', 'not-found', 'validation-failed'],
  })
  async remove(@CurrentActor() actor: Actor, @Param() { id }: PhraseIdDto): Promise<void> {
    await this.phrases.remove(actor, id);
  }
}
