import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Body, Client } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { expecting, person } from '../support/filings.js';
import { aWorkbook, type Cell } from './a-sheet.js';
import { aRow, HEAD } from './sheet-rows.js';

let maker: Client;
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  maker = await person('jinli.maker');
});

/** One report with these answers beside the ordinary ones. */
async function imported(said: Readonly<Record<string, Cell>>): Promise<Body> {
  const sheet = aWorkbook([
    [...HEAD, ...Object.keys(said)],
    [...aRow(), ...Object.values(said)],
  ]);
  const headers = { 'content-disposition': 'attachment; filename=a.xlsx' };
  const { id } = expecting(201, await maker.post('/filings/batches', sheet, { headers })).body;
  for (;;) {
    const { body } = expecting(200, await maker.get(`/filings/batches/${id}`));
    if (body.state === 'done') return body.items[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('批量导入: one row answers what the folded parts of the form ask', () => {
  it('instalments, earlier acts, what was tried instead, what the firm was told, what follows, why exempt', async () => {
    const { filing } = await imported({
      分期实施计划: '2026-08-03 400000；2026-09-03　300000.5',
      此前措施: '压贷 2026/5/6 200000 已实施\n抽贷，2026-05-20，800000.00，拟实施，关系保留',
      免报情形: '合同约定分期还本',
      '涉及的“五不要求”': '不随意抽贷、不随意压贷',
      '替代安排：展期': '担保人不同意续保',
      '替代安排：债务重组': '否',
      曾承诺续贷: '是',
      承诺方式: '书面',
      承诺日期: '2026-03-01',
      已告知企业: '是',
      告知日期: { day: 46_176 },
      告知方式: '上门或面谈',
      企业意见: '希望分期归还',
      企业书面确认: '否',
      职工人数: { number: '120' },
      担保圈企业数: '3',
      资金缺口: '1500000',
      已知其他授信银行数: '2',
    });

    expect(expecting(200, await maker.get(`/filings/${filing}`)).body).toMatchObject({
      schedule: [
        { date: '2026-08-03', amount: '400000.00' },
        { date: '2026-09-03', amount: '300000.50' },
      ],
      priorActs: [
        { kind: 'squeeze', on: '2026-05-06', amount: '200000.00', status: 'executed' },
        {
          ...{ kind: 'withdraw', on: '2026-05-20', amount: '800000.00' },
          ...{ status: 'planned', relationContinues: true },
        },
      ],
      exemption: 'scheduled',
      fiveNos: { touches: ['arbitraryWithdraw', 'arbitrarySqueeze'] },
      alternatives: [
        { kind: 'extension', considered: true, whyNot: '担保人不同意续保' },
        { kind: 'restructuring', considered: false },
      ],
      renewal: { promise: { made: true, form: 'written', date: '2026-03-01' } },
      firmInformed: {
        ...{ informed: true, date: '2026-06-03', method: 'visit' },
        ...{ opinion: '希望分期归还', confirmedByFirm: false },
      },
      impact: { employees: 120, guaranteeCircle: 3, fundGap: '1500000.00', otherLendersKnown: 2 },
    });
  });

  it('what the draft still has to answer is said in its line, by the headings of the sheet', async () => {
    const { status, remarks } = await imported({ 已告知企业: '是' });

    expect([status, remarks.length, remarks[0].row, remarks[0].column]).toEqual(['made', 1, 2, null]);
    expect(remarks[0].message).toMatch(
      /^草稿还须填写：类型、调整前授信额度、.*企业产品有市场.*请打开草稿补填。$/,
    );
    expect(remarks[0].message).not.toMatch(/金额|合同号|拟实施日/);
  });

  it.each([
    ['分期实施计划', '2026-08-03', /^第1项须写日期、金额/],
    ['分期实施计划', '2026-08-03 400000；八月底 300000', /^第2项须为日期/],
    ['分期实施计划', '2026-08-03 1,400,000', /^第1项只写日期、金额/],
    ['分期实施计划', '2026-02-30 400000', /^日期须真实存在/],
    ['此前措施', '压贷 2026-05-06 200000 做完了', /^第1项须为下列之一：拟实施、已实施/],
    ['涉及的“五不要求”', '不随意抽贷、不乱来', /^须为下列之一/],
    ['替代安排：展期', '长'.repeat(2_001), /2000|2,000/],
  ])('%s %s: the cell says what is wrong', async (column, said, message) => {
    const { status, remarks } = await imported({ [column]: said });

    expect(status).toBe('wrong');
    expect(remarks).toEqual([{ row: 2, column, message: expect.stringMatching(message) }]);
  });
});
