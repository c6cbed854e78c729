import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { hash as hashByArgon2, verify as verifyByArgon2 } from '@node-rs/argon2';
import { CONFIG, type Config, type PasswordScheme } from '../../platform/config.js';

const derive = promisify(pbkdf2);

/** As many as OWASP asks for of PBKDF2-HMAC-SHA256; GM/T 0091-2020 asks for 1,024 at least. */
const SM3_ROUNDS = 600_000;
const SM3_SALT_BYTES = 16;
const SM3_BYTES = 32;
const SM3_TODAY = `$pbkdf2-sm3$i=${String(SM3_ROUNDS)}$`;
const SM3_HASH = /^\$pbkdf2-sm3\$i=(\d{1,8})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

interface Scheme {
  /** What a hash of today begins with; one that begins otherwise is made anew at the next sign-in. */
  today: string;
  /** Hash of no password: checked when the login is unknown, so that both answers take the same time. */
  nobody: string;
  hash(password: string): Promise<string>;
}

const SCHEMES: Readonly<Record<PasswordScheme, Scheme>> = {
  argon2id: {
    today: '$argon2id$v=19$m=19456,t=2,p=1$',
    nobody:
      '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$zEGZsC3OGEHcWWPPyjR+QUwnGhWQVYy0WWfBKqRMbUo',
    hash: (password) => hashByArgon2(password),
  },
  sm3: {
    today: SM3_TODAY,
    nobody: `${SM3_TODAY}c2FsdHNhbHRzYWx0c2FsdA$${Buffer.alloc(SM3_BYTES).toString('base64')}`.replace(
      /=+$/,
      '',
    ),
    hash: async (password) => {
      const salt = randomBytes(SM3_SALT_BYTES);
      const key = await derive(password, salt, SM3_ROUNDS, SM3_BYTES, 'sm3');
      return `${SM3_TODAY}${unpadded(salt)}$${unpadded(key)}`;
    },
  },
};

/**
 * 口令散列: argon2id, or PBKDF2 with HMAC-SM3 (GM/T 0091-2020) where a city's 密码应用 plan asks for 国密. What either has made
 * opens, whatever the setting; the sign-in then makes it anew.
 */
@Injectable()
export class PasswordHashes {
  private readonly scheme: Scheme;

  constructor(@Inject(CONFIG) { signIn }: Config) {
    this.scheme = SCHEMES[signIn.passwordScheme];
  }

  hash(password: string): Promise<string> {
    return this.scheme.hash(password);
  }

  isOfToday(hash: string): boolean {
    return hash.startsWith(this.scheme.today);
  }

  /** Null is nobody's: it takes as long, and no password matches. */
  async matches(hash: string | null, password: string): Promise<boolean> {
    const matches = await verify(hash ?? this.scheme.nobody, password);
    return hash !== null && matches;
  }
}

async function verify(hash: string, password: string): Promise<boolean> {
  const [, rounds, salt = '', key = ''] = SM3_HASH.exec(hash) ?? [];
  if (rounds === undefined) return verifyByArgon2(hash, password).catch(() => false);
  const kept = Buffer.from(key, 'base64');
  const own = await derive(password, Buffer.from(salt, 'base64'), Number(rounds), kept.length, 'sm3');
  return timingSafeEqual(own, kept);
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
