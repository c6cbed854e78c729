import pg from 'pg';
import { world } from './world.js';

/** Which database user a test looks through. Only `admin` passes row-level security. */
export type Eyes = 'admin' | 'owner' | 'app';

const pools = new Map<string, pg.Pool>();

/** One statement in the file's database, and nothing left behind on its connection. */
export async function query<Row extends pg.QueryResultRow>(
  eyes: Eyes,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await poolOf(world()[`${eyes}Url`]).query<Row>(text, values)).rows;
}

/** A connection costs more than what most tests ask over it: those that ask once use one after the other. */
function poolOf(connectionString: string): pg.Pool {
  const known = pools.get(connectionString);
  if (known !== undefined) return known;
  const pool = new pg.Pool({ connectionString, max: 8, idleTimeoutMillis: 2000, allowExitOnIdle: true });
  // The database goes away after the file, and with it whatever rests here.
  pool.on('error', () => undefined);
  pools.set(connectionString, pool);
  return pool;
}

/** Several statements on a connection of their own: a transaction, or settings that must hold between them. */
export async function withClient<Result>(
  eyes: Eyes,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: world()[`${eyes}Url`] });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
