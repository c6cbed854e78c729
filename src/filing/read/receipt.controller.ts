import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { Answers } from '../../platform/http/answers.js';
import { Whole } from '../../platform/http/fields.js';
import { ReceiptDto } from '../receipt/receipt.dto.js';
import { FilingIdDto } from './filing-id.dto.js';
import { Receipts } from './receipts.js';

export class ReceiptQueryDto {
  @Type(() => Number)
  @Whole({ least: 1, most: 10_000 }, { optional: true, description: '修订版次；默认最新的回执' })
  revision?: number;
}

@ApiTags('filings')
@Controller('filings/:id/receipt')
export class ReceiptController {
  constructor(private readonly receipts: Receipts) {}

  /** 回执：最新的，或某一修订版次的 */
  @Get()
  @Answers({
    status: 200,
    type: ReceiptDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param() { id }: FilingIdDto,
    @Query() { revision }: ReceiptQueryDto,
  ): Promise<ReceiptDto> {
    return this.receipts.of(actor, id, revision);
  }
}
