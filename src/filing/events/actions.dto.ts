import { ApiSchema } from '@nestjs/swagger';
import { PUBLIC_EVENTS } from '../../../workflows/filing/filing.events.js';
import { ActionReasonDto } from '../../cases/action.dto.js';
import { Choice, Id, ListOf, Text, YesNo } from '../../platform/http/fields.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, optional: true } as const;

@ApiSchema({ name: 'FilingAction' })
export class FilingActionDto {
  @Choice(PUBLIC_EVENTS, SAID)
  type: string;

  @Text({ max: 40 }, { ...SAID, example: '签收' })
  label: string;

  @YesNo(SAID)
  allowed: boolean;

  @Text({ max: 500 }, { ...SAID, description: '办理后会怎样：通知谁，银行日期是否改变' })
  consequence: string;

  @Id({ ...MAYBE, description: '代办时的委托人' })
  onBehalfOf?: string;

  @ListOf(() => ActionReasonDto, 100, { ...SAID, description: '不能办理的原因' })
  reasons: ActionReasonDto[];
}

@ApiSchema({ name: 'FilingActions' })
export class FilingActionsDto {
  @ListOf(() => FilingActionDto, 40, SAID)
  actions: FilingActionDto[];
}
