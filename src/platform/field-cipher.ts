import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, ConfigError } from './config.js';
import { KEY_BYTES, SUITES, type Suite } from './sealing.js';
import { readOrMakeSecret } from './secret-file.js';

const LINE = /^([a-z0-9-]{1,20}) ([A-Za-z0-9+/]{43}=)(?: (aes|sm4))?$/;

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
 * everything is sealed anew. A key seals by AES-256-GCM, or by SM4 and SM3 where `sm4` stands behind it.
 */
@Injectable()
export class FieldCipher implements Cipher {
  private readonly keys: ReadonlyMap<string, Key>;
  private readonly current: string;

  constructor(@Inject(CONFIG) { fieldKeyFile }: Config) {
    const lines = readOrMakeSecret(fieldKeyFile, () => `k1 ${randomBytes(KEY_BYTES).toString('base64')}\n`);
    this.keys = keysIn(lines, fieldKeyFile);
    const [first] = this.keys.keys();
    if (first === undefined) throw new ConfigError(`${fieldKeyFile} holds no key.`);
    this.current = first;
  }

  seal(text: string, about: string): string {
    const { suite, key } = this.key(this.current);
    return `${this.current}.${suite.seal(key, text, about).toString('base64')}`;
  }

  /** @throws when a byte was changed, or the text was sealed about something else or by a key that is gone */
  open(sealed: string, about: string): string {
    const [id = '', body = ''] = sealed.split('.');
    const { suite, key } = this.key(id);
    return suite.open(key, Buffer.from(body, 'base64'), about);
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

  private macBy(id: string, text: string, about: string): Buffer {
    const { suite, key } = this.key(id);
    return suite.mac(key, `${about}\n${text}`);
  }

  /** What everything that the present key has sealed begins with. */
  get mark(): string {
    return `${this.current}.`;
  }

  private key(id: string): Key {
    const key = this.keys.get(id);
    if (key === undefined)
      throw new Error(`A field is sealed by the key ${id}, which the key file does not hold.`);
    return key;
  }
}

interface Key {
  key: Buffer;
  suite: Suite;
}

function keysIn(text: string, path: string): Map<string, Key> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line): [string, Key] => {
      const [, id, key, word = 'aes'] = LINE.exec(line) ?? [];
      const suite = SUITES[word];
      if (id === undefined || key === undefined || suite === undefined) {
        throw new ConfigError(
          `${path} must hold one key a line: a name, a space and 32 bytes in base64, and perhaps sm4 behind another space.`,
        );
      }
      return [id, { key: Buffer.from(key, 'base64'), suite }];
    }),
  );
}
