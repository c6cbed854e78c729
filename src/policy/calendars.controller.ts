import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Answers } from '../platform/http/answers.js';
import {
  CalendarAddQueryDto,
  CalendarSumDto,
  CalendarYearDto,
  ImportedCalendarDto,
  NewCalendarYearDto,
  YearDto,
} from './calendar.dto.js';
import { Calendars } from './calendars.js';

@ApiTags('policy')
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly calendars: Calendars) {}

  /** 从某日起数若干个工作日，并说明哪些日期未计入 */
  @Get('add')
  @Answers({ status: 200, type: CalendarSumDto, problems: ['validation-failed'] })
  async add(@CurrentActor() actor: Actor, @Query() sum: CalendarAddQueryDto): Promise<CalendarSumDto> {
    return this.calendars.add(actor, sum);
  }

  /** 一个年度的放假和调休安排 */
  @Get(':year')
  @Answers({ status: 200, type: CalendarYearDto, problems: ['not-found', 'validation-failed'] })
  async one(@CurrentActor() actor: Actor, @Param() { year }: YearDto): Promise<CalendarYearDto> {
    return this.calendars.one(actor, year);
  }

  /** 导入一个年度的放假通知，并重算未到期的期限；银行日期不变 */
  @Put(':year')
  @Answers({
    status: 200,
    type: ImportedCalendarDto,
    problems: [
      'not-signed-in',
      'step-up-needed',
      'forbidden',
      'cross-site',
      'validation-failed',
      'guard-failed',
    ],
  })
  async import(
    @CurrentActor() actor: Actor,
    @Param() { year }: YearDto,
    @Body() notice: NewCalendarYearDto,
  ): Promise<ImportedCalendarDto> {
    return this.calendars.import(actor, year, notice);
  }
}
