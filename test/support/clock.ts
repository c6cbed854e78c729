import { setTimeout as wait } from 'node:timers/promises';
import { query } from './database.js';

/** How long the deadline worker of the server may take over what is due. */
const SETTLE_TIMEOUT_MS = 20_000;
const POLL_MS = 10;

/**
 * Stops the server's clock at this instant (RFC 3339 with offset). What falls due by that is left to the worker; use
 * `advanceTo` where time is to pass. Sessions rest and end by this clock too; the client signs in again by itself.
 */
export async function setClock(instant: string): Promise<void> {
  await query('admin', SET, [instant]);
}

/** In one statement: nobody sees the clock of the machine between two instants. */
const SET = `
  with gone as (delete from test_clock)
  insert into test_clock (at) values ($1)`;

/** The clock of the machine again. */
export async function releaseClock(): Promise<void> {
  await query('admin', 'delete from test_clock');
}

/**
 * Lets time pass up to this instant: the clock stops at every moment at which something falls due, so that each deadline
 * strikes on time and in its order, and waits there until the worker has nothing left to do.
 */
export async function advanceTo(instant: string): Promise<void> {
  await settle();
  for (;;) {
    const [next] = await query<{ at: string | null }>('admin', NEXT_DUE, [instant]);
    if (next?.at == null) break;
    await setClock(next.at);
    await settle();
  }
  await setClock(instant);
  await settle();
}

/** Waits until nothing is due at the present clock any more. */
export async function settle(): Promise<void> {
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  for (;;) {
    const due = await query<{ case_id: string; name: string; at: string }>('admin', DUE_NOW);
    if (due.length === 0) return;
    if (Date.now() > deadline) {
      const names = due.map(({ name, case_id, at }) => `${name} of ${case_id} at ${at}`);
      throw new Error(`The deadline worker left undone what is due: ${names.join('; ')}`);
    }
    await wait(POLL_MS);
  }
}

/** Every moment at which the worker has something to do: a deadline that strikes, a rung of its ladder. */
const MOMENTS = `
  select case_id, name, fire_at as at from deadline where status = 'armed'
  union all
  select case_id, name, rung_at from deadline where status in ('armed', 'fired') and rung_at is not null`;

const NEXT_DUE = `
  select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  from (${MOMENTS}) moment where at > wendai_now() and at <= $1::timestamptz`;

const DUE_NOW = `
  select case_id, name, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at
  from (${MOMENTS}) moment where at <= wendai_now()`;
