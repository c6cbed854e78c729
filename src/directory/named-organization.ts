import { ApiSchema } from '@nestjs/swagger';
import type { CivilDay } from '../../workflows/process.js';
import { Id, Text } from '../platform/http/fields.js';
import type { ReferenceData } from './reference-data.js';

const SAID = { checked: false } as const;

/** An organization as cases name it. */
@ApiSchema({ name: 'NamedOrganization' })
export class NamedOrganizationDto {
  @Id(SAID)
  id: string;

  @Text({ max: 40 }, { ...SAID, example: 'danbao' })
  key: string;

  @Text({ max: 100 }, { ...SAID, example: '泉信融资担保公司' })
  name: string;
}

/** With the name that it bears on that day. */
export function namedOrganization(reference: ReferenceData, id: string, day: CivilDay): NamedOrganizationDto {
  return { id, key: reference.organization(id).key, name: reference.nameOn(id, day) };
}
