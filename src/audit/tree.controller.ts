import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { SigningKey } from './signing-key.js';
import {
  CheckpointDto,
  ConsistencyProofDto,
  ConsistencyQueryDto,
  EntryDto,
  InclusionProofDto,
  LogKeysDto,
  ProofQueryDto,
} from './tree.dto.js';
import { TreeProofs } from './tree-proofs.js';

@ApiTags('audit')
@Controller('audit')
export class TreeController {
  constructor(
    private readonly proofs: TreeProofs,
    private readonly key: SigningKey,
  ) {}

  /** 核验回执和检查点所用的公钥，现用的在前 */
  @Get('keys')
  @Answers({ status: 200, type: LogKeysDto })
  keys(): LogKeysDto {
    const { keyId: present, known } = this.key;
    return { items: known.map(({ keyId, vkey }) => ({ keyId, vkey, present: keyId === present })) };
  }

  /** 最近的签名检查点；金融机构和帮扶机构所见为前一日及更早的 */
  @Get('checkpoint')
  @Answers({ status: 200, type: CheckpointDto, problems: ['not-signed-in', 'forbidden', 'not-found'] })
  async checkpoint(@CurrentActor() actor: Actor): Promise<CheckpointDto> {
    return this.proofs.checkpoint(actor);
  }

  /** 一条日志在签名检查点之内的证明；只对看得到该条目的人 */
  @Get('proof/:entryId')
  @Answers({
    status: 200,
    type: InclusionProofDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async proof(
    @CurrentActor() actor: Actor,
    @Param() { entryId }: EntryDto,
    @Query() { size }: ProofQueryDto,
  ): Promise<InclusionProofDto> {
    return this.proofs.inclusion(actor, entryId, size);
  }

  /** 较新检查点包含所持检查点全部条目且未改动的证明 */
  @Get('consistency')
  @Answers({
    status: 200,
    type: ConsistencyProofDto,
    problems: ['not-signed-in', 'forbidden', 'not-found', 'validation-failed'],
  })
  async consistency(
    @CurrentActor() actor: Actor,
    @Query() { from, to }: ConsistencyQueryDto,
  ): Promise<ConsistencyProofDto> {
    return this.proofs.consistency(actor, from, to);
  }
}
