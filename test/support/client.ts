import { randomUUID } from 'node:crypto';
import { world } from './world.js';

/** Of every account of the fixtures: test/support/start-cluster.mjs makes them with it. */
export const PASSWORD = 'quanzhou-1087';

// biome-ignore lint/suspicious/noExplicitAny: what a server answers is what the test is there to find out.
export type Body = any;

export interface Answer {
  status: number;
  /** Parsed where it is JSON, the bytes of a workbook, else the text; undefined where there is none. */
  body: Body;
  headers: Headers;
}

export interface RequestOptions {
  /** Instead of a new one for each request. `null` sends none. */
  idempotencyKey?: string | null;
  /** Instead of the entity tag last seen of the resource. `null` sends none. */
  ifMatch?: string | null;
  headers?: Record<string, string>;
}

const API = '/api/v1';

/** What was answered in this test file, by the number that the log keeps of it. */
export const answered: { method: string; path: string; status: number; request: string }[] = [];

/** Someone who speaks to the server over HTTP, and nothing else: neither product code nor the database behind it. */
export class Client {
  private cookie: string | undefined;
  private signingIn: Promise<void> | undefined;
  private readonly tags = new Map<string, string>();

  constructor(
    readonly login?: string,
    private readonly password = PASSWORD,
    /** A server other than the one of the test file. */
    private readonly server?: string,
  ) {}

  get(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.request('GET', path, undefined, options);
  }

  /** With a new Idempotency-Key, unless the test has one of its own. */
  post(path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.request('POST', path, body, { idempotencyKey: randomUUID(), ...options });
  }

  /** With the entity tag last seen, or one that is read first. */
  async patch(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.request('PATCH', path, body, { ifMatch: await this.tagOf(path, options), ...options });
  }

  put(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer> {
    return this.request('PUT', path, body, options);
  }

  async delete(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.request('DELETE', path, undefined, { ifMatch: await this.tagOf(path, options), ...options });
  }

  /** An event for a process resource, e.g. `send('/filings/…', 'FILE')`, on the version that this client has seen last. */
  async send(
    path: string,
    type: string,
    payload: object = {},
    options: RequestOptions = {},
  ): Promise<Answer> {
    return this.request(
      'POST',
      `${path}/events`,
      { type, ...payload },
      { idempotencyKey: randomUUID(), ifMatch: await this.tagOf(path, options), ...options },
    );
  }

  /** Asks as it is told: no key, no tag, no second attempt. */
  async request(method: string, path: string, body?: unknown, options: RequestOptions = {}): Promise<Answer> {
    if (this.login !== undefined && this.cookie === undefined) await this.signIn();
    const first = await this.attempt(method, path, body, options);
    // The clock was moved past the end of the session. Nothing was done yet, so it can be asked again.
    if (first.status !== 401 || this.login === undefined) return first;
    await this.signIn();
    return this.attempt(method, path, body, options);
  }

  /** Once, however many requests wait for it: guesses at one login are counted, and several at once are too many. */
  signIn(): Promise<void> {
    this.signingIn ??= this.startSession().finally(() => {
      this.signingIn = undefined;
    });
    return this.signingIn;
  }

  private async startSession(): Promise<void> {
    this.cookie = undefined;
    const { login, password } = this;
    const answer = await this.attempt('POST', '/session', { login, password }, {});
    if (answer.status !== 201) {
      throw new Error(
        `${String(login)} cannot sign in: ${String(answer.status)} ${JSON.stringify(answer.body)}`,
      );
    }
  }

  /** The entity tag that this client has seen last of a resource, read now where it has seen none. */
  private async tagOf(path: string, { ifMatch }: RequestOptions): Promise<string | null> {
    if (ifMatch !== undefined) return ifMatch;
    if (!this.tags.has(path)) await this.get(path);
    return this.tags.get(path) ?? null;
  }

  private async attempt(
    method: string,
    path: string,
    body: unknown,
    { idempotencyKey, ifMatch, headers = {} }: RequestOptions,
  ): Promise<Answer> {
    const isBytes = body instanceof Uint8Array || typeof body === 'string';
    const response = await fetch(
      `${this.server ?? world().url}${path.startsWith('/api/') ? '' : API}${path}`,
      {
        method,
        headers: {
          ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
          ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
          ...(idempotencyKey == null ? {} : { 'idempotency-key': idempotencyKey }),
          ...(ifMatch == null ? {} : { 'if-match': ifMatch }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
      },
    );
    if (this.server === undefined)
      noteAnswer({ method, path, status: response.status, request: response.headers.get('x-request-id') });
    // As a browser keeps it: proving oneself anew begins another session.
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    const tag = response.headers.get('etag');
    if (tag !== null) this.tags.set(path.replace(/\/events$/, ''), tag);
    return { status: response.status, body: await bodyOf(response), headers: response.headers };
  }
}

export function noteAnswer({
  request,
  path,
  ...of
}: {
  method: string;
  path: string;
  status: number;
  request: string | null;
}): void {
  if (request !== null) answered.push({ ...of, path: path.replace(/\?.*/, ''), request });
}

/** Signs in as one of the accounts of the fixtures, e.g. `as('jinli.maker')`. */
export async function as(login: string): Promise<Client> {
  const client = new Client(login);
  await client.signIn();
  return client;
}

/** Somebody who has not signed in. */
export function anonymous(): Client {
  return new Client();
}

async function bodyOf(response: Response): Promise<Body> {
  const isWorkbook = response.ok && (response.headers.get('content-type') ?? '').includes('spreadsheetml');
  if (isWorkbook) return Buffer.from(await response.arrayBuffer());
  const text = await response.text();
  if (text === '') return undefined;
  return (response.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : text;
}
