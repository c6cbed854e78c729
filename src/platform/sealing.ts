import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export const KEY_BYTES = 32;

/** How a key seals: one set of algorithms, and nothing of it is chosen by what was sealed. */
export interface Suite {
  seal(key: Buffer, text: string, about: string): Buffer;
  /** @throws when a byte was changed, or the text was sealed about something else */
  open(key: Buffer, sealed: Buffer, about: string): string;
  /** For vouching, by a key of its own that is drawn from the one that seals. */
  mac(key: Buffer, text: string): Buffer;
}

const AES_IV_BYTES = 12;
const TAG_BYTES = 16;

const aes: Suite = {
  seal(key, text, about) {
    const iv = randomBytes(AES_IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
    return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, sealed, about) {
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, AES_IV_BYTES))
      .setAAD(Buffer.from(about))
      .setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(AES_IV_BYTES, end)), decipher.final()]).toString(
      'utf8',
    );
  },
  mac: (key, text) =>
    createHmac('sha256', drawn('sha256', key, 'wendai vouching'))
      .update(text)
      .digest(),
};

const SM4_KEY_BYTES = 16;
const SM4_IV_BYTES = 16;
const SM3_BYTES = 32;

/** GB/T 32907-2016 (SM4) in CBC, then HMAC by GB/T 32905-2016 (SM3) over all of it: Node's OpenSSL has no SM4-GCM. */
const sm: Suite = {
  seal(key, text, about) {
    const iv = randomBytes(SM4_IV_BYTES);
    const cipher = createCipheriv('sm4-cbc', sm4Key(key), iv);
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([sealed, sealOf(key, sealed, about)]);
  },
  open(key, sealed, about) {
    const end = sealed.length - SM3_BYTES;
    const own = sealOf(key, sealed.subarray(0, Math.max(end, 0)), about);
    if (end <= SM4_IV_BYTES || !timingSafeEqual(own, sealed.subarray(end))) {
      throw new Error('The sealed text was changed, or sealed about something else.');
    }
    const decipher = createDecipheriv('sm4-cbc', sm4Key(key), sealed.subarray(0, SM4_IV_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(SM4_IV_BYTES, end)), decipher.final()]).toString(
      'utf8',
    );
  },
  mac: (key, text) =>
    createHmac('sm3', drawn('sm3', key, 'wendai vouching'))
      .update(text)
      .digest(),
};

/** By the word behind a key in the key file; none means AES. */
export const SUITES: Readonly<Record<string, Suite>> = { aes, sm4: sm };

function sm4Key(key: Buffer): Buffer {
  return drawn('sm3', key, 'wendai sm4').subarray(0, SM4_KEY_BYTES);
}

/** The length of `about` stands before it, so that no byte can move from one to the other. */
function sealOf(key: Buffer, sealed: Buffer, about: string): Buffer {
  const named = Buffer.from(about);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(named.length);
  return createHmac('sm3', drawn('sm3', key, 'wendai sm4 mac'))
    .update(length)
    .update(named)
    .update(sealed)
    .digest();
}

/** Drawn once a process: every entry of the log is vouched for by one of them. */
const known = new WeakMap<Buffer, Map<string, Buffer>>();

/** Neither use of a key says anything about another. */
function drawn(hash: 'sha256' | 'sm3', key: Buffer, purpose: string): Buffer {
  const ofKey = known.get(key) ?? new Map<string, Buffer>();
  known.set(key, ofKey);
  const found = ofKey.get(purpose) ?? Buffer.from(hkdfSync(hash, key, '', purpose, KEY_BYTES));
  ofKey.set(purpose, found);
  return found;
}
