import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card, Empty, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';

const PAGE = 30;

/** 消息: what one's posts have been told, the newest first. */
export function InboxPage() {
  const words = useWords();
  const queries = useQueryClient();
  const [only, setOnly] = useState<'all' | 'unread'>('all');
  const inbox = useInfiniteQuery({
    queryKey: ['inbox', only],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: cursor }) => {
      const query = {
        limit: PAGE,
        ...(only === 'unread' ? { unread: 'true' as const } : {}),
        ...(cursor === undefined ? {} : { cursor }),
      };
      return (await answered(api.GET('/api/v1/inbox', { params: { query } }))).data;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const items = inbox.data?.pages.flatMap((page) => page.items);
  const renew = () => queries.invalidateQueries({ queryKey: ['inbox'] });
  const read = async (id: string) => {
    await answered(api.POST('/api/v1/inbox/{id}/read', { params: { path: { id } } }));
    await renew();
  };
  const readAll = async (newest: string) => {
    await answered(api.POST('/api/v1/inbox/read', { body: { newest } }));
    await renew();
  };
  const newest = items?.[0];
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.inbox.title}</h1>
      <div className="filters">
        <Segmented<'all' | 'unread'>
          value={only}
          onChange={setOnly}
          options={(['all', 'unread'] as const).map((value) => ({ value, label: words.inbox.only[value] }))}
        />
        {newest === undefined ? null : (
          <Button onClick={() => void readAll(newest.id)}>{words.inbox.readAll}</Button>
        )}
      </div>
      <Asked query={{ ...inbox, data: items }}>
        {(notices) =>
          notices.length === 0 ? (
            <Empty description={words.inbox.empty} />
          ) : (
            <ul className="plain">
              {notices.map((notice) => (
                <li key={notice.id}>
                  <Notice notice={notice} read={() => void read(notice.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {inbox.hasNextPage ? (
        <Button
          block
          style={{ marginTop: 8 }}
          loading={inbox.isFetchingNextPage}
          onClick={() => void inbox.fetchNextPage()}
        >
          {words.worklist.more}
        </Button>
      ) : null}
    </div>
  );
}

function Notice({ notice, read }: { notice: Schema<'InboxItemDto'>; read(): void }) {
  const words = useWords();
  const { title, text, at, copy, link, readAt, case: about } = notice;
  return (
    <Card size="small">
      <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', alignItems: 'center' }}>
        <strong>{title}</strong>
        {copy ? <Tag>{words.inbox.copy}</Tag> : null}
        {readAt === null ? <Tag color="blue">{words.inbox.unread}</Tag> : null}
        <span className="quiet">{monthDayTime(at)}</span>
        <span style={{ flex: 1 }} />
        {about === null ? null : (
          <Link to={link} onClick={read}>
            {words.inbox.open}
          </Link>
        )}
        {readAt === null ? (
          <Button size="small" onClick={read}>
            {words.inbox.read}
          </Button>
        ) : null}
      </div>
      <div className="said">{text}</div>
    </Card>
  );
}
