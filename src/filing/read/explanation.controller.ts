import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { Answers } from '../../platform/http/answers.js';
import { ExplanationDto } from './explanation.dto.js';
import { Explanations } from './explanation.js';
import { FilingIdDto } from './filing-id.dto.js';

@ApiTags('filings')
@Controller('filings/:id/explain')
export class ExplanationController {
  constructor(private readonly explanations: Explanations) {}

  /** 为什么：为何在此，等待谁，到何时、为何是这一天，为何能办或不能办 */
  @Get()
  @Answers({
    status: 200,
    type: ExplanationDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async explain(@CurrentActor() actor: Actor, @Param() { id }: FilingIdDto): Promise<ExplanationDto> {
    return this.explanations.of(actor, id);
  }
}
