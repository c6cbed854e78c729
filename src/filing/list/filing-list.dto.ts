import { ApiSchema } from '@nestjs/swagger';
import { STATE_LABELS } from '../../../workflows/filing/filing.labels.js';
import { ACT_KINDS, type ActKind } from '../../../workflows/rules/filing-codes.js';
import { LANES } from '../../../workflows/rules/lane.js';
import { MARKS } from '../../../workflows/rules/marks.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  ListOfTexts,
  Money,
  Nested,
  Text,
  YesNo,
} from '../../platform/http/fields.js';
import { PageSize, TotalDto } from '../../platform/http/page.js';
import { BankDto } from '../view/filing-state.dto.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const OFFICES_ONLY = { checked: false, optional: true } as const;

/** `incomplete` and `disputed` come later than the marks of `FILE`. */
const MARK_NAMES = Object.keys(MARKS);
const KEY = { max: 40, pattern: /^[a-z][a-z0-9-]*$/ };

/** Newest first. Parameters narrow, all of them at once. */
export class FilingListQuery {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(Object.keys(STATE_LABELS), { optional: true })
  state?: string;

  @Choice(Object.keys(ACT_KINDS), { optional: true })
  kind?: string;

  @Text(KEY, { optional: true, description: '县（市、区）的键', example: 'jinjiang' })
  county?: string;

  @Text(KEY, { optional: true, description: '银行的键', example: 'jinli' })
  bank?: string;

  @Choice(MARK_NAMES, { optional: true })
  mark?: string;

  @Text({ max: 18, pattern: /^[0-9A-Z]{18}$/ }, { optional: true, description: '统一社会信用代码' })
  creditCode?: string;
}

@ApiSchema({ name: 'ListedFirm' })
export class ListedFirmDto {
  @Text({ max: 40 }, MAYBE)
  creditCode: string | null;

  @Text({ max: 200 }, MAYBE)
  name: string | null;

  @Text({ max: 40 }, MAYBE)
  county: string | null;
}

@ApiSchema({ name: 'ListedFiling' })
export class ListedFilingDto {
  @Id(SAID)
  id: string;

  @Nested(() => BankDto, SAID)
  bank: BankDto;

  @Text({ max: 60 }, MAYBE)
  number: string | null;

  @Text({ max: 60 }, MAYBE)
  machineNumber: string | null;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Nested(() => ListedFirmDto, SAID)
  firm: ListedFirmDto;

  @Choice(Object.keys(ACT_KINDS), MAYBE)
  kind: ActKind | null;

  @Money(MAYBE)
  amount: string | null;

  @Day(MAYBE)
  plannedDate: string | null;

  @Instant(MAYBE)
  receivedAt: string | null;

  @Day(MAYBE)
  receivedOn: string | null;

  @Day(MAYBE)
  bankDate: string | null;

  @ListOfTexts({ most: 20, max: 40 }, SAID)
  marks: string[];

  @YesNo(SAID)
  voluntary: boolean;

  @Choice(Object.keys(LANES), { ...OFFICES_ONLY, nullable: true })
  lane?: string | null;

  @Text({ max: 20 }, { ...OFFICES_ONLY, nullable: true })
  registerNumber?: string | null;
}

@ApiSchema({ name: 'FilingList' })
export class FilingListDto {
  @ListOf(() => ListedFilingDto, 100, SAID)
  items: ListedFilingDto[];

  @Text({ max: 40 }, { ...MAYBE, description: '下一页的 cursor；没有下一页时为 null' })
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}
