import { ApiSchema } from '@nestjs/swagger';
import { STRATEGIES, type Strategy } from '../../../workflows/committee/committee.context.js';
import type { PayloadOf } from '../../../workflows/committee/committee.events.js';
import { MEETING_WAYS, type MeetingWay } from '../../../workflows/committee/meetings.js';
import { ROLLOVER_OUTCOMES, type RolloverOutcome } from '../../../workflows/committee/rollover.js';
import { EventBody, TypeOf } from '../../cases/event-body.js';
import {
  Choice,
  Day,
  Id,
  ListOfTexts,
  Nested,
  PositiveMoney,
  Text,
  Whole,
} from '../../platform/http/fields.js';

const REASON = { min: 1, max: 2_000 };
const TIME_OF_DAY = { max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/ };

@ApiSchema({ name: 'NameViceChairs' })
export class NameViceChairsDto extends EventBody implements PayloadOf<'NAME_VICE_CHAIRS'> {
  @TypeOf('NAME_VICE_CHAIRS')
  type: 'NAME_VICE_CHAIRS';

  @ListOfTexts({ most: 20, max: 36 }, { description: '副主席单位的 id' })
  viceChairs: string[];
}

@ApiSchema({ name: 'SetStrategy' })
export class SetStrategyDto extends EventBody implements PayloadOf<'SET_STRATEGY'> {
  @TypeOf('SET_STRATEGY')
  type: 'SET_STRATEGY';

  @Choice(STRATEGIES, { description: '一企一策：增加、稳定、减少融资，重组' })
  strategy: Strategy;

  @Text({ max: 2_000 }, { optional: true })
  reason?: string;
}

@ApiSchema({ name: 'TransferClaim' })
export class TransferClaimDto extends EventBody implements PayloadOf<'TRANSFER_CLAIM'> {
  @TypeOf('TRANSFER_CLAIM')
  type: 'TRANSFER_CLAIM';

  @Id({ description: '受让方的 id' })
  to: string;

  @PositiveMoney({ description: '转让金额（元）' })
  amount: string;

  @Day({ description: '转让日' })
  on: string;
}

@ApiSchema({ name: 'AgreedRenewal' })
export class RenewalDto {
  @PositiveMoney({ description: '续贷金额（元）' })
  amount: string;

  @Day({ description: '续贷到期日' })
  until: string;
}

@ApiSchema({ name: 'ScheduleRollover' })
export class ScheduleRolloverDto extends EventBody implements PayloadOf<'SCHEDULE_ROLLOVER'> {
  @TypeOf('SCHEDULE_ROLLOVER')
  type: 'SCHEDULE_ROLLOVER';

  @Id({ description: '成员单位的 id' })
  bank: string;

  @Text({ min: 1, max: 100 }, { description: '合同或借据编号', example: '流借字2025-088号' })
  loan: string;

  @PositiveMoney({ description: '到期金额（元）' })
  amount: string;

  @Day({ description: '到期日' })
  maturity: string;

  @Nested(() => RenewalDto, { optional: true, description: '已商定的续贷' })
  renewal?: RenewalDto;
}

@ApiSchema({ name: 'RolloverDone' })
export class RolloverDoneDto extends EventBody implements PayloadOf<'ROLLOVER_DONE'> {
  @TypeOf('ROLLOVER_DONE')
  type: 'ROLLOVER_DONE';

  @Id({ description: '排期表中的条目' })
  rollover: string;

  @Choice(ROLLOVER_OUTCOMES, { description: '已续贷、企业已归还、未续贷' })
  outcome: RolloverOutcome;

  @Text({ max: 2_000 }, { optional: true })
  text?: string;
}

@ApiSchema({ name: 'CallCommitteeMeeting' })
export class CallMeetingDto extends EventBody implements PayloadOf<'CALL_MEETING'> {
  @TypeOf('CALL_MEETING')
  type: 'CALL_MEETING';

  @Id({ optional: true, description: '变更已召集的会议时填写' })
  meeting?: string;

  @Day({ description: '会议日期' })
  on: string;

  @Text(TIME_OF_DAY, { description: '开始时刻', example: '09:30' })
  at: string;

  @Whole({ least: 15, most: 600 }, { optional: true, description: '时长（分钟），默认 120' })
  durationMinutes?: number;

  @Text({ min: 1, max: 200 }, { example: '市金融监管局三楼会议室' })
  place: string;

  @Choice(MEETING_WAYS, { description: '现场、视频、现场与视频' })
  way: MeetingWay;

  @ListOfTexts({ most: 20 }, { description: '议题', example: ['稳定期安排'] })
  agenda: string[];
}

@ApiSchema({ name: 'CancelCommitteeMeeting' })
export class CancelMeetingDto extends EventBody implements PayloadOf<'CANCEL_MEETING'> {
  @TypeOf('CANCEL_MEETING')
  type: 'CANCEL_MEETING';

  @Id()
  meeting: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'RecordCommitteeMinutes' })
export class RecordMinutesDto extends EventBody implements PayloadOf<'RECORD_MINUTES'> {
  @TypeOf('RECORD_MINUTES')
  type: 'RECORD_MINUTES';

  @Id()
  meeting: string;

  @Text({ min: 1, max: 20_000 })
  text: string;

  @ListOfTexts({ most: 200 }, { description: '参会单位及人员' })
  present: string[];
}

@ApiSchema({ name: 'ConfirmCommitteeMinutes' })
export class ConfirmMinutesDto extends EventBody implements PayloadOf<'CONFIRM_MINUTES'> {
  @TypeOf('CONFIRM_MINUTES')
  type: 'CONFIRM_MINUTES';

  @Id()
  meeting: string;
}

@ApiSchema({ name: 'ObjectToCommitteeMinutes' })
export class ObjectMinutesDto extends EventBody implements PayloadOf<'OBJECT_MINUTES'> {
  @TypeOf('OBJECT_MINUTES')
  type: 'OBJECT_MINUTES';

  @Id()
  meeting: string;

  @Text({ min: 1, max: 5_000 })
  text: string;
}

@ApiSchema({ name: 'WindUpCommittee' })
export class WindUpDto extends EventBody implements PayloadOf<'WIND_UP'> {
  @TypeOf('WIND_UP')
  type: 'WIND_UP';

  @Text(REASON)
  reason: string;
}
