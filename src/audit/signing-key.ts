import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, ConfigError } from '../platform/config.js';
import { readOrMakeSecret } from '../platform/secret-file.js';

/** C2SP signed-note: one byte before a public key that says Ed25519. */
const ED25519 = Buffer.from([1]);

/**
 * The key that promises are signed with. It lies in a file of its own, mode 0600 and outside the database, so that whoever
 * can write to the database still cannot sign. Made at the first start; every node of a city is given the same one.
 */
@Injectable()
export class SigningKey {
  /** `<name>+<hash>`: the beginning of the C2SP vkey. */
  readonly keyId: string;
  /** What a verifier needs: `<name>+<hash>+<public key>`. */
  readonly vkey: string;
  private readonly key: KeyObject;

  constructor(@Inject(CONFIG) { signingKeyFile, jurisdiction }: Config) {
    this.key = readOrMakeKey(signingKeyFile);
    const name = `wendai-${jurisdiction}`;
    const publicKey = Buffer.concat([ED25519, rawPublicKey(this.key)]);
    const id = createHash('sha256').update(`${name}\n`).update(publicKey).digest('hex').slice(0, 8);
    this.keyId = `${name}+${id}`;
    this.vkey = `${this.keyId}+${publicKey.toString('base64')}`;
  }

  /** Ed25519, base64. The same text always gives the same signature. */
  sign(text: string): string {
    return sign(null, Buffer.from(text, 'utf8'), this.key).toString('base64');
  }
}

/** @throws {ConfigError} when others can read the file, or it holds no Ed25519 key */
function readOrMakeKey(path: string): KeyObject {
  const pem = readOrMakeSecret(path, () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new ConfigError(`${path} is no private key in PEM.`);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new ConfigError(`${path} must hold an Ed25519 key.`);
  return key;
}

function rawPublicKey(key: KeyObject): Buffer {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('An Ed25519 key without its public part.');
  return Buffer.from(x, 'base64url');
}
