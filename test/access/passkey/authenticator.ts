import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { certificateFor } from '../../security/certificate.js';
import type { Body } from '../../support/client.js';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** In what an authenticator, or whoever stands between, may differ from what was asked. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** Its count of uses; one more than the last time when left out. */
  counter?: number;
  /** Nobody has shown a PIN, a finger or a face. */
  unverified?: boolean;
  /** Its maker vouches for it (FIDO U2F), though nobody asked. */
  byMaker?: boolean;
}

/** 安全密钥 in software: one P-256 key, and what FIDO2 would answer with it. */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  private readonly key: KeyObject;
  private readonly point: Buffer;
  private counter = 0;

  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.point = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
  }

  /** What a browser would send for `POST /session/passkeys`. */
  make(options: Body, name: string, deviation: Deviation = {}): Body {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const data = Buffer.concat([
      this.data(options.rpId, HAS_KEY, deviation),
      Buffer.alloc(16),
      length,
      id,
      this.point,
    ]);
    const clientData = this.clientData('webauthn.create', options.challenge, deviation);
    const statement =
      deviation.byMaker === true
        ? this.makersWord(options.rpId, clientData)
        : Buffer.concat([text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0)]);
    const attestation = Buffer.concat([Buffer.of(0xa3), statement, text('authData'), bytes(data)]);
    return {
      name,
      id: this.id,
      clientData,
      attestation: attestation.toString('base64url'),
      transports: ['usb'],
    };
  }

  /** What a browser would send beside the password. */
  show(question: Body, deviation: Deviation = {}): Body {
    const data = this.data(question.rpId, 0, deviation);
    const clientData = this.clientData('webauthn.get', question.challenge, deviation);
    const hash = createHash('sha256').update(Buffer.from(clientData, 'base64url')).digest();
    return {
      id: this.id,
      clientData,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, hash]), this.key).toString('base64url'),
    };
  }

  private makersWord(rpId: string, clientData: string): Buffer {
    const maker = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const [, certificate = ''] = /^-+[^-]+-+([^-]+)-+/.exec(certificateFor('maker', maker)) ?? [];
    const [x, y] = [this.point.subarray(10, 42), this.point.subarray(45)];
    const hashes = [Buffer.from(rpId), Buffer.from(clientData, 'base64url')].map((each) =>
      createHash('sha256').update(each).digest(),
    );
    const signed = [Buffer.of(0), ...hashes, Buffer.from(this.id, 'base64url'), Buffer.of(4), x, y];
    const signature = sign('sha256', Buffer.concat(signed), maker.privateKey);
    return Buffer.concat([
      ...[text('fmt'), text('fido-u2f'), text('attStmt'), Buffer.of(0xa2), text('sig'), bytes(signature)],
      ...[text('x5c'), Buffer.of(0x81), bytes(Buffer.from(certificate, 'base64'))],
    ]);
  }

  private data(asked: string, flags: number, { rpId = asked, counter, unverified }: Deviation): Buffer {
    this.counter = counter ?? this.counter + 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const shown = unverified === true ? PRESENT : PRESENT | VERIFIED;
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(flags | shown), count]);
  }

  private clientData(
    type: string,
    asked: string,
    { origin = this.origin, challenge = asked }: Deviation,
  ): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
  }
}

/** A short text in CBOR (RFC 8949). */
function text(letters: string): Buffer {
  return Buffer.concat([Buffer.of(0x60 + letters.length), Buffer.from(letters)]);
}

/** Bytes in CBOR, by a length of two bytes. */
function bytes(content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([Buffer.of(0x59), length, content]);
}
