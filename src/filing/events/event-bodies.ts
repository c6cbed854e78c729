import type { PUBLIC_EVENTS } from '../../../workflows/filing/filing.events.js';
import type { EventBodies } from '../../cases/event-body.js';
import * as bank from './bank-events.dto.js';
import * as office from './office-events.dto.js';

export type PublicEventType = (typeof PUBLIC_EVENTS)[number];

/** The body of each event that people and banks' systems send: one class, one schema, one example a type. */
export const EVENT_BODIES: EventBodies<PublicEventType> = {
  SEND_TO_CHECK: { body: bank.SendToCheckDto, example: {} },
  DISCARD: { body: bank.DiscardDto, example: {} },
  SIGN_FILING: { body: bank.SignFilingDto, example: {} },
  RETURN_TO_MAKER: {
    body: bank.ReturnToMakerDto,
    example: { reason: '金额与合同不一致。' },
  },
  FILE: { body: bank.FileDto, example: {} },
  RESUBMIT: { body: bank.ResubmitDto, example: {} },
  SUPPLEMENT: {
    body: bank.SupplementDto,
    example: { office: 'industry', text: '企业本季度订单合同已作为附件上传。' },
  },
  UNDERTAKE: { body: bank.UndertakeDto, example: { until: '2026-12-31' } },
  DECLINE: { body: bank.DeclineDto, example: { reason: '企业已实质性违约。' } },
  EXTEND_COORDINATION: { body: bank.ExtendCoordinationDto, example: {} },
  POSTPONE: { body: bank.PostponeDto, example: { date: '2026-12-31' } },
  AMEND: { body: bank.AmendDto, example: { reason: '与企业协商后减少金额。' } },
  WITHDRAW: { body: bank.WithdrawDto, example: { reason: 'retained' } },
  VOID: { body: bank.VoidDto, example: { reason: '误报：企业选错。' } },
  REPORT_EXECUTION: {
    body: bank.ReportExecutionDto,
    example: { date: '2026-12-08', lines: [{ amount: '700000.00' }], final: true },
  },
  REPORT_RETAINED: {
    body: bank.ReportRetainedDto,
    example: { text: '已办理无还本续贷。' },
  },

  ACKNOWLEDGE: { body: office.AcknowledgeDto, example: {} },
  REQUEST_COMPLETION: {
    body: office.RequestCompletionDto,
    example: { defects: [{ pointer: '/ground/facts', text: '请写明经营恶化的具体事实。' }] },
  },
  RULE_OUT_OF_SCOPE: { body: office.RuleOutOfScopeDto, example: {} },
  OPINE: {
    body: office.OpineDto,
    example: { position: 'noObjection', text: '企业经营正常，无意见。' },
  },
  SIGN_OPINION: { body: office.SignOpinionDto, example: {} },
  RETURN_OPINION: { body: office.ReturnOpinionDto, example: { reason: '请补充依据。' } },
  REQUEST_SUPPLEMENT: {
    body: office.RequestSupplementDto,
    example: { questions: ['请说明企业近三个月订单情况。'] },
  },
  ASK_FACTS: {
    body: office.AskFactsDto,
    example: { questions: ['企业目前是否正常开工？'] },
  },
  REPORT_FACTS: { body: office.ReportFactsDto, example: { text: '企业正常开工。' } },
  COMMENT: { body: office.CommentDto, example: { text: '建议保持现有授信。' } },
  SET_FOCUS: { body: office.SetFocusDto, example: { reason: '企业用工人数较多。' } },
  SUSPECT_SPLIT: {
    body: office.SuspectSplitDto,
    example: { suspected: true, reason: '一月内三次压降，金额均略低于标准。' },
  },
  CLEAR: { body: office.ClearDto, example: {} },
  SUGGEST_DEFERRAL: { body: office.SuggestDeferralDto, example: { until: '2026-12-31' } },
  INTERVENE: { body: office.InterveneDto, example: {} },
  REFER_TO_COMMITTEE: { body: office.ReferToCommitteeDto, example: {} },
  CONFIRM_EXECUTION: { body: office.ConfirmExecutionDto, example: {} },
  QUERY_EXECUTION: {
    body: office.QueryExecutionDto,
    example: { question: '所报实施金额与合同不一致，请说明。' },
  },
};

export function isPublicEvent(type: string): type is PublicEventType {
  return Object.hasOwn(EVENT_BODIES, type);
}
