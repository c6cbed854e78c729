import { ApiSchema } from '@nestjs/swagger';
import { KIND_LABELS, STATE_LABELS, SUBJECT_LABELS } from '../../workflows/resolution/resolution.labels.js';
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
  Shape,
  Text,
  Whole,
  YesNo,
} from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;
const STATES = Object.keys(STATE_LABELS);
const KINDS = Object.keys(KIND_LABELS);
const MOST_HEADS = 10_000;

@ApiSchema({ name: 'VoteWeight' })
export class WeightDto {
  @Whole({ least: 0, most: MOST_HEADS }, { ...SAID, description: '家数' })
  heads: number;

  @Money({ ...SAID, description: '债权金额（元）' })
  claims: string;
}

@ApiSchema({ name: 'Tally' })
export class TallyDto {
  @YesNo({ ...SAID, description: '是否通过；系成员单位之间的约定' })
  passed: boolean;

  @ListOfTexts({ most: 3 }, { ...SAID, description: '未通过的原因' })
  reasons: readonly string[];

  @Whole({ least: 0, most: MOST_HEADS }, { ...SAID, description: '可参加表决的家数' })
  heads: number;

  @Whole({ least: 0, most: MOST_HEADS }, SAID)
  forHeads: number;

  @Whole({ least: 0, most: MOST_HEADS }, SAID)
  againstHeads: number;

  @Whole({ least: 0, most: MOST_HEADS }, SAID)
  abstainHeads: number;

  @Whole({ least: 0, most: MOST_HEADS }, { ...SAID, description: '未投票，或到期未补交盖章表决票' })
  silentHeads: number;

  @Whole({ least: 0, most: MOST_HEADS }, { ...SAID, description: '通过所需家数' })
  neededHeads: number;

  @Money(SAID)
  totalClaims: string;

  @Money(SAID)
  forClaims: string;

  @Money({ ...SAID, description: '通过所需债权金额（元）' })
  neededClaims: string;
}

/** What a resolution says of itself: made of its state alone. */
@ApiSchema({ name: 'ResolutionState' })
export class ResolutionStateDto {
  @Id(SAID)
  id: string;

  @Text({ max: 40 }, { ...SAID, example: '泉债决〔2026〕3号' })
  number: string;

  @Id({ ...SAID, description: '债委会' })
  committee: string;

  @Choice(STATES, SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Choice(KINDS, SAID)
  kind: string;

  @Text({ max: 20 }, SAID)
  kindLabel: string;

  @Shape(
    {
      type: 'object',
      required: ['type'],
      properties: { type: { enum: Object.keys(SUBJECT_LABELS) } },
      additionalProperties: true,
    },
    { description: '议题及其要素' },
  )
  subject: object;

  @Text({ max: 40 }, SAID)
  subjectLabel: string;

  @Nested(() => NamedOrganizationDto, { ...SAID, description: '提议单位' })
  askedBy: NamedOrganizationDto;

  @Day({ ...MAYBE, description: '基准日' })
  recordDate: string | null;

  @YesNo({ ...SAID, description: '公开表决' })
  openVoting: boolean;

  @Nested(() => WeightDto, { ...MAYBE, description: '可参加表决的' })
  entitled: WeightDto | null;

  @Nested(() => WeightDto, { ...SAID, description: '已投票的' })
  turnout: WeightDto;

  @Nested(() => TallyDto, MAYBE)
  tally: TallyDto | null;

  @Day(MAYBE)
  closedOn: string | null;

  @Day({ ...MAYBE, description: '执行至' })
  until: string | null;

  @Text({ max: 20 }, { ...SAID, example: '3.0' })
  version: string;
}

@ApiSchema({ name: 'Breach' })
export class BreachDto {
  @Nested(() => NamedOrganizationDto, SAID)
  member: NamedOrganizationDto;

  @Text({ max: 2_000 }, MAYBE)
  text: string | null;

  @Money({ ...MAYBE, description: '超出限额的金额（元）' })
  amount: string | null;

  @Instant(SAID)
  foundAt: string;
}

@ApiSchema({ name: 'Resolution' })
export class ResolutionDto extends ResolutionStateDto {
  @Text({ max: 200 }, SAID)
  title: string;

  @Text({ max: 5_000 }, SAID)
  text: string;

  @YesNo({ ...SAID, description: '本单位已投票' })
  hasOwnBallot: boolean;

  @ListOf(() => BreachDto, 1_000, { ...SAID, description: '违约事项，按读者身份展示' })
  breaches: BreachDto[];
}

@ApiSchema({ name: 'ListedResolution' })
export class ListedResolutionDto {
  @Id(SAID)
  id: string;

  @Text({ max: 40 }, SAID)
  number: string;

  @Id(SAID)
  committee: string;

  @Text({ max: 200 }, SAID)
  title: string;

  @Choice(STATES, SAID)
  state: string;

  @Text({ max: 60 }, SAID)
  stateLabel: string;

  @Choice(KINDS, SAID)
  kind: string;

  @Choice(Object.keys(SUBJECT_LABELS), SAID)
  subject: string;

  @Day(MAYBE)
  closedOn: string | null;

  @Day(MAYBE)
  until: string | null;
}

@ApiSchema({ name: 'ResolutionList' })
export class ResolutionListDto {
  @ListOf(() => ListedResolutionDto, 100, SAID)
  items: ListedResolutionDto[];

  @Id(MAYBE)
  nextCursor: string | null;

  @Nested(() => TotalDto, SAID)
  total: TotalDto;
}

/** Newest first. Parameters narrow, all of them at once. */
export class ResolutionListQuery {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Id({ optional: true, description: '债委会' })
  committee?: string;

  @Choice(STATES, { optional: true })
  state?: string;

  @Choice(KINDS, { optional: true })
  kind?: string;
}
