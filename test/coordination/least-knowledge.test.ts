import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { releaseClock, setClock } from '../support/clock.js';
import { query } from '../support/database.js';
import { type Filing, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCoordination,
  anIntervention,
  type Coordination,
  confirm,
  coordinate,
  organizationId,
  seen,
  tryTo,
} from './a-coordination.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T10:00:00+08:00'));
afterAll(everyCaseReplays);
afterAll(releaseClock);

/** Everything that a bank can observe about a filing of its own, to the byte. */
async function observed({ path }: Filing, bank: string): Promise<string> {
  const answers: unknown[] = [];
  for (const login of [`${bank}.maker`, `${bank}.checker`]) {
    const client = await person(login);
    for (const address of [
      path,
      `${path}/history`,
      `${path}/coordination`,
      `${path}/coordination/actions`,
      `${path}/coordination/history`,
      '/inbox?limit=100',
      '/worklist',
      '/worklist?tab=done',
      '/events?limit=100',
      '/supports',
    ]) {
      const { status, body, headers } = await client.get(address);
      answers.push([address, status, headers.get('etag'), body]);
    }
  }
  return JSON.stringify(answers);
}

describe('golden case 16: another bank joins, and nothing that the first can read changes by a byte', () => {
  it('whatever offices and the other bank then do with the other filing', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    const { creditCode } = filing;
    const payload = { filing: filing.id, outcome: 'retained', text: '建议稳贷。' };
    await coordinate(coordination, 'finance.reviewer', 'PROPOSE', payload);
    const before = await observed(filing, 'jinli');

    const other = await anIntervention({ bank: 'citong', creditCode });
    await coordinate(coordination, 'finance.reviewer', 'PROPOSE', { ...payload, filing: other.id });
    await coordinate(coordination, 'finance.reviewer', 'CALL_MEETING', {
      on: '2026-06-15',
      place: '市行政中心',
      agenda: '商议续贷。',
      filings: [other.id],
    });
    await confirm(other, { outcome: 'replacedBy' });
    await coordinate(coordination, 'finance.reviewer', 'RECORD_MINUTES', {
      heldOn: '2026-06-10',
      participants: ['刺桐商业银行'],
      text: '刺桐商业银行由他行接续。',
    });
    await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', {
      filing: other.id,
      outcome: 'replacedBy',
    });

    expect(await observed(filing, 'jinli')).toBe(before);
  });

  it('the version that it holds is still good', async () => {
    const coordination = await aCoordination();
    const [filing] = coordination.filings as [Filing];
    const part = `${filing.path}/coordination`;
    const maker = await person('jinli.maker');
    const etag = (await maker.get(part)).headers.get('etag');
    await anIntervention({ bank: 'citong', creditCode: filing.creditCode });

    const sent = await maker.send(part, 'PREPARE_OUTCOME', { outcome: 'retained' }, { ifMatch: etag });

    expect(sent.status).toBe(200);
  });

  it('once its own part is over, it cannot tell whether the others go on', async () => {
    const alone = await aCoordination(['jinli']);
    const together = await aCoordination(['jinli', 'citong']);
    const answers: unknown[] = [];
    for (const coordination of [alone, together]) {
      const [filing] = coordination.filings as [Filing];
      await coordinate(coordination, 'finance.reviewer', 'CONCLUDE_FILING', {
        filing: filing.id,
        outcome: 'notAgreed',
      });
      const part = { path: `${filing.path}/coordination` };
      const late = await tryTo(part, 'jinli.maker', 'PREPARE_OUTCOME', { outcome: 'retained' });
      answers.push([
        late.status,
        late.body,
        (await (await person('jinli.maker')).get(`${part.path}/actions`)).body,
      ]);
    }

    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual([
      409,
      expect.objectContaining({ state: 'concluded', allowed: [] }),
      { actions: [] },
    ]);
  });
});

describe('a bank comes to a coordination by its own filing alone', () => {
  let coordination: Coordination;
  beforeAll(async () => {
    coordination = await aCoordination(['jinli', 'citong']);
  });

  it.each(['', '/actions', '/explain', '/history'])(
    'the case itself is for offices: GET /coordinations/{id}%s',
    async (what) => {
      const maker = await person('jinli.maker');

      expect((await maker.get(`${coordination.path}${what}`)).status).toBe(403);
      expect((await maker.get('/coordinations')).status).toBe(403);
      expect((await maker.send(coordination.path, 'PROPOSE', {}, { ifMatch: '"1.0"' })).status).toBe(403);
    },
  );

  it('another’s filing answers as one that is not there, to the byte', async () => {
    const [, other] = coordination.filings as [Filing, Filing];
    const maker = await person('jinli.maker');
    const missing = '/filings/01980000-0000-7000-8000-000000000001';

    for (const what of ['', '/actions', '/history']) {
      const [foreign, none] = [
        await maker.get(`${other.path}/coordination${what}`),
        await maker.get(`${missing}/coordination${what}`),
      ];
      expect([foreign.status, foreign.body]).toEqual([404, none.body]);
    }
  });

  it('nor can it speak for it', async () => {
    const [own, other] = coordination.filings as [Filing, Filing];
    const maker = await person('jinli.maker');
    const said = { outcome: 'retained', filing: other.id };

    const foreign = await maker.send(
      `${other.path}/coordination`,
      'PREPARE_OUTCOME',
      { outcome: 'retained' },
      { ifMatch: '"1.0"' },
    );
    const smuggled = await maker.send(`${own.path}/coordination`, 'PREPARE_OUTCOME', said);

    expect(foreign.status).toBe(404);
    expect([smuggled.status, smuggled.body.errors[0].code]).toEqual([400, 'unknown-field']);
  });

  it('the county sees the coordinations of its firms, and no others', async () => {
    const county = await person('jinjiang.coordinator');
    const elsewhere = await person('anxi.coordinator');

    expect((await county.get(coordination.path)).status).toBe(200);
    expect((await elsewhere.get(coordination.path)).status).toBe(404);
  });

  it('a bank that only prepared has said nothing to the offices yet', async () => {
    const [own] = coordination.filings as [Filing, Filing];
    await coordinate({ path: `${own.path}/coordination` }, 'jinli.maker', 'PREPARE_OUTCOME', {
      outcome: 'retained',
    });

    const page = JSON.stringify(await seen(coordination, 'finance.leader'));

    expect(page).not.toContain('prepared');
  });
});

describe('notices', () => {
  it('what a bank is told hangs on its own filing, under its number', async () => {
    const coordination = await aCoordination(['jinli', 'citong']);
    const [own] = coordination.filings as [Filing, Filing];
    const payload = { filing: own.id, outcome: 'retained', text: '建议稳贷。' };
    const told = async (login: string) => (await seen({ path: '/inbox?limit=100' }, login)).items;
    const before = await told('citong.maker');

    await coordinate(coordination, 'finance.reviewer', 'PROPOSE', payload);

    const [mine] = await told('jinli.maker');
    expect(mine).toMatchObject({
      template: 'coordinationProposed',
      case: { process: 'filing', id: own.id },
      link: `/filings/${own.id}`,
    });
    expect(mine.title).toMatch(/^协调方案征询意见：泉贷报/);
    expect(await told('citong.maker')).toEqual(before);
    const bank = await organizationId('jinli');
    const rows = await query<{ n: number }>(
      'admin',
      `select count(*)::int as n from notice where organization = $1 and case_id = $2`,
      [bank, coordination.id],
    );
    expect(rows[0]?.n).toBe(0);
  });
});
