import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  aConsultation,
  act,
  anActiveCommittee,
  aSigningCommittee,
  attempt,
  beside,
  type Committee,
  seen,
  sign,
} from '../support/committees.js';
import { expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';
const MEETING = {
  on: '2026-06-15',
  at: '09:30',
  place: '市金融监管局三楼会议室',
  way: 'onSite',
  agenda: ['稳定期安排；续贷排期, 授信', '一企一策'],
};

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

async function called(committee: Committee, change: object = {}): Promise<string> {
  await act(committee, 'jinli.delegate', 'CALL_MEETING', { ...MEETING, ...change });
  return (await beside(committee, 'meetings')).items[0].id;
}

/** The lines of an iCalendar file, unfolded (RFC 5545, 3.1). */
async function invitation({ path }: Committee, meeting: string): Promise<Record<string, string>> {
  const client = await person('citong.delegate');
  const answer = expecting(200, await client.get(`${path}/meetings/${meeting}/invitation.ics`));
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const raw: string = answer.body;
  expect(raw).toMatch(/^BEGIN:VCALENDAR\r\n/);
  for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = raw.replace(/\r\n[ \t]/g, '').split('\r\n');
  return Object.fromEntries(
    lines
      .filter((line) => line.includes(':'))
      .map((line) => {
        const [name = '', ...rest] = line.split(':');
        return [name.split(';')[0] ?? '', rest.join(':')];
      }),
  );
}

describe('会议通知: an invitation that calendars understand (RFC 5545)', () => {
  it('names the meeting by its id, in UTC, with its agenda', async () => {
    const committee = await anActiveCommittee(TODAY);
    const meeting = await called(committee);

    const ics = await invitation(committee, meeting);

    expect(ics).toMatchObject({
      METHOD: 'REQUEST',
      UID: `${meeting}@console.test`,
      SEQUENCE: '0',
      DTSTART: '20260615T013000Z',
      DTEND: '20260615T033000Z',
      LOCATION: '市金融监管局三楼会议室',
      STATUS: 'CONFIRMED',
      SUMMARY: '晋江市某鞋业有限公司金融机构债权人委员会（债委会）会议',
    });
    expect(ics['DESCRIPTION']).toBe('1. 稳定期安排；续贷排期\\, 授信\\n2. 一企一策');
  });

  it('changed and cancelled under the same UID, with a rising sequence', async () => {
    const committee = await anActiveCommittee(TODAY);
    const meeting = await called(committee);
    await act(committee, 'jinli.delegate', 'CALL_MEETING', {
      ...MEETING,
      meeting,
      on: '2026-06-16',
      durationMinutes: 60,
    });
    const changed = await invitation(committee, meeting);
    await act(committee, 'jinli.delegate', 'CANCEL_MEETING', { meeting, reason: '改期另行通知。' });
    const cancelled = await invitation(committee, meeting);

    expect(changed).toMatchObject({
      UID: `${meeting}@console.test`,
      SEQUENCE: '1',
      DTSTART: '20260616T013000Z',
      DTEND: '20260616T023000Z',
    });
    expect(cancelled).toMatchObject({
      METHOD: 'CANCEL',
      UID: `${meeting}@console.test`,
      SEQUENCE: '2',
      STATUS: 'CANCELLED',
    });
    expect((await beside(committee, 'meetings')).items).toMatchObject([
      { status: 'cancelled', cancelReason: '改期另行通知。', sequence: 2 },
    ]);
  });

  it('the agreed notice: the first day that leaves it, not the day before', async () => {
    const committee = await anActiveCommittee(TODAY);

    const early = await attempt(committee, 'jinli.delegate', 'CALL_MEETING', {
      ...MEETING,
      on: '2026-06-14',
    });

    expect(early.body.errors).toMatchObject([{ code: 'notice-too-short', pointer: '/on' }]);
    expect(early.body.errors[0].message).toContain('2026-06-15');
    await called(committee);
  });

  it('of another committee, or of none: 404', async () => {
    const [mine, other] = [await anActiveCommittee(TODAY), await anActiveCommittee(TODAY)];
    const meeting = await called(mine);
    const client = await person('citong.delegate');

    expect((await client.get(`${other.path}/meetings/${meeting}/invitation.ics`)).status).toBe(404);
    const observer = await person('anping.delegate');
    expect((await observer.get(`${mine.path}/meetings/${meeting}/invitation.ics`)).status).toBe(404);
  });
});

describe('会议纪要: confirmed or objected to within three working days, silence recorded', () => {
  async function held(committee: Committee): Promise<string> {
    const meeting = await called(committee);
    await setClock('2026-06-15T14:00:00+08:00');
    await act(committee, 'jinli.delegate', 'RECORD_MINUTES', {
      meeting,
      text: '会议议定稳定融资。',
      present: ['泉州晋鲤银行', '刺桐商业银行'],
    });
    return meeting;
  }
  const answers = async (committee: Committee) => {
    const { items } = await beside(committee, 'meetings');
    return Object.fromEntries(
      items[0].minutes.answers.map(({ bank, answer }: { bank: { key: string }; answer: string }) => [
        bank.key,
        answer,
      ]),
    );
  };

  it('all answer: settled', async () => {
    const committee = await anActiveCommittee(TODAY);
    const meeting = await held(committee);

    await act(committee, 'citong.delegate', 'CONFIRM_MINUTES', { meeting });
    expect(await seen(committee, 'haisi.delegate')).toMatchObject({
      minutes: { meeting, unanswered: 1, objected: false },
    });
    await act(committee, 'haisi.delegate', 'OBJECT_MINUTES', { meeting, text: '第二项表述与会议不符。' });

    expect((await seen(committee)).minutes).toBeNull();
    expect(await answers(committee)).toEqual({ jinli: 'confirmed', citong: 'confirmed', haisi: 'objected' });
    const again = await attempt(committee, 'citong.delegate', 'CONFIRM_MINUTES', { meeting });
    expect(again.body.errors).toMatchObject([{ code: 'minutes-closed' }]);
  });

  it('silence is recorded as such on the third working day', async () => {
    const committee = await anActiveCommittee(TODAY);
    await held(committee);

    await advanceTo('2026-06-18T18:00:00+08:00');

    expect((await seen(committee)).minutes).toBeNull();
    expect(await answers(committee)).toEqual({ jinli: 'confirmed', citong: 'silent', haisi: 'silent' });
  });

  it('recorded anew after an objection, they are answered anew', async () => {
    const committee = await anActiveCommittee(TODAY);
    const meeting = await held(committee);
    await act(committee, 'haisi.delegate', 'OBJECT_MINUTES', { meeting, text: '第二项表述与会议不符。' });

    await act(committee, 'jinli.delegate', 'RECORD_MINUTES', {
      meeting,
      text: '会议议定稳定融资，期限九十日。',
      present: ['泉州晋鲤银行'],
    });

    expect((await seen(committee)).minutes).toMatchObject({ unanswered: 2, objected: false });
    expect((await beside(committee, 'meetings')).items[0].minutes).toMatchObject({ version: 2 });
    expect(await answers(committee)).toEqual({ jinli: 'confirmed' });
  });

  it('not before the meeting has been held', async () => {
    const committee = await anActiveCommittee(TODAY);
    const meeting = await called(committee);

    const early = await attempt(committee, 'jinli.delegate', 'RECORD_MINUTES', {
      meeting,
      text: '…',
      present: [],
    });

    expect(early.body.errors).toMatchObject([{ code: 'meeting-not-held' }]);
  });

  it('an observer neither sees nor answers them', async () => {
    const committee = await aSigningCommittee(TODAY, { banks: ['jinli', 'citong', 'haisi', 'anping'] });
    for (const bank of ['jinli', 'citong', 'haisi']) await sign(committee, bank);
    await advanceTo('2026-06-25T18:00:00+08:00');
    await setClock('2026-06-26T09:30:00+08:00');
    const meeting = await called(committee, { on: '2026-07-01' });

    expect((await beside(committee, 'meetings', 'anping.delegate')).items).toEqual([]);
    expect((await beside(committee, 'meetings', 'citong.delegate')).items).toHaveLength(1);
    const client = await person('anping.delegate');
    expect((await client.get(`${committee.path}/meetings/${meeting}/invitation.ics`)).status).toBe(404);
    expect((await attempt(committee, 'anping.delegate', 'CONFIRM_MINUTES', { meeting })).status).toBe(403);
  });
});

describe('主办行会商: two lenders, no votes, minutes confirmed by each', () => {
  it('is at work at once, and needs no notice', async () => {
    const light = await aConsultation();

    expect(await seen(light, 'citong.delegate')).toMatchObject({
      form: 'light',
      formLabel: '主办行会商',
      state: 'active',
      stateLabel: '主办行会商进行中',
      chair: { key: 'jinli' },
      part: 'member',
    });
    await called(light, { on: TODAY });
    expect((await (await person('jinli.delegate')).get(`${light.path}/agreement`)).status).toBe(404);
  });

  it('silence confirms nothing: the minutes stay open until each has confirmed', async () => {
    const light = await aConsultation();
    const meeting = await called(light, { on: TODAY });
    await act(light, 'jinli.delegate', 'RECORD_MINUTES', { meeting, text: '两行均续贷。', present: [] });

    await advanceTo('2026-06-15T18:00:00+08:00');
    expect((await seen(light, 'citong.delegate')).minutes).toMatchObject({ unanswered: 1 });
    await act(light, 'citong.delegate', 'CONFIRM_MINUTES', { meeting });

    expect((await seen(light, 'citong.delegate')).minutes).toBeNull();
  });

  it('a third lender joins; the lead bank ends it', async () => {
    const light = await aConsultation();
    const { body } = await (await person('finance.reviewer')).get('/organizations');
    const haisi =
      body.find?.(({ key }: { key: string }) => key === 'haisi') ??
      body.items.find(({ key }: { key: string }) => key === 'haisi');
    await act(light, 'jinli.delegate', 'INVITE', { creditors: [{ organization: haisi.id }] });
    expect(await seen(light, 'haisi.delegate')).toMatchObject({ members: 3, part: 'member' });

    const other = await attempt(light, 'citong.delegate', 'WIND_UP', { reason: '会商完毕。' });
    expect(other.status).toBe(403);
    await act(light, 'jinli.delegate', 'WIND_UP', { reason: '会商完毕。' });

    expect(await seen(light, 'haisi.delegate')).toMatchObject({
      state: 'dissolved',
      stateLabel: '主办行会商已结束',
    });
  });
});
