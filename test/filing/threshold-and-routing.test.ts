import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import {
  act,
  aDraft,
  aFiledReport,
  aReportUnderReview,
  attempt,
  person,
  seenBy,
} from '../support/filings.js';
import { aKnownFirm, anAct } from '../support/firms.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
const MORNING = '2026-06-10T09:30:00+08:00';
beforeAll(() => setClock(MORNING));
beforeEach(() => setClock(MORNING));
afterAll(everyCaseReplays);

describe('泉政办规〔2023〕1号（十）；民法典 1259 (processes.md §8, 1): 以上 includes the figure', () => {
  it.each([
    ['withdraw', '5000000.00', true],
    ['withdraw', '4999999.99', false],
    ['suspend', '5000000.00', true],
    ['suspend', '4999999.99', false],
    ['squeeze', '500000.00', true],
    ['squeeze', '499999.99', false],
  ])('%s %s: reportable %s', async (kind, amount, reportable) => {
    const filing = await aFiledReport({ content: { kind, amount } });

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({
      reportable,
      marks: reportable ? [] : ['belowThreshold'],
    });
  });
});

describe('processes.md §8, 3: withdraw and suspend are one family; a cut limit is a squeeze', () => {
  it('withdraw 3,000,000 and suspend 3,000,000 in the window: reportable', async () => {
    const creditCode = await aKnownFirm();
    await anAct(creditCode, {
      bank: 'jinli',
      kind: 'withdraw',
      relationContinues: false,
      amount: '3000000.00',
      on: '2026-06-20',
      status: 'planned',
    });

    const filing = await aFiledReport({
      content: { kind: 'suspend', amount: '3000000.00', firm: { creditCode }, plannedDate: '2026-07-01' },
    });

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ reportable: true, marks: ['cumulative'] });
  });

  it('limit 20,000,000 → 15,000,000 with 14,000,000 drawn: a squeeze of 5,000,000', async () => {
    const filing = await aFiledReport({
      content: {
        amount: '5000000.00',
        before: { limit: '20000000.00', balance: '14000000.00' },
        after: { limit: '15000000.00', balance: '14000000.00' },
      },
    });

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ reportable: true, amount: '5000000.00' });
  });
});

describe('processes.md §8, 12: the county of operation is concerned, whatever the credit code says', () => {
  it('registered in 福州, at work in 晋江', async () => {
    const creditCode = await aKnownFirm({ division: '350100' });
    const filing = await aReportUnderReview({ content: { firm: { creditCode, county: 'jinjiang' } } });

    await act(filing, 'finance.reviewer', 'ASK_FACTS', { questions: ['是否正常开工？'] });

    expect((await seenBy(filing, 'jinjiang.coordinator')).firm.creditCode.slice(2, 8)).toBe('350100');
  });
});

describe('processes.md §8, 13: the city’s areas', () => {
  it.each(['kaifaqu', 'taishang'])('%s has no code of its own, and reports go there', async (county) => {
    const filing = await aReportUnderReview({ content: { firm: { county } } });

    await act(filing, 'finance.reviewer', 'ASK_FACTS', { questions: ['是否正常开工？'] });

    expect((await seenBy(filing, `${county}.coordinator`)).state).toBe('reviewing');
  });

  it('金门县 is not offered, and refused when it is named', async () => {
    const { body } = await (await person('jinli.maker')).get('/jurisdictions');
    const draft = await aDraft({ content: { firm: { county: 'jinmen' } } });

    const refused = await attempt(draft, 'jinli.maker', 'SEND_TO_CHECK');

    expect(JSON.stringify(body)).not.toContain('金门');
    expect(refused.body.errors[0].code).toBe('county-not-administered');
  });
});

describe('processes.md §8, 14: a bureau is renamed in mid-case', () => {
  it('what was done bears the name of its day, what will be done the new one', async () => {
    await setClock('2024-06-27T10:00:00+08:00');
    const filing = await aFiledReport({ content: { plannedDate: '2024-09-02' } });
    const before = await consequenceOf(filing.path, 'jinli.checker', 'UNDERTAKE');
    await act(filing, 'finance.reviewer', 'ACKNOWLEDGE');
    await setClock('2024-07-01T10:00:00+08:00');

    const after = await consequenceOf(filing.path, 'jinli.checker', 'UNDERTAKE');
    const late = await (await person('finance.reviewer2')).send(
      filing.path,
      'ACKNOWLEDGE',
      {},
      { ifMatch: '"3.0"' },
    );

    expect(before).toContain('市金融监管局');
    expect(after).toContain('市委金融办');
    expect(late.body.by.organization).toBe('市金融监管局');
  });
});

describe('a draft is judged by the policy in force when it is filed', () => {
  it('and shows what has changed since it was begun', async () => {
    await query(
      'admin',
      `insert into policy_version (jurisdiction, id, number, valid_from, clause, "values")
        select jurisdiction, gen_random_uuid(), number + 1, '2026-06-15', clause, "values" || '{"squeezeThreshold": "800000.00", "leadWd": 12}'
        from policy_version order by number desc limit 1`,
    );
    const draft = await aDraft();
    const unchanged = await seenBy(draft, 'jinli.maker');
    await setClock('2026-06-15T09:30:00+08:00');

    const changed = await seenBy(draft, 'jinli.maker');
    await act(draft, 'jinli.maker', 'SEND_TO_CHECK');
    const { filing } = await act(draft, 'jinli.checker', 'FILE');

    expect(unchanged.policySince).toBeNull();
    expect(changed.policySince.differences).toEqual([
      { key: 'squeezeThreshold', label: '压贷报告标准', before: '500000.00', after: '800000.00' },
      { key: 'leadWd', label: '提前期', before: '10', after: '12' },
    ]);
    expect(filing).toMatchObject({ reportable: false, policy: { validFrom: '2026-06-15' } });
  });

  it('what is filed stays under its policy, whatever comes', async () => {
    await setClock('2026-06-12T09:30:00+08:00');
    const filing = await aFiledReport();
    await setClock('2026-06-16T09:30:00+08:00');

    expect(await seenBy(filing, 'jinli.maker')).toMatchObject({ reportable: true, policy: { number: 1 } });
  });
});

async function consequenceOf(path: string, login: string, type: string): Promise<string> {
  const { body } = await (await person(login)).get(`${path}/actions`);
  return body.actions.find((action: { type: string }) => action.type === type).consequence;
}
