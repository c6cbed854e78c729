import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, ConfigError } from './config.js';
import { readOrMakeSecret } from './secret-file.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LINE = /^([a-z0-9-]{1,20}) ([A-Za-z0-9+/]{43}=)$/;

/** Seals and opens. `about` names the field and its row: sealed text that is moved elsewhere does not open. */
export interface Cipher {
  seal(text: string, about: string): string;
  open(sealed: string, about: string): string;
  /** Says that this text was written by somebody who has the key; whoever can only write to the database cannot say it. */
  vouch(text: string, about: string): string;
  isVouched(voucher: string, text: string, about: string): boolean;
  /** What everything that the present key has sealed or vouched for begins with. */
  readonly mark: string;
}

/**
 * Seals single fields at rest (GB/T 39786 8.4 e): a dump of the database shows none of them. The key file holds one key a line,
 * `<id> <base64>`; the first one seals, all of them open, so that a new key is put in front and the old ones stay until
 * everything is sealed anew.
 */
@Injectable()
export class FieldCipher implements Cipher {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: string;
  private readonly vouching = new Map<string, Buffer>();

  constructor(@Inject(CONFIG) { fieldKeyFile }: Config) {
    const lines = readOrMakeSecret(fieldKeyFile, () => `k1 ${randomBytes(KEY_BYTES).toString('base64')}\n`);
    this.keys = keysIn(lines, fieldKeyFile);
    const [first] = this.keys.keys();
    if (first === undefined) throw new ConfigError(`${fieldKeyFile} holds no key.`);
    this.current = first;
  }

  seal(text: string, about: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key(this.current), iv).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${this.current}.${Buffer.concat([iv, sealed]).toString('base64')}`;
  }

  /** @throws when a byte was changed, or the text was sealed about something else or by a key that is gone */
  open(sealed: string, about: string): string {
    const [id = '', body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64');
    const end = bytes.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, this.key(id), bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, end)), decipher.final()]).toString('utf8');
  }

  vouch(text: string, about: string): string {
    return `${this.current}.${this.macBy(this.current, text, about).toString('base64url')}`;
  }

  /** False for a changed text, and for a key that the file does not hold. */
  isVouched(voucher: string, text: string, about: string): boolean {
    const [id = '', mac = ''] = voucher.split('.');
    if (!this.keys.has(id)) return false;
    const said = Buffer.from(mac, 'base64url');
    const own = this.macBy(id, text, about);
    return said.length === own.length && timingSafeEqual(said, own);
  }

  /** HMAC-SHA-256 by a key of its own, drawn from the one that seals: neither use says anything about the other. */
  private macBy(id: string, text: string, about: string): Buffer {
    let key = this.vouching.get(id);
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', this.key(id), '', 'wendai vouching', KEY_BYTES));
      this.vouching.set(id, key);
    }
    return createHmac('sha256', key).update(`${about}\n${text}`).digest();
  }

  /** What everything that the present key has sealed begins with. */
  get mark(): string {
    return `${this.current}.`;
  }

  private key(id: string): Buffer {
    const key = this.keys.get(id);
    if (key === undefined)
      throw new Error(`A field is sealed by the key ${id}, which the key file does not hold.`);
    return key;
  }
}

function keysIn(text: string, path: string): Map<string, Buffer> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line): [string, Buffer] => {
      const [, id, key] = LINE.exec(line) ?? [];
      if (id === undefined || key === undefined) {
        throw new ConfigError(`${path} must hold one key a line: a name, a space and 32 bytes in base64.`);
      }
      return [id, Buffer.from(key, 'base64')];
    }),
  );
}
