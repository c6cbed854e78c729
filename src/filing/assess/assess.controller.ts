import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { Answers } from '../../platform/http/answers.js';
import { AssessDto, AssessmentDto } from './assessment.dto.js';
import { Assessments } from './assessments.js';

@ApiTags('filings')
@Controller('filings/assess')
export class AssessController {
  constructor(private readonly assessments: Assessments) {}

  /** 要不要报：按所填内容判断是否达到报告标准。未登录也可使用，只按所填内容判断 */
  @Post()
  @Answers({ status: 200, type: AssessmentDto, problems: ['validation-failed', 'cross-site'] })
  assess(@CurrentActor() actor: Actor, @Body() body: AssessDto): Promise<AssessmentDto> {
    return this.assessments.assess(actor, body);
  }
}
