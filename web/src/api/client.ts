import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

/** One reason of a refusal, at the field it is about. */
export interface Reason {
  code: string;
  message: string;
  pointer?: string;
  clause?: string;
}

/** Who was first, where somebody was. */
export interface First {
  name: string;
  organization: string;
  at: string;
  /** Its code, e.g. `ACKNOWLEDGE`. */
  event: string;
}

/** What the server refused, in words that say what to do next (RFC 9457). */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly reasons: readonly Reason[],
    readonly first?: First,
  ) {
    super(detail ?? title);
  }
}

/** What a passkey has to answer. */
export interface PasskeyQuestion {
  challenge: string;
  rpId: string;
  allow: { id: string; transports: string[] }[];
}

/** The password was right, and a second factor is to come: one of these. */
export class FactorWanted extends Refused {
  constructor(
    refused: Refused,
    readonly ways: readonly string[],
    readonly question: PasskeyQuestion | undefined,
  ) {
    super(refused.status, refused.code, refused.title, refused.detail, refused.reasons);
  }
}

/** The server could not be asked at all: nothing that was typed is lost by it. */
export class Unreachable extends Error {}

export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Typed by the server's own document; `npm run api-client` writes it anew, and a test fails when the two differ. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin', fetch: fetchProven });

let proof: () => Promise<boolean> = () => Promise.resolve(false);

/** Says who asks people to prove again who they are. Returns the end of that. */
export function askForProof(ask: () => Promise<boolean>): () => void {
  proof = ask;
  return () => {
    proof = () => Promise.resolve(false);
  };
}

/** Acts of weight want a fresh proof: it is asked for where it is wanted, and the same request goes out once more. */
async function fetchProven(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await fetch(request);
  if (answer.status !== 401) return answer;
  const problem = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  return problem.code === 'step-up-needed' && (await proof()) ? fetch(again) : answer;
}

interface Answered<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** @throws {Refused | Unreachable} */
export async function answered<Data>(
  asked: Promise<Answered<Data>>,
): Promise<{ data: Data; version: string }> {
  const answer = await asked.catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  const { response, data, error } = answer;
  if (!response.ok) throw refusalIn(response.status, error);
  return { data: data as Data, version: response.headers.get('etag')?.replaceAll('"', '') ?? '' };
}

function refusalIn(status: number, body: unknown): Refused {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: string;
    title?: string;
    detail?: string;
    errors?: Reason[];
    by?: { name?: string | null; organization?: string | null };
    at?: string;
    event?: string;
    ways?: string[];
    passkey?: PasskeyQuestion;
  };
  const { code = 'unknown', title = `HTTP ${String(status)}`, detail, errors = [] } = problem;
  const { by, at, event } = problem;
  const first =
    by === undefined || at === undefined || event === undefined
      ? undefined
      : { name: by.name ?? '', organization: by.organization ?? '', at, event };
  const refused = new Refused(status, code, title, detail, errors, first);
  if (code !== 'second-factor-needed') return refused;
  return new FactorWanted(refused, problem.ways ?? [], problem.passkey);
}

/** A key for one submission: whoever tries again with it gets the first answer. */
export function newKey(): string {
  return crypto.randomUUID();
}
