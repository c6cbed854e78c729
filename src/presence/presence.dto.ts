import { ApiSchema } from '@nestjs/swagger';
import { Id, Instant, ListOf, Text } from '../platform/http/fields.js';

@ApiSchema({ name: 'PresenceAt' })
export class PresenceAtDto {
  @Id({ description: '正在查看的事项' })
  case: string;
}

@ApiSchema({ name: 'Colleague' })
export class ColleagueDto {
  @Text({ max: 100 }, { checked: false })
  name: string;

  @Instant({ checked: false, description: '何时开始查看' })
  since: string;
}

@ApiSchema({ name: 'Presence' })
export class PresenceDto {
  @ListOf(() => ColleagueDto, 50, { checked: false, description: '同时查看本事项的本机构其他人员' })
  others: ColleagueDto[];
}
