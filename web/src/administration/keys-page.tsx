import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Empty, Space, Tag } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { optionsOfUnits, useOrganizations } from '../directory/organizations.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';
import { OneAct } from './one-act.js';
import { useSecretOnce } from './secret-once.js';

/** So long the former secret of a key that is replaced goes on, until the bank's system has the new one. */
const OVERLAP_HOURS = 24;

/** 接口密钥 of one's own bank: what its systems may do, from where, until when. */
export function KeysPage() {
  const words = useWords();
  const queries = useQueryClient();
  const tell = useSecretOnce();
  const units = optionsOfUnits(useOrganizations());
  const list = useQuery({
    queryKey: ['keys'],
    queryFn: async () => (await answered(api.GET('/api/v1/api-keys'))).data.items,
  });
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.keys.title}</h1>
      <p className="quiet">{words.keys.intro}</p>
      <Card
        size="small"
        title={words.keys.list}
        extra={
          <NewCase
            process="keys"
            path="/api/v1/api-keys"
            title={words.keys.make}
            known={{ options: { unit: units } }}
            begun={async (data) => {
              tell((data as Schema<'ApiKeyTold'>).secret);
              await queries.invalidateQueries({ queryKey: ['keys'] });
            }}
          />
        }
      >
        <Asked query={list}>
          {(keys) =>
            keys.length === 0 ? (
              <Empty description={words.keys.none} />
            ) : (
              <ul className="rows">
                {keys.map((key) => (
                  <One key={key.id} apiKey={key} tell={tell} />
                ))}
              </ul>
            )
          }
        </Asked>
      </Card>
    </div>
  );
}

function One({ apiKey, tell }: { apiKey: Schema<'ApiKey'>; tell(secret: string): void }) {
  const words = useWords();
  const { id, name, duty, unit, addresses, validUntil, usedAt, usedFrom, formerUntil, revokedAt } = apiKey;
  const rotate = async () => {
    const { data } = await answered(
      api.POST('/api/v1/api-keys/{id}/rotate', {
        params: { path: { id } },
        body: { overlapHours: OVERLAP_HOURS },
      }),
    );
    tell(data.secret);
  };
  return (
    <li>
      <strong>{name}</strong>
      <Tag>{words.keys.duties[duty] ?? duty}</Tag>
      {unit === null ? null : <span>{unit.name}</span>}
      <span>{addresses.join('、')}</span>
      <span className="quiet">
        {words.keys.until(validUntil)}
        {usedAt === null ? '' : ` · ${words.keys.used(monthDayTime(usedAt), usedFrom ?? '')}`}
        {formerUntil === null ? '' : ` · ${words.keys.former(monthDayTime(formerUntil))}`}
      </span>
      {revokedAt !== null ? (
        <Tag color="red">{words.keys.revoked}</Tag>
      ) : (
        <Space>
          <OneAct label={words.keys.rotate(OVERLAP_HOURS)} name={name} run={rotate} changes="keys" />
          <OneAct
            label={words.keys.revoke}
            name={name}
            run={() => answered(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }))}
            changes="keys"
            isFinal
          />
        </Space>
      )}
    </li>
  );
}
