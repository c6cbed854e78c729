import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Space, Tag } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { optionsOfOrganizations, optionsOfUnits, useOrganizations } from '../directory/organizations.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import { hasRole, type Session } from '../session/session.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';
import { OneAct } from './one-act.js';

type Change = Schema<'OrganizationChange'>;

/** What each change of an organization asks. */
const ASKS: Readonly<Record<Change['change'], readonly string[]>> = {
  add: ['kind', 'key', 'series', 'name', 'englishName', 'on', 'reason'],
  rename: ['organization', 'name', 'englishName', 'on', 'reason'],
  end: ['organization', 'on', 'reason'],
  addUnit: ['organization', 'key', 'name', 'reason'],
  renameUnit: ['organization', 'unit', 'name', 'reason'],
  endUnit: ['organization', 'unit', 'on', 'reason'],
};

/** 机构变更: who takes part in the city's cases, under which name; one proposes, another carries it out. */
export function OrganizationsPart({ session }: { session: Session }) {
  const words = useWords();
  const queries = useQueryClient();
  const organizations = useOrganizations().filter(({ endedOn }) => endedOn === null);
  const list = useQuery({
    queryKey: ['organization-changes'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/organization-changes', { params: { query: { limit: 50 } } }))).data
        .items,
  });
  const { fields, changes } = words.organizations;
  return (
    <Card size="small" title={words.organizations.title}>
      {hasRole(session, 'security.admin') ? (
        <Space wrap style={{ marginBottom: 12 }}>
          {(Object.keys(ASKS) as Change['change'][]).map((change) => (
            <NewCase
              key={change}
              process="organizations"
              path="/api/v1/organization-changes"
              title={changes[change]}
              label={changes[change]}
              asks={ASKS[change]}
              settled={{ change }}
              begun={() => queries.invalidateQueries({ queryKey: ['organization-changes'] })}
              known={{
                names: fields,
                options: {
                  kind: ['bank', 'helper'].map((value) => ({
                    value,
                    label: words.admin.kinds[value] ?? value,
                  })),
                  organization: optionsOfOrganizations(organizations, ...(CHOSEN[change] ?? [])),
                  unit: optionsOfUnits(organizations),
                },
              }}
            />
          ))}
        </Space>
      ) : null}
      <Asked query={list}>
        {(items) =>
          items.length === 0 ? (
            <span className="quiet">{words.organizations.none}</span>
          ) : (
            <ul className="rows">
              {items.map((change) => (
                <One key={change.id} change={change} session={session} />
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
}

/** Offices neither come nor go, and banks alone have branches. */
const CHOSEN: Partial<Record<Change['change'], readonly string[]>> = {
  end: ['bank', 'helper'],
  addUnit: ['bank'],
  renameUnit: ['bank'],
  endUnit: ['bank'],
};

function One({ change: told, session }: { change: Change; session: Session }) {
  const words = useWords();
  const queries = useQueryClient();
  const { id, change, state, organization, unit, name, on, reason, proposedBy, proposedAt } = told;
  const params = { path: { id } };
  const what = [organization?.name, unit?.name, change.startsWith('end') ? null : name]
    .filter((part) => part != null)
    .join(' · ');
  const execute = async () => {
    await answered(api.POST('/api/v1/organization-changes/{id}/execute', { params }));
    await queries.invalidateQueries({ queryKey: ['organizations'] });
  };
  return (
    <li>
      <strong>{words.organizations.changes[change]}</strong>
      <span>
        {what}
        {on === null ? '' : ` · ${on}`}
      </span>
      <span className="quiet">
        {reason} · {proposedBy.name} {monthDayTime(proposedAt)}
      </span>
      <Tag {...(state === 'proposed' ? { color: 'gold' } : {})}>{words.rights.states[state]}</Tag>
      {state !== 'proposed' ? null : (
        <Space>
          {proposedBy.id !== session.person && hasRole(session, 'system.admin') ? (
            <OneAct
              label={words.rights.execute}
              name={what}
              run={execute}
              changes="organization-changes"
              isFirst
              isFinal
            />
          ) : null}
          {hasRole(session, 'audit.admin') ? null : (
            <OneAct
              label={words.rights.withdraw}
              name={what}
              run={() => answered(api.POST('/api/v1/organization-changes/{id}/withdraw', { params }))}
              changes="organization-changes"
            />
          )}
        </Space>
      )}
    </li>
  );
}
