import { ApiSchema } from '@nestjs/swagger';
import { OFFICES, ROLES } from '../../workflows/process.js';
import { Choice, Id, Instant, Nested, Text, Whole } from '../platform/http/fields.js';
import type { Outcome } from '../process/command.js';

const SAID = { checked: false } as const;
const MAYBE = { checked: false, nullable: true } as const;

@ApiSchema({ name: 'EntryActor' })
export class EntryActorDto {
  @Choice(['person', 'client', 'clock', 'case', 'system'], SAID)
  kind: string;

  @Id(MAYBE)
  person: string | null;

  @Id(MAYBE)
  organization: string | null;

  @Choice(ROLES, MAYBE)
  role: string | null;
}

/** What an event left in the log of its case. */
@ApiSchema({ name: 'CaseEntry' })
export class CaseEntryDto {
  @Id(SAID)
  id: string;

  @Whole({ least: 1, most: 1_000_000 }, { ...SAID, description: '本件日志中的序号' })
  seq: number;

  @Text({ max: 60 }, SAID)
  type: string;

  @Text({ max: 40 }, MAYBE)
  from: string | null;

  @Text({ max: 40 }, SAID)
  to: string;

  @Instant(SAID)
  at: string;

  @Choice(OFFICES, MAYBE)
  office: string | null;

  @Nested(() => EntryActorDto, SAID)
  actor: EntryActorDto;

  @Id({ ...MAYBE, description: '委托人' })
  onBehalfOf: string | null;
}

/** The order of members is fixed here, for a repeated answer is the same to the byte. */
export function entryOf({ id, seq, type, from, to, at, office, actor }: Outcome['entry']): CaseEntryDto {
  const { kind, person = null, organization = null, role = null, onBehalfOf = null } = actor;
  return { id, seq, type, from, to, at, office, actor: { kind, person, organization, role }, onBehalfOf };
}
