import { ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Id, Instant, ListOf, ListOfTexts, Nested, Text, Whole, YesNo } from '../platform/http/fields.js';

const SAID = { checked: false } as const;
const MOST_ENTRIES = Number.MAX_SAFE_INTEGER;
const SIZE = { least: 1, most: MOST_ENTRIES } as const;
/** A tree of so many entries has no longer proof. */
const LONGEST_PROOF = 120;
const HASH = 44;

@ApiSchema({ name: 'LogKey' })
export class LogKeyDto {
  @Text({ max: 100 }, { ...SAID, description: '与回执所载 keyId 对应', example: 'wendai-350500+1f2e3d4c' })
  keyId: string;

  @Text({ max: 200 }, { ...SAID, description: 'C2SP vkey，离线核验时使用' })
  vkey: string;

  @YesNo({ ...SAID, description: '现用密钥；以前的密钥只用于核验' })
  present: boolean;
}

@ApiSchema({ name: 'LogKeys' })
export class LogKeysDto {
  @ListOf(() => LogKeyDto, 100, SAID)
  items: LogKeyDto[];
}

@ApiSchema({ name: 'LogCheckpoint' })
export class CheckpointDto {
  @Whole(SIZE, { ...SAID, description: '日志条目数' })
  size: number;

  @Text({ max: HASH }, { ...SAID, description: '默克尔树根，base64' })
  root: string;

  @Instant({ ...SAID, description: '签名时刻' })
  signedAt: string;

  @Text({ max: 1_000 }, { ...SAID, description: 'C2SP 签名文本，逐字节保存' })
  note: string;
}

/** Which tree a proof is asked for; without it, the newest that the caller may see. */
export class ProofQueryDto {
  @Type(() => Number)
  @Whole(SIZE, { optional: true, description: '某一检查点的条目数' })
  size?: number;
}

export class EntryDto {
  @Id()
  entryId: string;
}

@ApiSchema({ name: 'InclusionProof' })
export class InclusionProofDto {
  @Id(SAID)
  entry: string;

  @Text({ max: 20_000 }, { ...SAID, description: '条目正文，其叶子散列为 SHA-256(0x00 ‖ UTF-8 正文)' })
  body: string;

  @Whole({ least: 0, most: MOST_ENTRIES }, { ...SAID, description: '叶子序号，从 0 起' })
  index: number;

  @Text({ max: HASH }, { ...SAID, description: '叶子散列，base64' })
  leaf: string;

  @ListOfTexts(
    { most: LONGEST_PROOF, max: HASH },
    { ...SAID, description: 'RFC 6962 存在性证明，base64，自下而上' },
  )
  proof: string[];

  @Nested(() => CheckpointDto, SAID)
  checkpoint: CheckpointDto;
}

export class ConsistencyQueryDto {
  @Type(() => Number)
  @Whole(SIZE, { description: '所持检查点的条目数' })
  from: number;

  @Type(() => Number)
  @Whole(SIZE, { optional: true, description: '较新检查点的条目数' })
  to?: number;
}

@ApiSchema({ name: 'ConsistencyProof' })
export class ConsistencyProofDto {
  @Whole(SIZE, SAID)
  from: number;

  @ListOfTexts({ most: LONGEST_PROOF, max: HASH }, { ...SAID, description: 'RFC 6962 一致性证明，base64' })
  proof: string[];

  @Nested(() => CheckpointDto, SAID)
  checkpoint: CheckpointDto;
}
