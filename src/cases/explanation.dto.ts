import { ApiSchema } from '@nestjs/swagger';
import { Choice, Day, Id, Instant, ListOf, Nested, Text, Whole, YesNo } from '../platform/http/fields.js';
import { ActionReasonDto } from './action.dto.js';
import { WaitingPostDto } from './waiting-post.dto.js';

const READ = { checked: false } as const;

@ApiSchema({ name: 'PathStep' })
export class PathStepDto {
  @Whole({ least: 1, most: 1_000_000_000 }, READ)
  seq: number;

  @Instant(READ)
  at: string;

  @Text({ max: 500 }, { ...READ, example: '泉州晋鲤银行林晓晴（复核岗）报送，转入“待签收”。' })
  text: string;
}

@ApiSchema({ name: 'PassedDay' })
export class PassedDayDto {
  @Day(READ)
  date: string;

  @Text({ max: 100 }, { ...READ, example: '周六' })
  why: string;
}

@ApiSchema({ name: 'ClockStop' })
export class ClockStopDto {
  @Text({ max: 60 }, { ...READ, example: '等待银行补充说明' })
  label: string;

  @Day(READ)
  from: string;

  @Day({ ...READ, nullable: true, description: '仍停止计时为 null' })
  until: string | null;
}

@ApiSchema({ name: 'PolicyNumber' })
export class PolicyNumberDto {
  @Text({ max: 60 }, { ...READ, example: 'reviewWd' })
  key: string;

  @Text({ max: 60 }, { ...READ, example: '同步研判时限' })
  label: string;

  @Whole({ least: 0, most: 100_000 }, READ)
  value: number;

  @Choice(['workingDays', 'calendarDays'], READ)
  unit: string;

  @Whole({ least: 1, most: 100_000 }, { ...READ, description: '政策版本' })
  version: number;

  @Text({ max: 300 }, { ...READ, description: '依据' })
  clause: string;

  @Choice(['S', 'M', 'D'], { ...READ, description: 'S 有出处，M 待核实，D 本系统默认值' })
  status: string;
}

@ApiSchema({ name: 'ClockReason' })
export class ClockReasonDto {
  @Text({ max: 60 }, { ...READ, example: 'review.finance' })
  name: string;

  @Text({ max: 60 }, { ...READ, example: '金融部门反馈意见' })
  label: string;

  @Choice(['running', 'standsStill', 'passed'], { ...READ, description: '计时中、停止计时、已到期' })
  status: string;

  @Day({ ...READ, description: '起算日，不计入' })
  from: string;

  @Whole(
    { least: 0, most: 100_000 },
    { ...READ, nullable: true, description: '工作日数；按指定日期或自然日计为 null' },
  )
  workingDays: number | null;

  @Whole({ least: 0, most: 100_000 }, { ...READ, nullable: true, description: '停止计时时剩余的工作日' })
  remaining: number | null;

  @Day({ ...READ, nullable: true, description: '停止计时时未定' })
  dueOn: string | null;

  @Instant({ ...READ, nullable: true })
  dueAt: string | null;

  @YesNo({ ...READ, description: '所涉年度放假安排尚未公布，日期为暂算' })
  provisional: boolean;

  @ListOf(() => PassedDayDto, 400, { ...READ, description: '其间不计入的日子' })
  passed: PassedDayDto[];

  @ListOf(() => ClockStopDto, 20, READ)
  stops: ClockStopDto[];

  @Nested(() => PolicyNumberDto, { ...READ, nullable: true })
  policy: PolicyNumberDto | null;

  @Text({ max: 1_000 }, { ...READ, example: '自11月20日起算5个工作日，11月27日17:30止。' })
  text: string;
}

@ApiSchema({ name: 'ExplainedAction' })
export class ExplainedActionDto {
  @Text({ max: 60 }, { ...READ, example: 'ACKNOWLEDGE' })
  type: string;

  @Text({ max: 60 }, { ...READ, example: '签收' })
  label: string;

  @YesNo(READ)
  allowed: boolean;

  @ListOf(() => ActionReasonDto, 100, { ...READ, description: '不能办理的原因' })
  reasons: ActionReasonDto[];
}

/** 为什么 */
@ApiSchema({ name: 'CaseExplanation' })
export class CaseExplanationDto {
  @Id(READ)
  id: string;

  @Text({ max: 40 }, { ...READ, example: 'reviewing' })
  state: string;

  @Text({ max: 60 }, { ...READ, example: '同步研判' })
  stateLabel: string;

  @Text({ max: 1_000 }, { ...READ, description: '一句话说明' })
  summary: string;

  @ListOf(() => PathStepDto, 20, { ...READ, description: '为何在此：最近几步' })
  path: PathStepDto[];

  @ListOf(() => WaitingPostDto, 10, { ...READ, description: '等待谁办理' })
  waitsFor: WaitingPostDto[];

  @ListOf(() => ClockReasonDto, 15, { ...READ, description: '到何时，为何是这一天' })
  clocks: ClockReasonDto[];

  @ListOf(() => ExplainedActionDto, 40, { ...READ, description: '本人能办什么；不能办的，为什么' })
  actions: ExplainedActionDto[];
}
