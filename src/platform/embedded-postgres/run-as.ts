import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Binaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';

/** How PostgreSQL is run here. It refuses to be root, and root may be the only user of a container. */
export interface RunAs {
  name: 'self' | 'userNamespace' | 'otherUserWithAccess' | 'otherUser';
  /** What stands before the program on its command line. */
  prefix: readonly string[];
  spawn: { uid?: number; gid?: number };
  /** Who must own the data directory, where it is not the user who starts it. */
  owner?: number;
}

/** nobody: a user with an entry in the password file, which initdb asks for. */
const NOBODY = 65_534;

/**
 * The first way that works, tried with the program itself in the folder that will hold the data:
 * as oneself; as root in a user namespace, where root is nobody yet reaches what root owns; as another user that keeps
 * the one capability of passing through folders closed to it (a container that refuses namespaces, a root-only home);
 * as another user and nothing else. Data that exists stays with the user who owns it.
 */
export function chooseRunAs(binaries: Binaries, folder: string, dataDirectory: string): RunAs {
  const owner = ownerOf(dataDirectory);
  const self = process.getuid?.() ?? NOBODY;
  if (self !== 0 && owner !== undefined && owner !== self) {
    throw new CannotStart(
      `${dataDirectory} belongs to another user (${String(owner)}). Start as that user, or set WENDAI_HOME to another folder.`,
    );
  }
  const complaints: string[] = [];
  for (const way of self === 0 ? waysOfRoot(owner) : [AS_ONESELF]) {
    const complaint = complaintOf(way, binaries, folder);
    if (complaint === undefined) return way;
    complaints.push(`${way.name}: ${complaint}`);
  }
  throw new CannotStart(
    `The embedded PostgreSQL cannot run here (${complaints.join('; ')}). Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

const AS_ONESELF: RunAs = { name: 'self', prefix: [], spawn: {} };

function waysOfRoot(owner: number | undefined): RunAs[] {
  const uid = owner ?? NOBODY;
  const access = [
    'setpriv',
    `--reuid=${String(uid)}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const asRoot: RunAs = { name: 'userNamespace', prefix: ['unshare', '--user'], spawn: {} };
  const asOther: RunAs[] = [
    { name: 'otherUserWithAccess', prefix: access, spawn: {}, owner: uid },
    { name: 'otherUser', prefix: [], spawn: { uid, gid: uid }, owner: uid },
  ];
  if (owner === undefined) return [asRoot, ...asOther];
  return owner === 0 ? [asRoot] : asOther;
}

/** What speaks against a way: the program is asked for its version from within the folder it will work in. */
function complaintOf(way: RunAs, binaries: Binaries, folder: string): string | undefined {
  const [file = '', ...args] = [
    ...way.prefix,
    'sh',
    '-c',
    'cd "$0" && [ "$(id -u)" != 0 ] && "$1" --version && "$2" --version',
    folder,
    binaries.postgres,
    binaries.initdb,
  ];
  const { status, error, stderr } = spawnSync(file, args, { ...way.spawn, cwd: '/', encoding: 'utf8' });
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `ended with ${String(status)}`);
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}
