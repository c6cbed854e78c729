import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Body } from '../support/client.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aDraft, aFiledReport, expecting, person } from '../support/filings.js';

beforeAll(() => setClock('2026-09-16T09:30:00+08:00'));
afterAll(releaseClock);

const PLANNED = { content: { plannedDate: '2026-12-01' } };

async function looksAt(login: string, id: string): Promise<string[]> {
  const answer = await (await person(login)).post('/presence', { case: id });
  return expecting(200, answer).body.others.map(({ name }: Body) => name);
}

async function nameOf(login: string): Promise<string> {
  return (await (await person(login)).get('/session')).body.name;
}

describe('people of one office who have one case open', () => {
  it('see each other, and are seen by nobody else', async () => {
    const { id } = await aFiledReport(PLANNED);

    expect(await looksAt('finance.reviewer', id)).toEqual([]);
    expect(await looksAt('finance.leader', id)).toEqual([await nameOf('finance.reviewer')]);
    expect(await looksAt('finance.reviewer', id)).toEqual([await nameOf('finance.leader')]);
    expect(await looksAt('industry.reviewer', id)).toEqual([]);
    expect(await looksAt('jinli.maker', id)).toEqual([]);
  });

  it('are gone three quarters of a minute after they last said so', async () => {
    const { id } = await aFiledReport(PLANNED);
    await looksAt('finance.leader', id);

    await setClock('2026-09-16T09:30:44+08:00');
    expect(await looksAt('finance.reviewer', id)).toEqual([await nameOf('finance.leader')]);
    await setClock('2026-09-16T09:30:46+08:00');
    expect(await looksAt('finance.reviewer', id)).toEqual([]);
  });

  it('leave nothing at a case that is not theirs to see', async () => {
    const { id } = await aDraft(PLANNED);

    expect(await looksAt('citong.maker', id)).toEqual([]);
    expect(await looksAt('citong.maker', uuid())).toEqual([]);
    expect(await query('admin', `select from presence where case_id = '${id}'`)).toEqual([]);
  });
});
