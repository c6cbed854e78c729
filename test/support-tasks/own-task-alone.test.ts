import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aCoordination, type Coordination, organizationId, seen } from '../coordination/a-coordination.js';
import { releaseClock, setClock } from '../support/clock.js';
import { type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { act, aMeasureOf, attempt, type Measure, toldOf } from './a-measure.js';

jest.setTimeout(60_000);
afterAll(everyCaseReplays);
afterAll(releaseClock);

let coordination: Coordination;
let measure: Measure;
beforeAll(async () => {
  await setClock('2026-06-10T10:00:00+08:00');
  coordination = await aCoordination();
  measure = await aMeasureOf(coordination);
});

describe('a helper sees its task and nothing else', () => {
  it('what to do, for whom, until when; not what it hangs on', async () => {
    const page = await seen(measure, 'zhouzhuan.officer');

    expect(page).toMatchObject({
      typeLabel: '应急周转资金',
      stateLabel: '已交办',
      dueOn: '2026-06-24',
      firm: { name: '晋江市某鞋业有限公司', county: 'jinjiang' },
      owner: { organization: { key: 'zhouzhuan', name: '泉州应急周转资金' }, role: 'helper.officer' },
    });
    expect(
      page.input.map(({ label, text }: Record<string, string>) => `${String(label)}：${String(text)}`),
    ).toEqual(['贷款银行：泉州晋鲤银行', '金额（元）：700,000.00元', '用款日：2026-06-20']);
    expect(JSON.stringify(page)).not.toContain(coordination.id);
    expect((await seen(measure, 'finance.reviewer')).parent).toEqual({
      process: 'coordination',
      id: coordination.id,
    });
  });

  it('neither filings nor coordinations nor firms', async () => {
    const [filing] = coordination.filings as [Filing];
    const officer = await person('zhouzhuan.officer');

    for (const path of [
      filing.path,
      '/filings',
      coordination.path,
      '/coordinations',
      `${filing.path}/coordination`,
    ]) {
      expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
    }
    expect((await officer.get(`/supports?parent=${filing.id}`)).body.items.length).toBeGreaterThan(0);
  });

  it('history, explanation and worklist of its own task', async () => {
    await act(measure, 'zhouzhuan.officer', 'START');
    const { items } = await seen({ path: `${measure.path}/history` }, 'zhouzhuan.officer');
    const explained = await seen({ path: `${measure.path}/explain` }, 'zhouzhuan.officer');
    const { actions } = await seen({ path: `${measure.path}/actions` }, 'zhouzhuan.officer');
    const worklist = await seen({ path: '/worklist?limit=100' }, 'zhouzhuan.officer');

    expect(JSON.stringify([items, explained])).not.toContain(coordination.id);
    expect(items.at(-1)).toMatchObject({ label: '开始办理', toLabel: '办理中' });
    expect(explained.summary).toContain('等待泉州应急周转资金帮扶单位经办人办理');
    const allowed = actions.filter((action: { allowed: boolean }) => action.allowed);
    expect(allowed.map(({ type }: { type: string }) => type).sort()).toEqual(
      ['REPORT_DONE', 'REPORT_NOT_DONE', 'REPORT_REPAID', 'WAIT'].sort(),
    );
    expect(worklist.items.map(({ id }: { id: string }) => id)).toEqual([measure.id]);
  });

  it('another helper sees nothing of it, to the byte of what is not there', async () => {
    const other = await person('danbao.officer');
    const missing = '/supports/01980000-0000-7000-8000-000000000001';

    for (const what of ['', '/history', '/explain', '/actions']) {
      const [foreign, none] = [
        await other.get(`${measure.path}${what}`),
        await other.get(`${missing}${what}`),
      ];
      expect([foreign.status, foreign.body]).toEqual([404, none.body]);
    }
    expect((await other.get('/supports')).body.items).toEqual([]);
    expect((await attempt(measure, 'danbao.officer', 'START')).status).toBe(404);
  });

  it('given to another, it is no business any more of whoever had it', async () => {
    await act(measure, 'finance.reviewer', 'REASSIGN', {
      owner: { organization: await organizationId('danbao'), role: 'helper.officer' },
      reason: '由担保公司承办更为合适。',
    });

    expect((await (await person('zhouzhuan.officer')).get(measure.path)).status).toBe(404);
    expect((await (await person('zhouzhuan.officer')).get('/supports')).body.items).toEqual([]);
    const page = await seen(measure, 'danbao.officer');
    expect([page.state, page.dueOn]).toEqual(['assigned', '2026-06-24']);
    expect(await toldOf(measure, 'danbao.officer')).toEqual(['supportAssigned']);
    const { items } = await seen({ path: `${measure.path}/history` }, 'danbao.officer');
    expect(JSON.stringify(items)).not.toContain('由担保公司承办更为合适');
  });

  it('what came of it is told to the coordination, once', async () => {
    await act(measure, 'danbao.officer', 'REPORT_NOT_DONE', { reason: '企业已另行落实资金。' });

    expect(await toldOf(coordination, 'finance.reviewer')).toContain('coordinationSupportEnded');
    const { items } = await seen({ path: `${coordination.path}/history` }, 'finance.leader');
    expect(items.filter(({ type }: { type: string }) => type === 'SUPPORT.ENDED')).toHaveLength(1);
    const over = await attempt(measure, 'danbao.officer', 'START');
    expect([over.status, over.body.code]).toEqual([409, 'event-not-accepted']);
  });
});
