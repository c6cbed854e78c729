import { ApiSchema } from '@nestjs/swagger';
import { PROCESS_NAMES, ROLES } from '../../workflows/process.js';
import { Choice, Id, Instant, ListOf, Nested, Text, YesNo } from '../platform/http/fields.js';
import { PageSize, TotalDto } from '../platform/http/page.js';

export class InboxQueryDto {
  @PageSize()
  limit?: number;

  @Id({ optional: true, description: '上一页的 nextCursor' })
  cursor?: string;

  @Choice(['true', 'false'], { optional: true, description: 'true 时只列未读' })
  unread?: 'true' | 'false';
}

export class NoticeIdDto {
  @Id()
  id: string;
}

@ApiSchema({ name: 'ReadUpTo' })
export class ReadUpToDto {
  @Id({ description: '所见最新一条通知：此后收到的不受影响' })
  newest: string;
}

export class NoticedCaseDto {
  @Choice(PROCESS_NAMES, { checked: false })
  process: string;

  @Id({ checked: false })
  id: string;
}

export class InboxItemDto {
  @Id({ checked: false })
  id: string;

  @Instant({ checked: false })
  at: string;

  @Choice(ROLES, { checked: false, description: '收到通知的岗位' })
  role: string;

  @Text({ max: 60 }, { checked: false, description: '通知种类' })
  template: string;

  @Text({ max: 100 }, { checked: false })
  title: string;

  @Text({ max: 500 }, { checked: false })
  text: string;

  @YesNo({ checked: false, description: '抄送：供参阅，无需办理' })
  copy: boolean;

  @Nested(() => NoticedCaseDto, { checked: false, nullable: true, description: '草稿已删除时为 null' })
  case: NoticedCaseDto | null;

  @Text({ max: 100 }, { checked: false, description: '系统页面的路径' })
  link: string;

  @Instant({ checked: false, nullable: true, description: '本人阅读的时刻，未读为 null' })
  readAt: string | null;
}

export class InboxDto {
  @ListOf(() => InboxItemDto, 100, { checked: false })
  items: InboxItemDto[];

  @Id({ checked: false, nullable: true })
  nextCursor: string | null;

  @Nested(() => TotalDto, { checked: false })
  total: TotalDto;
}
