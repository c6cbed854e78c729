import { ApiSchema } from '@nestjs/swagger';
import { FORMS, STRATEGIES } from '../../../workflows/committee/committee.context.js';
import { STATE_LABELS } from '../../../workflows/committee/committee.labels.js';
import { NamedOrganizationDto } from '../../directory/named-organization.js';
import { Choice, Day, Id, Instant, ListOf, Nested, Text, Whole, YesNo } from '../../platform/http/fields.js';
import { PageSize, TotalDto } from '../../platform/http/page.js';
import { NamedCreditorDto } from '../events/founding-events.dto.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const MEMBERS_ONLY = {
  checked: false,
  optional: true,
  nullable: true,
  description: '仅成员单位及部门可见',
} as const;
const MAX_CREDITORS = 200;
const COUNT = { least: 0, most: 1_000 };

/** 发起组建债委会，或主办行会商. */
@ApiSchema({ name: 'NewCommittee' })
export class NewCommitteeDto {
  @Id({ description: '企业的 id' })
  firm: string;

  @Choice(FORMS, { description: '债委会、主办行会商' })
  form: 'full' | 'light';

  @ListOf(() => NamedCreditorDto, MAX_CREDITORS, { description: '债权人；由金融机构发起的，含本机构' })
  creditors: NamedCreditorDto[];

  @Text({ min: 1, max: 2_000 }, { description: '发起理由' })
  reason: string;

  @Id({ optional: true, description: '主办行；仅主办行会商，默认为发起的金融机构' })
  lead?: string;
}

/** What the state of a committee says, the same to the byte whenever it is asked for this version. */
@ApiSchema({ name: 'CommitteeState' })
export class CommitteeStateDto {
  @Id(SAID)
  id: string;

  @Choice(FORMS, SAID)
  form: string;

  @Text({ max: 60 }, SAID)
  formLabel: string;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Nested(() => NamedOrganizationDto, { ...SAID, description: '发起单位' })
  proposer: NamedOrganizationDto;

  @Nested(() => NamedOrganizationDto, {
    ...MAYBE,
    description: '主席单位；成立前为当选单位，主办行会商为主办行',
  })
  chair: NamedOrganizationDto | null;

  @Choice(['vote', 'lapse', 'resolution'], { ...MAYBE, description: '推举、到期按债权最大且愿意者、决议' })
  chairBy: string | null;

  @ListOf(() => NamedOrganizationDto, 20, { ...SAID, description: '副主席单位' })
  viceChairs: NamedOrganizationDto[];

  @Day({ ...MAYBE, description: '基准日' })
  recordDate: string | null;

  @Day({ ...MAYBE, description: '成立日' })
  foundedOn: string | null;

  @Whole(COUNT, { ...SAID, description: '成员单位家数' })
  members: number;

  @Whole(COUNT, { ...SAID, description: '现行协议的稿次' })
  agreement: number;

  @Text({ max: 20 }, { ...SAID, description: '与 ETag 相同' })
  version: string;
}

@ApiSchema({ name: 'CommitteeFirm' })
export class CommitteeFirmDto {
  @Id(SAID)
  id: string;

  @Text({ max: 18 }, SAID)
  creditCode: string;

  @Text({ max: 200 }, SAID)
  name: string;
}

@ApiSchema({ name: 'CommitteeCreditor' })
export class CommitteeCreditorDto {
  @Nested(() => NamedOrganizationDto, SAID)
  bank: NamedOrganizationDto;

  @Day({ ...MAYBE, description: '受邀日' })
  invitedOn: string | null;

  @YesNo({ ...MAYBE, description: '愿意担任主席单位；未表示为 null' })
  willing: boolean | null;

  @YesNo({ ...SAID, description: '已签署债权人协议' })
  signed: boolean;

  @YesNo({ ...SAID, description: '现为成员单位；未签署的为观察员' })
  member: boolean;

  @Day({ ...MAYBE, description: '成为成员单位之日' })
  memberFrom: string | null;

  @Day({ ...MAYBE, description: '不再为成员单位之日' })
  memberUntil: string | null;
}

@ApiSchema({ name: 'CommitteeStandstill' })
export class CommitteeStandstillDto {
  @Id({ ...SAID, description: '决议的 id' })
  id: string;

  @Day({ ...MAYBE, description: '至' })
  until: string | null;
}

@ApiSchema({ name: 'CommitteeOpenMinutes' })
export class OpenMinutesDto {
  @Id(SAID)
  meeting: string;

  @Whole(COUNT, { ...SAID, description: '尚未答复的成员单位家数' })
  unanswered: number;

  @YesNo({ ...SAID, description: '有成员单位提出异议' })
  objected: boolean;
}

@ApiSchema({ name: 'CommitteeClock' })
export class CommitteeClockDto {
  @Text({ max: 40 }, SAID)
  name: string;

  @Text({ max: 60 }, SAID)
  label: string;

  @Day(SAID)
  dueOn: string;

  @Instant(SAID)
  dueAt: string;
}

export const PARTS = ['office', 'chair', 'viceChair', 'member', 'observer', 'creditor'] as const;
export type Part = (typeof PARTS)[number];

/** One committee as far as its reader may know it. */
@ApiSchema({ name: 'Committee' })
export class CommitteeDto extends CommitteeStateDto {
  @Nested(() => CommitteeFirmDto, SAID)
  firm: CommitteeFirmDto;

  @Choice(PARTS, { ...SAID, description: '读者的身份' })
  part: string;

  @ListOf(() => CommitteeCreditorDto, MAX_CREDITORS, SAID)
  creditors: CommitteeCreditorDto[];

  @ListOf(() => CommitteeClockDto, 10, { ...SAID, description: '正在计时的期限' })
  deadlines: CommitteeClockDto[];

  @Choice(STRATEGIES, { ...MEMBERS_ONLY })
  strategy?: string | null;

  @Text({ max: 40 }, { ...MEMBERS_ONLY })
  strategyLabel?: string | null;

  @Nested(() => CommitteeStandstillDto, { ...MEMBERS_ONLY })
  standstill?: CommitteeStandstillDto | null;

  @Nested(() => OpenMinutesDto, { ...MEMBERS_ONLY })
  minutes?: OpenMinutesDto | null;
}

/** Newest first. Parameters narrow, all of them at once. */
export class CommitteeListQuery {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(Object.keys(STATE_LABELS), { optional: true })
  state?: string;

  @Choice(FORMS, { optional: true })
  form?: string;

  @Id({ optional: true, description: '企业的 id' })
  firm?: string;
}

@ApiSchema({ name: 'ListedCommittee' })
export class ListedCommitteeDto {
  @Id(SAID)
  id: string;

  @Choice(FORMS, SAID)
  form: string;

  @Choice(Object.keys(STATE_LABELS), SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Nested(() => CommitteeFirmDto, SAID)
  firm: CommitteeFirmDto;

  @Nested(() => NamedOrganizationDto, MAYBE)
  chair: NamedOrganizationDto | null;

  @Whole(COUNT, SAID)
  members: number;

  @Day(MAYBE)
  foundedOn: string | null;
}

@ApiSchema({ name: 'CommitteeList' })
export class CommitteeListDto {
  @ListOf(() => ListedCommitteeDto, 100, SAID)
  items: ListedCommitteeDto[];

  @Text({ max: 40 }, { ...MAYBE, description: '下一页的 cursor；没有下一页时为 null' })
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}
