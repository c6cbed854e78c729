import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, anonymous, type Body } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aDraft, aFiledReport, expecting, person } from '../support/filings.js';

const TODAY = '2026-06-10';

beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));

async function policiesSeenBy(login: string): Promise<Body> {
  return expecting(200, await (await person(login)).get('/policies')).body;
}

async function enter(change: object, login = 'system.admin'): Promise<Answer> {
  const { items } = await policiesSeenBy('system.admin');
  const oldest = items.at(-1);
  return (await person(login)).post('/policies', {
    validFrom: TODAY,
    clause: '本市工作规则（2026年修订）',
    values: oldest.values,
    ...change,
  });
}

async function values(change: object): Promise<object> {
  const { items } = await policiesSeenBy('system.admin');
  return { values: { ...items.at(-1).values, ...change } };
}

/** 450,000 squeezed: below the threshold of 500,000. */
async function isReportable(): Promise<boolean> {
  const answer = await anonymous().post('/filings/assess', {
    kind: 'squeeze',
    amount: '450000.00',
    plannedDate: TODAY,
  });
  return expecting(200, answer).body.reportable;
}

describe('政策参数: numbers are data, with a day, a clause and somebody who entered them', () => {
  it('whoever enters a version is told how many open cases it touches, and nobody else', async () => {
    const { openCases: before } = await policiesSeenBy('system.admin');
    await aDraft();
    await aFiledReport();

    const { openCases } = await policiesSeenBy('system.admin');

    expect(openCases).toEqual({ ...before, unfiled: before.unfiled + 1, filed: before.filed + 1 });
    for (const login of ['jinli.maker', 'finance.leader', 'security.admin'])
      expect((await policiesSeenBy(login)).openCases).toBeNull();
  });

  it('everybody who signs in reads them, each with its ground', async () => {
    const { items, inForce, grounds } = await policiesSeenBy('jinli.maker');

    expect(items).toMatchObject([
      {
        number: 1,
        validFrom: '2023-01-18',
        enteredBy: null,
        values: { leadWd: 10, squeezeThreshold: '500000.00' },
      },
    ]);
    expect(inForce).toBe(items[0].id);
    expect(Object.keys(grounds).sort()).toEqual(Object.keys(items[0].values).sort());
    expect(grounds.squeezeThreshold).toEqual({
      label: '压贷报告标准',
      unit: 'yuan',
      status: 'S',
      clause: '泉政办规〔2023〕1号（十）',
    });
  });

  it('a version is in force from its day, on every node at once', async () => {
    expect(await isReportable()).toBe(false);

    const { status, body } = await enter({
      ...(await values({ squeezeThreshold: '400000' })),
      validFrom: '2026-06-12',
    });

    expect([status, body.number, body.values.squeezeThreshold]).toEqual([201, 2, '400000.00']);
    expect(await isReportable()).toBe(false);
    await setClock('2026-06-11T17:30:00+08:00');
    expect(await isReportable()).toBe(false);
    // After office hours an act counts on the next working day, and is judged by the numbers of that day.
    await setClock('2026-06-11T17:30:01+08:00');
    expect(await isReportable()).toBe(true);
    await query('admin', 'delete from policy_version where number = 2');
  });

  it('what another node enters is read in the next transaction', async () => {
    expect(await isReportable()).toBe(false);

    await query(
      'admin',
      `insert into policy_version (jurisdiction, id, number, valid_from, clause, "values")
        select jurisdiction, gen_random_uuid(), 900, '2026-06-01', clause,
          "values" || '{"squeezeThreshold": "300000.00"}'
        from policy_version where number = 1`,
    );

    expect(await isReportable()).toBe(true);
    await query('admin', 'delete from policy_version where number = 900');
    expect(await isReportable()).toBe(false);
  });

  it('who entered it is told to the operator, and the log keeps it', async () => {
    const { body } = await enter({ validFrom: '2026-08-01' });

    const own = (await policiesSeenBy('security.admin')).items.find(({ id }: Body) => id === body.id);
    const others = (await policiesSeenBy('finance.leader')).items.find(({ id }: Body) => id === body.id);

    expect(own.enteredBy).toEqual({ id: expect.any(String), name: expect.any(String) });
    expect(own.enteredAt).toBe('2026-06-10T09:30:00.000+08:00');
    expect(others.enteredBy).toBeNull();
    const entries = await query(
      'admin',
      `select e.kind, e.type, p.login from log_entry e join log_value v on v.entry_id = e.id
        join person p on p.id = e.actor_person where v."values"::jsonb ->> 'policy' = $1`,
      [body.id],
    );
    expect(entries).toEqual([{ kind: 'configuration', type: 'ENTER_POLICY', login: 'system.admin' }]);
  });
});

describe('a version that makes no sense changes nothing', () => {
  it.each<[string, object, number, string, string]>([
    ['from yesterday', { validFrom: '2026-06-09' }, 422, 'policy-backdated', '/validFrom'],
    ['without a clause', { clause: '' }, 400, 'invalid-value', '/clause'],
    ['from a day that does not exist', { validFrom: '2026-11-31' }, 400, 'invalid-value', '/validFrom'],
    ['without numbers', { values: {} }, 400, 'invalid-value', '/values/withdrawSuspendThreshold'],
    ['with null for numbers', { values: null }, 400, 'invalid-value', '/values'],
  ])('%s', async (_, change, status, code, pointer) => {
    const before = await policiesSeenBy('system.admin');

    const answer = await enter(change);

    expect(answer.status).toBe(status);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ code, pointer }));
    expect(await policiesSeenBy('system.admin')).toEqual(before);
  });

  it.each<[object, number, string, string]>([
    [{ leadWd: 0 }, 400, 'invalid-value', '/values/leadWd'],
    [{ leadWd: 251 }, 400, 'invalid-value', '/values/leadWd'],
    [{ leadWd: '10' }, 400, 'invalid-value', '/values/leadWd'],
    [{ leadWd: 1.5 }, 400, 'invalid-value', '/values/leadWd'],
    [{ leadWd: null }, 400, 'invalid-value', '/values/leadWd'],
    [{ squeezeThreshold: 500000 }, 400, 'invalid-value', '/values/squeezeThreshold'],
    [{ squeezeThreshold: '1e6' }, 400, 'invalid-value', '/values/squeezeThreshold'],
    [{ squeezeThreshold: '0.00' }, 422, 'amount-not-positive', '/values/squeezeThreshold'],
    [{ officeHoursEnd: '24:00' }, 400, 'invalid-value', '/values/officeHoursEnd'],
    [{ officeHoursEnd: '5:30' }, 400, 'invalid-value', '/values/officeHoursEnd'],
    [{ mediumRenewalUntil: '2027-02-29' }, 400, 'invalid-value', '/values/mediumRenewalUntil'],
    [{ majorClaimsNumerator: 4 }, 422, 'fraction-above-one', '/values/majorClaimsNumerator'],
    [{ graceWd: 1 }, 400, 'unknown-field', '/values/graceWd'],
  ])('%j', async (change, status, code, pointer) => {
    const answer = await enter({ ...(await values(change)), validFrom: '2026-09-01' });

    expect(answer).toMatchObject({ status, body: { errors: [{ code, pointer }] } });
  });

  it('two versions of one day', async () => {
    expect((await enter({ validFrom: '2026-07-01' })).status).toBe(201);

    expect(await enter({ validFrom: '2026-07-01' })).toMatchObject({
      status: 409,
      body: { code: 'already-exists' },
    });
  });

  it('eight at once get eight numbers in a row', async () => {
    const days = Array.from({ length: 8 }, (_, index) => `2026-10-0${String(index + 1)}`);

    const answers = await Promise.all(days.map((validFrom) => enter({ validFrom })));

    const numbers = answers.map(({ body }) => body.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, index) => numbers[0] + index));
  });
});

describe('who may', () => {
  it.each(['jinli.admin', 'finance.leader', 'security.admin', 'audit.admin'])(
    '%s enters nothing',
    async (login) => {
      expect((await enter({ validFrom: '2026-12-01' }, login)).status).toBe(403);
    },
  );

  it('nobody reads without signing in', async () => {
    expect((await anonymous().get('/policies')).status).toBe(401);
  });
});
