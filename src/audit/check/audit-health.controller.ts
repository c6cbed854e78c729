import { Controller, Get } from '@nestjs/common';
import { ApiSchema, ApiTags } from '@nestjs/swagger';
import { differingRights } from '../../access/seal/rights-check.js';
import { Answers } from '../../platform/http/answers.js';
import { Instant, ListOfTexts, Whole } from '../../platform/http/fields.js';
import { shanghai } from '../../platform/instant.js';
import type { Statement } from '../../platform/transaction.js';
import { ScopedDatabase } from '../../process/scoped-database.js';
import { latestCheckpoint } from '../stored-tree.js';

const SAID = { checked: false } as const;
const COUNT = { least: 0, most: Number.MAX_SAFE_INTEGER } as const;
const ROWS_SHOWN = 100;

const WAITING: Statement = {
  name: 'log-waiting',
  text: `select count(*) filter (where not refused)::int as waiting, count(*) filter (where refused)::int as refused
    from log_pending where jurisdiction = $1`,
};

@ApiSchema({ name: 'AuditHealth' })
class AuditHealthDto {
  @Whole(COUNT, { ...SAID, description: '已签名的日志条目数' })
  size: number;

  @Instant({ ...SAID, nullable: true, description: '最近一次签名的时刻' })
  signedAt: string | null;

  @Whole(COUNT, { ...SAID, description: '尚待签名的条目；正常情况下一秒内签名' })
  waiting: number;

  @Whole(COUNT, { ...SAID, description: '并非由系统写入、未予签名的条目；正常为 0' })
  refused: number;

  @ListOfTexts(
    { most: ROWS_SHOWN },
    { ...SAID, description: '未经系统而被改动的授权数据：表名和行；正常为空' },
  )
  differingRights: string[];
}

@ApiTags('audit')
@Controller('audit')
export class AuditHealthController {
  constructor(private readonly database: ScopedDatabase) {}

  /** 存证与授权数据的完整性 */
  @Get('health')
  @Answers({ status: 200, type: AuditHealthDto, problems: ['not-signed-in', 'forbidden'] })
  async health(): Promise<AuditHealthDto> {
    return this.database.asSystem(async (tx, { jurisdiction }) => {
      const [newest, [counts], rights] = await Promise.all([
        latestCheckpoint(tx, jurisdiction),
        tx.query<{ waiting: number; refused: number }>(WAITING, [jurisdiction]),
        differingRights(tx, jurisdiction),
      ]);
      return {
        size: newest?.size ?? 0,
        signedAt: newest === undefined ? null : shanghai(newest.signedAt),
        waiting: counts?.waiting ?? 0,
        refused: counts?.refused ?? 0,
        differingRights: rights.slice(0, ROWS_SHOWN).map(({ row = '' }) => row),
      };
    });
  }
}
