import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, ConfigError } from '../platform/config.js';
import { readOrMakeSecret } from '../platform/secret-file.js';
import {
  type Checkpoint,
  checkpointText,
  parseVkey,
  signedNote,
  type VerifierKey,
  vkeyOf,
} from './tree/signed-note.js';

/**
 * The key that promises and checkpoints are signed with. It lies in a file of its own, mode 0600 and outside the database, so
 * that whoever can write to the database still cannot sign. Made at the first start; every node of a city is given the same
 * one. A former key is known by its public part alone: what it signed stays good, and it signs no more.
 */
@Injectable()
export class SigningKey {
  /** `<name>+<hash>`: the beginning of the C2SP vkey. */
  readonly keyId: string;
  /** What the tree's checkpoints say whose it is. */
  readonly origin: string;
  /** The present key first, then the former ones. */
  readonly known: readonly VerifierKey[];
  private readonly key: KeyObject;

  constructor(@Inject(CONFIG) { signingKeyFile, formerSigningKeysFile, jurisdiction }: Config) {
    this.key = readOrMakeKey(signingKeyFile);
    this.origin = `wendai-${jurisdiction}`;
    const present = parseVkey(vkeyOf(this.origin, createPublicKey(this.key)));
    this.keyId = present.keyId;
    this.known = [
      present,
      ...formerKeys(formerSigningKeysFile).filter(({ keyId }) => keyId !== present.keyId),
    ];
  }

  /** Ed25519, base64. The same text always gives the same signature. */
  sign(text: string): string {
    return this.signature(text).toString('base64');
  }

  /** A checkpoint as a signed note (C2SP). */
  signCheckpoint(tree: Omit<Checkpoint, 'origin'>): string {
    const text = checkpointText({ origin: this.origin, ...tree });
    return signedNote(text, this.keyId, this.signature(text));
  }

  private signature(text: string): Buffer {
    return sign(null, Buffer.from(text, 'utf8'), this.key);
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

/** Public keys are no secret: the file may be read by everybody. It is not there before the first key was changed. */
function formerKeys(path: string): VerifierKey[] {
  if (!existsSync(path)) return [];
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map(parseVkey);
  } catch (error) {
    throw new ConfigError(`${path}: ${(error as Error).message}`);
  }
}
