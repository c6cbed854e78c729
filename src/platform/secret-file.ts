import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { readSecretFile } from './config.js';

/**
 * The text of a secret file, made at the first start where there is none. Under its name it appears whole; another node that
 * starts at the same time may be first, and then its text is the one.
 * @throws {ConfigError} when others can read the file
 */
export function readOrMakeSecret(path: string, make: () => string): string {
  try {
    return readSecretFile(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  write(path, make());
  return readSecretFile(path);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = openSync(draft, 'wx', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
