import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem, type ProblemEntry } from '../problem.js';

/** How many faults one answer names: a body of a million faults is answered like one of a hundred. */
const MAX_ENTRIES = 100;

/** How strictly anything from outside is checked against its class. */
export const CHECKS = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
} as const;

/** Checks bodies and queries against their DTO; what the DTO does not know is refused, never dropped in silence. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    ...CHECKS,
    exceptionFactory: (errors) => new Problem('validation-failed', { errors: entriesOf(errors) }),
  });
}

/** One entry a fault, with a JSON pointer to it. */
export function entriesOf(errors: readonly ValidationError[]): ProblemEntry[] {
  return errors.flatMap((error) => entriesAt(error, '')).slice(0, MAX_ENTRIES);
}

function entriesAt(
  { property, constraints = {}, children = [] }: ValidationError,
  parent: string,
): ProblemEntry[] {
  const pointer = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(constraints).map(([name, message]) =>
    name === 'whitelistValidation'
      ? { pointer, code: 'unknown-field', message: '没有这个字段，请删除' }
      : { pointer, code: 'invalid-value', message },
  );
  const inner = children.flatMap((child) => entriesAt(child, pointer));
  // A list with a faulty item says so at the item; once is enough.
  return inner.length > 0 ? inner : own.slice(0, 1);
}
