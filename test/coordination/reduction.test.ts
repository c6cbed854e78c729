import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, change, expecting, type Filing, person, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { wishesOf } from '../support/wishes.js';
import { aCoordination, confirm, coordinate } from './a-coordination.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);

interface Sealed {
  revision: number;
  hash: string | null;
  sealed: boolean;
  content: Record<string, unknown>;
  preparedBy: string;
}

function revisionsOf({ id }: Filing): Promise<Sealed[]> {
  return query<Sealed>(
    'admin',
    `select revision, content_hash as hash, sealed_at is not null as sealed, content, prepared_by as "preparedBy"
      from filing_revision where filing = $1 order by revision`,
    [id],
  );
}

/** RFC 8785 for what a report holds: keys in order, nothing between them. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

async function aReportReducedTo(amount: string, prepare?: (filing: Filing) => Promise<unknown>) {
  const coordination = await aCoordination();
  const [filing] = coordination.filings as [Filing];
  await prepare?.(filing);
  await confirm(filing, { outcome: 'reducedTo', amount });
  const payload = { filing: filing.id, outcome: 'reducedTo' };
  await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', payload);
  return filing;
}

describe('商业银行法第四条: an agreed reduction is a confirmed revision of the report', () => {
  it('seals the reduced report as the next revision; the former one stays as it was sent', async () => {
    const filing = await aReportReducedTo('400000.00');

    const [first, second, ...others] = await revisionsOf(filing);
    const { body: maker } = await (await person('jinli.maker')).get('/session');
    expect(others).toEqual([]);
    expect([first?.content['amount'], second?.content['amount']]).toEqual(['700000.00', '400000.00']);
    expect(second).toMatchObject({ revision: 2, sealed: true, preparedBy: maker.person });
    expect(second?.content).toEqual({
      ...first?.content,
      amount: '400000.00',
      amountReason: '经协调，由原报告的700000.00元减少为400000.00元。',
    });
  });

  it('shows the revision, its amount and its hash, which is that of its content', async () => {
    const filing = await aReportReducedTo('400000.00');

    const seen = await seenBy(filing, 'jinli.maker');

    const [first, second] = await revisionsOf(filing);
    // What identifies a contract lies sealed beside the revision, and counts for its hash.
    const content = { ...second?.content, loans: seen.loans, ground: seen.ground };
    const hash = createHash('sha256').update(canonical(content)).digest('hex');
    expect(seen).toMatchObject({
      state: 'cleared',
      revision: 2,
      amount: '400000.00',
      contentHash: second?.hash,
      amountReason: '经协调，由原报告的700000.00元减少为400000.00元。',
    });
    expect(second?.hash).toContain(hash);
    expect(second?.hash).not.toBe(first?.hash);
  });

  it.each(['jinli.maker', 'finance.reviewer'])('tells %s in the history what has changed', async (login) => {
    const filing = await aReportReducedTo('400000.00');

    const { body } = expecting(200, await (await person(login)).get(`${filing.path}/history?limit=100`));

    const entry = body.items.find(({ type }: { type: string }) => type === 'COORDINATION.CONCLUDED');
    expect(entry.changes).toEqual(
      expect.arrayContaining([{ pointer: '/amount', before: '700000.00', after: '400000.00' }]),
    );
  });

  it('is what an execution is judged by: beyond it an inquiry over the excess', async () => {
    const filing = await aReportReducedTo('400000.00');
    await advanceTo('2026-08-04T10:00:00+08:00');

    await act(filing, 'jinli.maker', 'REPORT_EXECUTION', {
      date: '2026-08-03',
      lines: [{ amount: '450000.00' }],
      final: true,
    });

    expect(await wishesOf(filing, 'INQUIRY.OPENED')).toMatchObject([
      { kind: 'beyondAmount', detail: { filed: '400000.00', executed: '450000.00', excess: '50000.00' } },
    ]);
    await setClock('2026-06-10T10:00:00+08:00');
  });

  it('leaves what the bank was preparing open, behind what it has agreed to', async () => {
    const filing = await aReportReducedTo('400000.00', (about) =>
      change(about, { plannedDate: '2026-08-10' }),
    );

    const revisions = await revisionsOf(filing);

    expect(revisions.map(({ revision, sealed }) => [revision, sealed])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ]);
    expect(revisions[1]?.content['plannedDate']).toBe('2026-08-03');
    expect((await seenBy(filing, 'jinli.maker')).amendment).toMatchObject({ revision: 3 });
  });
});
