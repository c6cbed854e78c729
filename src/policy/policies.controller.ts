import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import { Policies } from './policies.js';
import {
  NewPolicyBasisDto,
  NewPolicyDto,
  PoliciesDto,
  PolicyBasesDto,
  PolicyBasisDto,
  PolicyDto,
} from './policy.dto.js';
import { PolicyBases } from './policy-bases.js';

@ApiTags('policy')
@Controller()
export class PoliciesController {
  constructor(
    private readonly policies: Policies,
    private readonly bases: PolicyBases,
  ) {}

  /** 政策参数的各个版本，生效日近的在前 */
  @Get('policies')
  @Answers({ status: 200, type: PoliciesDto, problems: ['not-signed-in', 'forbidden'] })
  async listPolicies(@CurrentActor() actor: Actor): Promise<PoliciesDto> {
    return this.policies.list(actor);
  }

  /** 录入一个新版本，含全部参数 */
  @Post('policies')
  @Answers({
    status: 201,
    type: PolicyDto,
    problems: [
      'not-signed-in',
      'step-up-needed',
      'forbidden',
      'cross-site',
      'validation-failed',
      'already-exists',
      'guard-failed',
    ],
  })
  async enterPolicy(@CurrentActor() actor: Actor, @Body() policy: NewPolicyDto): Promise<PolicyDto> {
    return this.policies.enter(actor, policy);
  }

  /** 报告依据，生效日近的在前 */
  @Get('policy-bases')
  @Answers({ status: 200, type: PolicyBasesDto })
  async listBases(@CurrentActor() actor: Actor): Promise<PolicyBasesDto> {
    return this.bases.list(actor);
  }

  /** 录入一项报告依据 */
  @Post('policy-bases')
  @Answers({
    status: 201,
    type: PolicyBasisDto,
    problems: [
      'not-signed-in',
      'step-up-needed',
      'forbidden',
      'cross-site',
      'validation-failed',
      'guard-failed',
    ],
  })
  async enterBasis(@CurrentActor() actor: Actor, @Body() basis: NewPolicyBasisDto): Promise<PolicyBasisDto> {
    return this.bases.enter(actor, basis);
  }
}
