import { Choice, Id, Instant, ListOf, Text, Whole } from '../platform/http/fields.js';
import { MEDIA_TYPES } from './attachment-kind.js';
import { MAX_ATTACHMENTS, SAFETIES, type Safety } from './attachment-row.js';
import { MAX_ATTACHMENT_BYTES } from './attachment-store.js';

const READ = { checked: false } as const;
export const SHA256_PATTERN = /^[0-9a-f]{64}$/;

export class FilingOfAttachmentDto {
  @Id({ description: '报告的 id' })
  id: string;
}

export class AttachmentAddressDto extends FilingOfAttachmentDto {
  @Text({ max: 64, pattern: SHA256_PATTERN }, { description: '内容的 SHA-256，十六进制小写' })
  sha256: string;
}

export class UploadQueryDto {
  @Text(
    { min: 1, max: 1_000 },
    { optional: true, description: '文件名；Content-Disposition 未给出时使用', example: '借款合同.pdf' },
  )
  name?: string;
}

export class AttachmentDto {
  @Id(READ)
  id: string;

  @Text({ max: 255 }, { ...READ, example: '借款合同.pdf' })
  name: string;

  @Choice(MEDIA_TYPES, READ)
  mediaType: string;

  @Whole({ least: 1, most: MAX_ATTACHMENT_BYTES }, { ...READ, description: '字节数' })
  size: number;

  @Text({ max: 64, pattern: SHA256_PATTERN }, READ)
  sha256: string;

  @Instant(READ)
  addedAt: string;

  @Choice(SAFETIES, {
    ...READ,
    description: '恶意代码检测：off 未配置检测，waiting 待检测（暂不可下载），clean 通过，infected 发现问题',
  })
  safety: Safety;
}

export class AttachmentsDto {
  @ListOf(() => AttachmentDto, MAX_ATTACHMENTS, READ)
  items: AttachmentDto[];
}
