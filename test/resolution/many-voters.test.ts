import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inParallel, numbers } from '../support/at-once.js';
import { type Answer, as, type Client } from '../support/client.js';
import { advanceTo, setClock } from '../support/clock.js';
import type { Committee } from '../support/committees.js';
import { query, withClient } from '../support/database.js';
import { everyCaseReplays } from '../support/replay.js';
import { aCommittee, aNoticedItem, countOf, ORDINARY, seen } from '../support/resolutions.js';

const TODAY = '2026-06-10';
const VOTING = '2026-06-16T09:30:00+08:00';
const MEMBERS = 200;
const CONNECTIONS = 32;
const SIGN_INS_AT_ONCE = 8;
const FEN_IN_YUAN = 100n;

jest.setTimeout(240_000);
beforeAll(() => setClock(`${TODAY}T09:30:00+08:00`));
afterAll(everyCaseReplays);

/** So many more banks in a committee, each with a delegate whose password is that of every other account. */
const JOIN = `
  with bank as (
    insert into organization (jurisdiction, id, key, kind, series)
    select '350500', gen_random_uuid(), 'member' || n, 'bank', '成员' || n
    from generate_series(1, $2::int) n returning id, key
  ), named as (
    insert into organization_name (jurisdiction, organization, name, english_name, valid_from)
    select '350500', id, key, key, '2024-01-01' from bank
  ), delegate as (
    insert into person (jurisdiction, id, organization, login, name, email, password_hash)
    select '350500', gen_random_uuid(), b.id, b.key || '.delegate', b.key, b.key || '@example.test', p.password_hash
    from bank b, person p where p.login = 'jinli.delegate' returning id, organization
  ), posted as (
    insert into post (jurisdiction, id, organization, role, person, valid_from)
    select '350500', gen_random_uuid(), organization, 'bank.delegate', id, '2024-01-01' from delegate
  ), joined as (
    insert into committee_member (jurisdiction, committee, bank, invited_on, signed_at, signed_agreement,
      authorization_document, member_from)
    select '350500', $1, id, '2026-06-01', now(), 1, '授权书', '2026-06-01' from bank returning bank
  )
  insert into claim (jurisdiction, committee, bank, principal_fen, pledged_margin_fen, deposits_fen, amount_fen, basis,
    documents, declared_at, confirmed, claim_on)
  select '350500', $1, id, fen, 0, 0, fen, 'loan', '{}', now(), true, '2026-06-01'
  from (select id, 100000000 + 7919 * (row_number() over (order by key)) as fen from bank) c`;

/** Fixed, so that the result is known beforehand: two of three for it, the third against or undecided. */
function choiceOf(index: number): string {
  return index % 3 !== 2 ? 'for' : index % 2 === 0 ? 'against' : 'abstain';
}

describe('债权人协议: two hundred members vote at once', () => {
  let committee: Committee;
  let voters: Client[];

  beforeAll(async () => {
    committee = await aCommittee(TODAY);
    await withClient('admin', async (client) => {
      await client.query(JOIN, [committee.id, MEMBERS - committee.banks.length]);
      // As autovacuum has done long before a committee of this size votes.
      await client.query('analyze');
    });
    const logins = [
      ...committee.banks.map((bank) => `${bank}.delegate`),
      ...numbers(MEMBERS - committee.banks.length).map((index) => `member${String(index + 1)}.delegate`),
    ];
    await advanceTo(VOTING);
    voters = await inParallel(logins, SIGN_INS_AT_ONCE, (login) => as(login));
    await setClock(`${TODAY}T09:30:00+08:00`);
  });

  it('every ballot counts once, and the last one closes the vote exactly', async () => {
    const item = await aNoticedItem(committee, { subject: ORDINARY });
    await advanceTo(VOTING);
    const path = `${item.path}/ballots/mine`;
    const took: number[] = [];

    const began = performance.now();
    const answers = await inParallel(voters, CONNECTIONS, async (voter, index): Promise<Answer> => {
      const sent = performance.now();
      const answer = await voter.put(path, { choice: choiceOf(index) });
      took.push(performance.now() - sent);
      return answer;
    });
    const all = performance.now() - began;

    took.sort((a, b) => a - b);
    const p99 = took[Math.floor(took.length * 0.99)] ?? 0;
    process.stdout.write(
      `${String(MEMBERS)} ballots over ${String(CONNECTIONS)} connections: ${all.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms\n`,
    );
    expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body)).toEqual([]);
    expect(answers.filter(({ body }) => body.resolution.tally !== null).length).toBeGreaterThanOrEqual(1);
    const { state, tally } = await seen(item);
    const expected = numbers(MEMBERS).filter((index) => choiceOf(index) === 'for').length;
    expect(state).toBe('carried');
    expect(tally).toMatchObject({ heads: MEMBERS, forHeads: expected, silentHeads: 0, passed: true });
    expect(await entriesOf(item.id)).toEqual([{ cast: MEMBERS, closing: 1 }]);
  });

  it('the opened inputs give the same sum, fen by fen', async () => {
    const [item] = await query<{ id: string }>('admin', 'select id from resolution where committee = $1', [
      committee.id,
    ]);
    const count = await countOf({ id: item?.id ?? '', path: `/resolutions/${item?.id ?? ''}`, committee });

    const fen = (yuan: string) => BigInt(yuan.replace('.', ''));
    const forIt = new Set(
      count.ballots.flatMap(({ member, choice }: { member: string; choice: string }) =>
        choice === 'for' ? [member] : [],
      ),
    );
    const sum = count.members.reduce(
      (total: bigint, { member, claim }: { member: { id: string }; claim: string }) =>
        forIt.has(member.id) ? total + fen(claim) : total,
      0n,
    );

    expect(count.members).toHaveLength(MEMBERS);
    expect(sum).toBe(fen(count.tally.forClaims));
    expect(sum / FEN_IN_YUAN).toBeGreaterThan(0n);
  });
});

function entriesOf(id: string): Promise<{ cast: number; closing: number }[]> {
  return query(
    'admin',
    `select count(*)::int as cast, (count(*) filter (where e.body like '%"to":"carried"%'))::int as closing
      from log_entry e where e.case_id = $1 and e.type = 'CAST_BALLOT'`,
    [id],
  );
}
