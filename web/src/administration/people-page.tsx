import { useQuery } from '@tanstack/react-query';
import { Card, Space, Table, Tag } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Along } from '../shell/along.js';
import { Asked } from '../shell/trouble.js';
import { usePostNames } from './post-names.js';

/** 人员与机构: the reader's own colleagues with their posts, and the organizations that it may know. */
export function PeoplePage() {
  const words = useWords();
  const nameOf = usePostNames();
  const people = useQuery({
    queryKey: ['people'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/people', { params: { query: { limit: 100 } } }))).data.items,
  });
  const organizations = useQuery({
    queryKey: ['organizations'],
    queryFn: async () => (await answered(api.GET('/api/v1/organizations'))).data.items,
  });
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.people}</h1>
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        <Card size="small" title={words.admin.people}>
          <Asked query={people}>
            {(items) => (
              <ul className="rows">
                {items.map(({ id, login, name, disabled, posts: held }) => (
                  <li key={id}>
                    <strong>{name}</strong>
                    <span className="quiet">{login}</span>
                    {disabled ? <Tag color="red">{words.admin.disabled}</Tag> : null}
                    {held.map(({ role, unit, validFrom, validUntil }) => (
                      <Tag key={`${role} ${validFrom} ${unit?.id ?? ''}`}>
                        {nameOf(role)}
                        {unit == null ? '' : ` · ${unit.name}`} · {validFrom}
                        {validUntil === null ? '' : ` – ${validUntil}`}
                      </Tag>
                    ))}
                  </li>
                ))}
              </ul>
            )}
          </Asked>
        </Card>
        <Card size="small" title={words.admin.organizations}>
          <Asked query={organizations}>
            {(items) => (
              <Along label={words.admin.organizations}>
                <Table
                  size="small"
                  rowKey="id"
                  style={{ minWidth: 560 }}
                  pagination={false}
                  dataSource={items}
                  columns={[
                    {
                      title: words.admin.unit,
                      dataIndex: 'name',
                      render: (name: string, { endedOn }) =>
                        endedOn === null ? name : `${name}（${words.organizations.ended(endedOn)}）`,
                    },
                    {
                      title: words.admin.kind,
                      dataIndex: 'kind',
                      render: (kind: string) => words.admin.kinds[kind] ?? kind,
                    },
                    { title: words.admin.code, dataIndex: 'key' },
                    {
                      title: words.organizations.units,
                      dataIndex: 'units',
                      render: (units: { id: string; name: string }[]) =>
                        units.map(({ id, name }) => <div key={id}>{name}</div>),
                    },
                  ]}
                />
              </Along>
            )}
          </Asked>
        </Card>
      </Space>
    </div>
  );
}
