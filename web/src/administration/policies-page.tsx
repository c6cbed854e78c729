import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Card, Collapse, Space, Table, Tag } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import type { Words } from '../language/zh.js';
import { hasRole, useSession } from '../session/session.js';
import { Along } from '../shell/along.js';
import { Asked } from '../shell/trouble.js';

type Policies = Schema<'PoliciesDto'>;
type Policy = Policies['items'][number];

/** 政策参数: every version with its date and clause, each number with its ground, and what it was before. */
export function PoliciesPage() {
  const words = useWords();
  const queries = useQueryClient();
  const session = useSession().data;
  const policies = useQuery({
    queryKey: ['policies'],
    queryFn: async () => (await answered(api.GET('/api/v1/policies'))).data,
  });
  const newest = [...(policies.data?.items ?? [])].sort((a, b) => b.number - a.number)[0];
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.policies}</h1>
      {session != null && hasRole(session, 'system.admin') && newest !== undefined ? (
        <p>
          <NewCase
            process="policies"
            title={words.admin.newPolicy}
            known={{}}
            initial={{ values: newest.values }}
            begun={() => queries.invalidateQueries({ queryKey: ['policies'] })}
            foreseen={(said) =>
              policies.data === undefined ? null : <Foreseen policies={policies.data} said={said} />
            }
          />
        </p>
      ) : null}
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        <Bases />
        <Asked query={policies}>{(told) => <Versions policies={told} />}</Asked>
      </Space>
    </div>
  );
}

/** What a version that is about to be entered changes: old and new, from when, and how many open cases that touches. */
function Foreseen({
  policies: { items, grounds, openCases },
  said,
}: {
  policies: Policies;
  said: Readonly<Record<string, unknown>>;
}) {
  const words = useWords();
  const day = String(said['validFrom']);
  const before = [...items].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const former = before.find(({ validFrom }) => validFrom <= day) ?? before.at(-1);
  const old = valuesOf(former);
  const entered = said['values'] as Policy['values'];
  const changed = Object.entries(valuesOf({ values: entered })).filter(
    ([key, value]) => old[key] !== value && !(Number(old[key]) === Number(value)),
  );
  return (
    <div style={{ display: 'grid', gap: 8, marginBottom: 16 }}>
      <strong>{words.admin.changesFrom(day, former?.number ?? 0)}</strong>
      {changed.length === 0 ? (
        <span>{words.admin.noChange}</span>
      ) : (
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {changed.map(([key, value]) => (
            <li key={key}>
              {grounds[key]?.label ?? key}：<strong>{words.admin.into(old[key] ?? '—', value)}</strong>{' '}
              {words.admin.units[grounds[key]?.unit ?? ''] ?? ''}
            </li>
          ))}
        </ul>
      )}
      {openCases === null ? null : <span className="quiet">{words.admin.touches(openCases)}</span>}
    </div>
  );
}

function Versions({ policies: { items, inForce, grounds } }: { policies: Policies }) {
  const words = useWords();
  const newestFirst = [...items].sort((a, b) => b.number - a.number);
  return (
    <Collapse
      defaultActiveKey={inForce ?? newestFirst[0]?.id ?? ''}
      items={newestFirst.map((policy) => ({
        key: policy.id,
        label: (
          <>
            {words.diagram.version(policy.number)} · {words.admin.validFrom} {policy.validFrom}{' '}
            <Tag {...(policy.id === inForce ? { color: 'blue' } : {})}>
              {standing(policy, items, inForce, words)}
            </Tag>
          </>
        ),
        children: (
          <Numbers
            policy={policy}
            former={items.find(({ number }) => number === policy.number - 1)}
            grounds={grounds}
          />
        ),
      }))}
    />
  );
}

function standing(policy: Policy, items: readonly Policy[], inForce: string | null, words: Words): string {
  if (policy.id === inForce) return words.admin.inForce;
  const present = items.find(({ id }) => id === inForce);
  const isLater = present === undefined || policy.validFrom > present.validFrom;
  return isLater ? words.admin.later : words.admin.former;
}

function Numbers({
  policy,
  former,
  grounds,
}: {
  policy: Policy;
  former: Policy | undefined;
  grounds: Policies['grounds'];
}) {
  const words = useWords();
  const before = valuesOf(former);
  const rows = Object.entries(valuesOf(policy)).map(([key, value]) => ({
    key,
    label: grounds[key]?.label ?? key,
    value: `${value} ${words.admin.units[grounds[key]?.unit ?? ''] ?? ''}`.trim(),
    clause: grounds[key]?.clause ?? '',
    was: before[key] === undefined || before[key] === value ? null : before[key],
  }));
  return (
    <>
      <p className="quiet">{policy.clause}</p>
      <Along label={words.admin.parameter}>
        <Table
          size="small"
          pagination={false}
          style={{ minWidth: 560 }}
          dataSource={rows}
          columns={[
            { title: words.admin.parameter, dataIndex: 'label' },
            {
              title: words.admin.value,
              key: 'value',
              render: (_, { value, was }) => (
                <>
                  <strong>{value}</strong>{' '}
                  {was === null ? null : <Tag color="gold">{words.admin.changed(was)}</Tag>}
                </>
              ),
            },
            { title: words.admin.clause, dataIndex: 'clause' },
          ]}
        />
      </Along>
    </>
  );
}

/** Numbers, amounts and months alike, as text. */
function valuesOf(policy: Pick<Policy, 'values'> | undefined): Record<string, string> {
  const entries = Object.entries(policy?.values ?? {});
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
}

function Bases() {
  const words = useWords();
  const bases = useQuery({
    queryKey: ['policy-bases'],
    queryFn: async () => (await answered(api.GET('/api/v1/policy-bases'))).data,
  });
  return (
    <Card size="small" title={words.admin.basis}>
      <Asked query={bases}>
        {({ items, inForce }) => (
          <>
            {inForce === null ? <Alert type="warning" showIcon title={words.admin.noBasis} /> : null}
            <ul className="rows">
              {items.map(({ id, title, documentNumber, label, validFrom, validUntil, clause }) => (
                <li key={id}>
                  <strong>{title}</strong>
                  {label === null ? null : <Tag color="gold">{label}</Tag>}
                  {id === inForce?.id ? <Tag color="blue">{words.admin.inForce}</Tag> : null}
                  <span className="quiet">
                    {documentNumber} {clause} · {words.admin.validFrom} {validFrom}
                    {validUntil === null ? '' : ` · ${words.admin.validUntil} ${validUntil}`}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </Card>
  );
}
