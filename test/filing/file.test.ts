import { createPublicKey, verify } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { act, aDraftToCheck, aFiledReport, attempt, person, seenBy } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import { world } from '../support/world.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

describe('泉政办规〔2023〕1号（十）: a report is filed when the second person sends it', () => {
  it('has number, received day and bank date at once, and waits for the finance bureau', async () => {
    const draft = await aDraftToCheck({ content: { plannedDate: '2026-07-01' } });

    const { filing, entry } = await act(draft, 'jinli.checker', 'FILE');

    expect(filing).toMatchObject({
      state: 'acknowledging',
      number: expect.stringMatching(/^泉贷报〔2026〕晋鲤[1-9]\d*号$/),
      machineNumber: expect.stringMatching(/^QZ-2026-JINLI-[1-9]\d*$/),
      receivedOn: '2026-06-10',
      bankDate: '2026-07-01',
      reportable: true,
      marks: [],
      version: '3.0',
    });
    expect(entry).toMatchObject({
      seq: 3,
      type: 'FILE',
      from: 'checking',
      to: 'acknowledging',
      at: '2026-06-10T09:30:00.000+08:00',
      actor: { kind: 'person', role: 'bank.checker' },
    });
  });

  it('numbers each bank by itself, without gaps', async () => {
    const numbers: number[] = [];
    for (const bank of ['quanshan', 'anping', 'quanshan', 'quanshan']) {
      const filing = await aFiledReport({ bank });
      const { machineNumber } = await seenBy(filing, `${bank}.maker`);
      numbers.push(Number(String(machineNumber).split('-').at(-1)));
    }

    expect(numbers).toEqual([1, 1, 2, 3]);
  });

  it('gives offices a register number over all banks, and shows it to no bank', async () => {
    const first = await aFiledReport({ bank: 'citong' });
    const second = await aFiledReport({ bank: 'haisi' });

    const [one, other] = [await seenBy(first, 'finance.reviewer'), await seenBy(second, 'finance.reviewer')];

    expect(Number(other.registerNumber)).toBeGreaterThan(Number(one.registerNumber));
    expect(await seenBy(first, 'citong.maker')).not.toHaveProperty('registerNumber');
  });

  it('tells both bureaus, and the regulator branch in copy; the county not below 5,000,000', async () => {
    const filing = await aFiledReport();

    const told = await query<{ role: string; copy: boolean }>(
      'admin',
      `select role, copy from notice where case_id = $1 and template in ('filed', 'countyInformed') order by role`,
      [filing.id],
    );

    expect(told).toEqual([
      { role: 'finance.reviewer', copy: false },
      { role: 'industry.reviewer', copy: false },
      { role: 'regulator.observer', copy: true },
    ]);
  });

  it('tells the county of operation from 5,000,000 on, not a fen below', async () => {
    const from = await aFiledReport({ content: { amount: '5000000.00' } });
    const below = await aFiledReport({ content: { amount: '4999999.99' } });

    const coordinator = await person('jinjiang.coordinator');

    expect((await coordinator.get(from.path)).status).toBe(200);
    expect((await coordinator.get(below.path)).status).toBe(404);
    expect((await (await person('shishi.coordinator')).get(from.path)).status).toBe(404);
  });

  it('seals what was sent: the content can no longer be changed in place', async () => {
    const filing = await aFiledReport();

    const [row] = await query<{ sealed: boolean; hash: string }>(
      'admin',
      'select sealed_at is not null as sealed, content_hash as hash from filing_revision where filing = $1',
      [filing.id],
    );

    expect(row).toEqual({ sealed: true, hash: (await seenBy(filing, 'jinli.maker')).contentHash });
  });

  it('a firm that nobody knew is noted with its name and county', async () => {
    const { creditCode } = await aFiledReport({
      content: { firm: { name: '石狮市某印染有限公司', county: 'shishi' } },
    });

    const firms = await query('admin', 'select name, county from firm where credit_code = $1', [creditCode]);

    expect(firms).toEqual([{ name: '石狮市某印染有限公司', county: 'shishi' }]);
  });

  it('a firm already in court gets its receipt, and the report ends as judicial', async () => {
    const known = await aFiledReport();
    await query(
      'admin',
      `insert into court_acceptance (jurisdiction, id, firm, court, document_number, accepted_on)
        select jurisdiction, gen_random_uuid(), id, '泉州市中级人民法院', '（2026）闽05破1号', '2026-06-01' from firm where credit_code = $1`,
      [known.creditCode],
    );
    const draft = await aDraftToCheck({ content: { firm: { creditCode: known.creditCode } } });

    const { filing, receipt } = await act(draft, 'jinli.checker', 'FILE');

    expect(filing.state).toBe('judicial');
    expect(receipt.number).toBe(filing.number);
  });
});

describe('民法典 203: what comes after office hours counts on the next working day', () => {
  it.each([
    ['2026-09-18T17:45:00+08:00', '2026-09-20', '2026-10-10'],
    ['2026-09-18T10:00:00+08:00', '2026-09-18', '2026-10-09'],
    ['2026-09-18T17:30:00+08:00', '2026-09-18', '2026-10-09'],
  ])('filed at %s it is received on %s and leaves until %s', async (at, receivedOn, bankDate) => {
    await setClock(at);
    const draft = await aDraftToCheck({ content: { plannedDate: '2026-09-25' } });

    const { filing } = await act(draft, 'jinli.checker', 'FILE');

    expect(filing).toMatchObject({ receivedOn, bankDate, marks: ['lateNotice'] });
    await setClock('2026-06-10T09:30:00+08:00');
  });
});

describe('回执: the receipt', () => {
  it('promises what was fixed, signed with a key that only the server can read', async () => {
    const draft = await aDraftToCheck();
    const { filing, entry, receipt } = await act(draft, 'jinli.checker', 'FILE');
    const keyFile = join(dirname(world().log), 'signing-key.pem');
    const key = createPublicKey(readFileSync(keyFile));

    const { text, signature } = receipt.promise;

    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))).toBe(true);
    expect(verify(null, Buffer.from(`${text} `), key, Buffer.from(signature, 'base64'))).toBe(false);
    for (const said of [filing.number, filing.bankDate, receipt.receivedAt, filing.contentHash, entry.id]) {
      expect(text).toContain(said);
    }
    expect(receipt).toMatchObject({
      title: '提前报告',
      deadlines: [{ name: 'acknowledge', dueOn: '2026-06-12' }],
      process: { name: 'filing', version: 1 },
      policy: { number: 1 },
    });
  });

  it('is the same to the byte whenever it is asked for', async () => {
    const draft = await aDraftToCheck();
    const { receipt } = await act(draft, 'jinli.checker', 'FILE');
    await act(draft, 'finance.reviewer', 'ACKNOWLEDGE');

    const later = await (await person('jinli.maker')).get(`${draft.path}/receipt`);

    expect(JSON.stringify(later.body)).toBe(JSON.stringify(receipt));
  });

  it('no other act gives one', async () => {
    const filing = await aFiledReport();

    expect(await act(filing, 'finance.reviewer', 'ACKNOWLEDGE')).not.toHaveProperty('receipt');
  });
});

describe('a report that does not hold is not filed', () => {
  it('names every reason with its place and clause, and changes nothing', async () => {
    const draft = await aDraftToCheck();
    // The draft was checked on one day and is filed after its date has become implausible: the rules are asked again. Nobody is
    // shut out for not having been there meanwhile: the tests' accounts may rest for ten years.
    await setClock('2036-08-05T09:30:00+08:00');

    const refused = await attempt(draft, 'jinli.checker', 'FILE');

    await setClock('2026-06-10T09:30:00+08:00');
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'guard-failed', errors: [{ code: 'date-implausible', pointer: '/plannedDate' }] },
    });
    expect(await seenBy(draft, 'jinli.maker')).toMatchObject({ state: 'checking', number: null });
  });

  it('takes no number from the series', async () => {
    const before = await lastNumber('jinli');
    const draft = await aDraftToCheck();

    await attempt(draft, 'jinli.maker', 'FILE');

    expect(await lastNumber('jinli')).toBe(before);
  });
});

async function lastNumber(bank: string): Promise<number | undefined> {
  const [row] = await query<{ last: number }>(
    'admin',
    `select last from number_series s join organization o on o.id = s.organization where o.key = $1`,
    [bank],
  );
  return row?.last;
}
