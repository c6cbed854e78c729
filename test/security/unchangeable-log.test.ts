import { beforeAll, describe, expect, it } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query, withClient } from '../support/database.js';
import { aFiledReport } from '../support/filings.js';

const TABLES = ['log_entry', 'log_value', 'log_leaf', 'log_node', 'log_checkpoint'];
const CHANGES = [
  'update %t set jurisdiction = jurisdiction',
  'delete from %t',
  'truncate %t cascade',
  'alter table %t disable row level security',
  'drop table %t cascade',
];

beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  await aFiledReport();
});

describe('GB/T 22239-2019 8.1.4.3 c): what is in the log stays as it was written', () => {
  it.each(TABLES.flatMap((table) => CHANGES.map((change) => [change.replace('%t', table)])))(
    'the user of the server cannot: %s',
    async (statement) => {
      const before = await query('admin', 'select count(*)::int as n from log_entry');

      const tried = withClient('app', (client) => client.query(statement));

      await expect(tried).rejects.toThrow(/permission denied|must be owner/);
      expect(await query('admin', 'select count(*)::int as n from log_entry')).toEqual(before);
    },
  );
});
