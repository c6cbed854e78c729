import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Space, Tag } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { optionsOfOrganizations, useOrganizations } from '../directory/organizations.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import { hasRole, type Session } from '../session/session.js';
import { Asked } from '../shell/trouble.js';
import { OneAct } from './one-act.js';
import { usePostNames, usePostOptions } from './post-names.js';

type Chain = Schema<'Chain'>;

/** 签批链: who signs a report or an opinion, in which order. */
export function ChainsPart({ session }: { session: Session }) {
  const words = useWords();
  const queries = useQueryClient();
  const organizations = useOrganizations();
  const posts = usePostOptions();
  const list = useQuery({
    queryKey: ['chains'],
    queryFn: async () => (await answered(api.GET('/api/v1/sign-off-chains'))).data.items,
  });
  return (
    <Card
      size="small"
      title={words.rights.chains}
      extra={
        hasRole(session, 'security.admin', 'bank.admin') ? (
          <NewCase
            process="chains"
            path="/api/v1/sign-off-chains"
            method="PUT"
            title={words.rights.changeChain}
            begun={() => queries.invalidateQueries({ queryKey: ['chains'] })}
            known={{
              options: {
                organization: optionsOfOrganizations(organizations),
                posts,
              },
            }}
          />
        ) : null
      }
    >
      <Asked query={list}>
        {(chains) => (
          <ul className="rows">
            {chains.map((chain) => (
              <One
                key={`${chain.organization.id} ${chain.act} ${chain.lane}`}
                chain={chain}
                session={session}
              />
            ))}
          </ul>
        )}
      </Asked>
    </Card>
  );
}

function One({ chain, session }: { chain: Chain; session: Session }) {
  const words = useWords();
  const nameOf = usePostNames();
  const { organization, act, lane, posts, byDefault, waiting } = chain;
  const inOrder = (names: readonly string[]) => names.map(nameOf).join(' > ');
  const what = `${words.rights.acts[act] ?? act}${words.rights.lanes[lane] ?? ''}`;
  return (
    <li>
      <strong>{organization.name}</strong>
      <span>
        {what} · {inOrder(posts)}
      </span>
      {byDefault ? <Tag>{words.rights.byDefault}</Tag> : null}
      {waiting === null ? null : (
        <>
          <Tag color="gold">
            {words.rights.states['proposed']}：{inOrder(waiting.posts)}
          </Tag>
          <span className="quiet">
            {waiting.reason} · {waiting.proposedBy.name}
          </span>
          <Space>
            {waiting.proposedBy.id !== session.person && hasRole(session, 'system.admin', 'bank.admin') ? (
              <OneAct
                label={words.rights.execute}
                name={`${organization.name} ${what}`}
                run={() =>
                  answered(
                    api.POST('/api/v1/sign-off-chains/{id}/execute', {
                      params: { path: { id: waiting.id } },
                    }),
                  )
                }
                changes="chains"
                isFirst
              />
            ) : null}
            {hasRole(session, 'audit.admin') ? null : (
              <OneAct
                label={words.rights.withdraw}
                name={`${organization.name} ${what}`}
                run={() =>
                  answered(
                    api.POST('/api/v1/sign-off-chains/{id}/withdraw', {
                      params: { path: { id: waiting.id } },
                    }),
                  )
                }
                changes="chains"
              />
            )}
          </Space>
        </>
      )}
    </li>
  );
}
