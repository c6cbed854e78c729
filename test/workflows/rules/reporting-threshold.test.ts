import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../workflows/rules/assessment.js';
import { familiesOf } from '../../../workflows/rules/reporting-threshold.js';
import { anAct, policy } from './a-report.js';

describe('泉政办规〔2023〕1号（十）, 民法典 1259: 抽贷、停贷 from 5,000,000, 压贷 from 500,000, the figure included (golden case 1)', () => {
  it.each([
    ['withdraw', '5000000.00', true],
    ['withdraw', '4999999.99', false],
    ['suspend', '5000000.00', true],
    ['suspend', '4999999.99', false],
    ['squeeze', '500000.00', true],
    ['squeeze', '499999.99', false],
  ] as const)('%s of %s: %s', (kind, amount, reportable) => {
    const act = anAct({ kind, amount, relationContinues: kind === 'withdraw' ? false : null });

    const answer = assess({ act, pieces: [], policy });

    expect(answer).toMatchObject({ reportable, treatedAs: kind, sum: amount, basis: [], cumulative: false });
    expect(answer.threshold).toBe(kind === 'squeeze' ? '500000.00' : '5000000.00');
    expect(answer.clause).toBe('泉政办规〔2023〕1号（十）');
  });

  it('follows the policy in force', () => {
    const stricter = { ...policy, squeezeThreshold: '300000.00' };
    expect(assess({ act: anAct(), pieces: [], policy }).reportable).toBe(false);
    expect(assess({ act: anAct(), pieces: [], policy: stricter }).reportable).toBe(true);
  });
});

describe('a withdrawal after which the relation goes on is judged as a squeeze too', () => {
  it.each([
    ['500000.00', true, 'squeeze', '500000.00'],
    ['499999.99', false, 'squeeze', '500000.00'],
    ['4999999.99', true, 'squeeze', '500000.00'],
    ['5000000.00', true, 'withdraw', '5000000.00'],
  ] as const)('%s: %s, treated as %s', (amount, reportable, treatedAs, threshold) => {
    const act = anAct({ kind: 'withdraw', amount, relationContinues: true });
    expect(assess({ act, pieces: [], policy })).toMatchObject({ reportable, treatedAs, threshold });
  });

  it('takes the stricter reading while the question is not answered, and says so', () => {
    const act = anAct({ kind: 'withdraw', amount: '800000.00', relationContinues: null });
    expect(assess({ act, pieces: [], policy })).toMatchObject({
      reportable: true,
      treatedAs: 'squeeze',
      relationAssumed: true,
    });
    const answered = { ...act, relationContinues: true };
    expect(assess({ act: answered, pieces: [], policy }).relationAssumed).toBe(false);
  });

  it('counts in its own family alone when the relation ends', () => {
    expect(familiesOf({ kind: 'withdraw', relationContinues: false })).toEqual(['withdrawSuspend']);
    expect(familiesOf({ kind: 'withdraw', relationContinues: true })).toEqual(['withdrawSuspend', 'squeeze']);
    expect(familiesOf({ kind: 'suspend' })).toEqual(['withdrawSuspend']);
    expect(familiesOf({ kind: 'squeeze' })).toEqual(['squeeze']);
  });
});
