import { PROCESS_NAMES } from '../../workflows/process.js';
import { Choice, Id, Instant, ListOf, Text, YesNo } from '../platform/http/fields.js';
import { PageSize } from '../platform/http/page.js';

export class FeedQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '已读到的最后一条；不填则从90天前读起' })
  after?: string;
}

/** That something happened to a case. What it was in full is read at the case, by whoever may. */
export class CaseEventDto {
  @Id({ checked: false })
  id: string;

  @Text(
    { max: 60 },
    { checked: false, nullable: true, example: 'ACKNOWLEDGE', description: '非本机构的事项为 null' },
  )
  type: string | null;

  @Choice(PROCESS_NAMES, { checked: false })
  process: string;

  @Id({ checked: false })
  case: string;

  @Text({ max: 20 }, { checked: false, description: '此后的 ETag', example: '4.0' })
  version: string;

  @Text({ max: 40 }, { checked: false, nullable: true })
  from: string | null;

  @Text({ max: 40 }, { checked: false, nullable: true })
  to: string | null;

  @Instant({ checked: false })
  at: string;
}

export class FeedDto {
  @ListOf(() => CaseEventDto, 100, { checked: false })
  items: CaseEventDto[];

  @Id({ checked: false, nullable: true, description: '下次读取时的 after' })
  nextCursor: string | null;

  @YesNo({ checked: false, description: '后面还有' })
  hasMore: boolean;
}
