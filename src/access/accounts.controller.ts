import { Body, Controller, Delete, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiSchema, ApiTags } from '@nestjs/swagger';
import { Answers } from '../platform/http/answers.js';
import { Id, Instant, Text } from '../platform/http/fields.js';
import { Accounts } from './accounts.js';
import type { Actor } from './actor.js';
import { CurrentActor } from './current-actor.js';
import { STAFF_NUMBER } from './key/staff.js';

export class OfPersonDto {
  @Id({ description: '人员的 id' })
  id: string;
}

@ApiSchema({ name: 'InitialPassword' })
export class InitialPasswordDto {
  @Text({ max: 64 }, { checked: false })
  login: string;

  @Text({ max: 64 }, { checked: false, description: '初始密码，只显示这一次；登录一次后须设置新密码' })
  initialPassword: string;

  @Instant({ checked: false })
  validUntil: string;
}

@ApiSchema({ name: 'StaffNumber' })
export class StaffNumberDto {
  @Text(STAFF_NUMBER, { nullable: true, description: '工号；为 null 时清除', example: '10237' })
  staffNo: string | null;
}

const PROBLEMS = [
  'not-signed-in',
  'step-up-needed',
  'forbidden',
  'second-person-needed',
  'not-found',
  'validation-failed',
  'cross-site',
] as const;

@ApiTags('access')
@Controller('people/:id')
export class AccountsController {
  constructor(private readonly accounts: Accounts) {}

  /** 重置密码：生成一次性初始密码，24 小时内有效 */
  @Post('password-reset')
  @Answers({ status: 201, type: InitialPasswordDto, problems: PROBLEMS })
  resetPassword(@CurrentActor() actor: Actor, @Param() { id }: OfPersonDto): Promise<InitialPasswordDto> {
    return this.accounts.resetPassword(actor, id);
  }

  /** 停用账号；其会话随即退出 */
  @Post('disable')
  @HttpCode(204)
  @Answers({ status: 204, problems: PROBLEMS })
  disable(@CurrentActor() actor: Actor, @Param() { id }: OfPersonDto): Promise<void> {
    return this.accounts.disable(actor, id);
  }

  /** 启用账号 */
  @Post('enable')
  @HttpCode(204)
  @Answers({ status: 204, problems: PROBLEMS })
  enable(@CurrentActor() actor: Actor, @Param() { id }: OfPersonDto): Promise<void> {
    return this.accounts.enable(actor, id);
  }

  /** 登记工号：接口密钥以工号写明经办人，同号的视为同一人 */
  @Put('staff-number')
  @HttpCode(204)
  @Answers({ status: 204, problems: [...PROBLEMS, 'already-exists'] })
  setStaffNumber(
    @CurrentActor() actor: Actor,
    @Param() { id }: OfPersonDto,
    @Body() { staffNo }: StaffNumberDto,
  ): Promise<void> {
    return this.accounts.setStaffNumber(actor, id, staffNo);
  }

  /** 解除动态口令：设备遗失时办理，本人下次登录重新绑定 */
  @Delete('second-factor')
  @HttpCode(204)
  @Answers({ status: 204, problems: PROBLEMS })
  removeSecondFactor(@CurrentActor() actor: Actor, @Param() { id }: OfPersonDto): Promise<void> {
    return this.accounts.removeSecondFactor(actor, id);
  }
}
