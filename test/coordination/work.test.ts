import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCoordination,
  anIntervention,
  type Coordination,
  coordinate,
  coordinationOf,
  organizationId,
  personId,
  seen,
  tryTo,
} from './a-coordination.js';

jest.setTimeout(60_000);
beforeEach(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

async function toldOf({ id }: { id: string }, login: string): Promise<string[]> {
  const { items } = await seen({ path: '/inbox?limit=100' }, login);
  return items
    .filter((notice: { case: { id: string } | null }) => notice.case?.id === id)
    .map(({ template, copy }: { template: string; copy: boolean }) => (copy ? `(${template})` : template));
}

describe('processes.md §3: open, assignWd 2', () => {
  it('offices and county hear of it; nobody named, the reviewer of its first filing is responsible', async () => {
    const filing = await anIntervention();
    const coordination = await coordinationOf(filing.creditCode);
    const opened = await seen(coordination, 'finance.leader');

    await advanceTo('2026-06-12T18:00:00+08:00');

    expect([opened.state, opened.open, opened.official]).toEqual(['open', 1, null]);
    expect(opened.filings[0]).toMatchObject({ id: filing.id, state: 'joined', amount: '700000.00' });
    const after = await seen(coordination, 'finance.leader');
    expect([after.state, after.posts]).toEqual(['planning', ['finance.reviewer']]);
    expect(after.official).toBe(await personId('finance.reviewer'));
    expect(await toldOf(coordination, 'finance.leader')).toContain('coordinationOpened');
    expect(await toldOf(coordination, 'jinjiang.coordinator')).toEqual(['(coordinationOpened)']);
    expect(await toldOf(coordination, 'finance.reviewer')).toContain('coordinationAssigned');
  });

  it('only the leader names an official, and one who is at the post', async () => {
    const filing = await anIntervention();
    const coordination = await coordinationOf(filing.creditCode);
    const county = await personId('anxi.coordinator');

    const reviewer = await tryTo(coordination, 'finance.reviewer', 'ASSIGN', {
      official: await personId('finance.reviewer'),
      posts: ['finance.reviewer'],
    });
    const elsewhere = await tryTo(coordination, 'finance.leader', 'ASSIGN', {
      official: county,
      posts: ['county.coordinator'],
    });

    expect([reviewer.status, reviewer.body.code]).toEqual([403, 'forbidden']);
    expect([elsewhere.status, elsewhere.body.errors[0].code]).toEqual([422, 'official-holds-no-post']);
  });

  it('the plan is due in 3 working days: a reminder, and the work goes on', async () => {
    const coordination = await aCoordination();

    await advanceTo('2026-06-16T18:00:00+08:00');

    expect((await seen(coordination, 'finance.reviewer')).state).toBe('planning');
    expect(await toldOf(coordination, 'finance.reviewer')).toContain('coordinationPlanDue');
    const { items } = await seen({ path: '/worklist?limit=100' }, 'finance.reviewer');
    const line = items.find(({ id }: { id: string }) => id === coordination.id);
    expect(line).toMatchObject({ process: 'coordination', stateLabel: '拟定方案', light: 'overdue' });
  });
});

describe('政银企协调会', () => {
  async function called(coordination: Coordination, filings: Filing[]): Promise<void> {
    await coordinate(coordination, 'finance.reviewer', 'CALL_MEETING', {
      on: '2026-06-12',
      time: '09:30',
      place: '市行政中心',
      agenda: '商议续贷安排。',
      filings: filings.map(({ id }) => id),
    });
  }

  it('invites the banks of the filings named, each to its own; the minutes stay with the offices', async () => {
    const coordination = await aCoordination(['jinli', 'citong']);
    const [own, other] = coordination.filings as [Filing, Filing];
    await called(coordination, [own]);

    await setClock('2026-06-12T12:00:00+08:00');
    await coordinate(coordination, 'finance.reviewer', 'RECORD_MINUTES', {
      heldOn: '2026-06-12',
      participants: ['泉州晋鲤银行', '企业'],
      text: '银行原则同意先行展期。',
    });

    const mine = await seen({ path: `${own.path}/coordination` }, 'jinli.maker');
    expect(mine.meetings).toEqual([
      { on: '2026-06-12', time: '09:30', place: '市行政中心', agenda: '商议续贷安排。', state: 'held' },
    ]);
    expect((await seen({ path: `${other.path}/coordination` }, 'citong.maker')).meetings).toEqual([]);
    expect(await toldOf(own, 'jinli.maker')).toEqual(
      expect.arrayContaining(['coordinationMeetingCalled', 'coordinationMinutes']),
    );
    expect(await toldOf(other, 'citong.maker')).not.toContain('coordinationMeetingCalled');
    const page = await seen(coordination, 'industry.reviewer');
    expect([page.state, page.meetings[0].minutes]).toEqual(['proposing', '银行原则同意先行展期。']);
  });

  it('a bank with two reports is told once, and the part of each has changed', async () => {
    const coordination = await aCoordination(['jinli', 'jinli']);
    const parts = coordination.filings.map(({ path }) => ({ path: `${path}/coordination` }));
    const versions = async () =>
      Promise.all(parts.map(async (part) => (await seen(part, 'jinli.maker')).version));
    const before = await versions();

    await called(coordination, coordination.filings);

    const told = await Promise.all(coordination.filings.map((filing) => toldOf(filing, 'jinli.maker')));
    expect(told.flat().filter((template) => template === 'coordinationMeetingCalled')).toHaveLength(1);
    expect([before, await versions()]).toEqual([
      ['1.0', '1.0'],
      ['2.0', '2.0'],
    ]);
  });

  it('not held by one working day after its day: back to planning', async () => {
    const coordination = await aCoordination();
    await called(coordination, coordination.filings);

    await advanceTo('2026-06-15T18:00:00+08:00');

    const page = await seen(coordination, 'finance.reviewer');
    expect([page.state, page.meetingOn, page.meetings[0].state]).toEqual(['planning', null, 'missed']);
  });

  it('called off when everything else ends', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    await called(coordination, [filing]);

    await act(filing, 'jinli.maker', 'WITHDRAW', { reason: 'retained' });

    const page = await seen(coordination, 'finance.reviewer');
    expect([page.state, page.meetings[0].state]).toEqual(['concluded', 'cancelled']);
  });
});

describe('企业破产法第十九条: the court accepts', () => {
  it('over at once; the filings hear the court themselves; measures ask their owners', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    await coordinate(coordination, 'finance.reviewer', 'ADD_SUPPORT', {
      measure: 'bridgeFund',
      owner: { organization: await organizationId('zhouzhuan'), role: 'helper.officer' },
      dueOn: '2026-06-24',
      input: { bank: await organizationId('jinli'), amount: '700000.00', neededOn: '2026-06-20' },
    });
    const [firm] = await query<{ id: string }>('admin', 'select id from firm where credit_code = $1', [
      filing.creditCode,
    ]);

    const told = await (await person('finance.leader')).post(`/firms/${String(firm?.id)}/court-acceptance`, {
      court: '泉州市中级人民法院',
      documentNumber: '（2026）闽05破申12号',
      acceptedOn: '2026-06-09',
    });

    expect(told.status).toBeLessThan(300);
    const page = await seen(coordination, 'finance.leader');
    expect([page.state, page.end, page.stateLabel]).toEqual(['concluded', 'court', '企业进入司法程序']);
    expect((await seen(filing, 'jinli.maker')).state).toBe('judicial');
    expect((await seen({ path: `${filing.path}/coordination` }, 'jinli.maker')).state).toBe('left');
    const { items } = await seen({ path: `/supports?parent=${coordination.id}` }, 'finance.leader');
    const measure = await seen({ path: `/supports/${String(items[0].id)}` }, 'zhouzhuan.officer');
    expect([measure.state, measure.askedToConfirm]).toEqual(['assigned', true]);
  });
});

describe('how a coordination is told', () => {
  let coordination: Coordination;
  beforeAll(async () => {
    await setClock('2026-06-10T10:00:00+08:00');
    coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    const payload = { filing: filing.id, outcome: 'retained', text: '建议稳贷。' };
    await coordinate(coordination, 'finance.reviewer', 'PROPOSE', payload);
  });

  it('its history, to offices', async () => {
    const { items } = await seen({ path: `${coordination.path}/history` }, 'industry.leader');

    expect(items.map(({ label, toLabel }: { label: string; toLabel: string }) => [label, toLabel])).toEqual([
      ['启动协调', '待交办'],
      ['报告进入协调', '待交办'],
      ['交办', '拟定方案'],
      ['提出协调方案', '征询协调结果'],
    ]);
  });

  it('its bank reads what is about its filing, counted by itself', async () => {
    const [filing] = coordination.filings as [Filing];

    const { items } = await seen({ path: `${filing.path}/coordination/history` }, 'jinli.maker');

    expect(items.map(({ seq, label, toLabel }: Record<string, unknown>) => [seq, label, toLabel])).toEqual([
      [1, '报告进入协调', '协调中'],
      [2, '提出协调方案', '协调中'],
    ]);
  });

  it('why it is where it is, and what may be done', async () => {
    const explained = await seen({ path: `${coordination.path}/explain` }, 'finance.reviewer');
    const { actions } = await seen({ path: `${coordination.path}/actions` }, 'finance.reviewer');

    expect(explained.summary).toContain('目前为“征询协调结果”，等待市委金融办经办岗办理');
    expect(actions.map(({ type }: { type: string }) => type).sort()).toEqual(
      ['ADD_SUPPORT', 'CALL_MEETING', 'CONCLUDE_FILING', 'PROPOSE'].sort(),
    );
    const elsewhere = await seen({ path: `${coordination.path}/actions` }, 'industry.reviewer');
    expect(elsewhere.actions.every(({ allowed }: { allowed: boolean }) => !allowed)).toBe(true);
  });
});
