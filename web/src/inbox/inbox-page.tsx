import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card, Empty, Tag } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';

export function InboxPage() {
  const words = useWords();
  const queries = useQueryClient();
  const inbox = useQuery({
    queryKey: ['inbox', 'all'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/inbox', { params: { query: { limit: 50 } } }))).data.items,
  });
  const read = async (id: string) => {
    await answered(api.POST('/api/v1/inbox/{id}/read', { params: { path: { id } } }));
    await queries.invalidateQueries({ queryKey: ['inbox'] });
  };
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.inbox.title}</h1>
      <Asked query={inbox}>
        {(items) =>
          items.length === 0 ? (
            <Empty description={words.inbox.empty} />
          ) : (
            <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 8 }}>
              {items.map(({ id, title, text, at, copy, link, readAt, case: about }) => (
                <li key={id}>
                  <Card size="small">
                    <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', alignItems: 'center' }}>
                      <strong>{title}</strong>
                      {copy ? <Tag>{words.inbox.copy}</Tag> : null}
                      {readAt === null ? <Tag color="blue">{words.inbox.unread}</Tag> : null}
                      <span className="quiet">{monthDayTime(at)}</span>
                      <span style={{ flex: 1 }} />
                      {about === null ? null : (
                        <Link to={link} onClick={() => void read(id)}>
                          {words.inbox.open}
                        </Link>
                      )}
                      {readAt === null ? (
                        <Button size="small" onClick={() => void read(id)}>
                          {words.inbox.read}
                        </Button>
                      ) : null}
                    </div>
                    <div className="said">{text}</div>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}
