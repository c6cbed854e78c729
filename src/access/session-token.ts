import { hash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** 256 bits that nobody guesses; the browser keeps it, the table its hash. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What the table knows a token by. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}
