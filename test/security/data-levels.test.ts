import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { query } from '../support/database.js';

interface Levels {
  levels: Record<string, string>;
  tables: Record<string, Record<string, string[]>>;
}

const { levels, tables } = JSON.parse(readFileSync('docs/security/data-levels.json', 'utf8')) as Levels;
const graded = Object.entries(tables).flatMap(([table, byLevel]) =>
  Object.entries(byLevel).flatMap(([level, columns]) =>
    columns.map((column) => ({ level, column: `${table}.${column}` })),
  ),
);

/** What only the tests' clusters have. */
const OF_TESTS = ['test_clock'];

describe('JR/T 0197: every column has one level', () => {
  it('and none is graded that is not there', async () => {
    const columns = await query<{ name: string }>(
      'admin',
      `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
          and a.attnum > 0 and not a.attisdropped and c.relname <> all ($1) order by 1`,
      [OF_TESTS],
    );

    expect(graded.map(({ column }) => column).sort()).toEqual(columns.map(({ name }) => name).sort());
    for (const { level } of graded) expect(Object.keys(levels)).toContain(level);
  });

  it('what opens an account, a channel or a contract lies hashed or sealed, never as it is', async () => {
    const open = graded.filter(
      ({ level, column }) => level === '4' && /password|secret|token|totp|sealed|hash/.test(column),
    );
    expect(open.length).toBeGreaterThan(6);
    for (const { column } of open) {
      const [table = '', name = ''] = column.split('.');
      const rows = await query<{ text: string | null }>(
        'admin',
        `select "${name}"::text as text from "${table}" where "${name}" is not null limit 50`,
      );
      for (const { text } of rows)
        expect(text).toMatch(
          /^(\$argon2id\$|\$pbkdf2-sm3\$|[0-9a-f]{64}$|[a-z0-9-]{1,20}\.[A-Za-z0-9+/]+=*$)/,
        );
    }
  });
});
