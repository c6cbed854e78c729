import { ApiSchema } from '@nestjs/swagger';
import { ROLES } from '../../workflows/process.js';
import { Choice, Text } from '../platform/http/fields.js';

@ApiSchema({ name: 'WaitingPost' })
export class WaitingPostDto {
  @Choice(ROLES, { checked: false, nullable: true, description: '为 null 时不区分部门' })
  role: string | null;

  @Text({ max: 100 }, { checked: false, example: '市工信局经办岗' })
  label: string;
}
