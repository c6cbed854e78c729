import { describe, expect, it } from '@jest/globals';
import { FUND_OFFICER } from '../../../workflows/proof/support.samples.js';
import { inputRefusals, organizationsIn, resultRefusals } from '../../../workflows/rules/support-fields.js';
import { SUPPORT_MEASURES, SUPPORT_TYPES, type SupportType } from '../../../workflows/rules/support-types.js';
import { proposed, SITUATIONS, working } from './situations.js';

const VALUES = {
  amount: '1000000.00',
  day: '2026-06-10',
  text: '说明',
  organization: 'jinli',
  count: 12,
} as const;

function complete(type: SupportType, part: 'input' | 'result') {
  return Object.fromEntries(SUPPORT_MEASURES[type][part].map(({ name, kind }) => [name, VALUES[kind]]));
}

describe('泉政办规〔2023〕1号（九）至（十三）: ten measures, each with its input, its result and its ground', () => {
  it.each(SUPPORT_TYPES)('%s: every field filled is taken, in both', (type) => {
    expect(inputRefusals(type, complete(type, 'input'))).toEqual([]);
    expect(resultRefusals(type, complete(type, 'result'))).toEqual([]);
    expect(SUPPORT_MEASURES[type].clause).not.toBe('');
  });

  it.each(SUPPORT_TYPES)('%s: exactly the required ones are missed', (type) => {
    for (const [part, judged] of [
      ['input', inputRefusals(type, {})],
      ['result', resultRefusals(type, {})],
    ] as const) {
      const required = SUPPORT_MEASURES[type][part].filter((field) => field.required);
      expect(judged.map(({ code, pointer }) => [code, pointer])).toEqual(
        required.map(({ name }) => ['field-missing', `/${part}/${name}`]),
      );
    }
  });

  it.each([
    ['amount', ['0', '0.00', '-1', '1.005', '1e3', '01', 5, '５'], ['0.01', '3000000']],
    ['maturesOn', ['2026-02-30', '2026-6-1', '明天', 20260610], ['2026-02-28']],
    ['bank', ['', ' ', 7], ['jinli']],
    ['contractNo', ['', 'x'.repeat(501)], ['x'.repeat(500)]],
  ])('%s: %j are none', (name, wrong, right) => {
    const input = complete('extension', 'input');

    for (const value of wrong) {
      expect(
        inputRefusals('extension', { ...input, [name]: value }).map(({ code, pointer }) => [code, pointer]),
      ).toEqual([['field-invalid', `/input/${name}`]]);
    }
    for (const value of right) expect(inputRefusals('extension', { ...input, [name]: value })).toEqual([]);
  });

  it.each([-1, 1.5, 10_000, '12'])('%s is no count', (months) => {
    expect(inputRefusals('whiteList', { amount: '1.00', months }).map(({ code }) => code)).toEqual([
      'field-invalid',
    ]);
  });

  it.each([0, 9_999])('%s is one', (months) => {
    expect(inputRefusals('whiteList', { amount: '1.00', months })).toEqual([]);
  });

  it('what the type does not ask for is not taken; nor is a type that there is not', () => {
    expect(inputRefusals('foundCommittee', { amount: '1.00' }).map(({ code }) => code)).toEqual([
      'field-unknown',
    ]);
    expect(inputRefusals('loan', {}).map(({ code }) => code)).toEqual(['support-type-unknown']);
    expect(inputRefusals('extension', null).map(({ code }) => code)).toContain('field-missing');
  });

  it('names the organizations in it, for the directory to know', () => {
    expect(
      organizationsIn(SUPPORT_MEASURES.anotherLender.result, { bank: 'citong', amount: '1.00' }),
    ).toEqual(['citong']);
  });
});

describe('泉州市应急保障周转专项资金（2014年）: the bank lends again within 10 working days', () => {
  it('counted from the day on which the firm repaid; its bank sees the measure from then on', () => {
    const repaid = working().send('REPORT_REPAID', { payload: { on: '2026-06-09' } });

    expect(repaid.of('armDeadline')).toEqual([
      { name: 'relend', budget: { workingDays: 'bridgeRelendWd', from: '2026-06-09' } },
    ]);
    expect(repaid.of('disclose')).toEqual([{ to: 'bank' }]);
    expect(repaid.notices()).toEqual(['supportRepaid']);
  });

  it('reported by the fund or by that bank, once, and by nobody else', () => {
    const bank = { kind: 'person', person: 'm', organization: 'jinli', role: 'bank.maker' } as const;

    expect(working().codes('REPORT_REPAID', { actor: bank })).toEqual([]);
    expect(working().codes('REPORT_REPAID', { actor: { ...bank, organization: 'citong' } })).toEqual([
      'not-your-task',
    ]);
    expect(SITUATIONS['working, repaid']().codes('REPORT_REPAID')).toEqual(['repaid-before']);
  });

  it('not lent again in time: bank, fund and finance leader are told', () => {
    const late = SITUATIONS['working, repaid']().send('DEADLINE.relend');

    expect(late.notices()).toEqual(['supportRelendOverdue']);
    expect(late.of('notify')[0]?.to.map(({ party, role }) => `${party} ${role}`)).toEqual([
      'helper helper.officer',
      'bank bank.maker',
      'bank bank.checker',
      'finance finance.leader',
    ]);
  });

  it('not done before the firm repaid, nor lent again before that', () => {
    const early = { payload: { result: { amount: '1.00', relentOn: '2026-06-08', relentAmount: '1.00' } } };
    const repaid = working().send('REPORT_REPAID', { payload: { on: '2026-06-09' } });

    expect(working().codes('REPORT_DONE')).toEqual(['not-repaid']);
    expect(repaid.codes('REPORT_DONE', early)).toEqual(['relent-too-early']);
    expect(repaid.send('REPORT_DONE').disarmed()).toContain('relend');
  });
});

describe('the end of a measure', () => {
  it.each([
    ['done', SITUATIONS.done],
    ['notDone', SITUATIONS.notDone],
    ['cancelled', SITUATIONS.cancelled],
  ])('%s is told to the case it hangs on', (outcome, end) => {
    expect(end().of('send')).toEqual([
      {
        to: 'coordination-1',
        event: { type: 'SUPPORT.ENDED', payload: { support: 'support-1', outcome } },
      },
    ]);
  });

  it('a committee is told like a coordination', () => {
    const measure = working({ payload: { parent: { process: 'committee', id: 'committee-1' } } });

    expect(
      measure
        .send('CANCEL')
        .of('send')
        .map(({ to }) => to),
    ).toEqual(['committee-1']);
  });

  it.each(['firm', 'filing'] as const)('a %s is told nothing', (process) => {
    const measure = working({ payload: { parent: { process, id: 'x' } } });

    expect(measure.send('CANCEL').of('send')).toEqual([]);
  });
});

describe('企业破产法第十九条、第四十六条: the court has accepted', () => {
  it('the owner is asked, and confirms or cancels', () => {
    const asked = SITUATIONS['working, after the court accepted']();

    expect(asked.notices()).toEqual(['supportJudicial']);
    expect([asked.state, asked.context.askedToConfirm]).toEqual(['working', true]);
    expect(asked.send('CONFIRM_CONTINUING').context.askedToConfirm).toBe(false);
    expect(asked.codes('CANCEL', { actor: FUND_OFFICER })).toEqual([]);
  });

  it('without the court the owner reports, and does not cancel', () => {
    expect(working().codes('CANCEL', { actor: FUND_OFFICER })).toEqual(['not-your-task']);
  });

  it('whoever added it in a coordination may take it back', () => {
    const added = working({ payload: { proposer: 'jinjiang' } });
    const county = {
      kind: 'person',
      person: 'c',
      organization: 'jinjiang',
      role: 'county.coordinator',
    } as const;

    expect(added.codes('CANCEL', { actor: county })).toEqual([]);
    expect(working().codes('CANCEL', { actor: county })).toEqual(['not-your-task']);
  });

  it('nobody has it yet: the finance bureau is told', () => {
    const after = proposed().send('COURT.ACCEPTED');

    expect(after.of('notify')[0]?.to.map(({ party }) => party)).toContain('finance');
    expect(after.context).toMatchObject({ courtAccepted: true, askedToConfirm: false });
  });
});
