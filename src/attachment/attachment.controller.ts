import { Readable } from 'node:stream';
import { Controller, Delete, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import {
  AttachmentAddressDto,
  AttachmentDto,
  AttachmentsDto,
  FilingOfAttachmentDto,
  UploadQueryDto,
} from './attachment.dto.js';
import { AttachmentService, noFile } from './attachment.service.js';
import { MEDIA_TYPES } from './attachment-kind.js';
import { attachmentName, dispositionFor } from './attachment-name.js';
import { AttachmentRemoval } from './attachment-removal.js';
import type { AttachmentRow } from './attachment-row.js';
import { MAX_ATTACHMENT_BYTES } from './attachment-store.js';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('attachments')
@Controller('filings/:id/attachments')
export class AttachmentController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly removal: AttachmentRemoval,
  ) {}

  /** 附件列表 */
  @Get()
  @Answers({
    status: 200,
    type: AttachmentsDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async list(@CurrentActor() actor: Actor, @Param() { id }: FilingOfAttachmentDto): Promise<AttachmentsDto> {
    return { items: (await this.attachments.list(actor, id)).map(dtoOf) };
  }

  /**
   * 上传附件：请求体为文件内容（至多 20 MiB），须与地址中的 SHA-256 一致；类型按内容判定。
   * 重复上传相同内容返回已有附件（200）。
   */
  @Put(':sha256')
  @ApiConsumes('application/octet-stream', ...MEDIA_TYPES)
  @ApiBody({ required: true, ...BYTES })
  @ApiHeader({
    name: 'Content-Disposition',
    required: false,
    description: '文件名（RFC 6266），可用 filename* 给出中文名',
    schema: { type: 'string' },
    example: "attachment; filename*=UTF-8''%E5%80%9F%E6%AC%BE%E5%90%88%E5%90%8C.pdf",
  })
  @Answers({
    status: 201,
    type: AttachmentDto,
    problems: [
      'not-signed-in',
      'forbidden',
      'cross-site',
      'not-found',
      'validation-failed',
      'not-editable',
      'too-large',
      'unsupported-media-type',
      'malware-found',
      'digest-mismatch',
      'guard-failed',
    ],
  })
  @ApiResponse({ status: 200, type: AttachmentDto, description: '相同内容已在附件中' })
  async add(
    @CurrentActor() actor: Actor,
    @Param() { id, sha256 }: AttachmentAddressDto,
    @Query() query: UploadQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachmentDto> {
    const {
      'content-disposition': disposition,
      'content-type': contentType,
      'content-length': length,
    } = request.headers;
    if (Number(length ?? 0) > MAX_ATTACHMENT_BYTES)
      throw new Problem('too-large', { detail: '附件不能超过20 MiB。' });
    const { body } = request;
    if (!(body instanceof Readable)) throw noFile();
    const name = attachmentName(disposition, query.name);
    const { row, isNew } = await this.attachments.add(actor, { filing: id, sha256, name, contentType, body });
    if (!isNew) reply.status(200);
    return dtoOf(row);
  }

  /** 下载附件；始终作为附件下载，不在页面中打开 */
  @Get(':sha256')
  @ApiProduces(...MEDIA_TYPES)
  @ApiResponse({
    status: 200,
    description: '文件内容',
    content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, BYTES])),
  })
  @Answers({
    status: 200,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed', 'not-checked'],
  })
  async download(
    @CurrentActor() actor: Actor,
    @Param() { id, sha256 }: AttachmentAddressDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { row, content } = await this.attachments.open(actor, id, sha256);
    await reply
      .header('content-type', row.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : row.mediaType)
      .header('content-length', row.size)
      .header('content-disposition', dispositionFor(row.name))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(content);
  }

  /** 移除草稿的附件；提交复核后不能移除 */
  @Delete(':sha256')
  @Answers({
    status: 204,
    problems: ['not-signed-in', 'forbidden', 'cross-site', 'not-found', 'validation-failed', 'not-editable'],
  })
  async remove(@CurrentActor() actor: Actor, @Param() { id, sha256 }: AttachmentAddressDto): Promise<void> {
    await this.removal.remove(actor, id, sha256);
  }
}

function dtoOf({ id, name, mediaType, size, sha256, addedAt, safety }: AttachmentRow): AttachmentDto {
  return { id, name, mediaType, size, sha256, addedAt: shanghai(addedAt), safety };
}
