import type { Statement, Transaction } from '../../platform/transaction.js';

/** How far a vote has come without one member: what a single ballot must know of the others, and nothing of their choices. */
export interface Others {
  entitled: number;
  cast: number;
  claims: bigint;
  missingPapers: number;
}

/** Summed where it lies: two hundred members vote at once, and each holds the case while its ballot is taken. */
const OTHERS: Statement = {
  name: 'turnout-of-others',
  text: `select count(*)::int as entitled, count(b.member)::int as cast,
      coalesce(sum(m.claim_fen) filter (where b.member is not null), 0)::text as fen,
      (count(b.member) filter (where not b.paper and (r.rule ->> 'needsPaper')::boolean))::int as "missingPapers"
    from resolution r
    join resolution_member m on m.jurisdiction = r.jurisdiction and m.resolution = r.id
    left join lateral (select b.member, b.paper is not null as paper from ballot b
      where b.jurisdiction = m.jurisdiction and b.resolution = m.resolution and b.member = m.bank limit 1) b on true
    where r.jurisdiction = $1 and r.id = $2 and m.bank <> $3
      and not (m.conflicted and (r.rule ->> 'excludesConflicted')::boolean)
      and not (m.asking and (r.rule ->> 'excludesAsking')::boolean)`,
};

export async function othersThan(
  tx: Transaction,
  { jurisdiction, id }: { jurisdiction: string; id: string },
  member: string,
): Promise<Others> {
  const [row] = await tx.query<{ entitled: number; cast: number; fen: string; missingPapers: number }>(
    OTHERS,
    [jurisdiction, id, member],
  );
  const { entitled = 0, cast = 0, fen = '0', missingPapers = 0 } = row ?? {};
  return { entitled, cast, claims: BigInt(fen), missingPapers };
}
