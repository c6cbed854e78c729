import { ApiSchema } from '@nestjs/swagger';
import { ROLES } from '../../workflows/process.js';
import { Choice, Text } from '../platform/http/fields.js';

const READ = { checked: false } as const;

@ApiSchema({ name: 'Who' })
export class WhoDto {
  @Choice(['person', 'client', 'clock', 'case', 'system'], {
    ...READ,
    description: '人员、银行系统、时限、相关事项、系统',
  })
  kind: string;

  @Text({ max: 100 }, { ...READ, nullable: true, example: '泉州晋鲤银行' })
  organization: string | null;

  @Choice(ROLES, { ...READ, nullable: true })
  role: string | null;

  @Text({ max: 60 }, { ...READ, nullable: true, example: '复核岗' })
  post: string | null;

  @Text({ max: 100 }, { ...READ, nullable: true, description: '办理人；对银行不列部门人员姓名' })
  person: string | null;

  @Text({ max: 100 }, { ...READ, nullable: true, description: '委托代办时的委托人' })
  onBehalfOf: string | null;
}
