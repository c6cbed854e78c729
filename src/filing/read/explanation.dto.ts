import { ApiSchema } from '@nestjs/swagger';
import { CaseExplanationDto, PassedDayDto, PolicyNumberDto } from '../../cases/explanation.dto.js';
import { Day, ListOf, Nested, Text, Whole, YesNo } from '../../platform/http/fields.js';

const READ = { checked: false } as const;

@ApiSchema({ name: 'BankDateReason' })
export class BankDateReasonDto {
  @Day(READ)
  bankDate: string;

  @Day({ ...READ, nullable: true, description: '收到日' })
  receivedOn: string | null;

  @Day({ ...READ, nullable: true, description: '提前期届满日' })
  earliest: string | null;

  @Day({ ...READ, nullable: true, description: '拟实施日' })
  plannedDate: string | null;

  @Day({ ...READ, nullable: true, description: '银行自行推后之前的日期' })
  firstBankDate: string | null;

  @YesNo(READ)
  provisional: boolean;

  @ListOf(() => PassedDayDto, 400, READ)
  passed: PassedDayDto[];

  @Nested(() => PolicyNumberDto, READ)
  policy: PolicyNumberDto;

  @Text({ max: 1_000 }, READ)
  text: string;
}

@ApiSchema({ name: 'ExplainedMark' })
export class ExplainedMarkDto {
  @Text({ max: 60 }, { ...READ, example: 'cumulative' })
  code: string;

  @Text({ max: 60 }, { ...READ, example: '累计达到报告标准' })
  label: string;

  @Text({ max: 200 }, { ...READ, nullable: true, description: '依据' })
  clause: string | null;
}

/** 规则核对: what was compared with what. */
@ApiSchema({ name: 'RuleHit' })
export class RuleHitDto {
  @Text({ max: 60 }, { ...READ, example: 'threshold' })
  code: string;

  @Text({ max: 60 }, { ...READ, example: '报告标准' })
  label: string;

  @Text({ max: 4_000 }, { ...READ, nullable: true, description: '所比较的数字' })
  text: string | null;

  @Text({ max: 200 }, { ...READ, nullable: true, description: '依据' })
  clause: string | null;

  @Whole({ least: 1, most: 100_000 }, { ...READ, description: '政策参数版次' })
  policy: number;
}

/** 为什么 */
@ApiSchema({ name: 'Explanation' })
export class ExplanationDto extends CaseExplanationDto {
  @Nested(() => BankDateReasonDto, { ...READ, nullable: true, description: '银行日期为何是这一天' })
  bankDate: BankDateReasonDto | null;

  @ListOf(() => ExplainedMarkDto, 30, READ)
  marks: ExplainedMarkDto[];

  @ListOf(() => RuleHitDto, 40, { ...READ, description: '规则核对：报送银行和部门可见' })
  rules: RuleHitDto[];
}
