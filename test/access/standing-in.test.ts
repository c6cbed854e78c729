import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { as, type Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aDraftToCheck, attempt, person } from '../support/filings.js';
import { idOf, lend, TODAY, takeAllBack } from './lending.js';

beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));

afterEach(takeAllBack);

describe('maker and checker stay two persons, also by delegation', () => {
  it('who made a report does not check it in another’s stead; the attempt is logged', async () => {
    const draft = await aDraftToCheck({ bank: 'citong' });
    await lend('citong.checker', 'bank.checker', 'citong.maker');
    const maker = await as('citong.maker');
    const { headers } = await maker.get(draft.path);

    const answer = await maker.send(draft.path, 'FILE', {}, { ifMatch: headers.get('etag') });

    expect(answer).toMatchObject({ status: 403, body: { code: 'checker-is-filer' } });
    const entries = await query(
      'admin',
      `select e.type, e.audience, p.login, v."values" from log_entry e join person p on p.id = e.actor_person
        join log_value v on v.entry_id = e.id where e.kind = 'refusal' and e.case_id = $1`,
      [draft.id],
    );
    expect(entries).toEqual([
      { type: 'FILE', audience: 'audit', login: 'citong.maker', values: '{"code":"checker-is-filer"}' },
    ]);
  });

  it('a colleague who stands in for the checker files', async () => {
    const draft = await aDraftToCheck({ bank: 'anping' });
    await lend('anping.checker', 'bank.checker', 'anping.delegate');
    await (await person('anping.delegate')).signIn();

    const answer = await attempt(draft, 'anping.delegate', 'FILE');

    expect(answer.status).toBe(200);
    const [entry] = await query<{ actor: Body }>(
      'admin',
      `select body::jsonb -> 'actor' as actor from log_entry where case_id = $1 and type = 'FILE'`,
      [draft.id],
    );
    expect(entry?.actor).toMatchObject({
      person: await idOf('anping.delegate'),
      role: 'bank.checker',
      onBehalfOf: await idOf('anping.checker'),
    });
  });
});
