import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { signIn } from '../events/event-stream.js';
import { noteAnswer } from '../support/client.js';
import { world } from '../support/world.js';

/** What came back, to the byte. */
export interface Reply {
  status: number;
  text: string;
  headers: ReadonlyMap<string, string>;
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
/** Every sheet bears a number of its own. */
const NUMBER_OF_SHEET = /(?<=导出编号：)[0-9a-f-]{36}/g;
/** Thousands of requests: connections stay open, and nothing is made of an answer that nobody asks for. */
const agent = new Agent({ keepAlive: true, keepAliveMsecs: 1_000 });

/** Somebody who asks for bytes: it adds no key and no tag, signs in once, and parses nothing. */
export class Caller {
  private constructor(
    readonly login: string,
    private readonly shown: Readonly<Record<string, string>>,
    readonly server: string | undefined,
  ) {}

  static async of(login: string, server?: string): Promise<Caller> {
    return new Caller(login, login === 'anonymous' ? {} : { cookie: await signIn(login) }, server);
  }

  /** The system of a bank. */
  static withKey(secret: string): Caller {
    return new Caller('key', { authorization: `Bearer ${secret}` }, undefined);
  }

  /** In the same session, to another node of the same city. */
  at(server: string): Caller {
    return new Caller(this.login, this.shown, server);
  }

  ask({ method, path, body, headers = {} }: Call): Promise<Reply> {
    const url = `${this.server ?? world().url}/api/v1${path}`;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const sent = request(url, { method, agent, headers: { ...this.shown, ...length, ...headers } });
      sent.once('error', reject);
      sent.once('response', (response) => {
        buffer(response).then((bytes) => {
          const { statusCode: status = 0, headers: got } = response;
          if (this.server === undefined) {
            noteAnswer({ method, path, status, request: String(got['x-request-id']) });
          }
          const named = Object.entries(got).map(([name, value]) => [name, String(value)] as const);
          resolve({ status, text: bytes.toString(), headers: new Map(named) });
        }, reject);
      });
      sent.end(body);
    });
  }
}

/** Everything of an answer that somebody could compare with another. */
export function observable({ status, text, headers }: Reply): string {
  const lines = [...headers]
    .filter(([name]) => !OF_THE_ANSWER.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  return [String(status), ...lines, '', text.replaceAll(NUMBER_OF_SHEET, '…')].join('\n');
}
