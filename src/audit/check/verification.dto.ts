import { ApiSchema } from '@nestjs/swagger';
import { Choice, Id, Instant, ListOf, Text, Whole } from '../../platform/http/fields.js';
import { FINDING_KINDS, type Finding } from './finding.js';
import { MOST_FINDINGS } from './log-check.js';

const SAID = { checked: false } as const;
const COUNT = { least: 0, most: Number.MAX_SAFE_INTEGER } as const;
const MOST_VERIFICATIONS = 20;

export const VERIFICATION_STATES = ['running', 'clean', 'differs', 'interrupted'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

@ApiSchema({ name: 'VerificationFinding' })
export class FindingDto {
  @Choice(FINDING_KINDS, SAID)
  kind: Finding['kind'];

  @Whole(COUNT, { ...SAID, nullable: true, description: '叶子序号' })
  index: number | null;

  @Text({ max: 200 }, { ...SAID, nullable: true, description: '条目、事项或数据行' })
  row: string | null;

  @Text({ max: 200 }, { ...SAID, nullable: true, description: '不一致的字段' })
  field: string | null;
}

@ApiSchema({ name: 'Verification' })
export class VerificationDto {
  @Id(SAID)
  id: string;

  @Choice(VERIFICATION_STATES, SAID)
  state: VerificationState;

  @Whole(COUNT, { ...SAID, description: '须核验的条目数' })
  size: number;

  @Whole(COUNT, { ...SAID, description: '已核验的条目数' })
  checked: number;

  @Instant(SAID)
  begunAt: string;

  @ListOf(() => FindingDto, MOST_FINDINGS, { ...SAID, description: `至多列出${String(MOST_FINDINGS)}处` })
  findings: FindingDto[];
}

@ApiSchema({ name: 'Verifications' })
export class VerificationsDto {
  @ListOf(() => VerificationDto, MOST_VERIFICATIONS, SAID)
  items: VerificationDto[];
}

export class VerificationIdDto {
  @Id()
  id: string;
}
