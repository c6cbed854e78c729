import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/answers.js';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../current-actor.js';
import {
  GrantDto,
  GrantExecutedDto,
  GrantIdDto,
  GrantQueryDto,
  GrantsDto,
  NewGrantDto,
} from './grant.dto.js';
import { GrantExecution } from './grant-execution.js';
import { Grants } from './grants.js';

const WRITTEN = [
  'not-signed-in',
  'step-up-needed',
  'forbidden',
  'second-person-needed',
  'cross-site',
  'validation-failed',
] as const;

@ApiTags('access')
@Controller('grants')
export class GrantsController {
  constructor(
    private readonly grants: Grants,
    private readonly execution: GrantExecution,
  ) {}

  /** 授权事项，新的在前：运行管理单位看全部，银行管理员看本行 */
  @Get()
  @Answers({ status: 200, type: GrantsDto, problems: ['not-signed-in', 'forbidden', 'validation-failed'] })
  list(@CurrentActor() actor: Actor, @Query() query: GrantQueryDto): Promise<GrantsDto> {
    return this.grants.list(actor, query);
  }

  /** 提出授权：授予或撤销岗位。由另一人执行后生效 */
  @Post()
  @Answers({ status: 201, type: GrantDto, problems: [...WRITTEN, 'guard-failed'] })
  propose(@CurrentActor() actor: Actor, @Body() wish: NewGrantDto): Promise<GrantDto> {
    return this.grants.propose(actor, wish);
  }

  /** 执行授权：由提出人以外的人员办理；本人会话随即退出，新开账号的初始密码只显示这一次 */
  @Post(':id/execute')
  @Answers({
    status: 200,
    type: GrantExecutedDto,
    problems: [...WRITTEN, 'not-found', 'decided-already', 'guard-failed'],
  })
  execute(@CurrentActor() actor: Actor, @Param() { id }: GrantIdDto): Promise<GrantExecutedDto> {
    return this.execution.execute(actor, id);
  }

  /** 撤回尚未执行的授权 */
  @Post(':id/withdraw')
  @Answers({ status: 200, type: GrantDto, problems: [...WRITTEN, 'not-found', 'decided-already'] })
  withdraw(@CurrentActor() actor: Actor, @Param() { id }: GrantIdDto): Promise<GrantDto> {
    return this.grants.withdraw(actor, id);
  }
}
