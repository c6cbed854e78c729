import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { anonymous, as, type Body, Client } from '../support/client.js';
import { setClock } from '../support/clock.js';
import { query, withClient } from '../support/database.js';
import { act, aDraftToCheck, aFiledReport, attempt, expecting, person } from '../support/filings.js';

jest.setTimeout(60_000);

beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));

async function entries(search: Record<string, string> = {}): Promise<Body> {
  const client = await person('audit.admin');
  return expecting(
    200,
    await client.get(`/audit/entries?${new URLSearchParams({ limit: '100', ...search })}`),
  ).body;
}

async function idOf(login: string): Promise<string> {
  const [row] = await query<{ id: string }>('admin', 'select id from person where login = $1', [login]);
  if (row === undefined) throw new Error(`There is no ${login}.`);
  return row.id;
}

describe('signing in and out leaves a trace', () => {
  it('who, when, from which organization', async () => {
    const client = await as('anping.delegate');
    await client.delete('/session');

    const { items } = await entries({ person: await idOf('anping.delegate') });

    expect(items.slice(0, 2)).toMatchObject([
      { kind: 'access', type: 'SIGN_OUT' },
      {
        kind: 'access',
        type: 'SIGN_IN',
        at: '2026-06-10T09:30:00.000+08:00',
        case: null,
        actor: { login: 'anping.delegate', organizationName: '安平农村信用社', name: expect.any(String) },
      },
    ]);
  });

  it('a wrong password and an unknown login are both refused and both kept, the login beside the entry', async () => {
    for (const login of ['anping.maker', 'nobody.at.all']) {
      await expect(new Client(login, 'wrong').signIn()).rejects.toThrow('401');
    }

    const { items } = await entries({ type: 'SIGN_IN_REFUSED' });

    expect(items.slice(0, 2)).toMatchObject([
      { kind: 'access', actor: { kind: 'anonymous', person: null } },
      { kind: 'access', actor: { kind: 'anonymous', person: null } },
    ]);
    expect(JSON.stringify(items)).not.toContain('nobody');
    const [kept] = await query('admin', `select "values" from log_value where entry_id = $1`, [items[0].id]);
    expect(kept).toEqual({ values: '{"login":"nobody.at.all"}' });
  });
});

describe('a refusal of consequence leaves a trace of its own, though nothing changed', () => {
  it('the maker who wants to check', async () => {
    const draft = await aDraftToCheck({ bank: 'jinli' });
    const before = await query('admin', 'select seq, state from process_case where id = $1', [draft.id]);

    const answer = await attempt(draft, 'jinli.maker', 'FILE');

    expect(answer).toMatchObject({ status: 403 });
    expect(await query('admin', 'select seq, state from process_case where id = $1', [draft.id])).toEqual(
      before,
    );
    expect((await entries({ kind: 'refusal', case: draft.id })).items).toMatchObject([
      { type: 'FILE', process: 'filing', seq: null, from: null, actor: { login: 'jinli.maker' } },
    ]);
  });

  it('what is refused for its content leaves none', async () => {
    const filing = await aFiledReport();
    const before = (await entries({ kind: 'refusal' })).total;

    const answer = await attempt(filing, 'finance.reviewer', 'OPINE', {
      position: 'noObjection',
      text: '无',
    });

    expect(answer.status).toBe(409);
    expect((await entries({ kind: 'refusal' })).total).toEqual(before);
  });

  it.each([
    ['jinli', ''],
    ['finance', 'finance'],
  ])('%s reads neither it nor what is kept beside it', async (organization, office) => {
    const draft = await aDraftToCheck({ bank: 'jinli' });
    await attempt(draft, 'jinli.maker', 'FILE');
    await act(draft, 'jinli.checker', 'FILE');
    expect((await entries({ kind: 'refusal', case: draft.id })).items).toHaveLength(1);

    const seen = await withClient('app', async (client) => {
      await client.query('begin');
      await client.query(
        `select set_config('wendai.scope', 'actor', true), set_config('wendai.jurisdiction', '350500', true),
          set_config('wendai.organization', $1, true), set_config('wendai.office', $2, true)`,
        [await idOfOrganization(organization), office],
      );
      const kinds = await client.query('select distinct kind from log_entry where case_id = $1', [draft.id]);
      const audiences = await client.query('select distinct audience from log_value where case_id = $1', [
        draft.id,
      ]);
      return { kinds: kinds.rows, audiences: audiences.rows };
    });

    expect(seen).toEqual({ kinds: [{ kind: 'transition' }], audiences: [{ audience: 'bank' }] });
  });
});

async function idOfOrganization(key: string): Promise<string> {
  const [row] = await query<{ id: string }>('admin', 'select id from organization where key = $1', [key]);
  if (row === undefined) throw new Error(`There is no ${key}.`);
  return row.id;
}

describe('reading another organization’s case leaves a trace', () => {
  it('once per person, case and hour', async () => {
    const filing = await aFiledReport({ bank: 'jinli' });
    const reviewer = await person('finance.reviewer');
    await setClock('2026-06-10T10:00:00+08:00');

    for (let time = 0; time < 3; time++) await reviewer.get(filing.path);
    await setClock('2026-06-10T10:59:59+08:00');
    await Promise.all(Array.from({ length: 5 }, () => reviewer.get(filing.path)));
    const once = (await entries({ kind: 'read', case: filing.id })).items;
    await setClock('2026-06-10T11:00:00+08:00');
    await reviewer.get(filing.path);
    const twice = (await entries({ kind: 'read', case: filing.id })).items;

    expect(once).toMatchObject([{ type: 'READ', process: 'filing', actor: { login: 'finance.reviewer' } }]);
    expect(twice).toHaveLength(2);
    await setClock('2026-06-10T09:30:00+08:00');
  });

  it('each person for itself, the bank’s own people not at all', async () => {
    const filing = await aFiledReport({ bank: 'citong' });
    for (const login of ['citong.maker', 'citong.checker', 'industry.reviewer', 'industry.leader']) {
      await (await person(login)).get(filing.path);
    }

    const { items } = await entries({ kind: 'read', case: filing.id });

    expect(items.map(({ actor }: Body) => actor.login).sort()).toEqual([
      'industry.leader',
      'industry.reviewer',
    ]);
  });

  it('every entry has its leaf in the tree, or waits for it', async () => {
    const [row] = await query(
      'admin',
      `select count(*)::int as lost from log_entry e where not exists
        (select from log_pending p where p.entry_id = e.id and p.occurred_month = e.occurred_month)
        and not exists (select from log_leaf l where l.entry_id = e.id and l.occurred_month = e.occurred_month)`,
    );

    expect(row).toEqual({ lost: 0 });
  });
});

describe('the auditor reads the log', () => {
  it('everything of a case in its order, without a figure or a word of it', async () => {
    const filing = await aFiledReport({ bank: 'jinli', content: { amount: '912345.00' } });

    const { items } = await entries({ case: filing.id, kind: 'transition' });

    expect(items).toMatchObject([
      {
        type: 'FILE',
        seq: 3,
        from: 'checking',
        to: 'acknowledging',
        actor: { login: 'jinli.checker', role: 'bank.checker' },
      },
      { type: 'SEND_TO_CHECK', seq: 2 },
      { type: 'OPENED', seq: 1 },
    ]);
    for (const said of ['912345', '鞋业', filing.creditCode])
      expect(JSON.stringify(items)).not.toContain(said);
  });

  it('page by page, the newest first, each entry once', async () => {
    const whole = (await entries()).items;
    const client = await person('audit.admin');

    const paged: Body[] = [];
    for (let cursor = ''; paged.length < 30; ) {
      const { body } = await client.get(`/audit/entries?limit=7${cursor}`);
      paged.push(...body.items);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }

    expect(paged.map(({ id }) => id)).toEqual(whole.slice(0, paged.length).map(({ id }: Body) => id));
  });

  it('by day: both days belong to the span, in the city’s time', async () => {
    await setClock('2026-06-11T00:00:00+08:00');
    await as('quanshan.delegate');
    await setClock('2026-06-12T23:59:59.999+08:00');
    await as('quanshan.delegate');
    const someone = await idOf('quanshan.delegate');
    const count = async (from: string, to: string) =>
      (await entries({ person: someone, from, to })).items.length;

    expect(await count('2026-06-11', '2026-06-12')).toBe(2);
    expect(await count('2026-06-11', '2026-06-11')).toBe(1);
    expect(await count('2026-06-12', '2026-06-12')).toBe(1);
    expect(await count('2026-06-13', '2026-06-13')).toBe(0);
    expect(await count('2026-06-12', '2026-06-11')).toBe(0);
    await setClock('2026-06-10T09:30:00+08:00');
  });

  it('by kind and type', async () => {
    const { items } = await entries({ kind: 'transition', type: 'FILE' });

    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item).toMatchObject({ kind: 'transition', type: 'FILE' });
  });

  it.each([
    'kind=all',
    'type=%27%20or%201',
    'case=1',
    'person=x',
    'from=2026-02-30',
    'cursor=1',
    'cursor=x.1',
    'cursor=07079809.995',
    'cursor=1.9999999999999999999',
    'sort=at',
  ])('%s is refused', async (search) => {
    expect(await (await person('audit.admin')).get(`/audit/entries?${search}`)).toMatchObject({
      status: 400,
    });
  });

  it.each(['system.admin', 'security.admin', 'finance.leader', 'jinli.admin', 'regulator.observer'])(
    '%s does not',
    async (login) => {
      expect((await (await person(login)).get('/audit/entries')).status).toBe(403);
    },
  );

  it('nor anybody without signing in', async () => {
    expect((await anonymous().get('/audit/entries')).status).toBe(401);
  });
});
