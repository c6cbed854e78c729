import { ApiSchema } from '@nestjs/swagger';
import { Id, ListOf, Text, YesNo } from '../platform/http/fields.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, optional: true } as const;

/** One reason why an act is not possible now. */
@ApiSchema({ name: 'ActionReason' })
export class ActionReasonDto {
  @Text({ max: 60 }, { ...SAID, example: 'answer-missing' })
  code: string;

  @Text({ max: 500 }, SAID)
  message: string;

  @Text({ max: 300 }, { ...MAYBE, description: 'JSON pointer' })
  pointer?: string;

  @Text({ max: 200 }, { ...MAYBE, description: '依据' })
  clause?: string;
}

@ApiSchema({ name: 'CaseAction' })
export class CaseActionDto {
  @Text({ max: 60 }, SAID)
  type: string;

  @Text({ max: 60 }, SAID)
  label: string;

  @YesNo(SAID)
  allowed: boolean;

  @Text({ max: 500 }, { ...SAID, description: '办理后会怎样' })
  consequence: string;

  @Id({ ...MAYBE, description: '代办时的委托人' })
  onBehalfOf?: string;

  @ListOf(() => ActionReasonDto, 100, { ...SAID, description: '不能办理的原因' })
  reasons: ActionReasonDto[];
}

@ApiSchema({ name: 'CaseActions' })
export class CaseActionsDto {
  @ListOf(() => CaseActionDto, 60, SAID)
  actions: CaseActionDto[];
}
