import pg from 'pg';
import { world } from '../support/world.js';

/** An entry of a case, written in a transaction that the test ends when it wants to. */
const WRITE = `insert into log_entry (jurisdiction, occurred_month, id, kind, type, case_id, seq, owner_org, audience, at, body)
  select jurisdiction, date_trunc('month', wendai_now() at time zone 'Asia/Shanghai')::date, gen_random_uuid(), 'transition', $2, id,
    $3, owner_org, 'bank', wendai_now(), '{"from":"acknowledging","to":"acknowledging"}'
  from process_case where id = $1`;

export async function beginTransaction(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world().adminUrl });
  await client.connect();
  await client.query('begin');
  return client;
}

export async function writeEntry(client: pg.Client, id: string, type: string, seq: number): Promise<void> {
  await client.query(WRITE, [id, type, seq]);
}
