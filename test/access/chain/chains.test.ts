import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Answer, Body } from '../../support/client.js';
import { setClock } from '../../support/clock.js';
import { query } from '../../support/database.js';
import { act, aDraft, aDraftToCheck, attempt, expecting, person, seenBy } from '../../support/filings.js';
import { everyCaseReplays } from '../../support/replay.js';
import { world } from '../../support/world.js';
import { organizationOf } from '../grant/a-grant.js';
import { Visitor } from '../sign-in/visitor.js';

jest.setTimeout(60_000);
beforeAll(() => setClock('2026-06-10T09:30:00+08:00'));
afterAll(everyCaseReplays);

const THREE = ['bank.maker', 'bank.checker', 'bank.admin'];
const NONE = '0197a1de-3c55-7b9a-9d6e-2f6a3c1f9b10';

async function proposed(login: string, said: Body = {}): Promise<Answer> {
  const client = await person(login);
  return client.put('/sign-off-chains', {
    act: 'file',
    lane: 'any',
    posts: THREE,
    reason: '增加签署',
    ...said,
  });
}

async function settle(login: string, id: string, how: 'execute' | 'withdraw'): Promise<Answer> {
  return (await person(login)).post(`/sign-off-chains/${id}/${how}`);
}

async function chains(login: string): Promise<Body[]> {
  return expecting(200, await (await person(login)).get('/sign-off-chains')).body.items;
}

describe('签批链: an organization’s own, set by two persons', () => {
  it('is in force for what is sent after it, and not before it is executed', async () => {
    const before = await aDraftToCheck({ bank: 'haisi' });
    const { id } = expecting(200, await proposed('haisi.admin')).body;
    expect(await chains('haisi.admin')).toMatchObject([
      {
        act: 'file',
        lane: 'any',
        posts: ['bank.maker', 'bank.checker'],
        byDefault: true,
        waiting: { id, posts: THREE },
      },
    ]);
    await act(await aDraftToCheck({ bank: 'haisi' }), 'haisi.checker', 'FILE');

    expecting(200, await settle('system.admin', id, 'execute'));

    expect(await chains('haisi.admin')).toMatchObject([{ posts: THREE, byDefault: false, waiting: null }]);
    await act(before, 'haisi.checker', 'FILE');
    const after = await aDraft({ bank: 'haisi' });
    await act(after, 'haisi.maker', 'SEND_TO_CHECK');
    expect(await attempt(after, 'haisi.checker', 'FILE')).toMatchObject({
      status: 403,
      body: { code: 'not-your-step' },
    });
    await act(after, 'haisi.checker', 'SIGN_FILING');
    await act(after, 'haisi.admin', 'FILE');
    expect(await seenBy(after, 'haisi.maker')).toMatchObject({ state: 'acknowledging' });
  });

  it('an office’s by the security administrator, in each lane', async () => {
    const organization = await organizationOf('industry');
    const said = {
      organization,
      act: 'opinion',
      lane: 'routine',
      posts: ['industry.reviewer', 'industry.leader'],
    };

    const { id } = expecting(200, await proposed('security.admin', said)).body;
    expecting(200, await settle('system.admin', id, 'execute'));

    const own = (await chains('audit.admin')).filter((chain) => chain.organization.id === organization);
    expect(own).toMatchObject([
      { lane: 'routine', posts: said.posts, byDefault: false },
      { lane: 'focus', byDefault: true },
    ]);
  });

  it('nobody executes what he has proposed, not even by raw SQL', async () => {
    const { id } = expecting(200, await proposed('jinli.admin')).body;

    expect(await settle('jinli.admin', id, 'execute')).toMatchObject({
      status: 403,
      body: { code: 'second-person-needed' },
    });
    const raw = `update sign_off_change set state = 'executed', settled_by = proposed_by, settled_at = now() where id = $1`;
    await expect(query('admin', raw, [id])).rejects.toThrow(/chain_by_two_persons/);
    expect(await chains('jinli.admin')).toMatchObject([{ byDefault: true }]);
    const refusals = `select v."values"::jsonb as said from log_entry e join log_value v on v.entry_id = e.id
      where e.kind = 'refusal' and e.type = 'CHAIN_EXECUTED'`;
    expect(await query('admin', refusals)).toEqual([{ said: { change: id, code: 'second-person-needed' } }]);
  });

  it('a new proposal takes the place of the one that waits; withdrawn, it is executed no more', async () => {
    const first = expecting(200, await proposed('anping.admin')).body;
    const second = expecting(
      200,
      await proposed('anping.admin', { posts: ['bank.maker', 'bank.admin'] }),
    ).body;

    expect(await chains('anping.admin')).toMatchObject([{ waiting: { id: second.id } }]);
    expect((await settle('system.admin', first.id, 'execute')).status).toBe(409);
    expecting(200, await settle('anping.admin', second.id, 'withdraw'));
    expect((await settle('system.admin', second.id, 'execute')).status).toBe(409);
    expect(await chains('anping.admin')).toMatchObject([{ byDefault: true, waiting: null }]);
  });

  it('what was possible when it was proposed is judged once more', async () => {
    const { id } = expecting(200, await proposed('quanshan.admin')).body;
    await query(
      'admin',
      `update post set valid_until = '2026-06-09' where person = (select id from person where login = 'quanshan.checker')`,
    );

    expect(await settle('system.admin', id, 'execute')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'too-few-holders' }] },
    });
  });

  it.each([
    [{ posts: ['bank.maker'] }, 'chain-too-short'],
    [{ posts: ['bank.checker', 'bank.admin'] }, 'post-not-in-chain'],
    [{ posts: ['bank.maker', 'bank.maker'] }, 'post-not-in-chain'],
    [{ posts: ['bank.maker', 'finance.leader'] }, 'post-not-in-chain'],
    [{ posts: ['bank.maker', 'bank.client'] }, 'post-not-in-chain'],
    [{ posts: ['bank.maker', 'bank.checker', 'bank.checker'] }, 'too-few-holders'],
    [{ lane: 'focus' }, 'chain-unknown'],
    [{ act: 'opinion' }, 'chain-unknown'],
  ])('%j is no chain: %s', async (said, code) => {
    const answer = await proposed('citong.admin', said);

    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((each: Body) => each.code)).toContain(code);
  });

  it('of five posts there is none', async () => {
    const posts = ['bank.maker', 'bank.checker', 'bank.admin', 'bank.checker', 'bank.admin'];

    expect((await proposed('citong.admin', { posts })).status).toBe(400);
  });

  it('another organization’s is not a bank’s to see or set', async () => {
    const { id } = expecting(200, await proposed('citong.admin')).body;

    expect((await chains('jinli.admin')).length).toBe(1);
    for (const organization of [await organizationOf('citong'), await organizationOf('finance'), NONE]) {
      expect(await proposed('jinli.admin', { organization })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    }
    for (const how of ['execute', 'withdraw'] as const) {
      const [foreign, none] = [await settle('jinli.admin', id, how), await settle('jinli.admin', NONE, how)];
      expect([foreign.status, foreign.body]).toEqual([404, none.body]);
    }
    expect((await proposed('security.admin', { organization: NONE })).status).toBe(422);
  });

  it.each(['jinli.checker', 'finance.leader', 'audit.admin', 'system.admin'])(
    '%s proposes none',
    async (login) => {
      expect((await proposed(login)).status).toBe(403);
    },
  );

  it('needs a fresh proof of identity', async () => {
    const [security, system] = [new Visitor(world().url), new Visitor(world().url)];
    await security.signIn('security.admin');
    await system.signIn('system.admin');
    await query('admin', `update session set proven_at = proven_at - interval '1 hour'`);

    const answers = [
      await security.send('PUT', '/sign-off-chains', {}),
      await security.send('POST', `/sign-off-chains/${NONE}/withdraw`, {}),
      await system.send('POST', `/sign-off-chains/${NONE}/execute`, {}),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill('step-up-needed'));
  });
});
