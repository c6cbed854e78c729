import { Controller, Get } from '@nestjs/common';
import { ApiSchema, ApiTags } from '@nestjs/swagger';
import { Answers } from '../platform/http/answers.js';
import { Instant, Whole } from '../platform/http/fields.js';
import { shanghai } from '../platform/instant.js';
import type { Statement } from '../platform/transaction.js';
import { ScopedDatabase } from '../process/scoped-database.js';

const READ = { checked: false } as const;
const COUNT = { least: 0, most: 1_000_000_000 } as const;

/** Counts alone: whoever runs the system has no part in cases. */
const HEALTH: Statement = {
  name: 'deadline-health',
  text: `select wendai_now() as now,
      count(*) filter (where status = 'armed')::int as armed,
      count(*) filter (where status = 'stopped')::int as stopped,
      count(*) filter (where status = 'armed' and provisional)::int as provisional,
      count(*) filter (where status = 'armed' and fire_at <= wendai_now())::int as late,
      min(fire_at) filter (where status = 'armed' and fire_at <= wendai_now()) as "lateSince",
      min(fire_at) filter (where status = 'armed' and fire_at > wendai_now()) as next
    from deadline where jurisdiction = $1`,
};

interface HealthRow extends Record<string, unknown> {
  now: Date;
  armed: number;
  stopped: number;
  provisional: number;
  late: number;
  lateSince: Date | null;
  next: Date | null;
}

@ApiSchema({ name: 'DeadlineHealth' })
class DeadlineHealthDto {
  @Instant(READ)
  asOf: string;

  @Whole(COUNT, { ...READ, description: '计时中的期限' })
  armed: number;

  @Whole(COUNT, { ...READ, description: '停止计时的期限' })
  stopped: number;

  @Whole(COUNT, { ...READ, description: '按暂定日历计算的期限' })
  provisional: number;

  @Whole(COUNT, { ...READ, description: '已到时而尚未处理的期限；正常为 0' })
  late: number;

  @Instant({ ...READ, nullable: true, description: '其中最早一个的到时时刻' })
  lateSince: string | null;

  @Instant({ ...READ, nullable: true, description: '下一个到时时刻' })
  next: string | null;
}

@ApiTags('deadlines')
@Controller('deadlines')
export class DeadlineHealthController {
  constructor(private readonly database: ScopedDatabase) {}

  /** 期限运行情况：只有数目，不涉及任何事项 */
  @Get('health')
  @Answers({ status: 200, type: DeadlineHealthDto, problems: ['not-signed-in', 'forbidden'] })
  async health(): Promise<DeadlineHealthDto> {
    const [row] = await this.database.asSystem((tx, { jurisdiction }) =>
      tx.query<HealthRow>(HEALTH, [jurisdiction]),
    );
    if (row === undefined) throw new Error('The deadlines could not be counted.');
    const { now, lateSince, next, ...counts } = row;
    return {
      asOf: shanghai(now),
      ...counts,
      lateSince: lateSince === null ? null : shanghai(lateSince),
      next: next === null ? null : shanghai(next),
    };
  }
}
