import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Card, Space, Tag } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { optionsOfOrganizations, optionsOfUnits, useOrganizations } from '../directory/organizations.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import { hasRole, type Session } from '../session/session.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';
import { OneAct } from './one-act.js';
import { usePostNames, usePostOptions } from './post-names.js';

type Grant = Schema<'Grant'>;

/** Posts given and taken: one proposes, another carries it out. */
export function GrantsPart({ session }: { session: Session }) {
  const words = useWords();
  const queries = useQueryClient();
  const organizations = useOrganizations();
  const posts = usePostOptions();
  const people = useQuery({
    queryKey: ['people', 'all'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/people', { params: { query: { limit: 100 } } }))).data.items,
  });
  const list = useQuery({
    queryKey: ['grants'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/grants', { params: { query: { limit: 50 } } }))).data.items,
  });
  return (
    <Card
      size="small"
      title={words.rights.grants}
      extra={
        hasRole(session, 'security.admin', 'bank.admin') ? (
          <NewCase
            process="grants"
            title={words.rights.give}
            asks={['person', 'newPerson', 'role', 'unit', 'validFrom', 'validUntil', 'reason']}
            begun={() => queries.invalidateQueries({ queryKey: ['grants'] })}
            known={{
              options: {
                person: (people.data ?? []).map(({ id, name, login }) => ({
                  value: id,
                  label: `${name}（${login}）`,
                })),
                role: posts,
                organization: optionsOfOrganizations(organizations),
                unit: optionsOfUnits(organizations),
              },
            }}
          />
        ) : null
      }
    >
      <Asked query={list}>
        {(grants) =>
          grants.length === 0 ? (
            <span className="quiet">{words.rights.noGrants}</span>
          ) : (
            <ul className="rows">
              {grants.map((grant) => (
                <One key={grant.id} grant={grant} session={session} />
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}

function One({ grant, session }: { grant: Grant; session: Session }) {
  const words = useWords();
  const nameOf = usePostNames();
  const { modal } = App.useApp();
  const { id, kind, state, person, newPerson, organization, role, reason, proposedBy, proposedAt } = grant;
  const name = person?.name ?? newPerson?.name ?? '';
  const params = { path: { id } };
  const execute = async () => {
    const { data } = await answered(api.POST('/api/v1/grants/{id}/execute', { params }));
    if (data.account === null) return;
    modal.info({
      title: words.rights.initial(data.account.login),
      content: <code>{data.account.initialPassword}</code>,
    });
  };
  return (
    <li>
      <strong>{kind === 'appoint' ? words.rights.appoints : words.rights.revokes}</strong>
      <span>
        {name} · {nameOf(role)} · {organization.name}
      </span>
      <span className="quiet">
        {reason} · {proposedBy.name} {monthDayTime(proposedAt)}
      </span>
      <Tag {...(state === 'proposed' ? { color: 'gold' } : {})}>{words.rights.states[state]}</Tag>
      {state !== 'proposed' ? null : (
        <Space>
          {proposedBy.id !== session.person && hasRole(session, 'system.admin', 'bank.admin') ? (
            <OneAct label={words.rights.execute} name={name} run={execute} changes="grants" isFirst />
          ) : null}
          {hasRole(session, 'audit.admin') ? null : (
            <OneAct
              label={words.rights.withdraw}
              name={name}
              run={() => answered(api.POST('/api/v1/grants/{id}/withdraw', { params }))}
              changes="grants"
            />
          )}
        </Space>
      )}
    </li>
  );
}
