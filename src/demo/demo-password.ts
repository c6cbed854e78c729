import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Without letters and digits that look alike: people read it off a terminal. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

export interface DemoPassword {
  password: string;
  /** `DEMO_PASSWORD` was set to something else than the accounts were made with. */
  ignoredWish: boolean;
}

/** One password for all demo accounts: the wish of the first start, else one made then. Kept with mode 0600. */
export function demoPassword(home: string, wish: string | undefined): DemoPassword {
  const file = join(home, 'demo-password');
  if (existsSync(file)) {
    const password = readFileSync(file, 'utf8').trim();
    return { password, ignoredWish: wish !== undefined && wish !== '' && wish !== password };
  }
  const password = wish || newPassword();
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return { password, ignoredWish: false };
}

function newPassword(): string {
  const letter = () => ALPHABET.charAt(randomInt(ALPHABET.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
