import { ApiSchema } from '@nestjs/swagger';
import { Choice, Day, Id, Text, Whole } from '../platform/http/fields.js';

@ApiSchema({ name: 'NewCourtAcceptance' })
export class NewCourtAcceptanceDto {
  @Text({ min: 2, max: 100 }, { example: '泉州市中级人民法院' })
  court: string;

  @Text({ min: 2, max: 60 }, { description: '案号', example: '（2026）闽05破申12号' })
  documentNumber: string;

  @Day({ description: '裁定企业进入司法程序之日' })
  acceptedOn: string;
}

@ApiSchema({ name: 'CourtOutcome' })
export class CourtOutcomeDto {
  @Choice(['closed', 'dismissed'], { description: '程序终结，或驳回申请' })
  outcome: 'closed' | 'dismissed';

  @Day({ description: '裁定日' })
  on: string;
}

@ApiSchema({ name: 'CourtProceedings' })
export class CourtProceedingsDto {
  @Id({ checked: false })
  id: string;

  @Id({ checked: false })
  firm: string;

  @Text({ max: 100 }, { checked: false })
  court: string;

  @Text({ max: 60 }, { checked: false })
  documentNumber: string;

  @Day({ checked: false })
  acceptedOn: string;

  @Day({ checked: false, nullable: true })
  endedOn: string | null;

  @Choice(['closed', 'dismissed'], { checked: false, nullable: true })
  outcome: string | null;

  @Whole({ least: 0, most: 100_000 }, { checked: false, description: '随之变更的事项件数' })
  told: number;
}
