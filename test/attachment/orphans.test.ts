import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { City } from '../faults/city.js';
import { eventually } from '../faults/eventually.js';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;

let city: City;
let folder: string;

beforeEach(async () => {
  city = await City.found();
  folder = mkdtempSync(join(tmpdir(), 'wendai-attachments-'));
});

afterEach(async () => {
  await city.raze();
  rmSync(folder, { recursive: true, force: true });
});

describe('files that belong to nothing', () => {
  it('are removed when a server starts, an hour after they were left; all others stay', async () => {
    const orphan = aFile(uuid(), 2 * HOUR_MS);
    const young = aFile(uuid(), HOUR_MS / 2);
    const known = aFile(await anAttachment(), 2 * HOUR_MS);
    const cutOff = aFile(uuid(), 2 * HOUR_MS, 'incoming');
    const arriving = aFile(uuid(), 0, 'incoming');

    await city.startNode({ ATTACHMENTS_DIR: folder });
    await eventually(() => gone(orphan, cutOff), 20_000);

    expect([young, known, arriving].map((path) => existsSync(path))).toEqual([true, true, true]);
  });
});

async function gone(...paths: string[]): Promise<true | undefined> {
  return paths.some((path) => existsSync(path)) ? undefined : true;
}

function aFile(id: string, ageMs: number, name = id.slice(-2)): string {
  const place = join(folder, '350500', name);
  mkdirSync(place, { recursive: true });
  const path = join(place, id);
  writeFileSync(path, 'x');
  const at = new Date(Date.now() - ageMs);
  utimesSync(path, at, at);
  return path;
}

/** Of a draft, as rows. */
async function anAttachment(): Promise<string> {
  const [id, filing] = [uuid(), uuid()];
  await city.query(
    `insert into process_case (jurisdiction, id, process, version, definition_hash, value, status, context, state, seq, owner_org)
      select jurisdiction, $1, 'filing', 1, 'none', '"drafting"', 'active', '{}', 'drafting', 1, id
      from organization where key = 'jinli'`,
    [filing],
  );
  await city.query(
    `insert into filing (jurisdiction, id, owner_org, state) select jurisdiction, id, owner_org, state from process_case where id = $1`,
    [filing],
  );
  await city.query(
    `insert into attachment (jurisdiction, id, filing, owner_org, name, media_type, size, sha256, added_by)
      select jurisdiction, $1, id, owner_org, '合同.pdf', 'application/pdf', 1, repeat('0', 64), gen_random_uuid()
      from filing where id = $2`,
    [id, filing],
  );
  return id;
}
