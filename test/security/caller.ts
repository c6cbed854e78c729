import { signIn } from '../events/event-stream.js';
import { world } from '../support/world.js';

/** What came back, to the byte. */
export interface Reply {
  status: number;
  text: string;
  headers: Headers;
}

export interface Call {
  method: string;
  /** Below /api/v1. */
  path: string;
  body?: string | Uint8Array | undefined;
  headers?: Readonly<Record<string, string>>;
}

/** Differ with every answer, whatever is asked. */
const OF_THE_ANSWER = new Set(['x-request-id', 'date']);

/** Somebody who asks for bytes: it adds no key and no tag, signs in once, and parses nothing. */
export class Caller {
  private constructor(
    readonly login: string,
    private readonly cookie: string | undefined,
  ) {}

  static async of(login: string): Promise<Caller> {
    return new Caller(login, login === 'anonymous' ? undefined : await signIn(login));
  }

  async ask({ method, path, body, headers = {} }: Call): Promise<Reply> {
    const response = await fetch(`${world().url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(this.cookie === undefined ? {} : { cookie: this.cookie }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
}

/** Everything of an answer that somebody could compare with another. */
export function observable({ status, text, headers }: Reply): string {
  const lines = [...headers]
    .filter(([name]) => !OF_THE_ANSWER.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  return [String(status), ...lines, '', text].join('\n');
}
