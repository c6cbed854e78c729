import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { CannotStart } from './cannot-start.js';
import {
  DATABASE,
  ensureUsersAndDatabase,
  initialise,
  type Passwords,
  readOrMakePasswords,
} from './cluster.js';
import { lockHome } from './home-lock.js';
import { type ClusterPlace, clearOrphan, type Postmaster, startPostmaster } from './postmaster.js';
import { chooseRunAs } from './run-as.js';

export interface EmbeddedPostgres {
  /** Superuser, in the database `postgres`: for the launcher and the tests, never for the application. */
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
  readerUrl: string;
  /** Tells a second start where the application can be reached. */
  announce(url: string): void;
  /** Stops PostgreSQL and gives the home free. Call it after the last connection was closed. */
  stop(): Promise<void>;
}

/** The major version whose data directories the binaries of the package can read. */
const MAJOR_VERSION = '18';

/**
 * A real PostgreSQL in a folder of the user, without installation, Docker or root. The home is held until `stop`: a
 * second start beside it throws `HomeInUse`. A postmaster that outlived its launcher is stopped and replaced.
 * `durable: false` is for tests: faster, and broken after a power cut.
 */
export async function startPostgres(options: { home: string; durable: boolean }): Promise<EmbeddedPostgres> {
  const lock = lockHome(options.home);
  const place = placeIn(options.home);
  let postmaster: Postmaster | undefined;
  const stop = async () => {
    await postmaster?.stop();
    lock.release();
  };
  try {
    await clearOrphan(place);
    const passwords = readOrMakePasswords(place);
    postmaster = await startCluster(place, passwords, options.durable);
    const address = `127.0.0.1:${String(postmaster.port)}`;
    const url = (user: keyof Passwords, database: string) =>
      `postgres://${user}:${passwords[user]}@${address}/${database}`;
    await ensureUsersAndDatabase(url('postgres', 'postgres'), passwords);
    return {
      adminUrl: url('postgres', 'postgres'),
      ownerUrl: url('wendai_owner', DATABASE),
      appUrl: url('wendai_app', DATABASE),
      readerUrl: url('wendai_reader', DATABASE),
      announce: lock.announce,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Stops what a launcher left behind that was killed. Only for who holds the home. */
export async function stopOrphan(home: string): Promise<void> {
  await clearOrphan(placeIn(home));
}

function placeIn(home: string): ClusterPlace {
  const made = join(home, 'postgres');
  mkdirSync(made, { recursive: true, mode: 0o711 });
  // PostgreSQL's own view of its working directory has no symbolic links in it.
  const folder = realpathSync(made);
  return { folder, data: join(folder, 'data'), log: join(folder, 'log') };
}

async function startCluster(
  place: ClusterPlace,
  passwords: Passwords,
  durable: boolean,
): Promise<Postmaster> {
  const binaries = findBinaries();
  const runAs = chooseRunAs(binaries, place.folder, place.data);
  if (!existsSync(place.data)) await initialise(binaries, runAs, place, passwords, durable);
  const version = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new CannotStart(
      `${place.data} was made by PostgreSQL ${version}; this is ${MAJOR_VERSION}. For demo data: npm run demo:reset.`,
    );
  }
  return startPostmaster(binaries, runAs, place, durable);
}
