import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import { aCreditCode } from '../support/credit-code.js';
import { query } from '../support/database.js';
import { act, aReportUnderReview, attempt, type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCoordination,
  anIntervention,
  coordinationOf,
  opineAndSign,
  organizationId,
  seen,
  tryTo,
} from './a-coordination.js';

jest.setTimeout(120_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

function atOnce<Result>(attempts: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  return Promise.all(attempts.map((attemptOne) => attemptOne()));
}

/** A report that waits for the leader's word, with the industry bureau wanting this. */
async function aReportToConclude(bank: string, creditCode: string, wanted: string): Promise<Filing> {
  const filing = await aReportUnderReview({ bank, content: { firm: { creditCode } } });
  await opineAndSign(filing, 'finance', 'noObjection');
  await opineAndSign(filing, 'industry', wanted);
  return filing;
}

describe('一企一协调: one open coordination a firm', () => {
  it('two reports that join at the same moment find themselves in one', async () => {
    const creditCode = aCreditCode();
    const reports = [
      await aReportToConclude('jinli', creditCode, 'coordinate'),
      await aReportToConclude('citong', creditCode, 'coordinate'),
      await aReportToConclude('haisi', creditCode, 'coordinate'),
    ];

    const answers = await atOnce(
      reports.map((filing) => () => attempt(filing, 'finance.leader', 'INTERVENE', { reason: '宜协调。' })),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const open = await query<{ id: string; filings: number }>(
      'admin',
      `select id, filings from coordination where credit_code = $1`,
      [creditCode],
    );
    expect(open).toEqual([{ id: (await coordinationOf(creditCode)).id, filings: 3 }]);
  });

  it('banks that give their word at the same moment all get it recorded', async () => {
    const coordination = await aCoordination(['jinli', 'citong', 'haisi']);
    const words = coordination.filings.map(({ path, bank }) => ({ path: `${path}/coordination`, bank }));

    const prepared = await atOnce(
      words.map(
        (part) => () => tryTo(part, `${part.bank}.maker`, 'PREPARE_OUTCOME', { outcome: 'retained' }),
      ),
    );
    const confirmed = await atOnce(
      words.map(
        (part) => () => tryTo(part, `${part.bank}.checker`, 'CONFIRM_OUTCOME', { outcome: 'retained' }),
      ),
    );

    expect([...prepared, ...confirmed].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const page = await seen(coordination, 'finance.leader');
    expect(
      page.filings.map(({ confirmed: word }: { confirmed: { outcome: string } }) => word.outcome),
    ).toEqual(['retained', 'retained', 'retained']);
  });

  it('two officials who conclude the last filing at once: one does, the other is told who was first', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    const payload = { filing: filing.id, outcome: 'notAgreed' };

    const answers = await atOnce(
      ['finance.reviewer', 'finance.reviewer2'].map(
        (login) => () => tryTo(coordination, login, 'CONCLUDE_FILING', payload),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('when the former one has ended, the next report opens another', async () => {
    const first = await aCoordination();
    const [filing] = first.filings as [Filing];
    await act(filing, 'jinli.maker', 'WITHDRAW', { reason: 'retained' });

    const later = await anIntervention({ bank: 'citong', creditCode: filing.creditCode });

    const second = await coordinationOf(later.creditCode);
    expect(second.id).not.toBe(first.id);
    const all = await seen({ path: `/coordinations?creditCode=${filing.creditCode}` }, 'industry.reviewer');
    expect(all.items.map(({ state }: { state: string }) => state)).toEqual(['open', 'concluded']);
  });
});

describe('银保监发〔2020〕57号: no committee could be asked', () => {
  it('founding one is put forward as a measure that the finance bureau decides on', async () => {
    const creditCode = aCreditCode();
    const filing = await aReportToConclude('jinli', creditCode, 'referToCommittee');
    await act(filing, 'finance.leader', 'INTERVENE', { reason: '尚无债委会。' });
    const coordination = await coordinationOf(creditCode);

    const { items } = await seen({ path: `/supports?parent=${coordination.id}` }, 'finance.reviewer');

    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ type: 'foundCommittee', state: 'proposed', dueOn: '2026-06-17' });
    expect(items[0].owner.organization.id).toBe(await organizationId('finance'));
  });
});

describe('a bank’s branches', () => {
  it('each sees the part of its own reports; the city branch sees all', async () => {
    const maker = await person('haisi.jinjiang.maker');
    const coordination = await aCoordination(['haisi.jinjiang']);
    const [filing] = coordination.filings as [Filing];
    const path = `${filing.path}/coordination`;

    const statuses = await Promise.all(
      ['haisi.jinjiang.maker', 'haisi.maker', 'haisi.shishi.maker'].map(
        async (login) => (await (await person(login)).get(path)).status,
      ),
    );

    expect(statuses).toEqual([200, 200, 404]);
    expect((await maker.send(path, 'PREPARE_OUTCOME', { outcome: 'retained' })).status).toBe(200);
  });
});
