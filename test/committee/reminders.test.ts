import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  aClaim,
  act,
  aFormingCommittee,
  anActiveCommittee,
  anElectingCommittee,
  aSigningCommittee,
  beside,
  type Committee,
  idOf,
  seen,
  sign,
} from '../support/committees.js';
import { query } from '../support/database.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';
const MEETING = { on: '2026-06-15', at: '09:30', place: '三楼会议室', way: 'onSite', agenda: ['续贷排期'] };

jest.setTimeout(90_000);
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

/** Which banks got a notice of this template, and how often. */
async function remindedOf({ id }: Committee, template: string): Promise<Record<string, number>> {
  const rows = await query<{ key: string; times: number }>(
    'admin',
    `select o.key, count(*)::int as times from notice n join organization o on o.id = n.organization
      where n.case_id = $1 and n.template = $2 group by o.key order by o.key`,
    [id, template],
  );
  return Object.fromEntries(rows.map(({ key, times }) => [key, times]));
}

async function called(committee: Committee, change: object = {}): Promise<string> {
  await act(committee, 'jinli.delegate', 'CALL_MEETING', { ...MEETING, ...change });
  const { items } = await beside(committee, 'meetings');
  return items.find(({ on }: { on: string }) => on === ({ ...MEETING, ...change } as typeof MEETING).on).id;
}

describe('会议纪要录入时限 [D]: a meeting that nobody has recorded reminds the chair', () => {
  it('three working days after its day, a day before, and again until the minutes are there', async () => {
    const committee = await anActiveCommittee(TODAY);
    const meeting = await called(committee);

    await advanceTo('2026-06-17T09:00:00+08:00');
    expect(await remindedOf(committee, 'deadlineNear')).toEqual({ jinli: 1 });
    await advanceTo('2026-06-18T17:30:00+08:00');

    expect(await remindedOf(committee, 'meetingUnrecorded')).toEqual({ jinli: 1 });
    expect((await seen(committee)).state).toBe('active');
    await advanceTo('2026-06-24T10:00:00+08:00');
    const before = await remindedOf(committee, 'deadlinePassed');
    expect(before['jinli']).toBeGreaterThan(1);

    await act(committee, 'jinli.delegate', 'RECORD_MINUTES', { meeting, text: '议定续贷。', present: [] });
    await act(committee, 'citong.delegate', 'CONFIRM_MINUTES', { meeting });
    await act(committee, 'haisi.delegate', 'CONFIRM_MINUTES', { meeting });
    await advanceTo('2026-07-03T10:00:00+08:00');
    expect(await remindedOf(committee, 'deadlinePassed')).toEqual(before);
  });

  it('a meeting that was called off, or put off, reminds of nothing on the day that it had', async () => {
    const committee = await anActiveCommittee(TODAY);
    const first = await called(committee);
    const second = await called(committee, { on: '2026-06-16' });
    await act(committee, 'jinli.delegate', 'CANCEL_MEETING', { meeting: first, reason: '并入下次会议。' });
    await act(committee, 'jinli.delegate', 'CALL_MEETING', { ...MEETING, meeting: second, on: '2026-06-29' });

    await advanceTo('2026-06-26T10:00:00+08:00');
    expect(await remindedOf(committee, 'meetingUnrecorded')).toEqual({});

    await advanceTo('2026-07-02T17:30:00+08:00');
    expect(await remindedOf(committee, 'meetingUnrecorded')).toEqual({ jinli: 1 });
  });
});

describe('催办: before there is a chair, those are reminded who have something left to do', () => {
  it('to declare: whoever has not, and the proposer, who confirms', async () => {
    const committee = await aFormingCommittee();
    await act(committee, 'citong.delegate', 'DECLARE_CLAIM', aClaim('6000000.00'));

    await advanceTo('2026-07-01T10:00:00+08:00');

    expect(await remindedOf(committee, 'deadlineNear')).toEqual({ haisi: 1, jinli: 1 });
  });

  it('to elect: whoever has no vote yet', async () => {
    const committee = await anElectingCommittee(TODAY);
    await act(committee, 'jinli.delegate', 'ELECT', { chair: await idOf('jinli') });

    await advanceTo('2026-06-16T10:00:00+08:00');

    expect(await remindedOf(committee, 'deadlineNear')).toEqual({ citong: 1, haisi: 1 });
  });

  it('to sign: whoever has not; to answer minutes: likewise', async () => {
    const committee = await aSigningCommittee(TODAY);
    await sign(committee, 'jinli');
    await sign(committee, 'haisi');

    await advanceTo('2026-06-24T10:00:00+08:00');
    expect(await remindedOf(committee, 'deadlineNear')).toEqual({ citong: 1 });

    const active = await anActiveCommittee('2026-06-24');
    const meeting = await called(active, { on: '2026-06-30' });
    await setClock('2026-06-30T10:00:00+08:00');
    await act(active, 'jinli.delegate', 'RECORD_MINUTES', { meeting, text: '议定续贷。', present: [] });
    await act(active, 'citong.delegate', 'CONFIRM_MINUTES', { meeting });
    await advanceTo('2026-07-02T10:00:00+08:00');
    expect(await remindedOf(active, 'deadlineNear')).toEqual({ haisi: 1 });
  });
});
