import { ApiSchema } from '@nestjs/swagger';
import { Choice, Id, Instant, ListOf, Shape, Text, Whole } from '../../platform/http/fields.js';
import { PageSize } from '../../platform/http/page.js';
import { MAX_ROWS } from './sheet-extent.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const COUNT = { least: 0, most: MAX_ROWS };

export class BatchAddressDto {
  @Id()
  batch: string;
}

export class BatchesQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;
}

export class NewBatchQueryDto {
  @Text({ min: 1, max: 255 }, { optional: true, description: '文件名，未用 Content-Disposition 给出时填写' })
  name?: string;
}

@ApiSchema({ name: 'FilingBatchRemark' })
export class RemarkDto {
  @Whole({ least: 1, most: 1 + MAX_ROWS }, { ...SAID, description: '表中的行号' })
  row: number;

  @Text({ max: 40 }, { ...MAYBE, description: '列的标题；针对整行时为 null' })
  column: string | null;

  @Text({ max: 500 }, SAID)
  message: string;
}

/** One report of the sheet. */
@ApiSchema({ name: 'FilingBatchReport' })
export class BatchReportDto {
  @Shape({ type: 'array', items: { type: 'integer' }, maxItems: MAX_ROWS }, { description: '表中的行号' })
  rows: number[];

  @Text({ max: 100 }, { ...SAID, description: '行内编号' })
  reference: string;

  @Choice(['waiting', 'made', 'existing', 'wrong'], {
    ...SAID,
    description: '待生成；已生成草稿；已有同编号的报告；须修改',
  })
  status: 'waiting' | 'made' | 'existing' | 'wrong';

  @Id(MAYBE)
  filing: string | null;

  @ListOf(() => RemarkDto, 200, { ...SAID, description: '须修改之处；已生成草稿的，为报送前还须填写的各项' })
  remarks: RemarkDto[];
}

@ApiSchema({ name: 'FilingBatchSummary' })
export class BatchSummaryDto {
  @Id(SAID)
  id: string;

  @Text({ max: 255 }, SAID)
  fileName: string;

  @Choice(['working', 'done', 'interrupted'], {
    ...SAID,
    description: '生成中；已完成；已中断（重新上传同一文件即可继续，不会重复生成）',
  })
  state: 'working' | 'done' | 'interrupted';

  @Instant(SAID)
  createdAt: string;

  @Instant(MAYBE)
  finishedAt: string | null;

  @Id({ ...MAYBE, description: '此前上传过内容相同的文件时，那一次的编号' })
  sameFileAs: string | null;

  @Whole(COUNT, SAID)
  rows: number;

  @Whole(COUNT, SAID)
  reports: number;

  @Whole(COUNT, SAID)
  made: number;

  @Whole(COUNT, SAID)
  existing: number;

  @Whole(COUNT, SAID)
  wrong: number;

  @Whole(COUNT, SAID)
  waiting: number;
}

@ApiSchema({ name: 'FilingBatch' })
export class BatchDto extends BatchSummaryDto {
  @ListOf(() => BatchReportDto, MAX_ROWS, SAID)
  items: BatchReportDto[];
}

@ApiSchema({ name: 'FilingBatches' })
export class BatchesDto {
  @ListOf(() => BatchSummaryDto, 100, SAID)
  items: BatchSummaryDto[];

  @Text({ max: 40 }, { ...MAYBE, description: '下一页的 cursor；没有下一页时为 null' })
  nextCursor: string | null;
}
