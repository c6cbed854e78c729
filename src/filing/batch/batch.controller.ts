import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/actor.js';
import { CurrentActor } from '../../access/current-actor.js';
import { API_PREFIX } from '../../access/route-key.js';
import { attachmentName, dispositionFor } from '../../attachment/attachment-name.js';
import { Answers } from '../../platform/http/answers.js';
import { idempotencyKey, NeedsIdempotencyKey } from '../../platform/http/idempotency-key.js';
import { Problem } from '../../platform/problem.js';
import { BatchAddressDto, BatchDto, BatchesDto, BatchesQueryDto, NewBatchQueryDto } from './batch.dto.js';
import { Batches } from './batches.js';
import { misshapen } from './sheet-fault.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BYTES = { schema: { type: 'string', format: 'binary' } } as const;
/** Five hundred rows full of text stay below it. */
const MAX_SHEET_BYTES = 2 * 1024 * 1024;

@ApiTags('filings')
@Controller('filings/batches')
export class BatchController {
  constructor(private readonly batches: Batches) {}

  /**
   * 批量导入：上传一张表（.xlsx，或 UTF-8、GB18030 的 CSV，至多 2 MiB、500 行），每份报告生成一份草稿（未报送）。
   * 立即返回，随后逐份生成；用返回的编号查询进度。同一行内编号不会重复生成。
   */
  @Post()
  @NeedsIdempotencyKey()
  @ApiConsumes('application/octet-stream', XLSX, 'text/csv')
  @ApiBody({ required: true, ...BYTES })
  @ApiHeader({
    name: 'Content-Disposition',
    required: false,
    description: '文件名（RFC 6266），可用 filename* 给出中文名',
    schema: { type: 'string' },
    example: "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.xlsx",
  })
  @Answers({
    status: 201,
    type: BatchDto,
    problems: [
      'validation-failed',
      'not-signed-in',
      'forbidden',
      'cross-site',
      'idempotency-key-required',
      'idempotency-key-reused',
      'too-large',
      'unsupported-media-type',
      'guard-failed',
    ],
  })
  async open(
    @CurrentActor() actor: Actor,
    @Query() query: NewBatchQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchDto> {
    const key = idempotencyKey(request);
    const name = attachmentName(request.headers['content-disposition'], query.name);
    const batch = await this.batches.open(actor, { file: await wholeFile(request), name, key });
    reply.header('location', `${API_PREFIX}/filings/batches/${batch.id}`);
    return batch;
  }

  /** 本人的批量导入，最新的在前；保留30天 */
  @Get()
  @Answers({ status: 200, type: BatchesDto, problems: ['validation-failed', 'not-signed-in', 'forbidden'] })
  list(@CurrentActor() actor: Actor, @Query() query: BatchesQueryDto): Promise<BatchesDto> {
    return this.batches.list(actor, query);
  }

  /** 导入模板（.xlsx）：标题、可选内容和填写说明 */
  @Get('template')
  @ApiResponse({ status: 200, description: '文件内容', content: { [XLSX]: BYTES } })
  @Answers({ status: 200, problems: ['not-signed-in', 'forbidden'] })
  async template(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendWorkbook(reply, '批量导入模板.xlsx', await this.batches.template(actor));
  }

  /** 一次导入的进度和各行结果 */
  @Get(':batch')
  @Answers({
    status: 200,
    type: BatchDto,
    problems: ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'],
  })
  read(@CurrentActor() actor: Actor, @Param() { batch }: BatchAddressDto): Promise<BatchDto> {
    return this.batches.read(actor, batch);
  }

  /** 未生成草稿的各行（.xlsx），末列为备注；改好后可再次上传 */
  @Get(':batch/remarked-rows')
  @ApiResponse({ status: 200, description: '文件内容', content: { [XLSX]: BYTES } })
  @Answers({ status: 200, problems: ['validation-failed', 'not-signed-in', 'forbidden', 'not-found'] })
  async remarked(
    @CurrentActor() actor: Actor,
    @Param() { batch }: BatchAddressDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendWorkbook(reply, '需修改的行.xlsx', await this.batches.remarked(actor, batch));
  }
}

async function sendWorkbook(reply: FastifyReply, name: string, workbook: Buffer): Promise<void> {
  await reply
    .header('content-type', XLSX)
    .header('content-disposition', dispositionFor(name))
    .header('x-content-type-options', 'nosniff')
    .send(workbook);
}

async function wholeFile({ body, headers }: FastifyRequest): Promise<Buffer> {
  const tooLarge = () => new Problem('too-large', { detail: '文件不能超过2 MiB，请分成几个文件上传。' });
  if (Number(headers['content-length'] ?? 0) > MAX_SHEET_BYTES) throw tooLarge();
  if (!(body instanceof Readable)) {
    throw misshapen('no-file', '请将文件内容直接作为请求体上传，类型为 application/octet-stream。');
  }
  const pieces: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not close the connection: whoever sent too much is to be told so.
  for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MAX_SHEET_BYTES) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
