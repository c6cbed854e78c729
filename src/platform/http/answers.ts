import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from '../problem-codes.js';

interface Answer {
  status: number;
  type?: new () => object;
  isArray?: boolean;
  /** Instead of a type: an answer that is no JSON but text of this kind. */
  mediaType?: string;
  description?: string;
  /** Where a redirect leads, in words. */
  location?: string;
  problems?: readonly ProblemCode[];
}

/** What every operation may answer, whatever it does. */
const ALWAYS: readonly ProblemCode[] = [
  'bad-request',
  'key-refused',
  'too-many-requests',
  'internal-error',
  'unavailable',
];

/** Whoever has to sign in may owe something first. */
const SIGNED_IN: readonly ProblemCode[] = ['password-change-needed', 'second-factor-missing'];

/** What an operation answers: its success and each of its problems by code, for people and for the OpenAPI document. */
export function Answers({
  status,
  type,
  isArray,
  mediaType,
  description,
  location,
  problems = [],
}: Answer): MethodDecorator {
  const byStatus = new Map<number, ProblemCode[]>();
  const owing = problems.includes('not-signed-in') ? SIGNED_IN : [];
  for (const code of [...problems, ...owing, ...ALWAYS]) {
    const { status: refused } = PROBLEMS[code];
    byStatus.set(refused, [...new Set([...(byStatus.get(refused) ?? []), code])]);
  }
  return applyDecorators(
    HttpCode(status),
    ApiResponse({
      status,
      description: description ?? '成功',
      ...(type === undefined ? {} : { type, isArray: isArray ?? false }),
      ...(location === undefined
        ? {}
        : {
            headers: {
              Location: { description: location, schema: { type: 'string', format: 'uri-reference' } },
            },
          }),
      ...(mediaType === undefined ? {} : { content: { [mediaType]: { schema: { type: 'string' } } } }),
    }),
    ...[...byStatus].map(([refused, codes]) =>
      ApiResponse({
        status: refused,
        description: codes.map((code) => `\`${code}\` ${PROBLEMS[code].zh}`).join('；'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}
