import { ApiSchema } from '@nestjs/swagger';
import { type EventBodies, EventBody, TypeOf } from '../cases/event-body.js';
import { PostAtDto } from '../directory/post-at.dto.js';
import { Day, Nested, PositiveMoney, Text, ValuesByName } from '../platform/http/fields.js';

const REASON = { min: 1, max: 500 };

@ApiSchema({ name: 'SupportAssign' })
export class AssignDto extends EventBody {
  @TypeOf('ASSIGN')
  type: string;

  @Nested(() => PostAtDto, { optional: true, description: '不填则按拟定的责任岗位' })
  owner?: PostAtDto;

  @Day({ optional: true, description: '办理期限；不填则按拟定的期限' })
  dueOn?: string;
}

@ApiSchema({ name: 'SupportReassign' })
export class ReassignDto extends EventBody {
  @TypeOf('REASSIGN')
  type: string;

  @Nested(() => PostAtDto)
  owner: PostAtDto;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'SupportChangeDate' })
export class ChangeDateDto extends EventBody {
  @TypeOf('CHANGE_DATE')
  type: string;

  @Day({ description: '新的办理期限；只能变更一次' })
  dueOn: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'SupportStart' })
export class StartDto extends EventBody {
  @TypeOf('START')
  type: string;
}

@ApiSchema({ name: 'SupportWait' })
export class WaitDto extends EventBody {
  @TypeOf('WAIT')
  type: string;

  @Text(REASON, { description: '等待事由' })
  for: string;

  @Day({ optional: true, description: '等待至；不能超过办理期限' })
  until?: string;
}

@ApiSchema({ name: 'SupportResume' })
export class ResumeDto extends EventBody {
  @TypeOf('RESUME')
  type: string;
}

@ApiSchema({ name: 'SupportReportRepaid' })
export class ReportRepaidDto extends EventBody {
  @TypeOf('REPORT_REPAID')
  type: string;

  @Day({ description: '企业还款日' })
  on: string;

  @PositiveMoney()
  amount: string;
}

@ApiSchema({ name: 'SupportReportDone' })
export class ReportDoneDto extends EventBody {
  @TypeOf('REPORT_DONE')
  type: string;

  @ValuesByName({
    description: '各类事项的结果项目见 /codes',
    example: { amount: '3000000.00', relentOn: '2026-12-08', relentAmount: '3000000.00' },
  })
  result: Record<string, string | number>;
}

@ApiSchema({ name: 'SupportReportNotDone' })
export class ReportNotDoneDto extends EventBody {
  @TypeOf('REPORT_NOT_DONE')
  type: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'SupportCancel' })
export class CancelDto extends EventBody {
  @TypeOf('CANCEL')
  type: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'SupportConfirmContinuing' })
export class ConfirmContinuingDto extends EventBody {
  @TypeOf('CONFIRM_CONTINUING')
  type: string;

  @Text({ max: 500 }, { optional: true })
  text?: string;
}

export const SUPPORT_BODIES: EventBodies = {
  ASSIGN: { body: AssignDto, example: {} },
  REASSIGN: {
    body: ReassignDto,
    example: {
      owner: { organization: '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10', role: 'helper.officer' },
      reason: '由担保公司承办更为合适。',
    },
  },
  CHANGE_DATE: { body: ChangeDateDto, example: { dueOn: '2026-12-31', reason: '银行内部流程尚需时日。' } },
  START: { body: StartDto, example: {} },
  WAIT: { body: WaitDto, example: { for: '待银行出具续贷意见。', until: '2026-12-08' } },
  RESUME: { body: ResumeDto, example: {} },
  REPORT_REPAID: { body: ReportRepaidDto, example: { on: '2026-12-08', amount: '3000000.00' } },
  REPORT_DONE: {
    body: ReportDoneDto,
    example: { result: { amount: '3000000.00', relentOn: '2026-12-18', relentAmount: '3000000.00' } },
  },
  REPORT_NOT_DONE: { body: ReportNotDoneDto, example: { reason: '企业已另行落实资金。' } },
  CANCEL: { body: CancelDto, example: { reason: '企业不再需要。' } },
  CONFIRM_CONTINUING: { body: ConfirmContinuingDto, example: { text: '担保责任不受影响，继续办理。' } },
};
