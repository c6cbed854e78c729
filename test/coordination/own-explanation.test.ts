import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { expecting, type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { aCoordination, anIntervention, confirm, coordinate } from './a-coordination.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);

async function explained({ path, bank }: Filing, duty = 'maker') {
  return expecting(200, await (await person(`${bank}.${duty}`)).get(`${path}/coordination/explain`)).body;
}

describe('为什么: a bank learns why its report is coordinated, whom that waits for and until when', () => {
  it('the offices, its maker, its checker, and at last nobody', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    const part = { path: `${filing.path}/coordination` };
    const agreement = { outcome: 'deferredUntil', until: '2026-09-01' };

    const first = await explained(filing);
    expect(first).toMatchObject({
      state: 'joined',
      waitsFor: [{ role: null, label: '主管部门' }],
      summary: '本行报告目前为“协调中”，等待主管部门办理，最迟6月25日。',
    });
    expect(first.clocks.map(({ name, dueOn }: Record<string, unknown>) => [name, dueOn])).toEqual([
      ['coordinate', '2026-06-25'],
      ['bankDate', '2026-08-03'],
    ]);
    expect(first.actions).toMatchObject([
      { type: 'PREPARE_OUTCOME', label: '填写协调结果', allowed: true, reasons: [] },
      { type: 'CONFIRM_OUTCOME', allowed: false, reasons: [{ code: 'second-person-needed' }] },
    ]);

    await coordinate(coordination, 'finance.reviewer', 'PROPOSE', {
      filing: filing.id,
      text: '建议暂缓。',
      ...agreement,
    });
    expect((await explained(filing)).waitsFor).toEqual([{ role: 'bank.maker', label: '本行经办岗' }]);
    await coordinate(part, 'jinli.maker', 'PREPARE_OUTCOME', agreement);
    expect((await explained(filing)).waitsFor).toEqual([{ role: 'bank.checker', label: '本行复核岗' }]);
    expect((await explained(filing, 'checker')).path.at(-1).text).toContain('填写协调结果');

    await confirm(filing, agreement);
    await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', {
      filing: filing.id,
      outcome: 'deferredUntil',
    });
    expect(await explained(filing)).toMatchObject({
      state: 'concluded',
      waitsFor: [],
      clocks: [],
      actions: [],
    });
  });

  it('is the same to the byte whether another bank reports on the firm or not; another bank’s is not there', async () => {
    const coordination = await aCoordination(['jinli']);
    const [filing] = coordination.filings as [Filing];
    const before = JSON.stringify(await explained(filing));

    await anIntervention({ bank: 'citong', creditCode: filing.creditCode });

    expect(JSON.stringify(await explained(filing))).toBe(before);
    const other = await (await person('citong.maker')).get(`${filing.path}/coordination/explain`);
    expect([other.status, other.body.code]).toEqual([404, 'not-found']);
  });
});
