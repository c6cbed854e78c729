import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aZip } from '../attachment/a-file.js';
import type { Answer, Body, Client, RequestOptions } from '../support/client.js';
import { advanceTo, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { expecting, person } from '../support/filings.js';
import { aWorkbook } from './a-sheet.js';
import { aFarCell, aReference, aRow, gb18030, HEAD } from './sheet-rows.js';

const NOW = '2026-06-10T09:30:00+08:00';
jest.setTimeout(60_000);
let maker: Client;
beforeAll(async () => {
  await setClock(NOW);
  maker = await person('jinli.maker');
});

function upload(file: Buffer, options: RequestOptions & { name?: string } = {}, by = maker): Promise<Answer> {
  const { name = '报告.xlsx', ...rest } = options;
  return by.post('/filings/batches', file, {
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
    ...rest,
  });
}

/** Until nothing waits any more. */
async function resultOf(answer: Answer, by = maker): Promise<Body> {
  const { id } = expecting(201, answer).body;
  for (;;) {
    const { body } = expecting(200, await by.get(`/filings/batches/${id}`));
    if (body.state === 'done') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function contentOf(filing: string): Promise<Body> {
  return expecting(200, await maker.get(`/filings/${filing}`)).body;
}

describe('批量导入: every report of a sheet becomes a draft, as the form makes one', () => {
  it('amounts to the 分, days and texts as the spreadsheet shows them', async () => {
    const sheet = aWorkbook([
      HEAD,
      aRow({ 金额: { number: '5000000.0999999996' } }),
      aRow({
        金额: '1,234,567.80',
        拟实施日: '2026/8/3',
        措施: 'withdraw',
        // As a spreadsheet adds 0.1 and 0.2.
        本笔涉及金额: { number: '0.30000000000000004' },
      }),
    ]);

    const { items, ...summary } = await resultOf(await upload(sheet));

    expect(summary).toMatchObject({ fileName: '报告.xlsx', rows: 2, reports: 2, made: 2, wrong: 0 });
    expect(await contentOf(items[0].filing)).toMatchObject({
      firm: { county: 'jinjiang', name: '晋江市某鞋业有限公司' },
      kind: 'squeeze',
      amount: '5000000.10',
      plannedDate: '2026-08-03',
      loans: [{ contractNo: '流借字2025-001号', amount: '5000000.10' }],
    });
    expect(await contentOf(items[1].filing)).toMatchObject({
      kind: 'withdraw',
      amount: '1234567.80',
      plannedDate: '2026-08-03',
      loans: [{ amount: '0.30' }],
    });
    const { body } = await maker.get(`/filings/${items[0].filing}`);
    expect([body.state, body.number]).toEqual(['drafting', null]);
  });

  it('several rows of one reference are the loans of one report, whose other columns the first row says', async () => {
    const reference = aReference();
    const first = aRow({ 行内编号: reference, 本笔涉及金额: '400000' });
    const second = aRow({
      ...Object.fromEntries(HEAD.map((heading) => [heading, null])),
      行内编号: reference,
      借款合同号: '流借字2025-002号',
      本笔涉及金额: '300000.00',
    });

    const { items } = await resultOf(await upload(aWorkbook([HEAD, first, second])));

    expect(items.map(({ rows }: Body) => rows)).toEqual([[2, 3]]);
    expect((await contentOf(items[0].filing)).loans).toMatchObject([
      { contractNo: '流借字2025-001号', amount: '400000.00' },
      { contractNo: '流借字2025-002号', amount: '300000.00' },
    ]);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', gb18030],
  ])('CSV in %s is read too', async (_, encoded) => {
    const row = ['行内编号,企业名称,金额', `${aReference()},"石狮市,某服装",500000.5`].join('\r\n');

    const { items } = await resultOf(await upload(encoded(row), { name: '报告.csv' }));

    expect(await contentOf(items[0].filing)).toMatchObject({
      firm: { name: '石狮市,某服装' },
      amount: '500000.50',
    });
  });
});

describe('a row that is wrong says what and where, and loses nothing', () => {
  it('beside those that are right: by row and column, in words', async () => {
    const sheet = aWorkbook([
      HEAD,
      aRow(),
      aRow({ 行内编号: null, 金额: { number: '500000.125' }, 拟实施日: '2026-02-30' }),
      aRow({ 措施: '抽贷款', 借款合同号: { number: '123456789012345678' }, 实际经营地: '厦门市' }),
    ]);

    const { items, made, wrong } = await resultOf(await upload(sheet));

    expect([made, wrong]).toEqual([1, 2]);
    const said = items
      .slice(1)
      .map(({ remarks }: Body) =>
        remarks.map(
          ({ row, column, message }: Body) => `${String(row)} ${String(column)} ${String(message)}`,
        ),
      );
    expect(said[0]).toEqual([
      '3 行内编号 不能为空，请填写本行自己的编号',
      '3 金额 金额至多到分（两位小数），系统不作四舍五入',
      '3 拟实施日 日期须真实存在，格式为 YYYY-MM-DD',
    ]);
    expect(said[1].join()).toMatch(
      /4 实际经营地 须为下列之一：.*4 措施 须为下列之一：抽贷、压贷、停贷.*4 借款合同号 长数字已被表格软件改写/,
    );
  });

  it('it comes back as a sheet with remarks, in which a formula is a text; mended it is taken', async () => {
    const reference = aReference();
    const sheet = aWorkbook([HEAD, aRow({ 行内编号: reference, 企业名称: '=1+1', 金额: '7e5' })]);
    const { id } = await resultOf(await upload(sheet));
    const [row] = await query<{ sealed: string }>(
      'admin',
      'select sealed from filing_batch_report where batch = $1',
      [id],
    );
    expect(row?.sealed).not.toContain('流借字');

    const back = await bytesOf(`/filings/batches/${id}/remarked-rows`);
    const again = await resultOf(await upload(back));

    expect(again.items[0]).toMatchObject({ reference, rows: [2], status: 'wrong' });
    expect(again.items[0].remarks).toEqual([
      { row: 2, column: '金额', message: '须为以元为单位的数字，例如 500000.00' },
    ]);
    const mended = aWorkbook([HEAD, aRow({ 行内编号: reference, 企业名称: '=1+1' })]);
    expect((await resultOf(await upload(mended))).made).toBe(1);
  });

  it('columns of one report that differ between its rows are told, and a row without a loan', async () => {
    const reference = aReference();
    const sheet = aWorkbook([
      HEAD,
      aRow({ 行内编号: reference }),
      aRow({ 行内编号: reference, 企业名称: '另一企业', 统一社会信用代码: null, 借款合同号: null }),
    ]);

    const { items } = await resultOf(await upload(sheet));

    expect(items[0].remarks.map(({ row, column }: Body) => [row, column])).toEqual([
      [3, '企业名称'],
      [3, null],
    ]);
  });
});

describe('nothing is made twice', () => {
  it('the same request is answered alike, and its key serves no other file', async () => {
    const sheet = aWorkbook([HEAD, aRow()]);
    const first = await resultOf(await upload(sheet, { idempotencyKey: 'a-sheet' }));

    const [again, other] = [
      await upload(sheet, { idempotencyKey: 'a-sheet' }),
      await upload(aWorkbook([HEAD, aRow()]), { idempotencyKey: 'a-sheet' }),
    ];

    expect(again.body.id).toBe(first.id);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('the same sheet uploaded again says so, and leads to the drafts that are there', async () => {
    const sheet = aWorkbook([HEAD, aRow(), aRow()]);
    const first = await resultOf(await upload(sheet));

    const second = await resultOf(await upload(sheet));

    expect(second).toMatchObject({ sameFileAs: first.id, made: 0, existing: 2 });
    expect(second.items.map(({ filing }: Body) => filing)).toEqual(
      first.items.map(({ filing }: Body) => filing),
    );
  });

  it('what was cut off says so after a minute, and goes on when the sheet is uploaded again', async () => {
    const sheet = aWorkbook([HEAD, aRow(), aRow()]);
    const first = await resultOf(await upload(sheet));
    await query(
      'admin',
      `update filing_batch_report set status = 'waiting', filing = null, sealed = 'k1.AAAA' where batch = $1 and number = 2`,
      [first.id],
    );
    await query('admin', 'update filing_batch set finished_at = null where id = $1', [first.id]);
    await query(
      'admin',
      `update filing_batch set touched_at = touched_at - interval '61 seconds' where id = $1`,
      [first.id],
    );

    expect((await maker.get(`/filings/batches/${first.id}`)).body.state).toBe('interrupted');
    expect(await resultOf(await upload(sheet))).toMatchObject({ existing: 2, made: 0 });
  });
});

describe('a sheet that is no sheet of the template is refused as a whole', () => {
  it.each([
    ['no workbook', aZip({ 'a.txt': 'a' }), 415],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 415],
    [
      'XML with a definition of its own',
      aWorkbook([HEAD, aRow()], { 'xl/styles.xml': '<!DOCTYPE a><styleSheet/>' }),
      415,
    ],
    [
      'a part that grows past all bounds',
      aWorkbook([HEAD, aRow()], { 'xl/styles.xml': `<a>${' '.repeat(20_000_000)}</a>` }),
      415,
    ],
    ['nothing in it', aWorkbook([HEAD]), 422],
    ['another heading', aWorkbook([[...HEAD, '利率'], aRow()]), 422],
    ['no reference', aWorkbook([['金额'], ['1']]), 422],
    ['a cell at the end of the world', aFarCell(), 422],
    [
      '501 rows',
      aWorkbook([['行内编号'], ...Array.from({ length: 501 }, (_, index) => [`多${String(index)}`])]),
      422,
    ],
    ['3 MiB', Buffer.alloc(3 * 1024 * 1024, 'a'), 413],
  ])('%s', async (_, file, status) => {
    const answer = await upload(file);

    expect([answer.status, answer.body.detail ?? answer.body.errors?.[0].message]).toEqual([
      status,
      expect.anything(),
    ]);
  });
});

describe('a batch is its person’s own', () => {
  it('nobody else’s, and nothing for those who do not prepare', async () => {
    const { id } = await resultOf(await upload(aWorkbook([HEAD, aRow()])));
    const colleague = await person('jinli.maker2');

    const answers = await Promise.all([
      colleague.get(`/filings/batches/${id}`),
      colleague.get(`/filings/batches/${id}/remarked-rows`),
      (await person('jinli.checker')).get('/filings/batches'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 403]);
    expect(expecting(200, await colleague.get('/filings/batches')).body.items).toEqual([]);
  });

  it('is forgotten after a month', async () => {
    const { id } = await resultOf(await upload(aWorkbook([HEAD, aRow()])));

    await advanceTo('2026-07-11T09:30:00+08:00');
    await resultOf(await upload(aWorkbook([HEAD, aRow()])));

    expect((await maker.get(`/filings/batches/${id}`)).status).toBe(404);
  });
});

describe('the template', () => {
  it('is read as it is, filled or not', async () => {
    const answer = await upload(await bytesOf('/filings/batches/template'));

    expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'sheet-empty']);
  });
});

async function bytesOf(path: string): Promise<Buffer> {
  return expecting(200, await maker.get(path)).body;
}
