import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aCoordination, coordinate, seen } from '../coordination/a-coordination.js';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { aBridgeFund, act, aMeasureOf, attempt, type Measure } from './a-measure.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

/** A measure whose owner has begun, and whose firm is in court then. */
async function aMeasureInCourt(): Promise<Measure> {
  const coordination = await aCoordination();
  const measure = await aMeasureOf(coordination);
  await act(measure, 'zhouzhuan.officer', 'START');
  const [filing] = coordination.filings as [Filing];
  const [firm] = await query<{ id: string }>('admin', 'select id from firm where credit_code = $1', [
    filing.creditCode,
  ]);
  const accepted = await (await person('finance.leader')).post(
    `/firms/${String(firm?.id)}/court-acceptance`,
    {
      court: '泉州市中级人民法院',
      documentNumber: '（2026）闽05破申12号',
      acceptedOn: '2026-06-09',
    },
  );
  expect(accepted.status).toBeLessThan(300);
  return measure;
}

describe('企业破产法第十九条、第四十六条: the court accepts, and the owner says whether the measure goes on', () => {
  it('it goes on', async () => {
    const measure = await aMeasureInCourt();
    const asked = await seen(measure, 'zhouzhuan.officer');

    await act(measure, 'zhouzhuan.officer', 'CONFIRM_CONTINUING', { text: '资金未拨付，继续跟进。' });

    expect(asked.askedToConfirm).toBe(true);
    const page = await seen(measure, 'zhouzhuan.officer');
    expect([page.state, page.askedToConfirm]).toEqual(['working', false]);
    const again = await attempt(measure, 'zhouzhuan.officer', 'CONFIRM_CONTINUING');
    expect([again.status, again.body.code]).toEqual([409, 'event-not-accepted']);
  });

  it('or it is taken back, by its owner too', async () => {
    const measure = await aMeasureInCourt();

    await act(measure, 'zhouzhuan.officer', 'CANCEL', { reason: '企业已进入破产程序。' });

    expect(await seen(measure, 'finance.reviewer')).toMatchObject({
      state: 'cancelled',
      endReason: '企业已进入破产程序。',
    });
  });
});

describe('lists, page by page', () => {
  it('measures by type, owner, state and what they hang on, the newest first', async () => {
    const coordination = await aCoordination();
    const made: string[] = [];
    for (const dueOn of ['2026-06-22', '2026-06-23', '2026-06-24']) {
      await coordinate(coordination, 'finance.reviewer', 'ADD_SUPPORT', await aBridgeFund({ dueOn }));
      const { items } = await seen({ path: `/supports?parent=${coordination.id}&limit=1` }, 'finance.leader');
      made.unshift(items[0].id);
    }
    const path = `/supports?parent=${coordination.id}&type=bridgeFund&owner=zhouzhuan&state=assigned&limit=2`;

    const first = await seen({ path }, 'finance.leader');
    const second = await seen({ path: `${path}&cursor=${String(first.nextCursor)}` }, 'finance.leader');

    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(made);
    expect([first.total, second.nextCursor]).toEqual([{ value: 3, exact: true }, null]);
    const none = await seen({ path: `/supports?parent=${coordination.id}&state=done` }, 'finance.leader');
    expect(none.items).toEqual([]);
  });

  it('coordinations by county, state and filing; a parameter that there is not is refused', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    const leader = await person('finance.leader');

    const found = await seen({ path: `/coordinations?filing=${filing.id}` }, 'finance.leader');
    const here = await seen({ path: '/coordinations?county=jinjiang&state=planning' }, 'finance.leader');
    const elsewhere = await seen({ path: '/coordinations?county=anxi' }, 'finance.leader');

    expect(found.items).toEqual([
      expect.objectContaining({ id: coordination.id, open: 1, stateLabel: '拟定方案' }),
    ]);
    expect(here.items.map(({ id }: { id: string }) => id)).toContain(coordination.id);
    expect(elsewhere.items).toEqual([]);
    expect((await leader.get('/coordinations?counties=anxi')).status).toBe(400);
    expect((await leader.get('/supports?late=yes')).status).toBe(400);
  });
});
