import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../src/platform/config.js';
import { FieldCipher } from '../../src/platform/field-cipher.js';

const folder = mkdtempSync(join(tmpdir(), 'wendai-sealing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AES = `k1 ${randomBytes(32).toString('base64')}`;
const SM4 = `k2 ${randomBytes(32).toString('base64')} sm4`;
const ABOUT = 'contact/01980000-0000-7000-8000-000000000001';
const TEXT = '林经办 公司业务部 0595-22221111';

function cipherOf(...lines: string[]): FieldCipher {
  const fieldKeyFile = join(folder, 'keys');
  writeFileSync(fieldKeyFile, `${lines.join('\n')}\n`, { mode: 0o600 });
  return new FieldCipher({ fieldKeyFile } as Config);
}

/** The sealed bytes with one of them changed, each in its turn. */
function flipped(sealed: string): string[] {
  const [id = '', body = ''] = sealed.split('.');
  return [...Buffer.from(body, 'base64').keys()].map((place) => {
    const bytes = Buffer.from(body, 'base64');
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    return `${id}.${bytes.toString('base64')}`;
  });
}

describe.each([
  { suite: 'AES-256-GCM', line: AES },
  { suite: 'GB/T 32907-2016 (SM4), GB/T 32905-2016 (SM3)', line: SM4 },
])('sealed by $suite', ({ line }) => {
  it('a text opens again, is another each time, and shows nothing of itself', () => {
    const cipher = cipherOf(line);
    const [one, other] = [cipher.seal(TEXT, ABOUT), cipher.seal(TEXT, ABOUT)];

    expect(cipher.open(one, ABOUT)).toBe(TEXT);
    expect(cipher.open(cipher.seal('', ABOUT), ABOUT)).toBe('');
    expect(other).not.toBe(one);
    expect(Buffer.from(one.slice(3), 'base64').includes(Buffer.from('0595'))).toBe(false);
  });

  it('it does not open when any byte was changed, cut off, or moved to another row', () => {
    const cipher = cipherOf(line);
    const sealed = cipher.seal(TEXT, ABOUT);
    const changed = flipped(sealed);

    expect(changed.length).toBeGreaterThan(40);
    for (const each of changed) expect(() => cipher.open(each, ABOUT)).toThrow();
    for (const length of [3, 20, 50]) expect(() => cipher.open(sealed.slice(0, length), ABOUT)).toThrow();
    expect(() => cipher.open(sealed, `${ABOUT}0`)).toThrow();
  });

  it('what it vouches for is known, and nothing else', () => {
    const cipher = cipherOf(line);
    const voucher = cipher.vouch(TEXT, ABOUT);

    expect(cipher.isVouched(voucher, TEXT, ABOUT)).toBe(true);
    expect(cipher.isVouched(voucher, `${TEXT} `, ABOUT)).toBe(false);
    expect(cipher.isVouched(voucher, TEXT, 'elsewhere')).toBe(false);
  });
});

describe('a city that changes to SM4', () => {
  it('puts such a key in front, and reads what the former one has sealed', () => {
    const before = cipherOf(AES).seal(TEXT, ABOUT);
    const both = cipherOf(SM4, AES);

    expect(both.open(before, ABOUT)).toBe(TEXT);
    expect(both.seal(TEXT, ABOUT).startsWith('k2.')).toBe(true);
    expect(() => cipherOf(AES).open(both.seal(TEXT, ABOUT), ABOUT)).toThrow();
  });

  it('is told when the file says something else', () => {
    expect(() => cipherOf(`${AES} sm2`)).toThrow(/perhaps sm4/);
  });
});
