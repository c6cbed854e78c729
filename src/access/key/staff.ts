import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { v7 as uuid } from 'uuid';
import { Nested, Text } from '../../platform/http/fields.js';
import { CHECKS, entriesOf } from '../../platform/http/validation.js';
import { Problem } from '../../platform/problem.js';
import type { Statement, Transaction } from '../../platform/transaction.js';
import type { Actor, Staff } from '../actor.js';

/** Capitals, so that one number cannot be written as two people. */
export const STAFF_NUMBER = { min: 1, max: 32, pattern: /^[0-9A-Z-]+$/ };

/** The same, where the OpenAPI document tells of it. */
export const STAFF_SCHEMA = {
  type: 'object',
  required: ['staffNo', 'name'],
  properties: {
    staffNo: {
      type: 'string',
      minLength: 1,
      maxLength: 32,
      pattern: STAFF_NUMBER.pattern.source,
      example: '10237',
    },
    name: { type: 'string', minLength: 1, maxLength: 100, example: '陈志远' },
  },
};

class StaffDto {
  @Text(STAFF_NUMBER)
  staffNo: string;

  @Text({ min: 1, max: 100 })
  name: string;
}

class BehindDto {
  @Nested(() => StaffDto)
  onBehalfOf: StaffDto;
}

/** An account of that number comes first. A name that has changed is kept anew, and the log holds each as it was said. */
const KNOWN: Statement = {
  name: 'known-staff',
  text: `select id from (
      select id, 1 as rank from person where jurisdiction = $1 and organization = $2 and staff_no = $3
      union all
      select id, 2 from staff where jurisdiction = $1 and organization = $2 and staff_no = $3 and name = $4
    ) known order by rank limit 1`,
};
const KEEP: Statement = {
  name: 'keep-staff',
  text: `insert into staff (jurisdiction, id, organization, staff_no, name) values ($1, $2, $3, $4, $5)
    on conflict (jurisdiction, organization, staff_no) do update set name = excluded.name returning id`,
};

/**
 * Takes out of a body whom the bank's system names behind it. What is left is judged like anybody's body.
 * @throws {Problem} validation-failed without one
 */
export async function staffNamedIn(body: unknown): Promise<Omit<Staff, 'id'>> {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const onBehalfOf = isObject && 'onBehalfOf' in body ? body.onBehalfOf : undefined;
  const said = plainToInstance(BehindDto, { onBehalfOf });
  const errors = await validate(said, CHECKS);
  if (errors.length > 0) throw new Problem('validation-failed', { errors: entriesOf(errors) });
  if (isObject) Reflect.deleteProperty(body, 'onBehalfOf');
  return { staffNo: said.onBehalfOf.staffNo, name: said.onBehalfOf.name };
}

/** One id a person, whether it has an account or is known by its number alone. */
export async function knownStaff(
  tx: Transaction,
  { jurisdiction, organization = '' }: Actor,
  { staffNo, name }: Omit<Staff, 'id'>,
): Promise<Staff> {
  const [known] = await tx.query<{ id: string }>(KNOWN, [jurisdiction, organization, staffNo, name]);
  if (known !== undefined) return { ...known, staffNo, name };
  const [kept] = await tx.query<{ id: string }>(KEEP, [jurisdiction, uuid(), organization, staffNo, name]);
  if (kept === undefined) throw new Error('The staff that was just kept is gone.');
  return { ...kept, staffNo, name };
}
