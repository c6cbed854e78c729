import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { act, aFiledReport, person, seenBy } from '../support/filings.js';
import { aKnownFirm, aStandstill } from '../support/firms.js';
import { everyCaseReplays } from '../support/replay.js';
import { wishesOf } from '../support/wishes.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
beforeEach(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

/** A firm whose committee holds a standstill over the summer. */
async function aFirmInStandstill(members: string[]): Promise<string> {
  const creditCode = await aKnownFirm();
  await aStandstill(creditCode, { members, from: '2026-05-01', until: '2026-07-30' });
  return creditCode;
}

describe('债权人协议 (processes.md §8, 7): a filing during a standstill', () => {
  it('is received, stamped and cleared on its date; the mark is for the member and the offices', async () => {
    const creditCode = await aFirmInStandstill(['jinli', 'citong', 'haisi']);
    const filing = await aFiledReport({ content: { firm: { creditCode }, plannedDate: '2026-06-25' } });

    const seen = await seenBy(filing, 'jinli.maker');
    await advanceTo('2026-06-25T00:00:00+08:00');

    expect(seen).toMatchObject({ number: expect.stringContaining('晋鲤'), marks: ['standstillConflict'] });
    expect((await seenBy(filing, 'finance.reviewer')).marks).toEqual(['standstillConflict']);
    expect((await seenBy(filing, 'jinli.maker')).state).toBe('cleared');
  });

  it('executed without consent: the committee’s resolutions are told of the breach, and no city inquiry opens', async () => {
    const creditCode = await aFirmInStandstill(['jinli', 'citong', 'haisi']);
    const filing = await aFiledReport({ content: { firm: { creditCode }, plannedDate: '2026-06-25' } });
    await advanceTo('2026-06-25T10:00:00+08:00');

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-06-25',
      lines: [{ amount: '700000.00' }],
      final: true,
    });

    expect(await wishesOf(filing, 'STANDSTILL.BREACHED')).toMatchObject([
      { kind: 'standstill', detail: { amount: '700000.00' } },
    ]);
  });

  it('binds members only', async () => {
    const creditCode = await aFirmInStandstill(['citong', 'haisi']);

    const filing = await aFiledReport({ content: { firm: { creditCode } } });

    expect((await seenBy(filing, 'finance.reviewer')).marks).toEqual([]);
  });

  it('is over the day after it ends', async () => {
    const creditCode = await aFirmInStandstill(['jinli', 'citong']);
    const filing = await aFiledReport({ content: { firm: { creditCode }, plannedDate: '2026-07-31' } });
    await advanceTo('2026-07-31T10:00:00+08:00');

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-07-31',
      lines: [{ amount: '700000.00' }],
      final: true,
    });

    expect(await wishesOf(filing, 'STANDSTILL.BREACHED')).toEqual([]);
  });

  it('is found in a list by its mark, by the member and by offices', async () => {
    const creditCode = await aFirmInStandstill(['jinli', 'citong']);
    const filing = await aFiledReport({ content: { firm: { creditCode } } });

    for (const login of ['jinli.maker', 'finance.reviewer']) {
      const { body } = await (await person(login)).get(
        `/filings?mark=standstillConflict&creditCode=${creditCode}`,
      );
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([filing.id]);
    }
  });
});
