import { randomUUID } from 'node:crypto';
import { type Answer, type Body, Client, type RequestOptions } from '../../support/client.js';
import { expecting, person } from '../../support/filings.js';

export const CHEN = { staffNo: '10237', name: '陈志远' };
export const WU = { staffNo: '10411', name: '吴雅婷' };

export interface Key {
  id: string;
  secret: string;
}

/** A key of the bank's administrator's making: from this machine, till the end of 2026, unless told otherwise. */
export async function aKey(bank: string, duty: 'prepare' | 'send', said: Body = {}): Promise<Key> {
  const wish = {
    name: `${duty} ${randomUUID()}`,
    duty,
    addresses: ['127.0.0.1'],
    validUntil: '2026-12-31',
    ...said,
  };
  const { body } = expecting(201, await (await person(`${bank}.admin`)).post('/api-keys', wish));
  return { id: body.key.id, secret: body.secret };
}

/** A bank's system: it shows its key with each request, and names somebody behind what it writes. */
export class BankSystem {
  private readonly client: Client;

  constructor(
    readonly secret: string,
    private readonly behind: Body = CHEN,
    server?: string,
  ) {
    this.client = new Client(undefined, undefined, server);
  }

  get(path: string): Promise<Answer> {
    return this.client.get(path, this.shown());
  }

  post(path: string, body: object = {}, options: RequestOptions = {}): Promise<Answer> {
    return this.client.post(path, { ...body, ...this.named() }, this.shown(options));
  }

  /** On the present version. */
  async write(method: string, path: string, body: object = {}): Promise<Answer> {
    const tag = (await this.get(path)).headers.get('etag');
    return this.client.request(method, path, { ...body, ...this.named() }, this.shown({ ifMatch: tag }));
  }

  async send(
    path: string,
    type: string,
    payload: object = {},
    idempotencyKey = randomUUID(),
  ): Promise<Answer> {
    const tag = (await this.get(path)).headers.get('etag');
    const options = this.shown({ ifMatch: tag ?? '"1.0"', idempotencyKey });
    return this.client.request('POST', `${path}/events`, { type, ...payload, ...this.named() }, options);
  }

  upload(path: string, bytes: Uint8Array, headers: Record<string, string>): Promise<Answer> {
    return this.client.request('PUT', path, bytes, this.shown({ headers }));
  }

  private named(): object {
    return this.behind === null ? {} : { onBehalfOf: this.behind };
  }

  private shown(options: RequestOptions = {}): RequestOptions {
    return { ...options, headers: { authorization: `Bearer ${this.secret}`, ...options.headers } };
  }
}
