import type { Refusal } from '../../workflows/process.js';
import { isProblemCode, PROBLEMS, type ProblemCode } from './problem-codes.js';

/** One field or rule that stands against a request. */
export interface ProblemEntry {
  pointer?: string;
  code: string;
  message: string;
  clause?: string;
}

interface ProblemDetails {
  detail?: string;
  errors?: ProblemEntry[];
  /** Members of this problem's own, such as `allowed` or `etag`. */
  extension?: Record<string, unknown>;
}

/** An expected refusal. Anything else that is thrown is a bug and answers 500. */
export class Problem extends Error {
  readonly status: number;
  readonly errors: ProblemEntry[];
  readonly extension: Record<string, unknown>;
  readonly detail: string | undefined;

  constructor(
    readonly code: ProblemCode,
    details: ProblemDetails = {},
  ) {
    super(code);
    this.status = PROBLEMS[code].status;
    this.errors = details.errors ?? [];
    this.extension = details.extension ?? {};
    this.detail = details.detail;
  }

  /** Guards' reasons as one answer: a missing permission speaks for itself, rules speak together. */
  static of(refusals: readonly Refusal[]): Problem {
    const forbidden = refusals.find(({ kind }) => kind === 'permission');
    if (forbidden !== undefined) {
      const code = isProblemCode(forbidden.code) ? forbidden.code : 'forbidden';
      return new Problem(code, { detail: forbidden.message });
    }
    return new Problem('guard-failed', { errors: refusals.map(entryOf) });
  }
}

function entryOf({ code, message, pointer, clause }: Refusal): ProblemEntry {
  return {
    code,
    message,
    ...(pointer === undefined ? {} : { pointer }),
    ...(clause === undefined ? {} : { clause }),
  };
}
