import { ApiSchema } from '@nestjs/swagger';
import {
  POLICY_GROUNDS,
  type PolicyKey,
  type PolicyUnit,
  type PolicyValues,
} from '../../workflows/rules/policy.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  Money,
  Nested,
  Shape,
  Text,
  Whole,
} from '../platform/http/fields.js';

/** No period and no count of the regime comes near these; a figure past them is a slip of the keyboard. */
const MOST = { workingDays: 250, calendarDays: 730, count: 1_000 } as const;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Every number of the regime: a version is complete, so that nobody has to look in an older one for the rest. */
export class PolicyValuesDto {}

for (const [key, { unit, label }] of Object.entries(POLICY_GROUNDS)) {
  fieldOf(unit, label)(PolicyValuesDto.prototype, key);
}

function fieldOf(unit: PolicyUnit, description: string): PropertyDecorator {
  switch (unit) {
    case 'yuan':
      return Money({ description });
    case 'civilDay':
      return Day({ description });
    case 'timeOfDay':
      return Text({ max: 5, pattern: TIME_OF_DAY }, { description, example: '17:30' });
    default:
      return Whole({ least: 1, most: MOST[unit] }, { description });
  }
}

export class NewPolicyDto {
  @Day({ description: '生效日，不早于今日' })
  validFrom: string;

  @Text({ min: 1, max: 300 }, { description: '依据', example: '本市工作规则（2026年修订）第三条' })
  clause: string;

  @Nested(() => PolicyValuesDto, { description: '全部参数，缺一不可' })
  values: PolicyValues;
}

export class EnteredByDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 100 }, { checked: false })
  name: string;
}

export class PolicyDto {
  @Id({ checked: false })
  id: string;

  @Whole({ least: 1, most: 1_000_000 }, { checked: false, description: '版本号' })
  number: number;

  @Day({ checked: false })
  validFrom: string;

  @Text({ max: 300 }, { checked: false })
  clause: string;

  @Nested(() => PolicyValuesDto, { checked: false })
  values: PolicyValues;

  @Nested(() => EnteredByDto, {
    checked: false,
    nullable: true,
    description: '录入人；初始数据没有，其他机构不显示',
  })
  enteredBy: EnteredByDto | null;

  @Instant({ checked: false })
  enteredAt: string;
}

/** How many cases are open while a version is entered. */
@ApiSchema({ name: 'OpenCasesByPolicy' })
export class OpenCasesDto {
  @Whole({ least: 0, most: 100_000_000 }, { checked: false, description: '未报送的报告：按报送之日的参数' })
  unfiled: number;

  @Whole({ least: 0, most: 100_000_000 }, { checked: false, description: '已报送的报告：仍按报送时的参数' })
  filed: number;

  @Whole(
    { least: 0, most: 100_000_000 },
    { checked: false, description: '其他未办结事项：此后起算的期限按新参数' },
  )
  others: number;
}

export class PoliciesDto {
  @ListOf(() => PolicyDto, 1_000, { checked: false })
  items: PolicyDto[];

  @Id({ checked: false, nullable: true, description: '今日适用的版本' })
  inForce: string | null;

  @Shape(
    {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          label: { type: 'string' },
          unit: { type: 'string' },
          status: { type: 'string', enum: ['S', 'M', 'D'] },
          clause: { type: 'string' },
        },
      },
    },
    { description: '每项参数的名称、单位、来源等级（S 有据可查，M 待核实，D 系统默认）和依据' },
  )
  grounds: Readonly<Record<PolicyKey, object>>;

  @Nested(() => OpenCasesDto, { checked: false, nullable: true, description: '未办结事项数；仅系统管理员' })
  openCases: OpenCasesDto | null;
}

const STATES = ['expired', 'inForce', 'future'] as const;

export class NewPolicyBasisDto {
  @Text({ min: 1, max: 200 }, { description: '文件标题' })
  title: string;

  @Text({ min: 1, max: 100 }, { description: '文号' })
  documentNumber: string;

  @Text({ min: 1, max: 200 }, { description: '条款' })
  clause: string;

  @Text({ min: 1, max: 50 }, { optional: true, nullable: true, description: '另行标注' })
  label?: string | null;

  @Day()
  validFrom: string;

  @Day({ optional: true, nullable: true, description: '最后有效日；未规定的不填' })
  validUntil?: string | null;
}

export class PolicyBasisDto {
  @Id({ checked: false })
  id: string;

  @Text({ max: 200 }, { checked: false })
  title: string;

  @Text({ max: 100 }, { checked: false })
  documentNumber: string;

  @Text({ max: 200 }, { checked: false })
  clause: string;

  @Text({ max: 50 }, { checked: false, nullable: true, example: '演示依据' })
  label: string | null;

  @Day({ checked: false })
  validFrom: string;

  @Day({ checked: false, nullable: true })
  validUntil: string | null;

  @Choice(STATES, { checked: false })
  state: (typeof STATES)[number];
}

export class PolicyBasesDto {
  @ListOf(() => PolicyBasisDto, 1_000, { checked: false })
  items: PolicyBasisDto[];

  @Nested(() => PolicyBasisDto, {
    checked: false,
    nullable: true,
    description: '今日有效的依据；为 null 时报告为自愿报告',
  })
  inForce: PolicyBasisDto | null;
}
