import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { act, aMeasureOf } from '../support-tasks/a-measure.js';
import { aCoordination, coordinate } from './a-coordination.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);

async function versionSeen(path: string, login: string): Promise<string> {
  const { headers } = expecting(200, await (await person(login)).get(path));
  return headers.get('etag') ?? '';
}

async function tooLate(path: string, login: string, [type, payload]: [string, object], ifMatch: string) {
  const idempotencyKey = randomUUID();
  return (await person(login)).send(path, type, payload, { ifMatch, idempotencyKey });
}

describe('先行办理: of two officials the second is told who was first, though the case is their own bureau’s', () => {
  it('in a coordination', async () => {
    const coordination = await aCoordination();
    const filings = coordination.filings.map(({ id }) => id);
    const call = { on: '2026-06-12', time: '09:30', place: '市行政中心', agenda: '商议续贷。', filings };
    await coordinate(coordination, 'finance.reviewer', 'CALL_MEETING', call);
    const read = await versionSeen(coordination.path, 'finance.leader');
    await coordinate(coordination, 'finance.reviewer', 'CANCEL_MEETING', { reason: '企业负责人出差。' });

    const second = await tooLate(
      coordination.path,
      'finance.leader',
      ['CANCEL_MEETING', { reason: '改期。' }],
      read,
    );

    const { name } = expecting(200, await (await person('finance.reviewer')).get('/session')).body;
    expect([second.status, second.body.code]).toEqual([409, 'decided-already']);
    expect(second.body).toMatchObject({ event: 'CANCEL_MEETING', by: { name } });
  });

  it('in a measure of support', async () => {
    const measure = await aMeasureOf(await aCoordination());
    const read = await versionSeen(measure.path, 'finance.leader');
    await act(measure, 'finance.leader', 'CANCEL', { reason: '企业已自筹资金。' });

    const second = await tooLate(measure.path, 'finance.leader', ['CANCEL', { reason: '不再需要。' }], read);

    expect([second.status, second.body.code, second.body.event]).toEqual([409, 'decided-already', 'CANCEL']);
  });
});
