import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { act, aFiledReport, attempt, change, type Filing, person, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

const DEFECTS = [
  { pointer: '/ground/facts', text: '请写明经营恶化的具体事实。' },
  { pointer: '/fiveNos/explanation', text: '请说明为何不适用“五不要求”。' },
];

async function aReportToComplete(): Promise<Filing> {
  const filing = await aFiledReport();
  await act(filing, 'finance.reviewer', 'REQUEST_COMPLETION', { defects: DEFECTS });
  return filing;
}

describe('一次性告知: every defect at once, once', () => {
  it('opens exactly the fields that it names', async () => {
    const filing = await aReportToComplete();

    const seen = await seenBy(filing, 'jinli.maker');

    expect(seen).toMatchObject({ state: 'completing', editable: ['ground', 'fiveNos'] });
    expect(await seenBy(filing, 'finance.reviewer')).not.toHaveProperty('editable');
  });

  it('refuses a change of any other field, and saves nothing of it', async () => {
    const filing = await aReportToComplete();
    const maker = await person('jinli.maker');
    await maker.get(filing.path);

    const refused = await maker.patch(filing.path, {
      ground: { code: 'other', facts: '已停产。', contractClause: '第八条' },
      amount: '600000.00',
    });

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'not-editable', errors: [{ pointer: '/amount' }] },
    });
    expect((await seenBy(filing, 'jinli.maker')).amendment).toBeNull();
  });

  it('where it names no field, what is missing may be anywhere', async () => {
    const filing = await aFiledReport();
    await act(filing, 'finance.reviewer', 'REQUEST_COMPLETION', { defects: [{ text: '请上传合同。' }] });

    expect((await seenBy(filing, 'jinli.maker')).editable).toContain('amount');
  });

  it('cannot be asked a second time in one revision', async () => {
    const filing = await aReportToComplete();
    await act(filing, 'jinli.checker', 'RESUBMIT');

    const again = await attempt(filing, 'finance.reviewer', 'REQUEST_COMPLETION', { defects: DEFECTS });

    expect(again).toMatchObject({ status: 422, body: { errors: [{ code: 'completion-asked-before' }] } });
  });

  it('says what is missing, or says nothing', async () => {
    const filing = await aFiledReport();

    const empty = await attempt(filing, 'finance.reviewer', 'REQUEST_COMPLETION', { defects: [] });
    const elsewhere = await attempt(filing, 'finance.reviewer', 'REQUEST_COMPLETION', {
      defects: [{ pointer: '/nothing', text: '请补充。' }],
    });

    expect(empty).toMatchObject({ status: 422, body: { errors: [{ code: 'defects-missing' }] } });
    expect(elsewhere).toMatchObject({ status: 400, body: { errors: [{ pointer: '/defects/0/pointer' }] } });
  });
});

describe('补充材料: the maker prepares, the checker sends', () => {
  it('comes back to be acknowledged as a revision with its differences; number and date stay', async () => {
    const filing = await aReportToComplete();
    const before = await seenBy(filing, 'jinli.maker');
    const ground = { code: 'headOfficeLimit', facts: '产量同比下降四成。', contractClause: '第八条第二款' };

    const prepared = await change(filing, { ground });
    const byMaker = await attempt(filing, 'jinli.maker', 'RESUBMIT');
    const { filing: sent } = await act(filing, 'jinli.checker', 'RESUBMIT');

    expect(prepared.amendment).toMatchObject({
      revision: 2,
      differences: [
        { pointer: '/ground/facts', before: '总行压降制鞋行业限额。', after: '产量同比下降四成。' },
      ],
    });
    expect(byMaker).toMatchObject({ status: 403, body: { code: 'checker-is-filer' } });
    expect(sent).toMatchObject({ state: 'acknowledging', revision: 2, number: before.number });
    expect(sent.bankDate).toBe(before.bankDate);
    expect((await seenBy(filing, 'finance.reviewer')).ground.facts).toBe('产量同比下降四成。');
  });

  it('what is being prepared is the bank’s own until it is sent', async () => {
    const filing = await aReportToComplete();
    const office = await seenBy(filing, 'finance.reviewer');

    await change(filing, { fiveNos: { hasMarket: 'no', operatesNormally: 'no', shortForNow: 'no' } });

    expect(await seenBy(filing, 'finance.reviewer')).toEqual(office);
  });

  it('may be dropped again', async () => {
    const filing = await aReportToComplete();
    await change(filing, { fiveNos: { hasMarket: 'no', operatesNormally: 'no', shortForNow: 'no' } });
    const maker = await person('jinli.maker');
    await maker.get(filing.path);

    const dropped = await maker.delete(filing.path);

    expect(dropped.status).toBe(204);
    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      amendment: null,
      fiveNos: { hasMarket: 'yes' },
    });
  });

  it('may be sent without a changed field, when what was missing was an attachment', async () => {
    const filing = await aReportToComplete();

    const { filing: sent } = await act(filing, 'jinli.checker', 'RESUBMIT');

    expect(sent).toMatchObject({ state: 'acknowledging', revision: 1 });
  });

  it('that does not come in three working days lets the review begin with the mark incomplete', async () => {
    const filing = await aReportToComplete();

    await advanceTo('2026-06-15T17:30:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      state: 'reviewing',
      marks: ['incomplete'],
      bankDate: '2026-08-03',
    });
  });
});
