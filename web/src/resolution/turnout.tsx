import { Card, Progress, Table } from 'antd';
import type { Schema } from '../api/client.js';
import { usePart } from '../case/case-api.js';
import { useWords } from '../language/use-words.js';
import { Along } from '../shell/along.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';

type Count = Schema<'Count'>;

/** Who has voted is told to nobody; how many have, to everybody. */
const LIVE = 5_000;

/** Before the close turnout alone, by heads and by claims, and what passing takes; no running tally. */
export function Turnout({ id }: { id: string }) {
  const words = useWords();
  const count = usePart<Count>({ path: 'resolutions', id }, 'count', { every: LIVE });
  return (
    <Asked query={count}>
      {(known) => (
        <Card size="small" title={known.counted ? words.cases.count : words.cases.turnout} aria-live="polite">
          {known.tally === null ? <BeforeTheClose count={known} /> : <AfterTheClose count={known} />}
        </Card>
      )}
    </Asked>
  );
}

function BeforeTheClose({ count: { turnout, passingTakes } }: { count: Count }) {
  const words = useWords();
  if (passingTakes === null) return <span className="quiet">{words.cases.notNoticed}</span>;
  const { heads, neededHeads, totalClaims, neededClaims, moreHeads, moreClaims } = passingTakes;
  return (
    <>
      <Bar label={words.cases.heads} part={String(turnout.heads)} whole={String(heads)} />
      <Bar label={words.cases.claim} part={turnout.claims} whole={totalClaims} />
      <p>{words.cases.passing(neededHeads, withSeparators(neededClaims))}</p>
      <p className="quiet">{words.cases.more(moreHeads, withSeparators(moreClaims))}</p>
    </>
  );
}

/** The share is drawn from whole fen or heads; the figures beside it are exact. */
function Bar({ label, part, whole }: { label: string; part: string; whole: string }) {
  const [some, all] = [part, whole].map((figure) => BigInt(figure.replace('.', '')));
  const percent =
    all === undefined || some === undefined || all === 0n ? 0 : Number((some * 1000n) / all) / 10;
  return (
    <div>
      {label} <span className="amount">{withSeparators(part)}</span> /{' '}
      <span className="amount">{withSeparators(whole)}</span>
      <Progress percent={percent} aria-label={label} />
    </div>
  );
}

function AfterTheClose({ count: { tally, members, ballots } }: { count: Count }) {
  const words = useWords();
  if (tally === null) return null;
  const ballotOf = (member: string) => ballots?.find((ballot) => ballot.member === member);
  return (
    <>
      <p>
        <strong>{tally.passed ? words.cases.passed : words.cases.notPassed}</strong>{' '}
        {words.cases.forHeads(tally.forHeads, tally.heads, tally.neededHeads)}；
        {words.cases.forClaims(
          withSeparators(tally.forClaims),
          withSeparators(tally.totalClaims),
          withSeparators(tally.neededClaims),
        )}
      </p>
      <p className="quiet">{words.cases.recount}</p>
      <Along label={words.cases.count}>
        <Table
          size="small"
          pagination={false}
          rowKey={({ member }) => member.id}
          dataSource={members ?? []}
          columns={[
            { title: words.worklist.bank, render: (_, { member }) => member.name },
            {
              title: words.cases.claim,
              align: 'right',
              render: (_, { claim }) => <span className="amount">{withSeparators(claim)}</span>,
            },
            {
              title: words.cases.choice,
              render: (_, { member, conflicted }) =>
                conflicted
                  ? words.cases.recused
                  : words.cases.choices[ballotOf(member.id)?.choice ?? 'silent'],
            },
          ]}
        />
      </Along>
    </>
  );
}
