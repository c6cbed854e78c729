import { expect } from '@jest/globals';
import type { Answer } from './client.js';
import { attempt, type Committee, stored } from './committees.js';
import { query } from './database.js';

/** The status of an answer, and the reasons in it. */
export function codesOf({ status, body }: Answer): [number, string[]] {
  const errors: { code: string }[] = body.errors ?? [];
  return [status, errors.map(({ code }) => code)];
}

/** Refused with these codes, and nothing in case, clocks, notices, members and claims is another than before. */
export async function refused(
  committee: Committee,
  login: string,
  [type, payload]: [string, object],
  codes: string[],
): Promise<void> {
  const before = await stored(committee);
  const answer = await attempt(committee, login, type, payload);
  expect(codesOf(answer)).toEqual([422, codes]);
  for (const { message } of answer.body.errors) expect(message).toMatch(/。$/);
  expect(await stored(committee)).toEqual(before);
}

/** Not this organization's to do: 403 with the reason as its code, a trace of it, and nothing changed. */
export async function denied(
  committee: Committee,
  login: string,
  [type, payload]: [string, object],
  code: string,
): Promise<void> {
  const before = await stored(committee);
  const answer = await attempt(committee, login, type, payload);
  expect([answer.status, answer.body.code]).toEqual([403, code]);
  expect(await stored(committee)).toEqual(before);
  expect((await refusalsOf(committee)).at(-1)).toEqual({ type, code });
}

/** Who tried what is not theirs, in the order in which they tried. */
export async function refusalsOf({ id }: { id: string }): Promise<{ type: string; code: string }[]> {
  return query<{ type: string; code: string }>(
    'admin',
    `select e.type, v."values"::jsonb ->> 'code' as code from log_entry e join log_value v on v.entry_id = e.id
      where e.kind = 'refusal' and e.case_id = $1 order by e.at, e.id`,
    [id],
  );
}
