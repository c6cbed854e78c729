import { ApiSchema } from '@nestjs/swagger';
import { STATE_LABELS } from '../../../workflows/filing/filing.labels.js';
import { OFFICES } from '../../../workflows/process.js';
import { EntryActorDto } from '../../cases/entry.dto.js';
import { Choice, Id, Instant, Nested, Text, Whole } from '../../platform/http/fields.js';
import { ReceiptDto } from '../receipt/receipt.dto.js';
import { FilingStateDto } from '../view/filing-state.dto.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;

/** What the event left in the log. */
@ApiSchema({ name: 'Entry' })
export class EntryDto {
  @Id(SAID)
  id: string;

  @Whole({ least: 1, most: 1_000_000 }, { ...SAID, description: '本件日志中的序号' })
  seq: number;

  @Text({ max: 60 }, SAID)
  type: string;

  @Choice(Object.keys(STATE_LABELS), MAYBE)
  from: string | null;

  @Choice(Object.keys(STATE_LABELS), SAID)
  to: string;

  @Instant(SAID)
  at: string;

  @Choice(OFFICES, MAYBE)
  office: string | null;

  @Nested(() => EntryActorDto, SAID)
  actor: EntryActorDto;

  @Id({ ...MAYBE, description: '委托人' })
  onBehalfOf: string | null;
}

/** The same key gets the same bytes: everything here follows from the log up to this entry. */
@ApiSchema({ name: 'EventAnswer' })
export class EventAnswerDto {
  @Nested(() => FilingStateDto, SAID)
  filing: FilingStateDto;

  @Nested(() => EntryDto, SAID)
  entry: EntryDto;

  @Nested(() => ReceiptDto, {
    checked: false,
    optional: true,
    description: '报送、以及须重新计算日期的变更，附回执',
  })
  receipt?: ReceiptDto;
}
