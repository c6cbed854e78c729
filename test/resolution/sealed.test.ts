import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Body } from '../support/client.js';
import { advanceTo, setClock } from '../support/clock.js';
import { type Committee, idOf } from '../support/committees.js';
import { query, withClient } from '../support/database.js';
import { expecting, person } from '../support/filings.js';
import { everyCaseReplays } from '../support/replay.js';
import {
  aCommittee,
  aNoticedItem,
  commitmentOf,
  countOf,
  FIVE,
  ORDINARY,
  type Resolution,
  seen,
  vote,
} from '../support/resolutions.js';

const TODAY = '2026-06-10';
const VOTING = '2026-06-16T09:30:00+08:00';
/** Said in every ballot, so that it is found wherever it leaks. */
const SECRET = '本行意见密封不公开';

jest.setTimeout(120_000);
let committee: Committee;
beforeAll(async () => {
  await setClock(`${TODAY}T09:30:00+08:00`);
  committee = await aCommittee(TODAY);
});
beforeEach(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

/** Four of five have voted, with a reason each. */
async function aVoteThatRuns(): Promise<Resolution> {
  const item = await aNoticedItem(committee, { subject: ORDINARY });
  await advanceTo(VOTING);
  for (const [index, bank] of FIVE.slice(0, 4).entries()) {
    await vote(item, bank, { choice: index === 3 ? 'against' : 'for', reason: SECRET });
  }
  return item;
}

async function aClosedVote(): Promise<Resolution> {
  const item = await aVoteThatRuns();
  await vote(item, 'quanshan', { choice: 'abstain', reason: SECRET });
  return item;
}

/** What the application's own user reads of the ballots when it asks for a bank, past every route. */
async function rowsFor(item: Resolution, bank: string): Promise<string[]> {
  const organization = await idOf(bank);
  return withClient('app', async (client) => {
    await client.query('begin');
    await client.query(
      `select set_config('wendai.scope', 'actor', true), set_config('wendai.jurisdiction', '350500', true),
        set_config('wendai.organization', $1, true), set_config('wendai.office', '', true)`,
      [organization],
    );
    const { rows } = await client.query<{ key: string }>(
      'select o.key from ballot b join organization o on o.id = b.member where b.resolution = $1 order by 1',
      [item.id],
    );
    await client.query('rollback');
    return rows.map(({ key }) => key);
  });
}

/** Everything that a reader can get about an item, as one text. */
async function everythingFor(item: Resolution, login: string): Promise<string> {
  const client = await person(login);
  const paths = ['', '/history?limit=100', '/explain', '/actions', '/count', '/ballots'];
  const answers = await Promise.all(paths.map((path) => client.get(`${item.path}${path}`)));
  return answers.map(({ body }) => JSON.stringify(body)).join('\n');
}

describe('债权人协议: ballots are sealed until the close, the chair included', () => {
  it('whoever asks for them gets 403, and leaves a trace', async () => {
    const item = await aVoteThatRuns();

    const answers = await Promise.all(
      ['jinli.delegate', 'haisi.delegate', 'finance.leader'].map(async (login) =>
        (await person(login)).get(`${item.path}/ballots`),
      ),
    );

    // The finance bureau is not among the readers of an ordinary item at all.
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'ballots-sealed'],
      [403, 'ballots-sealed'],
      [404, 'not-found'],
    ]);
    const traces = await query(
      'admin',
      `select o.key from log_entry e join organization o on o.id = e.actor_organization
        where e.case_id = $1 and e.kind = 'refusal' and e.type = 'READ_BALLOTS' order by 1`,
      [item.id],
    );
    expect(traces).toEqual([{ key: 'haisi' }, { key: 'jinli' }]);
  });

  it('no answer shows a choice or a reason to anybody else: not the page, the history, the count', async () => {
    const item = await aVoteThatRuns();

    for (const login of ['jinli.delegate', 'quanshan.delegate']) {
      const all = await everythingFor(item, login);
      expect(all).toContain('turnout');
      expect(all).not.toContain(SECRET);
      expect(all).not.toMatch(/"choice"|"salt"/);
    }
  });

  it('the log holds commitments and no choice, and the row is its own member’s alone', async () => {
    const item = await aVoteThatRuns();

    const entries = await query<{ body: string; values: string }>(
      'admin',
      `select e.body, v."values" from log_entry e join log_value v on v.entry_id = e.id where e.case_id = $1`,
      [item.id],
    );

    const logged = entries.map(({ body, values }) => `${body}${values}`).join('\n');
    expect(logged).toContain('payload.commitment');
    expect(logged).not.toContain(SECRET);
    expect(logged).not.toMatch(/"choice":|"salt":/);
    expect(await rowsFor(item, 'jinli')).toEqual(['jinli']);
    expect(await rowsFor(item, 'quanshan')).toEqual([]);
  });

  it('one sees one’s own, and before the close what passing takes', async () => {
    const item = await aVoteThatRuns();
    const client = await person('haisi.delegate');

    const own = expecting(200, await client.get(`${item.path}/ballots/mine`)).body;

    expect(own.ballot).toMatchObject({ choice: 'for', reason: SECRET, member: await idOf('haisi') });
    expect(await countOf(item, 'haisi.delegate')).toMatchObject({
      counted: false,
      turnout: { heads: 4, claims: '20000000.00' },
      passingTakes: { heads: 5, neededHeads: 3, totalClaims: '21000000.00', neededClaims: '10500000.01' },
      tally: null,
      members: [],
      ballots: [],
    });
    expect((await (await person('quanshan.delegate')).get(`${item.path}/ballots/mine`)).status).toBe(404);
  });
});

describe('债权人协议: after the close anybody recounts', () => {
  it('one entry opens every ballot, and each makes its commitment again', async () => {
    const item = await aClosedVote();

    const [closing, ...others] = await query<{ values: string; type: string }>(
      'admin',
      `select e.type, v."values" from log_entry e join log_value v on v.entry_id = e.id
        where e.case_id = $1 and v."values" like '%"opened":%' order by e.seq`,
      [item.id],
    );
    const committed = await query<{ values: string }>(
      'admin',
      `select v."values" from log_entry e join log_value v on v.entry_id = e.id
        where e.case_id = $1 and e.type = 'CAST_BALLOT' order by e.seq`,
      [item.id],
    );

    const { facts } = JSON.parse(closing?.values ?? '{}') as { facts: { opened: Body[] } };
    const said = committed.map(
      ({ values }) => (JSON.parse(values) as Record<string, string>)['payload.commitment'],
    );
    expect(others).toEqual([]);
    expect(facts.opened).toHaveLength(5);
    for (const opened of facts.opened) {
      expect(commitmentOf(opened)).toBe(opened.commitment);
      expect(said).toContain(opened.commitment);
    }
  });

  it('an outsider of the code recounts from what is shown, and finds the same', async () => {
    const item = await aClosedVote();

    const count = await countOf(item, 'quanshan.delegate');

    expect(recount(count)).toEqual({
      passed: count.tally.passed,
      heads: count.tally.heads,
      forHeads: count.tally.forHeads,
    });
    expect(count).toMatchObject({
      counted: true,
      tally: { passed: true, forHeads: 3, forClaims: '18000000.00' },
    });
    expect(count.ballots).toHaveLength(5);
    expect(await rowsFor(item, 'quanshan')).toEqual([...FIVE].sort());
  });

  it('a closed ballot is changed by nobody, the engine included', async () => {
    const item = await aClosedVote();
    const changed = await withClient('app', async (client) => {
      await client.query('begin');
      await client.query(
        `select set_config('wendai.scope', 'engine', true), set_config('wendai.jurisdiction', '350500', true)`,
      );
      const { rowCount } = await client.query(`update ballot set choice = 'for' where resolution = $1`, [
        item.id,
      ]);
      await client.query('rollback');
      return rowCount;
    });

    expect(changed).toBe(0);
  });

  it('a dropped item opens nothing', async () => {
    const item = await aVoteThatRuns();
    const { version } = await seen(item);
    const chair = await person('jinli.delegate');
    expecting(
      200,
      await chair.send(item.path, 'DROP', { reason: '情况变化。' }, { ifMatch: `"${version}"` }),
    );

    expect((await chair.get(`${item.path}/ballots`)).status).toBe(403);
    expect(await everythingFor(item, 'quanshan.delegate')).not.toContain(SECRET);
  });
});

/** From the opened inputs alone, with nothing of the product: fen by fen. */
function recount({ rule, members, ballots }: Body): object {
  const fen = (yuan: string) => BigInt(yuan.replace('.', ''));
  const counted = members.filter((member: Body) => !member.conflicted && !member.asking);
  const choices = new Map(ballots.map((ballot: Body) => [ballot.member, ballot.choice]));
  const forIt = counted.filter(({ member }: Body) => choices.get(member.id) === 'for');
  const sum = (list: Body[]) => list.reduce((total: bigint, { claim }: Body) => total + fen(claim), 0n);
  const enough = (part: bigint, whole: bigint, share: Body) => {
    const [left, right] = [part * BigInt(share.denominator), whole * BigInt(share.numerator)];
    return share.compare === 'atLeast' ? left >= right : left > right;
  };
  return {
    passed:
      enough(BigInt(forIt.length), BigInt(counted.length), rule.heads) &&
      enough(sum(forIt), sum(counted), rule.claims),
    heads: counted.length,
    forHeads: forIt.length,
  };
}
