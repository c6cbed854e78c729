import pg from 'pg';
import { world } from './world.js';

/** Which database user a test looks through. Only `admin` passes row-level security. */
export type Eyes = 'admin' | 'owner' | 'app';

/** One statement in the file's database, on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  eyes: Eyes,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return withClient(eyes, async (client) => (await client.query<Row>(text, values)).rows);
}

/** Several statements on one connection: a transaction, or settings that must hold between them. */
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
