import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Day, Instant, ListOf, ListOfTexts, Nested, Text, Whole, YesNo } from '../platform/http/fields.js';

/** Two years of working days: no period of the regime is longer. */
export const MOST_WORKING_DAYS = 500;

/** A whole number in a query or a path, in digits alone. */
function InDigits(limits: { least: number; most: number }, description?: string): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
    ),
    Whole(limits, description === undefined ? {} : { description }),
  );
}

export class CalendarAddQueryDto {
  @Day({ description: '起算日，不计入' })
  from: string;

  @InDigits({ least: 0, most: MOST_WORKING_DAYS })
  workingDays: number;
}

export class PassedDayDto {
  @Day({ checked: false })
  date: string;

  @Text({ max: 100 }, { checked: false, example: '法定节假日（国办发明电〔2025〕7号）' })
  why: string;
}

export class CalendarSumDto {
  @Day({ checked: false })
  date: string;

  @YesNo({ checked: false, description: '所依据年度的放假安排尚未公布，日期为暂算' })
  provisional: boolean;

  @ListOf(() => PassedDayDto, 1_000, { checked: false, description: '未计入的日期及原因' })
  passed: PassedDayDto[];
}

export class YearDto {
  @InDigits({ least: 2010, most: 2059 })
  year: number;
}

export class DaysOffDto {
  @Day({ description: '首日' })
  from: string;

  @Day({ description: '末日，含当日' })
  to: string;
}

export class NewCalendarYearDto {
  @Text({ min: 1, max: 100 }, { description: '放假通知文号', example: '国办发明电〔2025〕7号' })
  notice: string;

  @ListOf(() => DaysOffDto, 30, { description: '放假区间；可含上一年12月的日期' })
  off: DaysOffDto[];

  @ListOfTexts({ most: 30, max: 10 }, { description: '调休上班日' })
  working: string[];
}

export class CalendarYearDto {
  @Whole({ least: 2010, most: 2059 }, { checked: false })
  year: number;

  @Whole({ least: 1, most: 10_000 }, { checked: false, description: '修订号' })
  revision: number;

  @Text({ max: 100 }, { checked: false })
  notice: string;

  @ListOf(() => DaysOffDto, 30, { checked: false })
  off: DaysOffDto[];

  @ListOfTexts({ most: 30 }, { checked: false })
  working: string[];

  @Instant({ checked: false })
  enteredAt: string;
}

export class ProjectionDto {
  @YesNo({ checked: false, description: '为 false 时仍在后台继续重算' })
  complete: boolean;

  @Whole({ least: 0, most: 1_000_000_000 }, { checked: false, description: '日期有变动的事项数' })
  cases: number;

  @Whole({ least: 0, most: 1_000_000_000 }, { checked: false, description: '有变动的期限数' })
  deadlines: number;
}

export class ImportedCalendarDto extends CalendarYearDto {
  @Nested(() => ProjectionDto, { checked: false })
  projection: ProjectionDto;
}
