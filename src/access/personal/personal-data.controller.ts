import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../../platform/http/answers.js';
import { OfPersonDto } from '../accounts.controller.js';
import { Accounts } from '../accounts.js';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../current-actor.js';
import {
  AskedCorrectionsDto,
  CorrectionAnswerDto,
  CorrectionWishDto,
  OwnEmailDto,
  PersonalDataDto,
} from './personal-data.dto.js';
import { PersonalData } from './personal-data.js';

@ApiTags('access')
@Controller()
export class PersonalDataController {
  constructor(
    private readonly personal: PersonalData,
    private readonly accounts: Accounts,
  ) {}

  /** 系统所存的本人信息，可另存为文件；每次查阅记入日志 */
  @Get('personal-data')
  @Answers({ status: 200, type: PersonalDataDto, problems: ['not-signed-in'] })
  async own(@CurrentActor() actor: Actor): Promise<PersonalDataDto> {
    return this.personal.of(actor);
  }

  /** 更正本人接收通知的邮箱 */
  @Put('personal-data/email')
  @HttpCode(204)
  @Answers({ status: 204, problems: ['not-signed-in', 'step-up-needed', 'validation-failed', 'cross-site'] })
  async setEmail(@CurrentActor() actor: Actor, @Body() { email }: OwnEmailDto): Promise<void> {
    await this.personal.setEmail(actor, email);
  }

  /** 请求更正姓名等由管理员登记的信息；再次请求的，以后一次为准 */
  @Post('personal-data/corrections')
  @HttpCode(204)
  @Answers({ status: 204, problems: ['not-signed-in', 'validation-failed', 'cross-site'] })
  async ask(@CurrentActor() actor: Actor, @Body() { text }: CorrectionWishDto): Promise<void> {
    await this.personal.askForCorrection(actor, text);
  }

  /** 待答复的更正请求，早的在前 */
  @Get('corrections')
  @Answers({ status: 200, type: AskedCorrectionsDto, problems: ['not-signed-in', 'forbidden'] })
  async asked(@CurrentActor() actor: Actor): Promise<AskedCorrectionsDto> {
    return this.personal.asked(actor);
  }

  /** 更正姓名，答复更正请求 */
  @Post('people/:id/correction')
  @HttpCode(204)
  @Answers({
    status: 204,
    problems: [
      ...['not-signed-in', 'step-up-needed', 'forbidden', 'second-person-needed', 'not-found'],
      ...['validation-failed', 'cross-site'],
    ] as const,
  })
  async settle(
    @CurrentActor() actor: Actor,
    @Param() { id }: OfPersonDto,
    @Body() said: CorrectionAnswerDto,
  ): Promise<void> {
    await this.accounts.correct(actor, id, said);
  }
}
