import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/answers.js';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../current-actor.js';
import {
  NewOrganizationChangeDto,
  OrganizationChangeDto,
  OrganizationChangeIdDto,
  OrganizationChangesDto,
  OrganizationChangesQueryDto,
} from './organization-change.dto.js';
import { OrganizationChanges } from './organization-changes.js';

const WRITTEN = ['not-signed-in', 'step-up-needed', 'forbidden', 'cross-site', 'validation-failed'] as const;

@ApiTags('access')
@Controller('organization-changes')
export class OrganizationChangesController {
  constructor(private readonly changes: OrganizationChanges) {}

  /** 机构变更事项，新的在前 */
  @Get()
  @Answers({
    status: 200,
    type: OrganizationChangesDto,
    problems: ['not-signed-in', 'forbidden', 'validation-failed'],
  })
  list(@Query() query: OrganizationChangesQueryDto): Promise<OrganizationChangesDto> {
    return this.changes.list(query);
  }

  /** 提出机构变更：新增、更名或终止机构、分支机构。由另一人执行后生效 */
  @Post()
  @Answers({ status: 201, type: OrganizationChangeDto, problems: [...WRITTEN, 'guard-failed'] })
  propose(
    @CurrentActor() actor: Actor,
    @Body() said: NewOrganizationChangeDto,
  ): Promise<OrganizationChangeDto> {
    return this.changes.propose(actor, said);
  }

  /** 执行机构变更：由提出人以外的人员办理。终止的，该机构的岗位任期至末日为止 */
  @Post(':id/execute')
  @Answers({
    status: 200,
    type: OrganizationChangeDto,
    problems: [...WRITTEN, 'second-person-needed', 'not-found', 'decided-already', 'guard-failed'],
  })
  execute(
    @CurrentActor() actor: Actor,
    @Param() { id }: OrganizationChangeIdDto,
  ): Promise<OrganizationChangeDto> {
    return this.changes.execute(actor, id);
  }

  /** 撤回尚未执行的变更 */
  @Post(':id/withdraw')
  @Answers({
    status: 200,
    type: OrganizationChangeDto,
    problems: [...WRITTEN, 'not-found', 'decided-already'],
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param() { id }: OrganizationChangeIdDto,
  ): Promise<OrganizationChangeDto> {
    return this.changes.withdraw(actor, id);
  }
}
