import { ApiSchema } from '@nestjs/swagger';
import { RESPONSIBLE_POSTS } from '../../workflows/coordination/coordination.context.js';
import { OUTCOMES } from '../../workflows/coordination/outcomes.js';
import { SUPPORT_TYPES } from '../../workflows/rules/support-types.js';
import { type EventBodies, EventBody, TypeOf } from '../cases/event-body.js';
import { PostAtDto } from '../directory/post-at.dto.js';
import {
  Choice,
  Day,
  Id,
  ListOfIds,
  ListOfTexts,
  Nested,
  PositiveMoney,
  Text,
  ValuesByName,
} from '../platform/http/fields.js';

const FILINGS_AT_MOST = 50;

@ApiSchema({ name: 'CoordinationAssign' })
export class AssignDto extends EventBody {
  @TypeOf('ASSIGN')
  type: string;

  @Id({ description: '负责人员' })
  official: string;

  @ListOfTexts(
    { most: RESPONSIBLE_POSTS.length, choices: RESPONSIBLE_POSTS },
    { description: '负责岗位；负责人员须在其中一个岗位上' },
  )
  posts: string[];
}

@ApiSchema({ name: 'CoordinationAddSupport' })
export class AddSupportDto extends EventBody {
  @TypeOf('ADD_SUPPORT')
  type: string;

  @Choice(SUPPORT_TYPES, { description: '帮扶事项类别' })
  measure: string;

  @Nested(() => PostAtDto)
  owner: PostAtDto;

  @Day({ description: '办理期限' })
  dueOn: string;

  @ValuesByName({
    description: '各类事项的填报项目见 /codes',
    example: { bank: '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10', amount: '3000000.00', neededOn: '2026-12-08' },
  })
  input: Record<string, string | number>;
}

@ApiSchema({ name: 'CoordinationCallMeeting' })
export class CallMeetingDto extends EventBody {
  @TypeOf('CALL_MEETING')
  type: string;

  @Day({ description: '会议日期' })
  on: string;

  @Text({ max: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/ }, { optional: true, example: '09:30' })
  time?: string;

  @Text({ min: 1, max: 200 })
  place: string;

  @Text({ min: 1, max: 1000 }, { description: '议题' })
  agenda: string;

  @ListOfIds(FILINGS_AT_MOST, { description: '只邀请这些报告的银行，各自只见本行报告' })
  filings: string[];
}

@ApiSchema({ name: 'CoordinationCancelMeeting' })
export class CancelMeetingDto extends EventBody {
  @TypeOf('CANCEL_MEETING')
  type: string;

  @Text({ min: 1, max: 500 })
  reason: string;
}

@ApiSchema({ name: 'CoordinationRecordMinutes' })
export class RecordMinutesDto extends EventBody {
  @TypeOf('RECORD_MINUTES')
  type: string;

  @Day({ description: '召开日期' })
  heldOn: string;

  @ListOfTexts({ most: 50, max: 100 }, { description: '参会单位和人员' })
  participants: string[];

  @Text({ min: 1, max: 10_000 }, { description: '纪要；仅部门可见' })
  text: string;
}

@ApiSchema({ name: 'CoordinationPropose' })
export class ProposeDto extends EventBody {
  @TypeOf('PROPOSE')
  type: string;

  @Id({ description: '报告' })
  filing: string;

  @Choice(OUTCOMES)
  outcome: string;

  @PositiveMoney({ optional: true, description: '减少后的金额（reducedTo）' })
  amount?: string;

  @Day({ optional: true, description: '暂缓至（deferredUntil）' })
  until?: string;

  @Text({ min: 1, max: 2000 }, { description: '方案说明；该报告的银行可见' })
  text: string;
}

@ApiSchema({ name: 'CoordinationConcludeFiling' })
export class ConcludeFilingDto extends EventBody {
  @TypeOf('CONCLUDE_FILING')
  type: string;

  @Id({ description: '报告' })
  filing: string;

  @Choice(OUTCOMES, { description: '除 notAgreed 外，须与银行确认的结果一致' })
  outcome: string;

  @Text({ max: 2000 }, { optional: true })
  text?: string;
}

const SOME_ID = '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

/** What offices send. Banks speak of their own filings at a door of their own. */
export const OFFICE_BODIES: EventBodies = {
  ASSIGN: { body: AssignDto, example: { official: SOME_ID, posts: ['finance.reviewer'] } },
  ADD_SUPPORT: {
    body: AddSupportDto,
    example: {
      measure: 'bridgeFund',
      owner: { organization: SOME_ID, role: 'helper.officer' },
      dueOn: '2026-12-08',
      input: { bank: SOME_ID, amount: '3000000.00', neededOn: '2026-12-08' },
    },
  },
  CALL_MEETING: {
    body: CallMeetingDto,
    example: {
      on: '2026-12-08',
      time: '09:30',
      place: '市行政中心',
      agenda: '商议续贷安排',
      filings: [SOME_ID],
    },
  },
  CANCEL_MEETING: { body: CancelMeetingDto, example: { reason: '会议改期。' } },
  RECORD_MINUTES: {
    body: RecordMinutesDto,
    example: { heldOn: '2026-12-08', participants: ['泉州晋鲤银行'], text: '银行原则同意先行展期。' },
  },
  PROPOSE: {
    body: ProposeDto,
    example: { filing: SOME_ID, outcome: 'retained', text: '建议稳贷，由应急周转资金衔接。' },
  },
  CONCLUDE_FILING: { body: ConcludeFilingDto, example: { filing: SOME_ID, outcome: 'retained' } },
};
