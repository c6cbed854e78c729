import { ApiSchema } from '@nestjs/swagger';
import { STRATEGIES } from '../../../workflows/resolution/subjects.js';
import { AgreementDto } from '../../directory/agreement.dto.js';
import { Choice, Day, Id, Nested, PositiveMoney, Text, Whole } from '../../platform/http/fields.js';

const MAYBE = { optional: true } as const;
const MOST_DAYS = 730;
const STRATEGY_KEYS: readonly string[] = STRATEGIES;

/** A consent to a member's own act comes from its filing and is not drafted by hand. */
export const DRAFTED_SUBJECTS = [
  'chair',
  'strategy',
  'standstill',
  'restructuring',
  'newMoneyPriority',
  'agreement',
  'dissolution',
  'extendTerm',
  'rescission',
  'accession',
  'ordinary',
  'procedural',
] as const;

@ApiSchema({ name: 'NewResolutionSubject' })
export class SubjectDto {
  @Choice(DRAFTED_SUBJECTS, { example: 'standstill' })
  type: (typeof DRAFTED_SUBJECTS)[number];

  @Id({ ...MAYBE, description: '推举的主席单位' })
  chair?: string;

  @Choice(STRATEGY_KEYS, { ...MAYBE, description: '授信策略' })
  strategy?: (typeof STRATEGIES)[number];

  @Whole({ least: 1, most: MOST_DAYS }, { ...MAYBE, description: '稳定期天数，或延长的天数', example: 90 })
  days?: number;

  @Day({ ...MAYBE, description: '重组方案的期限' })
  until?: string;

  @Id({ ...MAYBE, description: '提供新增融资的成员单位' })
  bank?: string;

  @PositiveMoney({ ...MAYBE, description: '新增融资金额' })
  amount?: string;

  @Id({ ...MAYBE, description: '要延长或撤销的决议' })
  resolution?: string;

  @Id({ ...MAYBE, description: '拟加入的单位' })
  organization?: string;

  @Nested(() => AgreementDto, { ...MAYBE, description: '修改后的债权人协议全文' })
  agreement?: AgreementDto;
}

@ApiSchema({ name: 'NewResolution' })
export class NewResolutionDto {
  @Nested(() => SubjectDto)
  subject: SubjectDto;

  @Text({ min: 1, max: 200 }, { example: '设立稳定期的议题' })
  title: string;

  @Text({ min: 1, max: 5_000 })
  text: string;
}
