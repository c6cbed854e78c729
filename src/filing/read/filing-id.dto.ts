import { Id } from '../../platform/http/fields.js';

export class FilingIdDto {
  @Id({ description: '报告的 id' })
  id: string;
}
