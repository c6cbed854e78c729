import { ApiSchema } from '@nestjs/swagger';
import { MEASURES } from '../../workflows/inquiry/inquiry.context.js';
import type { InquiryActType } from '../../workflows/inquiry/inquiry.events.js';
import { type EventBodies, EventBody, TypeOf } from '../cases/event-body.js';
import { Day, ListOfTexts, Text, YesNo } from '../platform/http/fields.js';

const REASON = { min: 1, max: 500 };
const LONG = { min: 1, max: 5_000 };

@ApiSchema({ name: 'InquiryAsk' })
export class AskDto extends EventBody {
  @TypeOf('ASK')
  type: string;

  @ListOfTexts({ most: 20, max: 500 }, { description: '请银行说明的问题' })
  questions: string[];
}

@ApiSchema({ name: 'InquiryExplain' })
export class ExplainDto extends EventBody {
  @TypeOf('EXPLAIN')
  type: string;

  @Text(LONG)
  text: string;
}

@ApiSchema({ name: 'InquirySubstantiate' })
export class SubstantiateDto extends EventBody {
  @TypeOf('SUBSTANTIATE')
  type: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'InquiryNotSubstantiate' })
export class NotSubstantiateDto extends EventBody {
  @TypeOf('NOT_SUBSTANTIATE')
  type: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'InquiryAdvise' })
export class AdviseDto extends EventBody {
  @TypeOf('ADVISE')
  type: string;

  @Text(LONG, { description: '工作提示函正文' })
  text: string;
}

@ApiSchema({ name: 'InquiryNotifyRegulator' })
export class NotifyRegulatorDto extends EventBody {
  @TypeOf('NOTIFY_REGULATOR')
  type: string;

  @Text(LONG, { description: '情况通报正文' })
  text: string;
}

@ApiSchema({ name: 'InquiryRecordMeasure' })
export class RecordMeasureDto extends EventBody {
  @TypeOf('RECORD_MEASURE')
  type: string;

  @ListOfTexts({ most: 2, choices: MEASURES }, { description: '监管约谈、内部名单；未采取措施的为空' })
  measures: string[];

  @Text(LONG)
  text: string;

  @Day({ optional: true })
  on?: string;
}

@ApiSchema({ name: 'InquiryClose' })
export class CloseDto extends EventBody {
  @TypeOf('CLOSE')
  type: string;

  @YesNo({ description: '银行已纠正' })
  cured: boolean;

  @Text(REASON)
  reason: string;
}

const reason = '与报告内容不符。';

/** What the finance bureau, the bank that is asked and the regulator branch send. */
export const INQUIRY_BODIES = {
  ASK: { body: AskDto, example: { questions: ['请说明超出报告金额的原因。'] } },
  EXPLAIN: { body: ExplainDto, example: { text: '系统自动扣款所致，已恢复额度。' } },
  SUBSTANTIATE: { body: SubstantiateDto, example: { reason } },
  NOT_SUBSTANTIATE: { body: NotSubstantiateDto, example: { reason: '银行说明属实。' } },
  ADVISE: { body: AdviseDto, example: { text: '请按要求提前报告。' } },
  NOTIFY_REGULATOR: { body: NotifyRegulatorDto, example: { text: '现将情况通报如下。' } },
  RECORD_MEASURE: { body: RecordMeasureDto, example: { measures: ['interview'], text: '已约谈。' } },
  CLOSE: { body: CloseDto, example: { cured: true, reason: '已恢复授信。' } },
} as const satisfies EventBodies<InquiryActType>;
