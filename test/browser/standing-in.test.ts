import { afterEach, beforeAll, describe, it, jest } from '@jest/globals';
import { atConsole, cityAtTen, everybodyLeaves, TODAY } from '../support/at-console.js';
import { query } from '../support/database.js';
import { aFiledReport, expecting, person } from '../support/filings.js';

jest.setTimeout(240_000);
beforeAll(cityAtTen);
afterEach(everybodyLeaves);

describe('委托代办: a colleague does the work of a post for some days', () => {
  it('finds the post’s work in the worklist, does it, and the history says in whose stead', async () => {
    const filing = await aFiledReport({ content: { plannedDate: '2026-11-02' } });
    const [stand] = await query<{ id: string }>('admin', 'select id from person where login = $1', [
      'finance.leader',
    ]);
    const reviewer = await person('finance.reviewer');
    expecting(
      201,
      await reviewer.post('/delegations', {
        role: 'finance.reviewer',
        to: stand?.id,
        validFrom: TODAY,
        validUntil: '2026-09-18',
        reason: '外出培训',
      }),
    );

    const standsIn = await atConsole('finance.leader', filing.path);
    await standsIn.acts('签收');

    await standsIn.page.getByText('同步研判').first().waitFor();
    await standsIn.page.locator('ol li', { hasText: /代.+签收/ }).waitFor();
  });
});
