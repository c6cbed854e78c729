import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { advanceTo, setClock } from '../support/clock.js';
import {
  aClaim,
  aConsultation,
  act,
  aFormingCommittee,
  anActiveCommittee,
  anElectingCommittee,
  aProposedCommittee,
  aSigningCommittee,
  beside,
  type Committee,
  seen,
  sign,
} from '../support/committees.js';
import { withClient } from '../support/database.js';
import { person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';

const TODAY = '2026-06-10';
const BESIDE = ['', '/claims', '/agreement', '/meetings', '/rollovers', '/actions', '/explain', '/history'];

jest.setTimeout(90_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

async function statusesFor({ path }: Committee, login: string): Promise<number[]> {
  const client = await person(login);
  const answers = await Promise.all(BESIDE.map((what) => client.get(`${path}${what}`)));
  return [...new Set(answers.map(({ status }) => status))];
}

async function listed(login: string): Promise<string[]> {
  const { body } = await (await person(login)).get('/committees?limit=100');
  return body.items.map(({ id }: { id: string }) => id);
}

const claimsSeen = async (committee: Committee, login: string) => {
  const { claims } = await beside(committee, 'claims', login);
  return claims.map(({ bank }: { bank: { key: string } }) => bank.key).sort();
};

describe('知悉范围: who sees a committee at all', () => {
  it('a bank that is not in it: 404 everywhere, and nothing in its list', async () => {
    const committee = await anActiveCommittee(TODAY);

    expect(await statusesFor(committee, 'anping.delegate')).toEqual([404]);
    expect(await listed('anping.delegate')).not.toContain(committee.id);
    expect(await listed('haisi.delegate')).toContain(committee.id);
  });

  it('nobody but the proposer and the offices before the first invitation', async () => {
    const committee = await aProposedCommittee();

    expect(await statusesFor(committee, 'citong.delegate')).toEqual([404]);
    expect(await listed('citong.delegate')).not.toContain(committee.id);
    expect(await statusesFor(committee, 'jinli.delegate')).toEqual([200]);
    expect(await statusesFor(committee, 'industry.reviewer')).toEqual([200]);
  });

  it('offices and observers all; counties, makers and administrators none', async () => {
    const committee = await anActiveCommittee(TODAY);

    for (const login of ['finance.reviewer', 'finance.leader', 'industry.leader', 'regulator.observer'])
      expect([login, await statusesFor(committee, login)]).toEqual([login, [200]]);
    for (const login of ['jinjiang.coordinator', 'jinli.maker', 'system.admin', 'audit.admin'])
      expect([login, await statusesFor(committee, login)]).toEqual([login, [403]]);
  });

  it('the light form is its lenders’, with the same doors', async () => {
    const light = await aConsultation();

    expect(await statusesFor(light, 'haisi.delegate')).toEqual([404]);
    expect(await listed('citong.delegate')).toContain(light.id);
  });
});

describe('债权: shown as far as the agreement shares it', () => {
  it('before the record date each creditor sees its own, the offices all', async () => {
    const committee = await aFormingCommittee();
    for (const bank of committee.banks)
      await act(committee, `${bank}.delegate`, 'DECLARE_CLAIM', aClaim('4000000.00'));

    expect(await claimsSeen(committee, 'citong.delegate')).toEqual(['citong']);
    expect(await beside(committee, 'claims', 'citong.delegate')).toMatchObject({
      complete: false,
      total: null,
    });
    expect(await claimsSeen(committee, 'finance.reviewer')).toEqual(['citong', 'haisi', 'jinli']);
  });

  it('confirmed, those who are to elect see what they elect by', async () => {
    const committee = await anElectingCommittee(TODAY);

    const claims = await beside(committee, 'claims', 'haisi.delegate');

    expect(claims).toMatchObject({ complete: true, total: '18000000.00' });
    // The papers of another bank stay with that bank and the offices.
    const papers = claims.claims.map(
      ({ bank, documents }: { bank: { key: string }; documents: string[] }) => [bank.key, documents.length],
    );
    expect(Object.fromEntries(papers)).toEqual({ jinli: 0, citong: 0, haisi: 1 });
  });

  it('not where the signers have agreed otherwise', async () => {
    const committee = await aSigningCommittee(TODAY);
    const { agreement } = await beside(committee, 'agreement');
    await act(committee, 'jinli.delegate', 'DRAFT_AGREEMENT', {
      agreement: { ...agreement, disclosure: { claims: false, exposures: true, filings: false } },
    });
    for (const bank of committee.banks) await sign(committee, bank);

    expect(await claimsSeen(committee, 'citong.delegate')).toEqual(['citong']);
    expect(await claimsSeen(committee, 'regulator.observer')).toEqual(['citong', 'haisi', 'jinli']);
  });

  it('an observer sees its own alone once there are members', async () => {
    const committee = await aSigningCommittee(TODAY, { banks: ['jinli', 'citong', 'haisi', 'anping'] });
    for (const bank of ['jinli', 'citong', 'haisi']) await sign(committee, bank);
    await advanceTo('2026-06-25T18:00:00+08:00');

    expect(await claimsSeen(committee, 'anping.delegate')).toEqual(['anping']);
    expect(await claimsSeen(committee, 'citong.delegate')).toEqual(['anping', 'citong', 'haisi', 'jinli']);
  });
});

describe('row-level security: the second wall holds without the first', () => {
  const TABLES = ['committee', 'committee_member', 'claim', 'agreement'];

  /** Rows about a committee in the scope of a bank, table by table, as the server's own database user. */
  async function rowsSeenAs(bank: string, { id }: Committee): Promise<number[]> {
    return withClient('app', async (client) => {
      await client.query('begin');
      await client.query(
        `select set_config('wendai.jurisdiction', '350500', true), set_config('wendai.scope', 'engine', true)`,
      );
      await client.query(
        `select set_config('wendai.organization', (select id::text from organization where key = $1), true)`,
        [bank],
      );
      await client.query(
        `select set_config('wendai.office', '', true), set_config('wendai.scope', 'actor', true)`,
      );
      const counts: number[] = [];
      for (const table of TABLES) {
        const key = table === 'committee' ? 'id' : 'committee';
        const { rows } = await client.query(`select count(*)::int as n from ${table} where ${key} = $1`, [
          id,
        ]);
        counts.push(rows[0].n);
      }
      await client.query('rollback');
      return counts;
    });
  }

  it('in the scope of a bank that is not invited no table has a row; in that of a member each has', async () => {
    const committee = await anActiveCommittee(TODAY);

    expect(await rowsSeenAs('anping', committee)).toEqual([0, 0, 0, 0]);
    expect(await rowsSeenAs('citong', committee)).toEqual([1, 3, 3, 1]);
  });
});

describe('待办: whose turn it is', () => {
  const awaits = async (login: string, { id }: Committee) => {
    const { body } = await (await person(login)).get('/worklist?tab=todo&limit=100');
    return body.items.some((item: { id: string }) => item.id === id);
  };
  const turns = async (committee: Committee) => {
    const logins = ['jinli.delegate', 'citong.delegate', 'anping.delegate'];
    return Promise.all(logins.map((login) => awaits(login, committee)));
  };

  it('the proposer’s, then every creditor’s, then the chair’s', async () => {
    expect(await turns(await aProposedCommittee())).toEqual([true, false, false]);
    expect(await turns(await aFormingCommittee())).toEqual([true, true, false]);
    expect(await turns(await aSigningCommittee(TODAY))).toEqual([true, true, false]);
    expect(await turns(await anActiveCommittee(TODAY))).toEqual([true, false, false]);
  });

  it('the members’ while they may answer minutes', async () => {
    const light = await aConsultation();
    await act(light, 'jinli.delegate', 'CALL_MEETING', {
      on: TODAY,
      at: '09:30',
      place: '视频会议',
      way: 'video',
      agenda: ['续贷安排'],
    });
    const meeting = (await beside(light, 'meetings')).items[0].id;
    await act(light, 'jinli.delegate', 'RECORD_MINUTES', { meeting, text: '两行均续贷。', present: [] });

    expect(await turns(light)).toEqual([true, true, false]);
  });
});

describe('办理过程: the history, for each reader', () => {
  it('never tells what a bank has lent, and tells creditors who did what', async () => {
    const committee = await anActiveCommittee(TODAY);

    const { body } = await (await person('citong.delegate')).get(`${committee.path}/history`);

    const types = body.items.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['PROPOSE', 'INVITE', 'CONFIRM_CLAIMS', 'ELECT', 'SIGN']));
    expect(types).not.toContain('DECLARE_CLAIM');
    expect(JSON.stringify(body)).not.toMatch(/8000000|6000000|4000000/);
  });

  it('explains why it is here and whom it waits for', async () => {
    const committee = await aProposedCommittee();

    const { body } = await (await person('jinli.delegate')).get(`${committee.path}/explain`);

    expect(body).toMatchObject({
      state: 'proposed',
      waitsFor: [{ role: 'bank.delegate' }],
      clocks: [{ name: 'propose', dueOn: '2026-06-17', workingDays: 5 }],
    });
    expect((await seen(committee)).deadlines).toMatchObject([{ name: 'propose', dueOn: '2026-06-17' }]);
  });
});
