import { ApiSchema } from '@nestjs/swagger';
import { RESPONSIBLE_POSTS } from '../../workflows/coordination/coordination.context.js';
import { END_LABELS, FILING_LABELS, STATE_LABELS } from '../../workflows/coordination/coordination.labels.js';
import { OUTCOMES } from '../../workflows/coordination/outcomes.js';
import { NamedOrganizationDto } from '../directory/named-organization.js';
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
  Whole,
} from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const COUNT = { least: 0, most: 100_000 };

/** An outcome with its figure. */
@ApiSchema({ name: 'CoordinationAgreement' })
export class AgreementDto {
  @Choice(OUTCOMES, SAID)
  outcome: string;

  @Text({ max: 60 }, SAID)
  outcomeLabel: string;

  @Money({ ...MAYBE, description: '减少后的金额' })
  amount: string | null;

  @Day({ ...MAYBE, description: '暂缓至' })
  until: string | null;

  @Text({ max: 2000 }, MAYBE)
  text: string | null;

  @Instant(SAID)
  at: string;
}

@ApiSchema({ name: 'CoordinatedFiling' })
export class CoordinatedFilingDto {
  @Id(SAID)
  id: string;

  @Text({ max: 60 }, { ...MAYBE, description: '报告编号' })
  number: string | null;

  @Nested(() => NamedOrganizationDto, SAID)
  bank: NamedOrganizationDto;

  @Choice(Object.keys(FILING_LABELS), SAID)
  state: string;

  @Text({ max: 40 }, SAID)
  stateLabel: string;

  @Money(SAID)
  amount: string;

  @Day({ ...MAYBE, description: '银行日期' })
  bankDate: string | null;

  @Nested(() => AgreementDto, { ...MAYBE, description: '部门提出的方案' })
  proposed: AgreementDto | null;

  @Nested(() => AgreementDto, { ...MAYBE, description: '银行确认的结果' })
  confirmed: AgreementDto | null;

  @Choice(OUTCOMES, { ...MAYBE, description: '登记的协调结果' })
  outcome: string | null;

  @Instant(SAID)
  joinedAt: string;

  @Instant(MAYBE)
  endedAt: string | null;
}

@ApiSchema({ name: 'CoordinationMeeting' })
export class MeetingDto {
  @Whole({ least: 1, most: 1000 }, SAID)
  number: number;

  @Day(SAID)
  on: string;

  @Text({ max: 5 }, MAYBE)
  time: string | null;

  @Text({ max: 200 }, SAID)
  place: string;

  @Text({ max: 1000 }, SAID)
  agenda: string;

  @Choice(['called', 'cancelled', 'missed', 'held'], SAID)
  state: string;

  @ListOfTexts({ most: 50, max: 36 }, { ...SAID, description: '受邀银行的报告' })
  filings: string[];

  @Day(MAYBE)
  heldOn: string | null;

  @ListOfTexts({ most: 50, max: 100 }, { ...SAID, description: '参会单位和人员' })
  participants: string[];

  @Text({ max: 10_000 }, MAYBE)
  minutes: string | null;
}

/** What the state alone says. */
@ApiSchema({ name: 'CoordinationState' })
export class CoordinationStateDto {
  @Id(SAID)
  id: string;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Choice(Object.keys(END_LABELS), { ...MAYBE, description: '如何结束' })
  end: string | null;

  @Whole(COUNT, { ...SAID, description: '尚在协调的报告数' })
  open: number;

  @Id({ ...MAYBE, description: '负责人员' })
  official: string | null;

  @ListOfTexts({ most: RESPONSIBLE_POSTS.length, choices: RESPONSIBLE_POSTS }, SAID)
  posts: string[];

  @Day(MAYBE)
  meetingOn: string | null;

  @Text({ max: 40 }, { ...SAID, description: '即 ETag' })
  version: string;
}

@ApiSchema({ name: 'CoordinationFirm' })
export class CoordinationFirmDto {
  @Id(SAID)
  id: string;

  @Text({ max: 18 }, SAID)
  creditCode: string;

  @Text({ max: 200 }, SAID)
  name: string;

  @Text({ max: 40 }, MAYBE)
  county: string | null;
}

@ApiSchema({ name: 'Coordination' })
export class CoordinationDto extends CoordinationStateDto {
  @Nested(() => CoordinationFirmDto, MAYBE)
  firm: CoordinationFirmDto | null;

  @Text({ max: 60 }, { ...MAYBE, description: '负责人员姓名' })
  officialName: string | null;

  @ListOf(() => CoordinatedFilingDto, 1000, SAID)
  filings: CoordinatedFilingDto[];

  @ListOf(() => MeetingDto, 1000, SAID)
  meetings: MeetingDto[];

  @Instant(SAID)
  openedAt: string;
}

@ApiSchema({ name: 'ListedCoordination' })
export class ListedCoordinationDto {
  @Id(SAID)
  id: string;

  @Nested(() => CoordinationFirmDto, MAYBE)
  firm: CoordinationFirmDto | null;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Whole(COUNT, { ...SAID, description: '尚在协调的报告数' })
  open: number;

  @Day(MAYBE)
  meetingOn: string | null;

  @Instant(SAID)
  openedAt: string;
}

@ApiSchema({ name: 'CoordinationList' })
export class CoordinationListDto {
  @ListOf(() => ListedCoordinationDto, 100, SAID)
  items: ListedCoordinationDto[];

  @Text({ max: 40 }, { ...MAYBE, description: '下一页的 cursor；没有下一页时为 null' })
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}

/** Newest first. Parameters narrow, all of them at once. */
export class CoordinationListQuery {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(Object.keys(STATE_LABELS), { optional: true })
  state?: string;

  @Text(
    { max: 40, pattern: /^[a-z][a-z0-9-]*$/ },
    { optional: true, description: '县（市、区）的键', example: 'jinjiang' },
  )
  county?: string;

  @Text({ max: 18, pattern: /^[0-9A-Z]{18}$/ }, { optional: true, description: '统一社会信用代码' })
  creditCode?: string;

  @Id({ optional: true, description: '其中一份报告' })
  filing?: string;
}
