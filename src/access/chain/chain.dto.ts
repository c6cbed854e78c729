import { ApiSchema } from '@nestjs/swagger';
import { ROLES, type Role } from '../../../workflows/process.js';
import { Choice, Id, Instant, ListOf, ListOfTexts, Nested, Text, YesNo } from '../../platform/http/fields.js';
import { GRANT_STATES, GrantPartyDto } from '../grant/grant.dto.js';
import type { ChainAct, ChainLane } from './chain-rules.js';

const SAID = { checked: false } as const;
const NONE = { checked: false, nullable: true } as const;
const ACTS: readonly ChainAct[] = ['file', 'opinion'];
const LANES: readonly ChainLane[] = ['any', 'routine', 'focus'];
const POSTS = { most: 4, choices: ROLES };

export class ChainChangeIdDto {
  @Id({ description: '签批链变更的 id' })
  id: string;
}

/** 签批链: who signs, in order. */
@ApiSchema({ name: 'NewChain' })
export class NewChainDto {
  @Id({ optional: true, description: '机构；不填为本机构' })
  organization?: string;

  @Choice(ACTS, { description: 'file 银行报送；opinion 部门意见' })
  act: ChainAct;

  @Choice(LANES, { description: '银行为 any；部门为 routine 一般件、focus 重点件' })
  lane: ChainLane;

  @ListOfTexts(POSTS, {
    description: '依次签署的岗位',
    example: ['bank.maker', 'bank.checker', 'bank.admin'],
  })
  posts: Role[];

  @Text({ min: 1, max: 200 }, { description: '事由', example: '增加分管行长签署' })
  reason: string;
}

@ApiSchema({ name: 'ChainChange' })
export class ChainChangeDto {
  @Id(SAID)
  id: string;

  @Choice(GRANT_STATES, { ...SAID, description: '待执行、已执行、已撤回' })
  state: string;

  @ListOfTexts(POSTS, SAID)
  posts: string[];

  @Text({ max: 200 }, SAID)
  reason: string;

  @Nested(() => GrantPartyDto, { ...SAID, description: '提出人' })
  proposedBy: GrantPartyDto;

  @Instant(SAID)
  proposedAt: string;
}

@ApiSchema({ name: 'Chain' })
export class ChainDto {
  @Nested(() => GrantPartyDto, SAID)
  organization: GrantPartyDto;

  @Choice(ACTS, SAID)
  act: string;

  @Choice(LANES, SAID)
  lane: string;

  @ListOfTexts(POSTS, { ...SAID, description: '现行' })
  posts: string[];

  @YesNo({ ...SAID, description: '未自行设定，为默认' })
  byDefault: boolean;

  @Nested(() => ChainChangeDto, { ...NONE, description: '待执行的变更' })
  waiting: ChainChangeDto | null;
}

@ApiSchema({ name: 'Chains' })
export class ChainsDto {
  @ListOf(() => ChainDto, 1_000, SAID)
  items: ChainDto[];
}
