import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { organizationId, seen } from '../coordination/a-coordination.js';
import { advanceTo, releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { aFiledReport, type Filing, person } from '../support/filings.js';
import { aKnownFirm } from '../support/firms.js';
import { everyCaseReplays } from '../support/replay.js';
import { act, attempt, type Measure, measureAt, propose, toldOf } from './a-measure.js';

jest.setTimeout(60_000);
beforeEach(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

async function firmOf(creditCode: string): Promise<string> {
  const [row] = await query<{ id: string }>('admin', 'select id from firm where credit_code = $1', [
    creditCode,
  ]);
  return row?.id ?? '';
}

/** An extension that the bank itself is to give, for the firm of a report or for a firm. */
async function anExtension(parent: object, change: object = {}): Promise<object> {
  const jinli = await organizationId('jinli');
  return {
    type: 'extension',
    parent,
    owner: { organization: jinli, role: 'bank.maker' },
    dueOn: '2026-06-24',
    input: { bank: jinli, amount: '700000.00', maturesOn: '2026-07-01' },
    ...change,
  };
}

function forFiling({ id }: Filing): object {
  return { process: 'filing', id };
}

describe('帮扶事项: who proposes it', () => {
  it('the finance bureau gives it to its owner at once', async () => {
    const filing = await aFiledReport();

    const { status, body, headers } = await propose('finance.reviewer', await anExtension(forFiling(filing)));

    expect([status, body.state, body.typeLabel]).toEqual([201, 'assigned', '展期']);
    expect(headers.get('location')).toBe(`/api/v1/supports/${String(body.id)}`);
    expect(await toldOf(measureAt(body.id), 'jinli.maker')).toEqual(['supportAssigned']);
  });

  it('what county or industry propose, the finance bureau decides on', async () => {
    const firm = await firmOf(await aKnownFirm());
    const parent = { process: 'firm', id: firm };

    const { body } = await propose('jinjiang.coordinator', await anExtension(parent));
    const measure: Measure = measureAt(body.id);

    expect(body.state).toBe('proposed');
    expect(await toldOf(measure, 'finance.reviewer')).toEqual(['supportProposed']);
    expect((await attempt(measure, 'jinli.maker', 'START')).status).toBe(404);
    await act(measure, 'finance.reviewer', 'ASSIGN', { dueOn: '2026-06-30' });
    expect(await seen(measure, 'jinli.maker')).toMatchObject({ state: 'assigned', dueOn: '2026-06-30' });
  });

  it('nobody decides: time gives it to its owner as it was proposed', async () => {
    const filing = await aFiledReport();
    const { body } = await propose('industry.reviewer', await anExtension(forFiling(filing)));

    await advanceTo('2026-06-12T18:00:00+08:00');

    expect((await seen(measureAt(body.id), 'jinli.maker')).state).toBe('assigned');
  });

  it('whoever proposed it may take it back; its owner reports instead', async () => {
    const filing = await aFiledReport();
    const { body } = await propose('industry.reviewer', await anExtension(forFiling(filing)));
    const measure = measureAt(body.id);
    await act(measure, 'finance.leader', 'ASSIGN');

    const owner = await attempt(measure, 'jinli.maker', 'CANCEL', { reason: '不办。' });
    await act(measure, 'industry.reviewer', 'CANCEL', { reason: '企业不再需要。' });

    expect([owner.status, owner.body.code]).toEqual([403, 'not-your-task']);
    const page = await seen(measure, 'jinli.maker');
    expect([page.state, page.endReason]).toEqual(['cancelled', '企业不再需要。']);
  });

  it('neither banks nor helpers propose, and nobody sends a proposal as an event', async () => {
    const filing = await aFiledReport();
    const body = await anExtension(forFiling(filing));
    const { body: given } = await propose('finance.reviewer', body);

    for (const login of ['jinli.maker', 'zhouzhuan.officer', 'regulator.observer']) {
      expect((await propose(login, body)).status).toBe(403);
    }
    const event = await attempt(measureAt(given.id), 'finance.reviewer', 'SUPPORT.PROPOSED', {
      dueOn: '2026-06-24',
    });
    expect([event.status, event.body.code]).toEqual([400, 'reserved-event']);
  });
});

describe('a proposal that does not hold', () => {
  it('hangs on nothing that its proposer cannot see', async () => {
    const filing = await aFiledReport();
    const elsewhere = await propose('anxi.coordinator', await anExtension(forFiling(filing)));
    const none = await propose(
      'finance.reviewer',
      await anExtension({ process: 'filing', id: randomUUID() }),
    );

    expect([elsewhere.status, none.status]).toEqual([404, 404]);
  });

  it.each([
    ['no field of that type', { input: { amount: '1.00' } }, ['field-missing', 'field-missing']],
    [
      'fields of another type',
      { type: 'foundCommittee' },
      ['field-unknown', 'field-unknown', 'field-unknown'],
    ],
    ['a day that has passed', { dueOn: '2026-06-09' }, ['in-past']],
  ])('%s', async (_, change, codes) => {
    const filing = await aFiledReport();

    const { status, body } = await propose('finance.reviewer', await anExtension(forFiling(filing), change));

    expect([status, body.errors.map(({ code }: { code: string }) => code)]).toEqual([422, codes]);
  });

  it('a post that nobody holds, an organization that there is not', async () => {
    const filing = await aFiledReport();
    const danbao = await organizationId('danbao');
    const nobody = { owner: { organization: danbao, role: 'county.coordinator' } };
    const nowhere = { input: { bank: randomUUID(), amount: '1.00', maturesOn: '2026-07-01' } };
    const noBank = { input: { bank: danbao, amount: '1.00', maturesOn: '2026-07-01' } };

    const answers = [
      await propose('finance.reviewer', await anExtension(forFiling(filing), nobody)),
      await propose('finance.reviewer', await anExtension(forFiling(filing), nowhere)),
      await propose('finance.reviewer', await anExtension(forFiling(filing), noBank)),
    ];

    expect(answers.map(({ body }) => body.errors[0].code)).toEqual([
      'owner-unknown',
      'organization-unknown',
      'organization-unknown',
    ]);
  });

  it.each(['0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31'])(
    'a date that nobody can reckon from: %s',
    async (dueOn) => {
      const parent = { process: 'firm', id: await firmOf(await aKnownFirm()) };

      const { status, body } = await propose('finance.reviewer', await anExtension(parent, { dueOn }));

      expect([status, body.errors[0].pointer]).toEqual([400, '/dueOn']);
    },
  );

  it('a repeated request opens one measure and gets the first answer', async () => {
    const filing = await aFiledReport();
    const body = await anExtension(forFiling(filing));
    const key = randomUUID();

    const [first, again] = [
      await propose('finance.reviewer', body, key),
      await propose('finance.reviewer', body, key),
    ];

    expect([again?.status, again?.body]).toEqual([201, first?.body]);
    const { items } = (await (await person('finance.reviewer')).get(`/supports?parent=${filing.id}`)).body;
    expect(items).toHaveLength(1);
  });
});
