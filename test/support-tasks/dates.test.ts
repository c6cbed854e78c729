import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aCoordination, organizationId, seen } from '../coordination/a-coordination.js';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import { everyCaseReplays } from '../support/replay.js';
import { act, aMeasureOf, attempt, toldOf } from './a-measure.js';

jest.setTimeout(60_000);
beforeEach(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

describe('processes.md §4: one owner, one date; reminder −1 wd, escalation +1, bulletin +3', () => {
  // 2026-06-19 is 端午节, a day off; 06-24 is a Wednesday.
  it.each([
    ['2026-06-23T17:00:00+08:00', [], null],
    ['2026-06-23T18:00:00+08:00', ['supportDue'], null],
    ['2026-06-24T17:00:00+08:00', ['supportDue'], null],
    ['2026-06-24T18:00:00+08:00', ['supportOverdue', 'supportDue'], 'overdue'],
    ['2026-06-25T18:00:00+08:00', ['supportEscalated', 'supportOverdue', 'supportDue'], 'escalated'],
    ['2026-06-26T18:00:00+08:00', ['supportEscalated', 'supportOverdue', 'supportDue'], 'escalated'],
    [
      '2026-06-29T18:00:00+08:00',
      ['supportBulletin', 'supportEscalated', 'supportOverdue', 'supportDue'],
      'bulletin',
    ],
  ])('due on the 24th, seen on %s: %j', async (instant, told, lateness) => {
    const measure = await aMeasureOf(await aCoordination());

    await advanceTo(instant);

    const page = await seen(measure, 'zhouzhuan.officer');
    expect(page.lateness).toBe(lateness);
    expect(await toldOf(measure, 'zhouzhuan.officer')).toEqual([...told, 'supportAssigned']);
  });

  it('escalated to the finance leader, in the bulletin besides to county, industry and regulator in copy', async () => {
    const measure = await aMeasureOf(await aCoordination());

    await advanceTo('2026-06-29T18:00:00+08:00');

    expect(await toldOf(measure, 'finance.leader')).toEqual(['supportBulletin', 'supportEscalated']);
    expect(await toldOf(measure, 'jinjiang.coordinator')).toEqual([
      '(supportBulletin)',
      '(supportEscalated)',
    ]);
    expect(await toldOf(measure, 'industry.reviewer')).toEqual(['(supportBulletin)']);
    expect(await toldOf(measure, 'regulator.observer')).toEqual(['(supportBulletin)']);
    const { items } = await seen({ path: '/supports?lateness=bulletin&owner=zhouzhuan' }, 'finance.leader');
    expect(items.find(({ id }: { id: string }) => id === measure.id).stateLabel).toBe('已交办（通报）');
  });

  it('changed once, by the finance leader, with a reason: what had struck is forgotten', async () => {
    const measure = await aMeasureOf(await aCoordination());
    await advanceTo('2026-06-24T18:00:00+08:00');
    const changed = { dueOn: '2026-07-06', reason: '银行内部流程尚需时日。' };

    const reviewer = await attempt(measure, 'finance.reviewer', 'CHANGE_DATE', changed);
    await act(measure, 'finance.leader', 'CHANGE_DATE', changed);
    const again = await attempt(measure, 'finance.leader', 'CHANGE_DATE', {
      ...changed,
      dueOn: '2026-07-20',
    });

    expect([reviewer.status, again.status, again.body.errors[0].code]).toEqual([
      403,
      422,
      'date-changed-before',
    ]);
    await advanceTo('2026-07-03T18:00:00+08:00');
    const page = await seen(measure, 'zhouzhuan.officer');
    expect([page.dueOn, page.dateChanged, page.lateness]).toEqual(['2026-07-06', true, null]);
    expect((await toldOf(measure, 'zhouzhuan.officer')).slice(0, 2)).toEqual([
      'supportDue',
      'supportDateChanged',
    ]);
  });

  it('waiting has a day of its own and moves no date', async () => {
    const measure = await aMeasureOf(await aCoordination());
    await act(measure, 'zhouzhuan.officer', 'START');
    const beyond = await attempt(measure, 'zhouzhuan.officer', 'WAIT', {
      for: '待银行',
      until: '2026-06-25',
    });
    await act(measure, 'zhouzhuan.officer', 'WAIT', { for: '待银行出具续贷意见。', until: '2026-06-15' });
    const waiting = await seen(measure, 'finance.reviewer');

    await advanceTo('2026-06-15T18:00:00+08:00');

    expect([beyond.status, beyond.body.errors[0].code]).toEqual([422, 'beyond-due-date']);
    expect([waiting.state, waiting.waitsFor, waiting.waitUntil]).toEqual([
      'waiting',
      '待银行出具续贷意见。',
      '2026-06-15',
    ]);
    const after = await seen(measure, 'zhouzhuan.officer');
    expect([after.state, after.waitsFor, after.dueOn]).toEqual(['working', null, '2026-06-24']);
  });
});

describe('泉州市应急保障周转专项资金（2014年）: the bank lends again within 10 working days', () => {
  it('told when the firm has repaid, and when the ten days are over; done when it has lent again', async () => {
    const measure = await aMeasureOf(await aCoordination());
    await act(measure, 'zhouzhuan.officer', 'START');
    const result = { amount: '700000.00', relentOn: '2026-06-11', relentAmount: '700000.00' };
    const early = await attempt(measure, 'zhouzhuan.officer', 'REPORT_DONE', { result });
    await act(measure, 'zhouzhuan.officer', 'REPORT_REPAID', { on: '2026-06-10', amount: '700000.00' });

    // Ten working days from the 10th, over the holiday of the 19th: the 25th.
    await advanceTo('2026-06-25T17:00:00+08:00');
    const before = await toldOf(measure, 'jinli.maker');
    await advanceTo('2026-06-25T18:00:00+08:00');

    expect([early.status, early.body.errors[0].code]).toEqual([422, 'not-repaid']);
    expect(before).toEqual(['supportRepaid']);
    expect(await toldOf(measure, 'jinli.maker')).toEqual(['supportRelendOverdue', 'supportRepaid']);
    expect(await toldOf(measure, 'finance.leader')).toContain('supportRelendOverdue');
    await act(measure, 'zhouzhuan.officer', 'REPORT_DONE', { result: { ...result, relentOn: '2026-06-24' } });
    const page = await seen(measure, 'finance.reviewer');
    expect([page.state, page.result[1].text]).toEqual(['done', '2026-06-24']);
  });

  it('the lending bank sees the measure from the repayment on, and no other bank does', async () => {
    const measure = await aMeasureOf(await aCoordination(['jinli', 'citong']));
    const before = await attempt(measure, 'jinli.maker', 'REPORT_REPAID', {
      on: '2026-06-10',
      amount: '1.00',
    });
    await act(measure, 'zhouzhuan.officer', 'REPORT_REPAID', { on: '2026-06-10', amount: '700000.00' });

    expect(before.status).toBe(404);
    const page = await seen(measure, 'jinli.maker');
    expect([page.repaidOn, page.parent]).toEqual(['2026-06-10', undefined]);
    expect((await attempt(measure, 'citong.maker', 'START')).status).toBe(404);
  });
});

describe('a measure of another post', () => {
  it('a bank carries out what it does itself, and finds it in its worklist', async () => {
    const jinli = await organizationId('jinli');
    const measure = await aMeasureOf(await aCoordination(), {
      measure: 'renewalWithoutRepayment',
      owner: { organization: jinli, role: 'bank.maker' },
      input: { bank: jinli, amount: '700000.00', maturesOn: '2026-07-01' },
    });

    const { items } = await seen({ path: '/worklist?limit=100' }, 'jinli.maker');
    await act(measure, 'jinli.maker', 'REPORT_DONE', {
      result: { amount: '700000.00', renewedUntil: '2027-07-01' },
    });

    const line = items.find(({ id }: { id: string }) => id === measure.id);
    expect(line).toMatchObject({ process: 'support', stateLabel: '已交办' });
    const done = await seen(measure, 'finance.reviewer');
    expect([done.state, done.result[0].text]).toEqual(['done', '700,000.00元']);
  });
});
