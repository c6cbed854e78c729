import { ApiSchema } from '@nestjs/swagger';
import { FILING_LABELS } from '../../workflows/coordination/coordination.labels.js';
import { OUTCOMES } from '../../workflows/coordination/outcomes.js';
import { ActionReasonDto } from '../cases/action.dto.js';
import { EntryActorDto } from '../cases/entry.dto.js';
import { type EventBodies, EventBody, TypeOf } from '../cases/event-body.js';
import { ClockReasonDto, ExplainedActionDto, PathStepDto } from '../cases/explanation.dto.js';
import { WaitingPostDto } from '../cases/waiting-post.dto.js';
import {
  Choice,
  Day,
  Id,
  Instant,
  ListOf,
  Nested,
  PositiveMoney,
  Text,
  YesNo,
} from '../platform/http/fields.js';
import { AgreementDto } from './coordination.dto.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;

export class CoordinatedFilingIdDto {
  @Id({ description: '本行报告的 id' })
  id: string;
}

@ApiSchema({ name: 'CoordinationPrepareOutcome' })
export class PrepareOutcomeDto extends EventBody {
  @TypeOf('PREPARE_OUTCOME')
  type: string;

  @Choice(OUTCOMES)
  outcome: string;

  @PositiveMoney({ optional: true, description: '减少后的金额（reducedTo）' })
  amount?: string;

  @Day({ optional: true, description: '暂缓至（deferredUntil）' })
  until?: string;

  @Text({ max: 2000 }, { optional: true })
  text?: string;
}

@ApiSchema({ name: 'CoordinationConfirmOutcome' })
export class ConfirmOutcomeDto extends EventBody {
  @TypeOf('CONFIRM_OUTCOME')
  type: string;

  @Choice(OUTCOMES, { description: '须与经办填写的一致' })
  outcome: string;

  @PositiveMoney({ optional: true, description: '减少后的金额（reducedTo）' })
  amount?: string;

  @Day({ optional: true, description: '暂缓至（deferredUntil）' })
  until?: string;
}

/** What a bank says of its own filing: its maker writes, another person confirms. */
export const BANK_BODIES: EventBodies = {
  PREPARE_OUTCOME: { body: PrepareOutcomeDto, example: { outcome: 'reducedTo', amount: '4000000.00' } },
  CONFIRM_OUTCOME: { body: ConfirmOutcomeDto, example: { outcome: 'reducedTo', amount: '4000000.00' } },
};

@ApiSchema({ name: 'PreparedOutcome' })
export class PreparedDto extends AgreementDto {
  @Id({ ...MAYBE, description: '填写人' })
  preparedBy: string | null;
}

@ApiSchema({ name: 'OwnMeeting' })
export class OwnMeetingDto {
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
}

/** The part of one filing in its firm's coordination, as its bank reads it. */
@ApiSchema({ name: 'OwnCoordination' })
export class OwnPartDto {
  @Id({ ...SAID, description: '报告' })
  filing: string;

  @Choice(Object.keys(FILING_LABELS), SAID)
  state: string;

  @Text({ max: 40 }, SAID)
  stateLabel: string;

  @Instant(SAID)
  joinedAt: string;

  @Instant(MAYBE)
  endedAt: string | null;

  @Nested(() => AgreementDto, { ...MAYBE, description: '部门提出的方案' })
  proposed: AgreementDto | null;

  @Nested(() => PreparedDto, { ...MAYBE, description: '经办填写、待复核确认的结果' })
  prepared: PreparedDto | null;

  @Nested(() => AgreementDto, { ...MAYBE, description: '本行确认的结果' })
  confirmed: AgreementDto | null;

  @Choice(OUTCOMES, { ...MAYBE, description: '登记的协调结果' })
  outcome: string | null;

  @ListOf(() => OwnMeetingDto, 1000, { ...SAID, description: '本行受邀的会议' })
  meetings: OwnMeetingDto[];

  @Text({ max: 40 }, { ...SAID, description: '即 ETag' })
  version: string;
}

@ApiSchema({ name: 'OwnCoordinationEntry' })
export class OwnEntryDto {
  @Id(SAID)
  id: string;

  @Text({ max: 60 }, SAID)
  type: string;

  @Instant(SAID)
  at: string;

  @Nested(() => EntryActorDto, SAID)
  actor: EntryActorDto;

  @Id({ ...MAYBE, description: '委托人' })
  onBehalfOf: string | null;
}

@ApiSchema({ name: 'OwnCoordinationEventAnswer' })
export class OwnAnswerDto {
  @Id({ ...SAID, description: '报告' })
  filing: string;

  @Nested(() => OwnEntryDto, SAID)
  entry: OwnEntryDto;
}

@ApiSchema({ name: 'OwnCoordinationAction' })
export class OwnActionDto {
  @Text({ max: 60 }, SAID)
  type: string;

  @Text({ max: 60 }, SAID)
  label: string;

  @YesNo(SAID)
  allowed: boolean;

  @Text({ max: 500 }, { ...SAID, description: '办理后会怎样' })
  consequence: string;

  @ListOf(() => ActionReasonDto, 10, { ...SAID, description: '不能办理的原因' })
  reasons: ActionReasonDto[];
}

@ApiSchema({ name: 'OwnCoordinationActions' })
export class OwnActionsDto {
  @ListOf(() => OwnActionDto, 10, SAID)
  actions: OwnActionDto[];
}

/** 为什么, as far as it concerns one bank's own report. */
@ApiSchema({ name: 'OwnCoordinationExplanation' })
export class OwnExplanationDto {
  @Id({ ...SAID, description: '报告' })
  filing: string;

  @Choice(Object.keys(FILING_LABELS), SAID)
  state: string;

  @Text({ max: 40 }, SAID)
  stateLabel: string;

  @Text({ max: 1_000 }, { ...SAID, description: '一句话说明' })
  summary: string;

  @ListOf(() => PathStepDto, 20, { ...SAID, description: '为何在此：本行报告最近几步' })
  path: PathStepDto[];

  @ListOf(() => WaitingPostDto, 2, { ...SAID, description: '等待谁办理' })
  waitsFor: WaitingPostDto[];

  @ListOf(() => ClockReasonDto, 2, { ...SAID, description: '协调时限和银行日期，为何是这一天' })
  clocks: ClockReasonDto[];

  @ListOf(() => ExplainedActionDto, 10, { ...SAID, description: '本人能办什么；不能办的，为什么' })
  actions: ExplainedActionDto[];
}
