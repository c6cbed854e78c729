import { ApiSchema } from '@nestjs/swagger';
import { FIELD_KINDS, SUPPORT_TYPES } from '../../workflows/rules/support-types.js';
import { Choice, ListOf, Text, YesNo } from '../platform/http/fields.js';

const READ = { checked: false } as const;
const MOST = 100;

@ApiSchema({ name: 'SupportFieldCode' })
export class SupportFieldCodeDto {
  @Text({ max: 40 }, READ)
  name: string;

  @Text({ max: 40 }, READ)
  label: string;

  @Choice(FIELD_KINDS, READ)
  kind: string;

  @YesNo({ ...READ, description: '必填' })
  required: boolean;
}

/** One kind of support with what it asks for and what it tells at its end. */
@ApiSchema({ name: 'SupportMeasureCode' })
export class SupportMeasureCodeDto {
  @Choice(SUPPORT_TYPES, READ)
  code: string;

  @Text({ max: 40 }, READ)
  label: string;

  @Text({ max: 200 }, { ...READ, description: '依据' })
  clause: string;

  @ListOf(() => SupportFieldCodeDto, MOST, { ...READ, description: '填报项目' })
  input: SupportFieldCodeDto[];

  @ListOf(() => SupportFieldCodeDto, MOST, { ...READ, description: '结果项目' })
  result: SupportFieldCodeDto[];
}
