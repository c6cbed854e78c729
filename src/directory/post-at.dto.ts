import { ApiSchema } from '@nestjs/swagger';
import { OWNER_ROLES } from '../../workflows/rules/support-types.js';
import { Choice, Id } from '../platform/http/fields.js';

/** A post at an organization, to which something is given to do. */
@ApiSchema({ name: 'PostAt' })
export class PostAtDto {
  @Id({ description: '责任单位' })
  organization: string;

  @Choice(OWNER_ROLES, { description: '责任岗位' })
  role: (typeof OWNER_ROLES)[number];
}
