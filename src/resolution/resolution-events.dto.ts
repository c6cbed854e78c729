import { ApiSchema } from '@nestjs/swagger';
import type { ResolutionActType } from '../../workflows/resolution/resolution.events.js';
import { type EventBodies, EventBody, TypeOf } from '../cases/event-body.js';
import { Day, Id, PositiveMoney, Text, YesNo } from '../platform/http/fields.js';

const REASON = { min: 1, max: 500 };
const LONG = { min: 1, max: 2_000 };
const SHA256 = { max: 64, pattern: /^[0-9a-f]{64}$/ };

@ApiSchema({ name: 'ResolutionNotice' })
export class NoticeDto extends EventBody {
  @TypeOf('NOTICE')
  type: string;

  @PositiveMoney({ optional: true, description: '成员单位实施事项的限额；不填则按提请金额' })
  cap?: string;
}

@ApiSchema({ name: 'ResolutionDrop' })
export class DropDto extends EventBody {
  @TypeOf('DROP')
  type: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'ResolutionDecide' })
export class DecideDto extends EventBody {
  @TypeOf('DECIDE')
  type: string;

  @YesNo({ description: '是否采纳' })
  carried: boolean;

  @Text(LONG)
  text: string;
}

@ApiSchema({ name: 'ResolutionDeclareConflict' })
export class DeclareConflictDto extends EventBody {
  @TypeOf('DECLARE_CONFLICT')
  type: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'ResolutionRecordConflict' })
export class RecordConflictDto extends EventBody {
  @TypeOf('RECORD_CONFLICT')
  type: string;

  @Id({ description: '须回避的成员单位' })
  member: string;

  @Text(REASON)
  reason: string;

  @Text({ min: 1, max: 100 }, { description: '所依据文件的文号' })
  document: string;
}

@ApiSchema({ name: 'ResolutionNameProxy' })
export class NameProxyDto extends EventBody {
  @TypeOf('NAME_PROXY')
  type: string;

  @Id({ description: '受托的成员单位' })
  holder: string;

  @Text({ min: 1, max: 100 }, { description: '委托书编号' })
  document: string;
}

@ApiSchema({ name: 'ResolutionRevokeProxy' })
export class RevokeProxyDto extends EventBody {
  @TypeOf('REVOKE_PROXY')
  type: string;
}

@ApiSchema({ name: 'ResolutionAttachPaper' })
export class AttachPaperDto extends EventBody {
  @TypeOf('ATTACH_PAPER')
  type: string;

  @Id({ description: '所代表的成员单位' })
  member: string;

  @Text(SHA256, { description: '盖章表决票的 SHA-256' })
  document: string;
}

@ApiSchema({ name: 'ResolutionStatePending' })
export class StatePendingDto extends EventBody {
  @TypeOf('STATE_PENDING_APPROVAL')
  type: string;

  @Text({ max: 500 }, { optional: true })
  text?: string;

  @Day({ optional: true, description: '预计答复日期' })
  expectedOn?: string;
}

@ApiSchema({ name: 'ResolutionExtendVote' })
export class ExtendVoteDto extends EventBody {
  @TypeOf('EXTEND_VOTE')
  type: string;

  @Text(REASON)
  reason: string;
}

@ApiSchema({ name: 'ResolutionBreach' })
export class FindBreachDto extends EventBody {
  @TypeOf('BREACH')
  type: string;

  @Id({ description: '违约的成员单位' })
  member: string;

  @Text(LONG)
  text: string;

  @Day({ optional: true, description: '发生日期' })
  on?: string;
}

const reason = '情况说明';
const document = 'd'.repeat(64);
const organization = '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

/** What members' delegates send. A ballot has a route of its own, so that its choice never stands in an event. */
export const RESOLUTION_BODIES = {
  NOTICE: { body: NoticeDto, example: {} },
  DROP: { body: DropDto, example: { reason } },
  DECIDE: { body: DecideDto, example: { carried: true, text: '会议改期至下周三。' } },
  DECLARE_CONFLICT: { body: DeclareConflictDto, example: { reason: '与债务人存在关联关系。' } },
  RECORD_CONFLICT: {
    body: RecordConflictDto,
    example: { member: organization, reason: '持有债务人股权。', document: '工商登记查询单〔2026〕5号' },
  },
  NAME_PROXY: { body: NameProxyDto, example: { holder: organization, document: '晋鲤委〔2026〕7号' } },
  REVOKE_PROXY: { body: RevokeProxyDto, example: {} },
  ATTACH_PAPER: { body: AttachPaperDto, example: { member: organization, document } },
  STATE_PENDING_APPROVAL: { body: StatePendingDto, example: { expectedOn: '2026-12-08' } },
  EXTEND_VOTE: { body: ExtendVoteDto, example: { reason } },
  BREACH: { body: FindBreachDto, example: { member: organization, text: '稳定期内收回贷款。' } },
} as const satisfies EventBodies<Exclude<ResolutionActType, 'CAST_BALLOT'>>;
