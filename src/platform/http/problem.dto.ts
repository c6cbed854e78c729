import { ApiSchema } from '@nestjs/swagger';
import { ListOf, Text, Whole } from './fields.js';

@ApiSchema({ name: 'ProblemEntry' })
export class ProblemEntryDto {
  @Text({ max: 300 }, { optional: true, checked: false, description: 'JSON pointer', example: '/amount' })
  pointer?: string;

  @Text({ max: 60 }, { checked: false, example: 'amount-exceeds-balance' })
  code: string;

  @Text({ max: 500 }, { checked: false })
  message: string;

  @Text({ max: 200 }, { optional: true, checked: false, description: '依据' })
  clause?: string;
}

/** RFC 9457. Some problems carry more: `state` and `allowed`, `by`, `at` and `event`, `etag`, `ways` and `passkey`. */
@ApiSchema({ name: 'Problem' })
export class ProblemDto {
  @Text({ max: 100 }, { checked: false, example: '/problems/guard-failed' })
  type: string;

  @Text({ max: 200 }, { checked: false })
  title: string;

  @Whole({ least: 400, most: 599 }, { checked: false })
  status: number;

  @Text({ max: 60 }, { checked: false, example: 'guard-failed' })
  code: string;

  @Text({ max: 500 }, { optional: true, checked: false })
  detail?: string;

  @ListOf(() => ProblemEntryDto, 100, { optional: true, checked: false })
  errors?: ProblemEntryDto[];
}
