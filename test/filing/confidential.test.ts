import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraft, aReportUnderReview, change, type Filing, person, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { world } from '../support/world.js';

const CONTACT = { name: '欧阳晓岚', post: '授信审查部副经理', phone: '13859760412' };
const NEW_CONTACT = { name: '慕容海棠', post: '授信审查部', phone: '0595-28160937' };
const LOAN = { contractNo: '流借字第QZ77341号', noteNo: '借据第QZ55218号', amount: '700000.00' };
const CLAUSE = '第十九条第三款：乙方经营状况恶化时甲方有权停止发放。';
const PLANTED = [
  CONTACT.name,
  CONTACT.phone,
  NEW_CONTACT.name,
  NEW_CONTACT.phone,
  LOAN.contractNo,
  LOAN.noteNo,
  CLAUSE,
];

jest.setTimeout(60_000);
let filing: Filing;
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  filing = await aReportUnderReview({
    content: {
      contact: CONTACT,
      loans: [LOAN],
      ground: { code: 'headOfficeLimit', facts: '总行压降制鞋行业限额。', contractClause: CLAUSE },
    },
  });
});
afterAll(everyCaseReplays);

/** Every text of every row of every table. */
async function tablesThatHold(text: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    'admin',
    `select c.relname as name from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`,
  );
  const holding = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await query<{ held: boolean }>(
        'admin',
        `select exists (select from "${name}" t where strpos(t::text, $1) > 0) as held`,
        [text],
      );
      return row?.held === true ? [name] : [];
    }),
  );
  return holding.flat();
}

describe('GB/T 39786 8.4 e: contacts and contract texts lie sealed', () => {
  it('the bank reads what it wrote, in every revision', async () => {
    const shown = await seenBy(filing, 'jinli.maker');

    expect(shown.contact).toEqual(CONTACT);
    expect(shown.loans).toEqual([LOAN]);
    expect(shown.ground.contractClause).toBe(CLAUSE);
  });

  it('no row of any table holds them, though they were changed, cleared and filed anew', async () => {
    await change(filing, { contact: NEW_CONTACT });
    await act(filing, 'jinli.checker', 'AMEND');
    const draft = await aDraft({ content: { contact: CONTACT } });
    await change(draft, { contact: null, ground: { contractClause: CLAUSE } });

    expect((await seenBy(filing, 'jinli.maker')).contact).toEqual(NEW_CONTACT);
    expect(await seenBy(draft, 'jinli.maker')).not.toHaveProperty('contact');
    for (const text of PLANTED) expect({ [text]: await tablesThatHold(text) }).toEqual({ [text]: [] });
    // The search finds what does lie open.
    expect(await tablesThatHold('总行压降制鞋行业限额。')).toContain('filing_revision');
  });

  it('goes on reading when everything is sealed anew by another key', async () => {
    const own = join(dirname(world().log), 'field-keys');
    const both = join(mkdtempSync(join(tmpdir(), 'wendai-keys-')), 'field-keys');
    const former = readFileSync(own, 'utf8');
    writeFileSync(both, `k2 ${randomBytes(32).toString('base64')}\n${former}`, { mode: 0o600 });
    const before = await query('admin', 'select filing, revision from filing_confidential');

    const done = await sealedBy(both);

    expect(done['filing_confidential']).toBe(before.length);
    expect(await marks()).toEqual(['k2']);
    expect(new Set(Object.values(await sealedBy(both)))).toEqual(new Set([0]));
    // Back again, the former key in front: the server, which knows that one alone, reads what went through both.
    writeFileSync(both, `${former}${readFileSync(both, 'utf8').split('\n')[0] ?? ''}\n`, { mode: 0o600 });
    await sealedBy(both);
    expect((await seenBy(filing, 'jinli.maker')).contact).toEqual(NEW_CONTACT);
  });

  it('does not open as another filing’s', async () => {
    const other = await aDraft({ content: { contact: NEW_CONTACT } });
    await query(
      'admin',
      `update filing_confidential set sealed = (select sealed from filing_confidential where filing = $1 and revision = 1)
        where filing = $2`,
      [filing.id, other.id],
    );

    expect((await (await person('jinli.maker')).get(other.path)).status).toBe(500);
  });
});

/** What the operator runs, and how many rows it says it has sealed anew. */
async function sealedBy(fieldKeyFile: string): Promise<Record<string, number>> {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/src/seal-anew.js'], {
    env: { PATH: process.env['PATH'], DATABASE_URL: world().appUrl, FIELD_KEY_FILE: fieldKeyFile },
  });
  const lines = stdout.trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [table = '', rows] = line.replace(' sealed anew.', '').split(': ');
      return [table, Number(rows)];
    }),
  );
}

async function marks(): Promise<string[]> {
  const rows = await query<{ key: string }>(
    'admin',
    `select distinct split_part(sealed, '.', 1) as key from filing_confidential`,
  );
  return rows.map(({ key }) => key);
}

describe('个人信息保护法 51: other organizations read the contact masked', () => {
  let read: Filing;
  beforeAll(async () => {
    read = await aReportUnderReview({ content: { contact: CONTACT } });
  });

  it('an office sees who it is about, not the number', async () => {
    expect((await seenBy(read, 'finance.reviewer')).contact).toEqual({
      name: '欧***',
      post: CONTACT.post,
      phone: '138****0412',
    });
  });

  it('what was changed of it is masked too', async () => {
    await change(read, { contact: NEW_CONTACT });
    await act(read, 'jinli.checker', 'AMEND');

    const { changes } = await seenBy(read, 'industry.reviewer');

    expect(changes.differences).toContainEqual({
      pointer: '/contact/phone',
      before: '138****0412',
      after: '059*-****0937',
    });
    const history = await (await person('finance.reviewer')).get(`${read.path}/history?limit=100`);
    expect(JSON.stringify(history.body)).not.toMatch(/13859760412|28160937|慕容海棠/);
  });

  it('whoever has to call reads it in full, and each time is on record', async () => {
    const path = `${read.path}/contact`;
    const reviewer = await person('finance.reviewer');

    const answers = [await reviewer.get(path), await reviewer.get(path)];

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, NEW_CONTACT],
      [200, NEW_CONTACT],
    ]);
    expect(await readings(read)).toEqual(['finance', 'finance']);
  });

  it('the bank’s own people leave no such entry; others may not, or do not know of it', async () => {
    const path = `${read.path}/contact`;
    const before = await readings(read);

    const answers = await Promise.all(
      ['jinli.checker', 'regulator.observer', 'citong.maker', 'finance.leader'].map(
        async (login) => (await (await person(login)).get(path)).status,
      ),
    );

    expect(answers).toEqual([200, 403, 404, 200]);
    expect(await readings(read)).toEqual([...before, 'finance']);
  });
});

async function readings({ id }: Filing): Promise<string[]> {
  const rows = await query<{ key: string }>(
    'admin',
    `select o.key from log_entry e join organization o on o.id = e.actor_organization
      where e.case_id = $1 and e.kind = 'read' and e.type = 'READ_CONTACT' order by e.position`,
    [id],
  );
  return rows.map(({ key }) => key);
}
