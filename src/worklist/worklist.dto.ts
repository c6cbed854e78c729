import { PROCESS_NAMES, ROLES } from '../../workflows/process.js';
import { ACT_KINDS } from '../../workflows/rules/filing-codes.js';
import { LANES } from '../../workflows/rules/lane.js';
import { WaitingPostDto } from '../cases/waiting-post.dto.js';
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
  YesNo,
} from '../platform/http/fields.js';
import { TotalDto } from '../platform/http/page.js';
import { LIGHTS } from './light.js';
import { TABS } from './worklist.query.dto.js';

/** What is read and never checked. */
const READ = { checked: false } as const;

export class LightCountsDto {
  @Nested(() => TotalDto, { ...READ, description: '正常' })
  onTime: TotalDto;

  @Nested(() => TotalDto, { ...READ, description: '临期：今日或下一个工作日到期' })
  atRisk: TotalDto;

  @Nested(() => TotalDto, { ...READ, description: '超期' })
  overdue: TotalDto;
}

export class ListedOrganizationDto {
  @Text({ max: 40 }, { ...READ, example: 'jinli' })
  key: string;

  @Text({ max: 100 }, { ...READ, example: '泉州晋鲤银行' })
  name: string;
}

export class ListedFirmDto {
  @Text({ max: 18 }, { ...READ, nullable: true, example: '91350582MA2XXXXX0A' })
  creditCode: string | null;

  @Text({ max: 200 }, { ...READ, nullable: true, example: '晋江市安海某鞋业有限公司' })
  name: string | null;

  @Text({ max: 40 }, { ...READ, nullable: true, example: 'jinjiang' })
  county: string | null;
}

export class StandstillClockDto {
  @Day({ ...READ, description: '自此日起停止计时' })
  since: string;

  @Text({ max: 40 }, { ...READ, example: 'supplement' })
  cause: string;

  @Text({ max: 60 }, { ...READ, example: '等待银行补充说明' })
  label: string;
}

export class LentByDto {
  @Id(READ)
  id: string;

  @Text({ max: 100 }, { ...READ, description: '委托人姓名' })
  name: string;
}

export class MyTurnDto {
  @Choice(ROLES, READ)
  role: string;

  @ListOf(() => LentByDto, 50, { ...READ, description: '仅凭委托代办时的委托人；本人岗位为空' })
  onBehalfOf: LentByDto[];
}

export class LastActDto {
  @Text({ max: 60 }, { ...READ, example: 'ACKNOWLEDGE' })
  type: string;

  @Text({ max: 60 }, { ...READ, example: '签收' })
  label: string;

  @Instant(READ)
  at: string;
}

export class AskedForDto {
  @Text({ max: 60 }, { ...READ, example: 'CONFIRM_OUTCOME' })
  type: string;

  @Text({ max: 60 }, { ...READ, example: '确认协调结果' })
  label: string;
}

export class CopyDto {
  @Id({ ...READ, description: '通知的 id' })
  id: string;

  @Text({ max: 60 }, READ)
  template: string;

  @Text({ max: 100 }, READ)
  title: string;

  @Instant(READ)
  at: string;
}

export class CreatorDto {
  @Id(READ)
  id: string;

  @Text({ max: 100 }, READ)
  name: string;
}

export class WorklistItemDto {
  @Id({ ...READ, description: '事项的 id' })
  id: string;

  @Choice(PROCESS_NAMES, READ)
  process: string;

  @Text(
    { max: 60 },
    { ...READ, nullable: true, description: '报告编号；未报送为 null', example: '泉贷报〔2026〕晋鲤12号' },
  )
  number: string | null;

  @YesNo({ ...READ, description: '尚未报送' })
  unfiled: boolean;

  @Text({ max: 20 }, { ...READ, optional: true, description: '全市登记号（仅部门）' })
  registerNumber?: string;

  @Choice(Object.keys(LANES), { ...READ, optional: true, description: '一般件、重点件（仅部门）' })
  lane?: string;

  @Nested(() => ListedOrganizationDto, {
    ...READ,
    nullable: true,
    description: '报告的银行；其他事项为 null',
  })
  bank: ListedOrganizationDto | null;

  @Nested(() => ListedFirmDto, READ)
  firm: ListedFirmDto;

  @Choice(Object.keys(ACT_KINDS), { ...READ, nullable: true })
  kind: string | null;

  @Money({ ...READ, nullable: true })
  amount: string | null;

  @Day({ ...READ, nullable: true, description: '拟实施日' })
  plannedDate: string | null;

  @Day({ ...READ, nullable: true, description: '已实施日' })
  actedOn: string | null;

  @Day({ ...READ, nullable: true, description: '银行日期' })
  bankDate: string | null;

  @Instant({ ...READ, nullable: true, description: '报送时刻' })
  receivedAt: string | null;

  @ListOfTexts({ most: 30 }, { ...READ, example: ['cumulative'] })
  marks: string[];

  @Text({ max: 40 }, { ...READ, example: 'reviewing' })
  state: string;

  @Text({ max: 60 }, { ...READ, example: '同步研判' })
  stateLabel: string;

  @ListOf(() => WaitingPostDto, 10, { ...READ, description: '等待谁办理' })
  waitsFor: WaitingPostDto[];

  @Instant({ ...READ, nullable: true, description: '须在此刻前办理；无期限或停止计时为 null' })
  dueAt: string | null;

  @Whole({ least: 0, most: 100_000 }, { ...READ, nullable: true, description: '剩余工作日，今日到期为 0' })
  workingDaysLeft: number | null;

  @Choice(LIGHTS, { ...READ, nullable: true })
  light: string | null;

  @Day({ ...READ, description: '自此日起等待' })
  waitingSince: string;

  @Whole({ least: 0, most: 100_000 }, { ...READ, description: '已等待的工作日' })
  workingDaysWaited: number;

  @Nested(() => StandstillClockDto, { ...READ, nullable: true, description: '停止计时' })
  standsStill: StandstillClockDto | null;

  @Nested(() => MyTurnDto, { ...READ, optional: true, description: '待办：以何岗位办理' })
  myTurn?: MyTurnDto;

  @Nested(() => AskedForDto, {
    ...READ,
    optional: true,
    description: '待办：本行报告在协调中等待本行办理的事项',
  })
  asksFor?: AskedForDto;

  @Nested(() => LastActDto, { ...READ, optional: true, description: '已办：本人最近一次办理' })
  lastAct?: LastActDto;

  @Nested(() => CreatorDto, {
    ...READ,
    optional: true,
    nullable: true,
    description: '我发起的、草稿：由谁新建',
  })
  createdBy?: CreatorDto | null;

  @Nested(() => CopyDto, { ...READ, optional: true, description: '抄送我的：抄送的通知' })
  copy?: CopyDto;
}

export class WorklistDto {
  @Choice(TABS, READ)
  tab: string;

  @ListOf(() => WorklistItemDto, 100, READ)
  items: WorklistItemDto[];

  @Text({ max: 200 }, { ...READ, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, READ)
  total: TotalDto;

  @Nested(() => LightCountsDto, { ...READ, description: '本列表（不计灯色筛选）各灯色件数，至多数到1000' })
  counts: LightCountsDto;
}
