import { expect } from '@jest/globals';
import type { Answer } from './client.js';
import { attempt, type Committee, stored } from './committees.js';

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

/** Not this organization's to do: 403 with the reason, a trace of it, and nothing changed. */
export async function denied(
  committee: Committee,
  login: string,
  type: string,
  payload: object,
): Promise<void> {
  const before = await stored(committee);
  const answer = await attempt(committee, login, type, payload);
  expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  expect(await stored(committee)).toEqual(before);
}
