import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { backUp } from '../../src/backup/back-up.js';
import { copyTree } from '../../src/backup/copied-tree.js';
import { sha256Of } from '../../src/backup/manifest.js';
import { restore } from '../../src/backup/restore.js';
import { isNoPartOfCopy } from '../../src/platform/embedded-postgres/online-copy.js';

let desk: string;
const on = (name: string) => join(desk, name);

/** As npm run backup leaves it, and small. test/backup makes a whole one. */
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'wendai-backup-'));
  for (const folder of ['data/pg_wal', 'files/350500', 'backup', 'keys']) {
    mkdirSync(on(folder), { recursive: true, mode: 0o700 });
  }
  for (const name of ['PG_VERSION', 'pg_wal/0000', 'postmaster.pid']) writeFileSync(on(`data/${name}`), name);
  writeFileSync(on('files/350500/contract'), 'pdf');
  for (const name of ['field-keys', 'passwords.json'])
    writeFileSync(on(`keys/${name}`), name, { mode: 0o600 });
  const database = copyTree(on('data'), on('backup/database'), (path) => path === 'postmaster.pid');
  const attachments = copyTree(on('files'), on('backup/attachments'));
  const keys = Object.fromEntries(
    readdirSync(on('keys')).map((name) => [name, sha256Of(on(`keys/${name}`))]),
  );
  const manifest = {
    madeAt: '2026-06-10T01:30:00.000Z',
    from: '0/1',
    upTo: '0/2',
    database,
    attachments,
    keys,
  };
  writeFileSync(on('backup/manifest.json'), JSON.stringify(manifest));
});
afterEach(() => rmSync(desk, { recursive: true }));

const putBack = () => restore({ from: on('backup'), keys: on('keys'), home: on('home') });

describe('npm run restore', () => {
  it('puts everything in its place', () => {
    putBack();

    expect(readdirSync(on('home')).sort()).toEqual(['attachments', 'field-keys', 'postgres']);
    expect(readdirSync(on('home/postgres')).sort()).toEqual(['data', 'passwords.json']);
    expect(readFileSync(on('home/postgres/data/pg_wal/0000'), 'utf8')).toBe('pg_wal/0000');
    expect(readFileSync(on('home/attachments/350500/contract'), 'utf8')).toBe('pdf');
  });

  it.each([
    ['a file is gone', 'database/pg_wal/0000', () => rmSync(on('backup/database/pg_wal/0000'))],
    ['a byte was changed', 'contract', () => writeFileSync(on('backup/attachments/350500/contract'), 'pdg')],
    ['it was never finished', 'no finished backup', () => rmSync(on('backup/manifest.json'))],
    ['the keys are others', 'field-keys', () => writeFileSync(on('keys/field-keys'), 'k2')],
    ['a key is missing', 'passwords.json', () => rmSync(on('keys/passwords.json'))],
  ])('puts back nothing at all when %s, and says what', (_, said, spoil) => {
    spoil();

    expect(putBack).toThrow(said);
    expect(existsSync(on('home')) ? readdirSync(on('home')) : []).toEqual([]);
  });

  it('leaves a home alone that is not empty', () => {
    mkdirSync(on('home'));
    writeFileSync(on('home/lock'), 'somebody');

    expect(putBack).toThrow('is not empty');
    expect(readFileSync(on('home/lock'), 'utf8')).toBe('somebody');
  });
});

describe('npm run backup', () => {
  const config = { attachmentsDir: '', fieldKeyFile: '', signingKeyFile: '', formerSigningKeysFile: '' };
  const plan = (to: string, keys: string) => backUp({ home: on('home'), to: on(to), keys: on(keys), config });

  it.each([
    ['b', 'b'],
    ['b', 'b/keys'],
    ['k/b', 'k'],
  ])('puts no keys beside what they open: %s, %s', async (to, keys) => {
    await expect(plan(to, keys)).rejects.toThrow('must not lie');
  });

  it('overwrites no other, and says what to do where nothing runs', async () => {
    await expect(plan('backup', 'new')).rejects.toThrow('is not empty');
    await expect(plan('b', 'k')).rejects.toThrow('No embedded PostgreSQL runs');
  });

  it.each([
    ['pg_wal/000000010000000000000001', true],
    ['pg_wal', false],
    ['postmaster.pid', true],
    ['base/16384/pgsql_tmp', true],
    ['base/16384/pg_internal.init', true],
    ['base/16384/1259', false],
    ['global/pg_control', false],
    ['backup_label.old', true],
  ])('%s is no part of it: %s', (path, isNone) => {
    expect(isNoPartOfCopy(path)).toBe(isNone);
  });
});
