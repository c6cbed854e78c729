import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import { seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { aCoordination, confirm, coordinate, seen, tryTo } from './a-coordination.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

describe('商业银行法第四条: each outcome takes effect by the bank’s own word, maker and checker', () => {
  it.each([
    ['retained', {}, 'closed', '已稳贷（授信未减少）'],
    ['replacedBy', {}, 'closed', '已由其他安排替代'],
    ['reducedTo', { amount: '400000.00' }, 'cleared', '已收悉（是否及何时实施，由银行依法依约自主决定）'],
    ['deferredUntil', { until: '2026-09-01' }, 'deferred', '银行承诺暂缓至9月1日'],
  ])('%s', async (outcome, figure, state, label) => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [(typeof coordination.filings)[0]];
    const { id } = filing;

    const early = await tryTo(coordination, 'finance.reviewer', 'CONCLUDE_FILING', { filing: id, outcome });
    await confirm(filing, { outcome, ...figure });
    await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', { filing: id, outcome });

    expect([early.status, early.body.errors?.[0]?.code]).toEqual([422, 'outcome-unconfirmed']);
    const after = await seenBy(filing, 'jinli.maker');
    expect([after.state, after.stateLabel]).toEqual([state, label]);
    expect(after.amount).toBe('amount' in figure ? figure.amount : '700000.00');
    const concluded = await seen(coordination, 'finance.leader');
    expect([concluded.state, concluded.end, concluded.open]).toEqual(['concluded', 'concluded', 0]);
  });
});
