import { ApiSchema } from '@nestjs/swagger';
import { OPINING_OFFICES, type OpiningOffice } from '../../../workflows/filing/filing.context.js';
import type { PayloadOf } from '../../../workflows/filing/filing.events.js';
import { MAX_EXECUTION_LINES } from '../../../workflows/filing/guards/execution-guards.js';
import { EventBody, TypeOf } from '../../cases/event-body.js';
import { Choice, Day, ListOf, PositiveMoney, Text, YesNo } from '../../platform/http/fields.js';

const WITHDRAWAL_REASONS = ['retained', 'replaced', 'other'] as const;
const REASON = { min: 1, max: 2_000 };

@ApiSchema({ name: 'SendToCheck' })
export class SendToCheckDto extends EventBody {
  @TypeOf('SEND_TO_CHECK')
  type: 'SEND_TO_CHECK';
}

@ApiSchema({ name: 'Discard' })
export class DiscardDto extends EventBody {
  @TypeOf('DISCARD')
  type: 'DISCARD';
}

@ApiSchema({ name: 'SignFiling' })
export class SignFilingDto extends EventBody {
  @TypeOf('SIGN_FILING')
  type: 'SIGN_FILING';
}

@ApiSchema({ name: 'ReturnToMaker' })
export class ReturnToMakerDto extends EventBody implements PayloadOf<'RETURN_TO_MAKER'> {
  @TypeOf('RETURN_TO_MAKER')
  type: 'RETURN_TO_MAKER';

  @Text(REASON, { example: '金额与合同不一致，请核对。' })
  reason: string;
}

@ApiSchema({ name: 'File' })
export class FileDto extends EventBody {
  @TypeOf('FILE')
  type: 'FILE';
}

@ApiSchema({ name: 'Resubmit' })
export class ResubmitDto extends EventBody {
  @TypeOf('RESUBMIT')
  type: 'RESUBMIT';
}

@ApiSchema({ name: 'Supplement' })
export class SupplementDto extends EventBody implements PayloadOf<'SUPPLEMENT'> {
  @TypeOf('SUPPLEMENT')
  type: 'SUPPLEMENT';

  @Choice(OPINING_OFFICES, { description: '答复哪个部门', example: 'industry' })
  office: OpiningOffice;

  @Text({ min: 1, max: 5_000 }, { example: '企业本季度订单合同已作为附件上传。' })
  text: string;
}

@ApiSchema({ name: 'Undertake' })
export class UndertakeDto extends EventBody implements PayloadOf<'UNDERTAKE'> {
  @TypeOf('UNDERTAKE')
  type: 'UNDERTAKE';

  @Day({ description: '承诺暂缓至', example: '2026-12-31' })
  until: string;
}

@ApiSchema({ name: 'Decline' })
export class DeclineDto extends EventBody implements PayloadOf<'DECLINE'> {
  @TypeOf('DECLINE')
  type: 'DECLINE';

  @Text(REASON, { example: '企业已出现实质性违约，本行将按期实施。' })
  reason: string;
}

@ApiSchema({ name: 'ExtendCoordination' })
export class ExtendCoordinationDto extends EventBody {
  @TypeOf('EXTEND_COORDINATION')
  type: 'EXTEND_COORDINATION';
}

@ApiSchema({ name: 'Postpone' })
export class PostponeDto extends EventBody implements PayloadOf<'POSTPONE'> {
  @TypeOf('POSTPONE')
  type: 'POSTPONE';

  @Day({ description: '新的拟实施日', example: '2026-12-31' })
  date: string;
}

@ApiSchema({ name: 'Amend' })
export class AmendDto extends EventBody implements PayloadOf<'AMEND'> {
  @TypeOf('AMEND')
  type: 'AMEND';

  @Text({ max: 2_000 }, { optional: true, example: '与企业协商后减少压降金额。' })
  reason?: string;
}

@ApiSchema({ name: 'Withdraw' })
export class WithdrawDto extends EventBody implements PayloadOf<'WITHDRAW'> {
  @TypeOf('WITHDRAW')
  type: 'WITHDRAW';

  @Choice(WITHDRAWAL_REASONS, { description: '稳贷、以其他安排替代、其他', example: 'retained' })
  reason: (typeof WITHDRAWAL_REASONS)[number];

  @Text({ max: 2_000 }, { optional: true })
  text?: string;
}

@ApiSchema({ name: 'Void' })
export class VoidDto extends EventBody implements PayloadOf<'VOID'> {
  @TypeOf('VOID')
  type: 'VOID';

  @Text(REASON, { example: '误报：企业名称选错。' })
  reason: string;
}

@ApiSchema({ name: 'ExecutionLine' })
export class ExecutionLineDto {
  @Text({ max: 100 }, { optional: true, description: '合同号或借据号；压缩额度时不填' })
  loan?: string;

  @PositiveMoney({ description: '实际减少的金额（元）' })
  amount: string;
}

@ApiSchema({ name: 'ReportExecution' })
export class ReportExecutionDto extends EventBody implements PayloadOf<'REPORT_EXECUTION'> {
  @TypeOf('REPORT_EXECUTION')
  type: 'REPORT_EXECUTION';

  @Day({ description: '实施日' })
  date: string;

  @ListOf(() => ExecutionLineDto, MAX_EXECUTION_LINES, { example: [{ amount: '700000.00' }] })
  lines: ExecutionLineDto[];

  @YesNo({ description: '是否已全部实施，不再有后续', example: true })
  final: boolean;

  @YesNo({ optional: true, description: '更正：本次明细替换此前所报的全部金额', example: false })
  corrects?: boolean;
}

@ApiSchema({ name: 'ReportRetained' })
export class ReportRetainedDto extends EventBody implements PayloadOf<'REPORT_RETAINED'> {
  @TypeOf('REPORT_RETAINED')
  type: 'REPORT_RETAINED';

  @Text({ max: 2_000 }, { optional: true, example: '已办理无还本续贷。' })
  text?: string;
}
