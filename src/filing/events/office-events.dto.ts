import { ApiSchema } from '@nestjs/swagger';
import type { PayloadOf } from '../../../workflows/filing/filing.events.js';
import { POSITIONS, type Position } from '../../../workflows/filing/positions.js';
import { EventBody, TypeOf } from '../../cases/event-body.js';
import { Choice, Day, ListOf, ListOfTexts, Nested, Text, YesNo } from '../../platform/http/fields.js';
import { CONTENT_FIELDS } from '../content/content-fields.js';
import { ViabilityDto } from './viability.dto.js';

const REASON = { min: 1, max: 2_000 };
const MAYBE_REASON = { optional: true, description: '与拟议的处置意见不一致时须填' } as const;
/** A place in the report: what the bank may then change. */
const POINTER = new RegExp(`^/(${CONTENT_FIELDS.join('|')})(/[A-Za-z0-9]{1,40}){0,4}$`);
const QUESTIONS = { most: 20, max: 1_000 };

@ApiSchema({ name: 'Acknowledge' })
export class AcknowledgeDto extends EventBody {
  @TypeOf('ACKNOWLEDGE')
  type: 'ACKNOWLEDGE';
}

@ApiSchema({ name: 'Defect' })
export class DefectDto {
  @Text({ max: 200, pattern: POINTER }, { optional: true, description: '所指字段', example: '/ground/facts' })
  pointer?: string;

  @Text(REASON, { example: '请写明企业经营恶化的具体事实。' })
  text: string;
}

/** 一次性告知: every defect at once. */
@ApiSchema({ name: 'RequestCompletion' })
export class RequestCompletionDto extends EventBody implements PayloadOf<'REQUEST_COMPLETION'> {
  @TypeOf('REQUEST_COMPLETION')
  type: 'REQUEST_COMPLETION';

  @ListOf(() => DefectDto, 50)
  defects: DefectDto[];
}

@ApiSchema({ name: 'RuleOutOfScope' })
export class RuleOutOfScopeDto extends EventBody implements PayloadOf<'RULE_OUT_OF_SCOPE'> {
  @TypeOf('RULE_OUT_OF_SCOPE')
  type: 'RULE_OUT_OF_SCOPE';

  @Text({ max: 2_000 }, { optional: true })
  reason?: string;
}

@ApiSchema({ name: 'Opine' })
export class OpineDto extends EventBody implements PayloadOf<'OPINE'> {
  @TypeOf('OPINE')
  type: 'OPINE';

  @Choice(POSITIONS, { description: '无意见、建议暂缓、启动协调、提请债委会研判', example: 'noObjection' })
  position: Position;

  @Text({ min: 1, max: 5_000 }, { example: '企业经营正常，无意见。' })
  text: string;

  @Nested(() => ViabilityDto, { optional: true, description: '企业生产经营情况研判单' })
  viability?: ViabilityDto;

  @Text({ max: 2_000 }, { optional: true, description: '意见与研判单所示不一致时须填' })
  reason?: string;
}

@ApiSchema({ name: 'SignOpinion' })
export class SignOpinionDto extends EventBody {
  @TypeOf('SIGN_OPINION')
  type: 'SIGN_OPINION';
}

@ApiSchema({ name: 'ReturnOpinion' })
export class ReturnOpinionDto extends EventBody implements PayloadOf<'RETURN_OPINION'> {
  @TypeOf('RETURN_OPINION')
  type: 'RETURN_OPINION';

  @Text(REASON, { example: '请补充依据。' })
  reason: string;
}

@ApiSchema({ name: 'RequestSupplement' })
export class RequestSupplementDto extends EventBody implements PayloadOf<'REQUEST_SUPPLEMENT'> {
  @TypeOf('REQUEST_SUPPLEMENT')
  type: 'REQUEST_SUPPLEMENT';

  @ListOfTexts(QUESTIONS, { example: ['请说明企业近三个月订单情况。'] })
  questions: string[];
}

@ApiSchema({ name: 'AskFacts' })
export class AskFactsDto extends EventBody implements PayloadOf<'ASK_FACTS'> {
  @TypeOf('ASK_FACTS')
  type: 'ASK_FACTS';

  @ListOfTexts(QUESTIONS, { example: ['企业目前是否正常开工？'] })
  questions: string[];
}

@ApiSchema({ name: 'ReportFacts' })
export class ReportFactsDto extends EventBody implements PayloadOf<'REPORT_FACTS'> {
  @TypeOf('REPORT_FACTS')
  type: 'REPORT_FACTS';

  @Text({ min: 1, max: 5_000 }, { example: '企业两条生产线正常开工，职工工资按时发放。' })
  text: string;
}

@ApiSchema({ name: 'Comment' })
export class CommentDto extends EventBody implements PayloadOf<'COMMENT'> {
  @TypeOf('COMMENT')
  type: 'COMMENT';

  @Text({ min: 1, max: 5_000 }, { example: '建议各成员单位保持现有授信。' })
  text: string;
}

@ApiSchema({ name: 'SetFocus' })
export class SetFocusDto extends EventBody implements PayloadOf<'SET_FOCUS'> {
  @TypeOf('SET_FOCUS')
  type: 'SET_FOCUS';

  @Text(REASON, { example: '企业用工人数较多。' })
  reason: string;
}

@ApiSchema({ name: 'SuspectSplit' })
export class SuspectSplitDto extends EventBody implements PayloadOf<'SUSPECT_SPLIT'> {
  @TypeOf('SUSPECT_SPLIT')
  type: 'SUSPECT_SPLIT';

  @YesNo({ description: '标注，或取消标注', example: true })
  suspected: boolean;

  @Text(REASON, { example: '一月内三次压降，金额均略低于标准。' })
  reason: string;
}

@ApiSchema({ name: 'Clear' })
export class ClearDto extends EventBody implements PayloadOf<'CLEAR'> {
  @TypeOf('CLEAR')
  type: 'CLEAR';

  @Text({ max: 2_000 }, MAYBE_REASON)
  reason?: string;
}

@ApiSchema({ name: 'SuggestDeferral' })
export class SuggestDeferralDto extends EventBody implements PayloadOf<'SUGGEST_DEFERRAL'> {
  @TypeOf('SUGGEST_DEFERRAL')
  type: 'SUGGEST_DEFERRAL';

  @Text({ max: 2_000 }, MAYBE_REASON)
  reason?: string;

  @Day({ optional: true, description: '建议暂缓至' })
  until?: string;
}

@ApiSchema({ name: 'Intervene' })
export class InterveneDto extends EventBody implements PayloadOf<'INTERVENE'> {
  @TypeOf('INTERVENE')
  type: 'INTERVENE';

  @Text({ max: 2_000 }, MAYBE_REASON)
  reason?: string;
}

@ApiSchema({ name: 'ReferToCommittee' })
export class ReferToCommitteeDto extends EventBody implements PayloadOf<'REFER_TO_COMMITTEE'> {
  @TypeOf('REFER_TO_COMMITTEE')
  type: 'REFER_TO_COMMITTEE';

  @Text({ max: 2_000 }, MAYBE_REASON)
  reason?: string;
}

@ApiSchema({ name: 'ConfirmExecution' })
export class ConfirmExecutionDto extends EventBody {
  @TypeOf('CONFIRM_EXECUTION')
  type: 'CONFIRM_EXECUTION';
}

@ApiSchema({ name: 'QueryExecution' })
export class QueryExecutionDto extends EventBody implements PayloadOf<'QUERY_EXECUTION'> {
  @TypeOf('QUERY_EXECUTION')
  type: 'QUERY_EXECUTION';

  @Text({ min: 1, max: 2_000 }, { example: '所报实施金额与合同不一致，请说明。' })
  question: string;
}
