import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';
import { NewPassword } from './new-password.js';
import { Passkeys } from './passkeys.js';
import { PersonalData } from './personal-data.js';
import { SecondFactor } from './second-factor.js';

export function AccountPage() {
  const words = useWords();
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.account.title}</h1>
      <div style={{ display: 'grid', gap: 12 }}>
        <Card size="small" title={<h2>{words.account.sessions}</h2>}>
          <OwnSessions />
        </Card>
        <Card size="small" title={<h2>{words.account.newPassword}</h2>}>
          <NewPassword asksPresent />
        </Card>
        <Card size="small" title={<h2>{words.account.factor}</h2>}>
          <SecondFactor />
        </Card>
        <Card size="small" title={<h2>{words.account.passkeys}</h2>}>
          <Passkeys />
        </Card>
        <Card size="small" title={<h2>{words.personal.title}</h2>}>
          <PersonalData />
        </Card>
      </div>
    </div>
  );
}

function OwnSessions() {
  const words = useWords();
  const queries = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: async () => (await answered(api.GET('/api/v1/sessions'))).data.items,
  });
  const end = async (id: string) => {
    await answered(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }));
    await queries.invalidateQueries({ queryKey: ['sessions'] });
  };
  return (
    <Asked query={sessions}>
      {(items) => (
        <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 12 }}>
          {items.map(({ id, address, browser, createdAt, seenAt, present }) => (
            <li key={id} style={{ display: 'flex', gap: 12, flexWrap: 'wrap', alignItems: 'center' }}>
              <span>
                {words.account.from} {address}
              </span>
              <span className="quiet">
                {words.account.since} {monthDayTime(createdAt)}，{words.account.seen} {monthDayTime(seenAt)}
              </span>
              <span className="quiet" style={{ flexBasis: '100%', overflowWrap: 'anywhere' }}>
                {browser}
              </span>
              {present ? (
                <Tag color="blue">{words.account.present}</Tag>
              ) : (
                <Button size="small" onClick={() => void end(id)}>
                  {words.account.end}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Asked>
  );
}
