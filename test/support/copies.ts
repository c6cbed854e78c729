import { query, withClient } from './database.js';
import type { Filing } from './filings.js';

/** Tables that a filing lies in, and the column that names it. */
const TABLES = [
  ['process_case', 'id'],
  ['filing', 'id'],
  ['filing_revision', 'filing'],
  ['deadline', 'case_id'],
  ['case_access', 'case_id'],
  ['log_entry', 'case_id'],
  ['log_value', 'case_id'],
] as const;

/** Columns that tell filings apart. */
const OWN: Readonly<Record<string, string>> = {
  number: "t.number || '-' || c.n",
  machine_number: "t.machine_number || '-' || c.n",
  register_number: 't.register_number + 1000000 + c.n',
  external_ref: 'null',
};

/** What names the case inside its texts. */
const NAMING = ['context', 'body', 'values'];

/**
 * So many copies of a filing as it stands, each a case of its own, by SQL: for tests that need a thousand of a kind, where
 * the way there is not what is tested. Their logs replay; the commitments in them are those of the first.
 */
export async function copiesOf(filing: Filing, count: number): Promise<Filing[]> {
  await withClient('admin', async (client) => {
    await client.query(
      'create table if not exists test_copy (n int primary key, id uuid not null, of uuid not null)',
    );
    const { rows } = await client.query<{ last: number }>(
      'select coalesce(max(n), 0) as last from test_copy',
    );
    const last = rows[0]?.last ?? 0;
    await client.query(
      'insert into test_copy select n, gen_random_uuid(), $3 from generate_series($1::int + 1, $1::int + $2::int) n',
      [last, count, filing.id],
    );
    for (const [table, key] of TABLES) {
      const columns = await columnsOf(table);
      const values = columns.map((column) => copied(table, column, key, filing.id));
      await client.query(
        `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')})
         select ${values.join(', ')} from ${table} t, test_copy c where t.${key} = $1 and c.n > $2`,
        [filing.id, last],
      );
    }
  });
  const copies = await query<{ id: string }>(
    'admin',
    'select id from test_copy where of = $1 order by n desc limit $2',
    [filing.id, count],
  );
  return copies.map(({ id }) => ({ ...filing, id, path: `/filings/${id}` }));
}

async function columnsOf(table: string): Promise<string[]> {
  const rows = await query<{ column_name: string }>(
    'admin',
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_identity = 'NO'`,
    [table],
  );
  return rows.map(({ column_name }) => column_name);
}

function copied(table: string, column: string, key: string, id: string): string {
  if (column === key) return 'c.id';
  if (NAMING.includes(column)) {
    const type = column === 'context' ? 'jsonb' : 'text';
    return `replace(t."${column}"::text, '${id}', c.id::text)::${type}`;
  }
  if (table.startsWith('log_') && (column === 'id' || column === 'entry_id')) {
    return `md5(t.${column}::text || c.n)::uuid`;
  }
  return OWN[column] ?? `t."${column}"`;
}
