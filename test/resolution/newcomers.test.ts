import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { act as actInCommittee, seen as committeeSeen, idOf } from '../support/committees.js';
import { query } from '../support/database.js';
import { aFiledReport, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { aCommittee, aNoticedItem, vote } from '../support/resolutions.js';

const TODAY = '2026-06-10';
const VOTING = '2026-06-16T09:30:00+08:00';
const FOUR = ['jinli', 'citong', 'haisi', 'anping'];

jest.setTimeout(120_000);
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

describe('债权人协议: whoever accedes during a standstill is bound by it', () => {
  it('its reports are marked, those before and those after; the end is told to all that were bound', async () => {
    const committee = await aCommittee(TODAY, FOUR);
    const { creditCode } = committee;
    const filed = (bank: string, plannedDate: string) =>
      aFiledReport({ bank, content: { firm: { creditCode }, plannedDate } });
    const marks = async (filing: { bank: string } & Parameters<typeof seenBy>[0]) =>
      (await seenBy(filing, `${filing.bank}.maker`)).marks;
    const sellers = await filed('haisi', '2026-11-20');
    const before = await filed('quanshan', '2026-11-20');
    const item = await aNoticedItem(committee);
    await advanceTo(VOTING);
    for (const bank of FOUR) await vote(item, bank);
    expect([await marks(sellers), await marks(before)]).toEqual([['standstillConflict'], []]);
    const { agreement } = await committeeSeen(committee);
    await actInCommittee(committee, 'haisi.delegate', 'TRANSFER_CLAIM', {
      to: await idOf('quanshan'),
      amount: '4000000.00',
      on: '2026-06-16',
    });
    expect(await marks(before)).toEqual([]);

    await actInCommittee(committee, 'quanshan.delegate', 'ACCEDE', {
      agreement,
      authorization: '授权书〔2026〕9号',
    });

    const after = await filed('quanshan', '2026-11-25');
    expect([await marks(before), await marks(after)]).toEqual([
      ['standstillConflict'],
      ['standstillConflict'],
    ]);
    const rows = await query<{ times: number }>(
      'admin',
      'select cardinality(array_positions(members, $2)) as times from standstill where id = $1',
      [item.id, await idOf('quanshan')],
    );
    expect(rows).toEqual([{ times: 1 }]);

    await advanceTo('2026-09-15T09:30:00+08:00');
    expect([await marks(sellers), await marks(before), await marks(after)]).toEqual([[], [], []]);
  });
});
