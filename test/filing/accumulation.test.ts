import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { act, aDraftToCheck, aFiledReport, aReport, attempt, person, seenBy } from '../support/filings.js';
import { aKnownFirm, anAct } from '../support/firms.js';
import { everyCaseReplays } from '../support/replay.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

/** A squeeze of 300,000 on this firm. */
function aThirdOf(creditCode: string, more: object = {}) {
  return { content: { amount: '300000.00', firm: { creditCode }, ...more } };
}

describe('累计口径 (processes.md §8, 2): a reportable amount cannot be split', () => {
  it('two squeezes of 300,000 in a month: the second is reportable and names the first', async () => {
    const creditCode = await aKnownFirm();
    const first = await aFiledReport(aThirdOf(creditCode));
    const { number } = await seenBy(first, 'jinli.maker');

    const maker = await person('jinli.maker');
    const { body } = await maker.post('/filings/assess', aReport(aThirdOf(creditCode).content));
    const second = await aFiledReport(aThirdOf(creditCode));

    expect(body).toMatchObject({
      reportable: true,
      sum: '600000.00',
      basis: [{ source: 'filing', filing: number, amount: '300000.00', status: 'planned' }],
    });
    expect(await seenBy(first, 'jinli.maker')).toMatchObject({
      reportable: false,
      marks: ['belowThreshold'],
    });
    expect(await seenBy(second, 'jinli.maker')).toMatchObject({ reportable: true, marks: ['cumulative'] });
  });

  it('at two banks, neither', async () => {
    const creditCode = await aKnownFirm();

    const one = await aFiledReport({ bank: 'citong', ...aThirdOf(creditCode) });
    const other = await aFiledReport({ bank: 'haisi', ...aThirdOf(creditCode) });

    expect((await seenBy(one, 'citong.maker')).reportable).toBe(false);
    expect((await seenBy(other, 'haisi.maker')).reportable).toBe(false);
  });

  it('two that are filed at once: one of them sees the other', async () => {
    const creditCode = await aKnownFirm();
    const drafts = await Promise.all([1, 2, 3].map(() => aDraftToCheck(aThirdOf(creditCode))));

    const filed = await Promise.all(drafts.map((draft) => act(draft, 'jinli.checker', 'FILE')));

    const sums = filed.map(({ filing }) => filing.reportable).sort();
    expect(sums).toEqual([false, true, true]);
  });

  it('drafts do not count, and an act declared that is known already counts once', async () => {
    const creditCode = await aKnownFirm();
    await aDraftToCheck(aThirdOf(creditCode));
    await anAct(creditCode, {
      bank: 'jinli',
      kind: 'squeeze',
      amount: '150000.00',
      on: '2026-06-01',
      status: 'executed',
    });
    const priorActs = [{ kind: 'squeeze', amount: '150000', on: '2026-06-01', status: 'executed' }];

    const maker = await person('jinli.maker');
    const { body } = await maker.post(
      '/filings/assess',
      aReport(aThirdOf(creditCode, { priorActs }).content),
    );

    expect(body).toMatchObject({ reportable: false, sum: '450000.00', basis: [{ source: 'recorded' }] });
  });

  it('an act lies on the day on which it was done: executed earlier, it leaves the window', async () => {
    const creditCode = await aKnownFirm();
    const first = await aFiledReport(aThirdOf(creditCode, { plannedDate: '2026-06-25' }));
    await act(first, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-06-10',
      lines: [{ amount: '300000.00' }],
      final: true,
    });
    const assess = async (plannedDate: string) => {
      const content = aReport(aThirdOf(creditCode, { plannedDate }).content);
      return (await (await person('jinli.maker')).post('/filings/assess', content)).body.reportable;
    };

    expect(await assess('2026-09-08')).toBe(true);
    expect(await assess('2026-09-09')).toBe(false);
  });
});

describe('POST /filings/assess: anybody may ask, and hears of nobody else’s acts', () => {
  it('without a session, by what is said alone', async () => {
    const creditCode = await aKnownFirm();
    await aFiledReport(aThirdOf(creditCode));
    const { anonymous } = await import('../support/client.js');

    const { status, body } = await anonymous().post('/filings/assess', aReport(aThirdOf(creditCode).content));

    expect(status).toBe(200);
    expect(body).toMatchObject({ reportable: false, basis: [], marks: ['belowThreshold'] });
  });

  it('a bank never hears of another bank’s, an office of none', async () => {
    const creditCode = await aKnownFirm();
    await aFiledReport(aThirdOf(creditCode));

    for (const login of ['citong.maker', 'finance.reviewer']) {
      const { body } = await (await person(login)).post(
        '/filings/assess',
        aReport(aThirdOf(creditCode).content),
      );
      expect(body).toMatchObject({ reportable: false, basis: [] });
    }
  });

  it('a branch hears of its bank’s other branches', async () => {
    const creditCode = await aKnownFirm();
    const maker = await person('haisi.shishi.maker');
    const draft = (await maker.post('/filings', aReport(aThirdOf(creditCode).content))).body;
    const filing = { id: draft.id, path: `/filings/${draft.id}`, creditCode, bank: 'haisi' };
    await act(filing, 'haisi.shishi.maker', 'SEND_TO_CHECK');
    await act(filing, 'haisi.shishi.checker', 'FILE');

    const { body } = await (await person('haisi.jinjiang.maker')).post(
      '/filings/assess',
      aReport(aThirdOf(creditCode).content),
    );

    expect(body).toMatchObject({ reportable: true, basis: [{ branch: '石狮支行' }] });
    expect((await attempt(filing, 'haisi.jinjiang.checker', 'WITHDRAW', { reason: 'other' })).status).toBe(
      404,
    );
  });

  it('a report that is amended does not count beside itself', async () => {
    const filing = await aFiledReport({ content: { amount: '300000.00' } });

    const { body } = await (await person('jinli.maker')).post('/filings/assess', {
      ...aReport(aThirdOf(filing.creditCode).content),
      filing: filing.id,
    });

    expect(body).toMatchObject({ reportable: false, sum: '300000.00', basis: [] });
  });

  it.each([
    ['kind', { amount: '300000.00' }],
    ['amount', { kind: 'squeeze' }],
  ])('asks for %s', async (field, content) => {
    const { status, body } = await (await person('jinli.maker')).post('/filings/assess', content);

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: `/${field}`, code: 'answer-missing' }]);
  });
});
