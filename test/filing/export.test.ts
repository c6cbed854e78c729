import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aFiledReport, expecting, type Filing, person } from '../support/filings.js';

const FORMULA = '=HYPERLINK("http://evil.example","点此")';

jest.setTimeout(60_000);
let own: Filing;
let foreign: Filing;
beforeAll(async () => {
  await setClock('2026-06-10T09:30:00+08:00');
  own = await aFiledReport({ content: { firm: { name: FORMULA } } });
  foreign = await aFiledReport({ bank: 'citong' });
});

async function sheetOf(login: string, search = ''): Promise<string[]> {
  const answer = expecting(200, await (await person(login)).get(`/filings/export${search}`));
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  return (answer.body as string).trim().split('\r\n');
}

describe('JR/T 0197: a list is taken away with a mark of who took it', () => {
  it('in the rows that its reader may see, and no other', async () => {
    const bank = await sheetOf('jinli.checker');
    const office = await sheetOf('finance.reviewer');

    expect(bank).toHaveLength(3);
    expect(bank.join()).toContain(own.creditCode);
    expect(bank.join()).not.toContain(foreign.creditCode);
    expect(office).toHaveLength(4);
    expect(office.join()).toContain(foreign.creditCode);
    expect(await sheetOf('finance.reviewer', '?bank=citong')).toHaveLength(3);
  });

  it('says in its last row who, when and how many, and the log knows it by the same number', async () => {
    const rows = await sheetOf('finance.leader');

    const [, login, count, id] =
      /导出人：.+（(.+)）　导出时间：2026-06-10 09:30　共(\d+)件　导出编号：([0-9a-f-]{36})/.exec(
        rows.at(-1) ?? '',
      ) ?? [];
    expect([login, count]).toEqual(['finance.leader', '2']);
    const [entry] = await query<{ values: string; kind: string }>(
      'admin',
      `select e.kind, v."values" from log_entry e join log_value v on v.entry_id = e.id
        where e.type = 'EXPORT' and strpos(v."values", $1) > 0`,
      [id],
    );
    expect(entry?.kind).toBe('read');
    expect(JSON.parse(entry?.values ?? '{}')).toMatchObject({ list: 'filings', count: 2 });
  });

  it('no text in it is run as a formula', async () => {
    const [, row] = await sheetOf('jinli.maker');

    expect(row).toContain(`"'=HYPERLINK(""http://evil.example"",""点此"")"`);
  });

  it('is for those who have to do with reports, and takes no page', async () => {
    const answers = await Promise.all([
      (await person('audit.admin')).get('/filings/export'),
      (await person('jinli.maker')).get('/filings/export?cursor=0190a0a0-0000-7000-8000-000000000000'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 400]);
  });

  it('holds five thousand rows at most, and says what to do then', async () => {
    await query(
      'admin',
      `with copy as materialized (select gen_random_uuid() as id from generate_series(1, 5000)),
        cases as (insert into process_case
          select (jsonb_populate_record(c, jsonb_build_object('id', copy.id))).* from process_case c, copy where c.id = $1)
        insert into filing
        select (jsonb_populate_record(f, jsonb_build_object('id', copy.id, 'number', copy.id, 'machine_number', copy.id, 'register_number', null, 'external_ref', null))).*
        from filing f, copy where f.id = $1`,
      [own.id],
    );

    const answer = await (await person('jinli.maker')).get('/filings/export');

    expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'too-many-rows']);
  });
});
