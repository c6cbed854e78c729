import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aCoordination, coordinate } from '../coordination/a-coordination.js';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import { aClearedReport, act as actOnFiling, type Filing } from '../support/filings.js';
import { act, inquiryAbout } from '../support/inquiries.js';
import { type Item, itemsOf } from './a-worklist.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(releaseClock);

async function lineOf(login: string, id: string): Promise<Item | undefined> {
  const lines = (await itemsOf(login)).filter((item) => item.id === id);
  expect(lines.length).toBeLessThan(2);
  return lines[0];
}

describe('待办: a bank finds its turn in a coordination with its own report', () => {
  it('the maker when something is put before it, the checker when the maker has answered, nobody afterwards', async () => {
    const coordination = await aCoordination(['jinli', 'citong']);
    const [{ id, path, bank }, other] = coordination.filings as [Filing, Filing];
    const part = { path: `${path}/coordination` };
    const agreement = { outcome: 'reducedTo', amount: '400000.00' };
    const turns = async () =>
      Promise.all(
        ['maker', 'checker'].map(async (duty) => (await lineOf(`${bank}.${duty}`, id))?.asksFor?.type),
      );
    expect(await turns()).toEqual([undefined, undefined]);

    await coordinate(coordination, 'finance.reviewer', 'PROPOSE', {
      filing: id,
      text: '建议压降40万元。',
      ...agreement,
    });
    expect(await turns()).toEqual(['PREPARE_OUTCOME', undefined]);
    expect(await lineOf('jinli.maker', id)).toMatchObject({
      process: 'filing',
      asksFor: { type: 'PREPARE_OUTCOME', label: '填写协调结果' },
      myTurn: { role: 'bank.maker', onBehalfOf: [] },
    });

    await coordinate(part, 'jinli.maker', 'PREPARE_OUTCOME', agreement);
    expect(await turns()).toEqual([undefined, 'CONFIRM_OUTCOME']);
    expect((await lineOf('jinli.checker', id))?.myTurn).toEqual({ role: 'bank.checker', onBehalfOf: [] });

    await coordinate(part, 'jinli.checker', 'CONFIRM_OUTCOME', agreement);
    expect(await turns()).toEqual([undefined, undefined]);

    await setClock('2026-06-10T10:05:00+08:00');
    await coordinate(part, 'jinli.maker', 'PREPARE_OUTCOME', { outcome: 'retained' });
    expect(await turns()).toEqual([undefined, 'CONFIRM_OUTCOME']);
    expect(await lineOf('citong.maker', other.id)).toBeUndefined();
    expect(await lineOf('citong.checker', id)).toBeUndefined();
  });
});

describe('闽政发明电〔2014〕4号一: the regulator branch finds what was notified to it until it has recorded its measure', () => {
  it('and nothing before', async () => {
    await setClock('2026-06-10T10:00:00+08:00');
    const filing = await aClearedReport({ content: { plannedDate: '2026-06-25' } });
    await advanceTo('2026-06-25T10:00:00+08:00');
    const lines = [{ amount: '1700000.00' }];
    await actOnFiling(filing, 'jinli.maker', 'REPORT_EXECUTION', { date: '2026-06-25', lines, final: true });
    const { id } = await inquiryAbout(filing);
    await act(id, 'finance.reviewer', 'ASK', { questions: ['请说明原因。'] });
    await act(id, 'jinli.maker', 'EXPLAIN', { text: '系统排期错误。' });
    await act(id, 'finance.reviewer', 'SUBSTANTIATE', { reason: '与报告不符。' });
    expect(await lineOf('regulator.observer', id)).toBeUndefined();

    await act(id, 'finance.leader', 'NOTIFY_REGULATOR', { text: '情况通报。' });

    expect(await lineOf('regulator.observer', id)).toMatchObject({
      process: 'inquiry',
      stateLabel: '已向监管分局情况通报',
      light: 'onTime',
      myTurn: { role: 'regulator.observer', onBehalfOf: [] },
    });
    expect(await lineOf('pboc.observer', id)).toBeUndefined();
    await act(id, 'regulator.observer', 'RECORD_MEASURE', { measures: [], text: '未采取措施。' });
    expect(await lineOf('regulator.observer', id)).toBeUndefined();
  });
});
