import { Link, useParams } from '@tanstack/react-router';
import { Card, Tag } from 'antd';
import type { Schema } from '../api/client.js';
import { useCase, usePart } from '../case/case-api.js';
import { CasePage } from '../case/case-page.js';
import { Facts } from '../case/facts.js';
import { stateName } from '../case/state-name.js';
import { KnownContext } from '../form/known.js';
import { useWords } from '../language/use-words.js';
import { hasRole, useSession } from '../session/session.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';
import { Ballot } from './ballot.js';
import { Turnout } from './turnout.js';

type Resolution = Schema<'Resolution'>;

/** 决议: live turnout and what passing takes; after the close, everything that anybody needs to recount. */
export function ResolutionPage() {
  const { id } = useParams({ from: '/shell/resolutions/$id' });
  const resolution = useCase<Resolution>({ path: 'resolutions', id });
  return (
    <div className="page">
      <Asked query={resolution}>
        {({ data, version }) => <OneResolution resolution={data} version={version} />}
      </Asked>
    </div>
  );
}

function OneResolution({ resolution, version }: { resolution: Resolution; version: string }) {
  const words = useWords();
  const session = useSession().data;
  const { id, title, text, state, kindLabel, subjectLabel, askedBy, committee, breaches, hasOwnBallot } =
    resolution;
  const members = usePart<Schema<'Count'>>({ path: 'resolutions', id }, 'count').data?.members ?? [];
  const banks = members.map(({ member }) => ({ value: member.id, label: member.name }));
  const mayVote = state === 'voting' && session != null && hasRole(session, 'bank.delegate');
  return (
    <KnownContext value={{ options: { member: banks, holder: banks } }}>
      <CasePage
        address={{ path: 'resolutions', id }}
        version={version}
        title={title}
        state={stateName(words, 'resolution', resolution)}
        tags={<Tag>{words.named.items[resolution.kind] ?? kindLabel}</Tag>}
        aside={mayVote ? <Ballot id={id} isCast={hasOwnBallot} /> : null}
      >
        <Facts
          title={words.cases.facts}
          said={{
            [words.worklist.number]: resolution.number,
            [words.worklist.what]: words.named.subjects[resolution.subject?.type ?? ''] ?? subjectLabel,
            [words.cases.askedBy]: askedBy?.name,
            [words.cases.text]: <span className="said">{text}</span>,
            [words.worklist.process['committee'] ?? '']: (
              <Link to="/committees/$id" params={{ id: committee }}>
                {words.inbox.open}
              </Link>
            ),
            [words.cases.until]: resolution.until,
          }}
        />
        <Turnout id={id} />
        {breaches === undefined || breaches.length === 0 ? null : (
          <Card size="small" title={words.cases.breaches}>
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {breaches.map((breach) => (
                <li key={`${breach.member.id} ${breach.foundAt}`}>
                  {breach.member.name}{' '}
                  {breach.amount === null ? null : (
                    <span className="amount">{withSeparators(breach.amount)}</span>
                  )}{' '}
                  {breach.text}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </CasePage>
    </KnownContext>
  );
}
