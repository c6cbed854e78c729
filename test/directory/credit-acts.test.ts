import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { expecting, person } from '../support/filings.js';

const SQUEEZE = { kind: 'squeeze', amount: '300000', actedOn: '2026-06-01', status: 'executed' };

beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

async function aFirm(): Promise<string> {
  const [{ id }] = (await (await person('jinli.maker')).get('/firms?name=跃岚')).body.items;
  return id;
}

async function declare(
  login: string,
  act: object,
  options: { firm?: string; key?: string | null } = {},
): Promise<Answer> {
  const { firm = await aFirm(), key = randomUUID() } = options;
  return (await person(login)).post(`/firms/${firm}/acts`, act, { idempotencyKey: key });
}

async function actsSeenBy(login: string, firm?: string): Promise<Body[]> {
  const path = `/firms/${firm ?? (await aFirm())}/acts?limit=100`;
  return expecting(200, await (await person(login)).get(path)).body.items;
}

async function idOfBank(key: string): Promise<string> {
  const [row] = await query<{ id: string }>('admin', 'select id from organization where key = $1', [key]);
  if (row === undefined) throw new Error(`There is no bank ${key}.`);
  return row.id;
}

describe('泉政办规〔2023〕1号（十）: an act that no filing tells of is put on record, since it counts in the sum', () => {
  it('a bank declares its own, and the log keeps who did', async () => {
    const { status, body } = await declare('jinli.maker', SQUEEZE);

    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'squeeze',
      amount: '300000.00',
      actedOn: '2026-06-01',
      status: 'executed',
      bankName: '泉州晋鲤银行',
      source: '银行申报',
      relationContinues: null,
    });
    expect(await actsSeenBy('jinli.checker')).toContainEqual(body);
    const entries = await query(
      'admin',
      `select e.kind, e.type, p.login from log_entry e join log_value v on v.entry_id = e.id
        join person p on p.id = e.actor_person where v."values"::jsonb ->> 'act' = $1`,
      [body.id],
    );
    expect(entries).toEqual([{ kind: 'directory', type: 'DECLARE_ACT', login: 'jinli.maker' }]);
  });

  it('the next assessment of that bank names it', async () => {
    const firm = (await (await person('haisi.maker')).get('/firms?name=远锚')).body.items[0];
    await declare('haisi.maker', { ...SQUEEZE, amount: '300000.00' }, { firm: firm.id });

    const { body } = await (await person('haisi.maker')).post('/filings/assess', {
      firm: { creditCode: firm.creditCode, name: firm.name, county: firm.county },
      kind: 'squeeze',
      amount: '300000.00',
      plannedDate: '2026-06-20',
    });

    expect(body).toMatchObject({ reportable: true, sum: '600000.00', basis: [{ amount: '300000.00' }] });
  });

  it('the finance bureau records one of a bank that it names', async () => {
    const bank = await idOfBank('citong');

    const { status, body } = await declare('finance.reviewer', { ...SQUEEZE, bank, source: '企业反映' });

    expect(status).toBe(201);
    expect(body).toMatchObject({ bank, bankName: '刺桐商业银行', source: '企业反映' });
    expect(await actsSeenBy('citong.maker')).toContainEqual(body);
  });
});

describe('a bank never reads another’s acts', () => {
  it('and offices that watch over the firm read all', async () => {
    const { body } = await declare('jinli.maker', { ...SQUEEZE, actedOn: '2026-06-03' });

    expect(await actsSeenBy('anping.maker')).toEqual([]);
    expect(await actsSeenBy('haisi.maker')).not.toContainEqual(expect.objectContaining({ bank: body.bank }));
    for (const office of ['finance.reviewer', 'industry.reviewer', 'regulator.observer']) {
      expect(await actsSeenBy(office)).toContainEqual(body);
    }
    expect(await actsSeenBy('jinjiang.coordinator')).toEqual([]);
  });

  it('nor speaks for it', async () => {
    const bank = await idOfBank('citong');
    const before = await actsSeenBy('finance.reviewer');

    const { status, body } = await declare('jinli.maker', { ...SQUEEZE, bank });

    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect(await actsSeenBy('finance.reviewer')).toEqual(before);
  });
});

describe('a key makes one act, however often it is sent', () => {
  it('one after the other', async () => {
    const key = randomUUID();
    const first = await declare('jinli.maker', { ...SQUEEZE, actedOn: '2026-05-07' }, { key });

    const again = await declare('jinli.maker', { ...SQUEEZE, actedOn: '2026-05-07' }, { key });

    expect([again.status, again.body]).toEqual([201, first.body]);
    expect((await actsSeenBy('jinli.maker')).filter(({ actedOn }) => actedOn === '2026-05-07')).toHaveLength(
      1,
    );
  });

  it('or ten at once', async () => {
    const key = randomUUID();
    const act = { ...SQUEEZE, actedOn: '2026-05-08' };

    const answers = await Promise.all(Array.from({ length: 10 }, () => declare('jinli.maker', act, { key })));

    expect(new Set(answers.map(({ status, body }) => `${String(status)} ${body.id}`)).size).toBe(1);
    expect((await actsSeenBy('jinli.maker')).filter(({ actedOn }) => actedOn === '2026-05-08')).toHaveLength(
      1,
    );
  });

  it('another request under it is refused, and a request without one', async () => {
    const key = randomUUID();
    await declare('jinli.maker', SQUEEZE, { key });

    expect((await declare('jinli.maker', { ...SQUEEZE, amount: '1' }, { key })).body.code).toBe(
      'idempotency-key-reused',
    );
    expect((await declare('jinli.maker', SQUEEZE, { key: null })).body.code).toBe('idempotency-key-required');
  });
});

describe('what cannot have happened is not put on record', () => {
  it.each<[string, object, number, string]>([
    ['an amount of zero', { amount: '0.00' }, 422, 'amount-not-positive'],
    ['an execution of tomorrow', { actedOn: '2026-06-11' }, 422, 'acted-in-future'],
    ['a year mistyped', { actedOn: '2002-06-01' }, 422, 'date-implausible'],
    [
      'a withdrawal that leaves open what becomes of the relation',
      { kind: 'withdraw' },
      422,
      'relation-unanswered',
    ],
    [
      'a squeeze with an answer that nobody asked for',
      { relationContinues: true },
      422,
      'relation-not-asked',
    ],
    ['a negative amount', { amount: '-1' }, 400, 'invalid-value'],
    ['three decimals', { amount: '1.005' }, 400, 'invalid-value'],
    ['a number instead of a text', { amount: 300000 }, 400, 'invalid-value'],
    ['full-width digits', { amount: '３００' }, 400, 'invalid-value'],
    ['twenty digits', { amount: '12345678901234567890' }, 400, 'invalid-value'],
    ['a day that does not exist', { actedOn: '2026-02-30' }, 400, 'invalid-value'],
    ['an unknown kind', { kind: 'sell' }, 400, 'invalid-value'],
    ['an unknown field', { approved: true }, 400, 'unknown-field'],
  ])('%s', async (_, change, status, code) => {
    const before = await actsSeenBy('jinli.maker');

    const answer = await declare('jinli.maker', { ...SQUEEZE, ...change });

    expect(answer).toMatchObject({ status, body: { errors: [{ code }] } });
    expect(await actsSeenBy('jinli.maker')).toEqual(before);
  });

  it('a planned act may lie ahead', async () => {
    const { status } = await declare('jinli.maker', { ...SQUEEZE, actedOn: '2026-07-01', status: 'planned' });

    expect(status).toBe(201);
  });

  it('the bureau has to say whose act it was', async () => {
    expect(await declare('finance.reviewer', SQUEEZE)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'bank-missing', pointer: '/bank' }] },
    });
    const notABank = await idOfBank('industry');
    expect((await declare('finance.reviewer', { ...SQUEEZE, bank: notABank })).status).toBe(422);
  });

  it('of a firm that is not there', async () => {
    const firm = '00000000-0000-7000-8000-000000000000';

    expect((await declare('jinli.maker', SQUEEZE, { firm })).status).toBe(404);
    expect((await declare('jinli.maker', SQUEEZE, { firm: 'x' })).status).toBe(400);
  });
});

describe('who may', () => {
  it.each(['jinli.admin', 'finance.leader', 'industry.reviewer', 'regulator.observer', 'system.admin'])(
    '%s may not',
    async (login) => {
      expect((await declare(login, SQUEEZE)).status).toBe(403);
    },
  );
});
