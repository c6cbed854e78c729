import { describe, expect, it } from '@jest/globals';
import { query } from '../support/database.js';

describe('the database of a test file', () => {
  it('holds nothing that another file did: fresh-database.test.ts asks the same', async () => {
    const [before] = await query('admin', `select to_regclass('left_by_a_test') as left_over`);
    await query('admin', 'create table left_by_a_test ()');

    expect(before).toEqual({ left_over: null });
  });
});
