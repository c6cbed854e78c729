import { request } from 'node:http';
import { Secret, TOTP } from 'otpauth';
import { type Body, PASSWORD } from '../../support/client.js';

export interface Reply {
  status: number;
  body: Body;
  headers: NodeJS.Dict<string | string[]>;
}

/** Somebody at an address of this machine's loopback who keeps what the server gives it, and never signs in by itself. */
export class Visitor {
  cookie: string | undefined;

  constructor(
    private readonly server: string,
    private readonly address = '127.0.0.1',
  ) {}

  signIn(login: string, password = PASSWORD, code?: string): Promise<Reply> {
    return this.send('POST', '/session', { login, password, ...(code === undefined ? {} : { code }) });
  }

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  send(method: string, path: string, said?: object): Promise<Reply> {
    const text = said === undefined ? '' : JSON.stringify(said);
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.server}/api/v1${path}`,
        {
          method,
          localAddress: this.address,
          agent: false,
          headers: {
            ...(said === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => {
            const given = answer.headers['set-cookie']?.[0]?.split(';')[0];
            if (given !== undefined) this.cookie = given;
            const body = Buffer.concat(parts).toString('utf8');
            resolve({
              status: answer.statusCode ?? 0,
              body: body === '' ? undefined : JSON.parse(body),
              headers: answer.headers,
            });
          });
        },
      );
      sent.once('error', reject);
      sent.end(text);
    });
  }
}

/** What the device of somebody shows at this moment. */
export function codeAt(secret: string, instant: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(instant) });
}
