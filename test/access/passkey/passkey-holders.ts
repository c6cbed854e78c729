import { expect } from '@jest/globals';
import { type Body, PASSWORD } from '../../support/client.js';
import { type Reply, Visitor } from '../sign-in/visitor.js';
import { Authenticator } from './authenticator.js';

export const PASSKEYS = '/session/passkeys';

/** People who have passkeys, or come to have one, at one server. */
export class PasskeyHolders {
  constructor(
    private readonly url: string,
    private readonly origin: string,
  ) {}

  async signedIn(login: string): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    expect((await visitor.signIn(login)).status).toBe(201);
    return visitor;
  }

  async options(visitor: Visitor): Promise<Body> {
    const { status, body } = await visitor.send('POST', `${PASSKEYS}/options`);
    expect(status).toBe(201);
    return body;
  }

  /** Somebody in whose session a passkey was added, and the device. */
  async aPasskeyOf(login: string): Promise<{ visitor: Visitor; device: Authenticator; id: string }> {
    const visitor = await this.signedIn(login);
    const device = new Authenticator(this.origin);
    const { status, body } = await visitor.send(
      'POST',
      PASSKEYS,
      device.make(await this.options(visitor), '办公室安全密钥'),
    );
    expect(status).toBe(201);
    return { visitor, device, id: body.id };
  }

  /** What the server asks whoever has shown the password. */
  async asked(login: string): Promise<Body> {
    const { status, body } = await new Visitor(this.url).signIn(login);
    expect([status, body.code]).toEqual([401, 'second-factor-needed']);
    return body;
  }

  shown(login: string, passkey: Body, more: object = {}): Promise<Reply> {
    return new Visitor(this.url).send('POST', '/session', { login, password: PASSWORD, passkey, ...more });
  }

  async signedInBy(login: string, device: Authenticator): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    const passkey = device.show((await this.asked(login)).passkey);
    expect((await visitor.send('POST', '/session', { login, password: PASSWORD, passkey })).status).toBe(201);
    return visitor;
  }
}
