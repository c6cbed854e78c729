import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { LogCheck } from './audit/check/log-check.js';
import { LogRows } from './audit/check/log-rows.js';
import {
  type InclusionProof,
  inclusionFaults,
  type Receipt,
  receiptFaults,
} from './audit/check/receipt-check.js';
import { openCheckpoint, parseVkey, type VerifierKey } from './audit/tree/signed-note.js';
import { isConsistent, type SeenTree } from './audit/tree/verify-proof.js';
import { SEE_THE_CITY } from './process/scope.js';
import { toldUsage } from './told-usage.js';

/** How many entries are read at a time: memory does not grow with the log. */
const PART = 2_000;
const USAGE = `npm run verify -- --keys FILE [--since FILE] [--keep FILE] one of
  --database URL [--jurisdiction 350500]   the whole log, as the reader of the database
  --url URL --bearer FILE                  that the log goes on from --since, as a bank's system or anybody with a key
  --receipt FILE [--proof FILE]            a receipt, and that its entry is in the log; needs no network
FILE of --keys: a vkey a line, from GET /api/v1/audit/keys, kept since it was first handed over.
FILE of --since: a checkpoint kept before, by --keep or from a proof.`;

if (toldUsage(USAGE)) process.exit();
const { values: asked } = parseArgs({
  options: {
    keys: { type: 'string' },
    since: { type: 'string' },
    keep: { type: 'string' },
    database: { type: 'string' },
    jurisdiction: { type: 'string', default: '350500' },
    url: { type: 'string' },
    bearer: { type: 'string' },
    receipt: { type: 'string' },
    proof: { type: 'string' },
  },
});

const text = (path: string) => readFileSync(path, 'utf8');

async function run(): Promise<string[]> {
  if (asked.keys === undefined) throw new Error(USAGE);
  const keys = text(asked.keys)
    .split('\n')
    .filter((line) => line !== '')
    .map(parseVkey);
  const since = asked.since === undefined ? undefined : seenIn(text(asked.since), keys);
  if (asked.receipt !== undefined) return ofReceipt(asked.receipt, keys);
  if (asked.database !== undefined) return ofDatabase(asked.database, keys, since);
  if (asked.url !== undefined) return ofServer(asked.url, keys, since);
  throw new Error(USAGE);
}

function ofReceipt(path: string, keys: readonly VerifierKey[]): string[] {
  const receipt = JSON.parse(text(path)) as Receipt;
  const faults = receiptFaults(receipt, keys);
  if (asked.proof === undefined) return faults;
  return [...faults, ...inclusionFaults(receipt, JSON.parse(text(asked.proof)) as InclusionProof, keys)];
}

/** One snapshot, so that what is written meanwhile disturbs nothing. */
async function ofDatabase(
  url: string,
  keys: readonly VerifierKey[],
  since: SeenTree | undefined,
): Promise<string[]> {
  const { jurisdiction } = asked;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(SEE_THE_CITY, [jurisdiction]);
    const rows = new LogRows(async ({ text: statement }, values) => {
      const { rows: found } = await client.query(statement, [jurisdiction, ...values]);
      return found;
    });
    const { rows: newest } = await client.query<{ size: string; note: string }>(
      'select size, note from log_checkpoint where jurisdiction = $1 order by size desc limit 1',
      [jurisdiction],
    );
    const size = Number(newest[0]?.size ?? 0);
    const origin = `wendai-${jurisdiction}`;
    const check = new LogCheck(rows, {
      size,
      origin,
      keys,
      ...(since === undefined ? {} : { outside: [since] }),
    });
    await check.begin();
    for (let checked = 0; checked < size; ) {
      checked = await check.walk(PART);
      if (process.stderr.isTTY) process.stderr.write(`\r${String(checked)} / ${String(size)}`);
    }
    await check.lookBeside();
    if (newest[0] !== undefined) keep(newest[0].note, check.findings.length === 0);
    console.log(`${String(size)} entries looked at.`);
    return check.findings.map((finding) => JSON.stringify(finding));
  } finally {
    await client.end();
  }
}

async function ofServer(
  server: string,
  keys: readonly VerifierKey[],
  since: SeenTree | undefined,
): Promise<string[]> {
  const { checkpoint } = await fetched<{ checkpoint: { note: string } }>(
    server,
    since === undefined ? 'checkpoint' : `consistency?from=${String(since.size)}`,
  );
  const newest = openCheckpoint(checkpoint.note, keys);
  if (newest === undefined) return ['The checkpoint of the server is not signed by any of the keys given.'];
  console.log(`The log has ${String(newest.size)} entries.`);
  if (since !== undefined) {
    const { proof } = await fetched<{ proof: string[] }>(
      server,
      `consistency?from=${String(since.size)}&to=${String(newest.size)}`,
    );
    const steps = proof.map((hash) => Buffer.from(hash, 'base64'));
    if (!isConsistent(since, newest, steps))
      return ['The log does not go on from the checkpoint of --since.'];
  }
  keep(checkpoint.note, true);
  return [];
}

async function fetched<Answer>(server: string, path: string): Promise<Answer> {
  const bearer = asked.bearer === undefined ? {} : { authorization: `Bearer ${text(asked.bearer).trim()}` };
  const answer = await fetch(new URL(`/api/v1/audit/${path}`, server), { headers: bearer });
  const body = (await answer.json()) as Answer & { detail?: string; note?: string };
  if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${body.detail ?? ''}`);
  return body.note === undefined ? body : { ...body, checkpoint: body };
}

function seenIn(note: string, keys: readonly VerifierKey[]): SeenTree {
  const signed = openCheckpoint(note, keys);
  if (signed === undefined)
    throw new Error('The checkpoint of --since is not signed by any of the keys given.');
  return signed;
}

function keep(note: string, isGood: boolean): void {
  if (asked.keep !== undefined && isGood) writeFileSync(asked.keep, note);
}

try {
  const faults = await run();
  for (const fault of faults) console.error(fault);
  console.log(
    faults.length === 0 ? 'Everything agrees with what was signed.' : `${String(faults.length)} differences.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
