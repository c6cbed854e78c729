import { ApiSchema } from '@nestjs/swagger';
import { INQUIRY_KINDS, MEASURES } from '../../workflows/inquiry/inquiry.context.js';
import { KIND_LABELS, STATE_LABELS } from '../../workflows/inquiry/inquiry.labels.js';
import { NamedOrganizationDto } from '../directory/named-organization.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  ListOfTexts,
  Nested,
  Shape,
  Text,
  Whole,
  YesNo,
} from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const OFFICES_ONLY = { checked: false, optional: true } as const;
const STATES = Object.keys(STATE_LABELS);
/** A form takes the names of the choices from here. */
const KINDS_IN_WORDS = INQUIRY_KINDS.map((kind) => KIND_LABELS[kind]).join('、');

/** What an inquiry says of itself: made of its state alone. */
@ApiSchema({ name: 'InquiryState' })
export class InquiryStateDto {
  @Id(SAID)
  id: string;

  @Text({ max: 40 }, { ...SAID, example: '泉核〔2026〕3号' })
  number: string;

  @Choice(STATES, SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Choice(INQUIRY_KINDS, SAID)
  kind: string;

  @Text({ max: 40 }, SAID)
  kindLabel: string;

  @Id({ ...SAID, description: '所涉银行' })
  bank: string;

  @Id({ ...MAYBE, description: '所涉报告' })
  filing: string | null;

  @Id({ ...MAYBE, description: '所涉行为' })
  act: string | null;

  @Day({ ...MAYBE, description: '请银行说明的日期' })
  askedOn: string | null;

  @YesNo({ ...MAYBE, description: '银行已说明；到期未说明为 false' })
  explained: boolean | null;

  @Day(MAYBE)
  advisedOn: string | null;

  @Day(MAYBE)
  notifiedOn: string | null;

  @YesNo({ ...MAYBE, description: '已纠正' })
  cured: boolean | null;

  @ListOfTexts(
    { most: 2, choices: MEASURES },
    { ...OFFICES_ONLY, nullable: true, description: '监管分局登记的措施；仅主管部门可见' },
  )
  measures?: readonly string[] | null;

  @Whole({ least: 0, most: 1_000_000 }, { ...OFFICES_ONLY, description: '反映次数；仅主管部门可见' })
  reports?: number;

  @Text({ max: 20 }, { ...SAID, example: '3.0' })
  version: string;
}

@ApiSchema({ name: 'InquiryReport' })
export class InquiryReportDto {
  @Choice(['filing', 'official', 'county', 'firm'], SAID)
  reportedBy: string;

  @Shape({ type: 'object', additionalProperties: true }, { description: '要素' })
  detail: object;

  @Text({ max: 2_000 }, MAYBE)
  text: string | null;

  @Instant(SAID)
  reportedAt: string;
}

@ApiSchema({ name: 'Inquiry' })
export class InquiryDto extends InquiryStateDto {
  @Nested(() => NamedOrganizationDto, SAID)
  bankNamed: NamedOrganizationDto;

  @ListOf(() => InquiryReportDto, 1_000, { ...OFFICES_ONLY, description: '反映情况；仅主管部门可见' })
  reported?: InquiryReportDto[];
}

@ApiSchema({ name: 'ListedInquiry' })
export class ListedInquiryDto {
  @Id(SAID)
  id: string;

  @Text({ max: 40 }, SAID)
  number: string;

  @Choice(STATES, SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Choice(INQUIRY_KINDS, SAID)
  kind: string;

  @Text({ max: 40 }, SAID)
  kindLabel: string;

  @Nested(() => NamedOrganizationDto, SAID)
  bank: NamedOrganizationDto;

  @Id(MAYBE)
  filing: string | null;

  @Instant(SAID)
  openedAt: string;
}

@ApiSchema({ name: 'InquiryList' })
export class InquiryListDto {
  @ListOf(() => ListedInquiryDto, 100, SAID)
  items: ListedInquiryDto[];

  @Id(MAYBE)
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}

/** Newest first. Parameters narrow, all of them at once. */
export class InquiryListQuery {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(STATES, { optional: true })
  state?: string;

  @Choice(INQUIRY_KINDS, { optional: true })
  kind?: string;

  @Text({ max: 40, pattern: /^[a-z][a-z0-9-]*$/ }, { optional: true, description: '银行的键' })
  bank?: string;

  @Id({ optional: true, description: '所涉报告' })
  filing?: string;
}

@ApiSchema({ name: 'NewInquiry' })
export class NewInquiryDto {
  @Choice(INQUIRY_KINDS, { description: KINDS_IN_WORDS, example: 'notFiled' })
  kind: string;

  @Id({ description: '所涉银行' })
  bank: string;

  @Id({ description: '所涉企业' })
  firm: string;

  @Id({ optional: true, description: '所涉报告' })
  filing?: string;

  @Id({ optional: true, description: '所涉行为' })
  act?: string;

  @YesNo({ optional: true, description: '系企业反映，由部门代录' })
  toldByFirm?: boolean;

  @Text({ min: 1, max: 2_000 }, { example: '企业反映贷款被提前收回，未见报告。' })
  text: string;
}
