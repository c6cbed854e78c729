import { describe, expect, it } from '@jest/globals';
import { NOTICES } from '../../../workflows/filing/filing.notices.js';
import { ROLES } from '../../../workflows/process.js';
import { filed, inChecking } from './situations.js';
import { SITUATIONS } from './situations-by-state.js';

function figures(amount: string) {
  return { kind: 'squeeze' as const, amount, plannedDate: '2026-07-01', actedOn: null, emergency: false };
}

describe('泉政办规〔2023〕1号（十）: both bureaus are told at FILE, the regulator branch in copy', () => {
  it('and the bank gets its receipt', () => {
    const filing = filed({ figures: figures('600000.00') });

    expect(filing.of('disclose')).toEqual([{ to: 'offices' }]);
    expect(filing.notices()).toEqual(['filed', 'received']);
    expect(filing.of('notify')[0]?.to).toEqual([
      { party: 'finance', role: 'finance.reviewer' },
      { party: 'industry', role: 'industry.reviewer' },
      { party: 'regulator', role: 'regulator.observer', copy: true },
    ]);
  });

  it.each([
    ['4999999.99', false],
    ['5000000.00', true],
  ])('the county from countyFrom on: %s → %s', (amount, told) => {
    const filing = filed({ figures: figures(amount) });

    expect(filing.of('disclose').some(({ to }) => to === 'county')).toBe(told);
    expect(filing.notices().includes('countyInformed')).toBe(told);
    expect(filing.context.countyTold).toBe(told ? 'told' : 'no');
  });

  it('the county when an amendment goes above it, once', () => {
    const facts = { material: true, figures: figures('5000000.00') };

    const raised = filed({ figures: figures('600000.00') }).send('AMEND', { facts });

    expect(raised.of('disclose')).toEqual([{ to: 'county' }]);
    expect(raised.send('AMEND', { facts: { ...facts, material: false } }).of('disclose')).toEqual([]);
  });

  it('the committee’s chair at once only if the signed agreement says so', () => {
    expect(filed({ chairToldAtOnce: false }).notices()).not.toContain('chairInformed');
    const told = filed({ chairToldAtOnce: true });
    expect(told.of('disclose')).toContainEqual({ to: 'chair' });
    expect(told.notices()).toContain('chairInformed');
  });

  it('nobody before FILE: saved is not filed', () => {
    expect(inChecking().of('disclose')).toEqual([]);
    expect(inChecking().notices()).toEqual(['sentToCheck']);
  });
});

describe('each notice', () => {
  it.each(Object.entries(NOTICES))('%s reaches somebody, each once', (_, to) => {
    const keys = to.map(({ party, role }) => `${party} ${role}`);

    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { role } of to) expect(ROLES).toContain(role);
  });

  it.each([
    ['acknowledged', () => filed().send('ACKNOWLEDGE')],
    ['acknowledged', () => filed().send('DEADLINE.acknowledge')],
    ['returnedForCompletion', SITUATIONS.completing],
    ['resubmitted', () => SITUATIONS.completing().send('RESUBMIT')],
    ['leftIncomplete', () => SITUATIONS.completing().send('DEADLINE.complete')],
    ['ruledOutOfScope', SITUATIONS.outOfScope],
    ['supplementAsked', SITUATIONS['reviewing, finance supplementing']],
    ['toConclude', SITUATIONS.concluding],
    ['cleared', SITUATIONS.cleared],
    ['suggested', SITUATIONS.suggested],
    ['deferred', SITUATIONS.deferred],
    ['coordinating', SITUATIONS.coordinating],
    ['referred', SITUATIONS.referred],
    ['executionToConfirm', SITUATIONS.executed],
    ['executionQueried', SITUATIONS['executed, queried']],
    ['executionDue', () => SITUATIONS.cleared().send('DEADLINE.executionReminder')],
    ['checkOverdue', () => inChecking().send('DEADLINE.check')],
    ['returnedToMaker', () => inChecking().send('RETURN_TO_MAKER')],
    ['withdrawn', SITUATIONS.withdrawn],
    ['voided', SITUATIONS.voided],
    ['lapsed', SITUATIONS.lapsed],
    ['judicial', SITUATIONS.judicial],
    ['closed', () => SITUATIONS.executed().send('CONFIRM_EXECUTION')],
    ['closed', () => SITUATIONS.cleared().send('REPORT_RETAINED')],
  ] as const)('%s', (template, situation) => {
    expect(situation().notices()).toContain(template);
  });
});
