import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { HASH_BYTES } from './merkle-tree.js';

/** C2SP signed-note: one byte before a public key that says Ed25519. */
const ED25519 = 1;
const KEY_HASH_BYTES = 4;
const RAW_KEY_BYTES = 32;
/** What DER puts in front of the 32 bytes of an Ed25519 public key (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const VKEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/;
const SIGNATURE = /^— (\S+) ([A-Za-z0-9+/=]+)$/;
const CHECKPOINT = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/;

/** A public key as C2SP writes it: `<name>+<hash>+<type and key>`. */
export interface VerifierKey {
  name: string;
  /** `<name>+<hash>`, as receipts name it. */
  keyId: string;
  vkey: string;
  key: KeyObject;
}

/** What a city claims of its log: that it has so many entries, and these. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** @throws {TypeError} when it is none */
export function parseVkey(vkey: string): VerifierKey {
  const [, name, said, encoded] = VKEY.exec(vkey) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (
    name === undefined ||
    bytes.length !== 1 + RAW_KEY_BYTES ||
    bytes[0] !== ED25519 ||
    said !== keyHash(name, bytes)
  ) {
    throw new TypeError(`This is no Ed25519 verifier key of C2SP: ${vkey}`);
  }
  const der = Buffer.concat([SPKI_PREFIX, bytes.subarray(1)]);
  return {
    name,
    keyId: `${name}+${said}`,
    vkey,
    key: createPublicKey({ key: der, format: 'der', type: 'spki' }),
  };
}

export function vkeyOf(name: string, publicKey: KeyObject): string {
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('An Ed25519 key without its public part.');
  const bytes = Buffer.concat([Buffer.from([ED25519]), Buffer.from(x, 'base64url')]);
  return `${name}+${keyHash(name, bytes)}+${bytes.toString('base64')}`;
}

function keyHash(name: string, bytes: Buffer): string {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * KEY_HASH_BYTES);
}

/** C2SP tlog-checkpoint: three lines, without extensions. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${String(size)}\n${root.toString('base64')}\n`;
}

/** C2SP signed-note: the text, an empty line, a line for each signature. */
export function signedNote(text: string, keyId: string, signature: Buffer): string {
  const [name = '', hash = ''] = keyId.split('+');
  return `${text}\n— ${name} ${Buffer.concat([Buffer.from(hash, 'hex'), signature]).toString('base64')}\n`;
}

/**
 * The checkpoint of a note, and by which of these keys it is signed. Undefined when it is not a checkpoint or none of the keys
 * has signed it; signatures by keys that are not known are passed over, as C2SP has it.
 */
export function openCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
): (Checkpoint & { keyId: string }) | undefined {
  const gap = note.lastIndexOf('\n\n');
  const text = note.slice(0, gap + 1);
  const [, origin, size, root] = CHECKPOINT.exec(text) ?? [];
  if (gap < 0 || origin === undefined || root === undefined) return undefined;
  const hash = Buffer.from(root, 'base64');
  if (hash.length !== HASH_BYTES) return undefined;
  for (const line of note.slice(gap + 2).split('\n')) {
    const [, name, encoded] = SIGNATURE.exec(line) ?? [];
    if (name === undefined || encoded === undefined || name !== origin) continue;
    const bytes = Buffer.from(encoded, 'base64');
    // Two texts of one signature would be two notes that say the same: only what was written counts.
    if (bytes.toString('base64') !== encoded) continue;
    const keyId = `${name}+${bytes.subarray(0, KEY_HASH_BYTES).toString('hex')}`;
    const known = keys.find((each) => each.keyId === keyId);
    if (known !== undefined && verify(null, Buffer.from(text), known.key, bytes.subarray(KEY_HASH_BYTES))) {
      return { origin, size: Number(size), root: hash, keyId };
    }
  }
  return undefined;
}
