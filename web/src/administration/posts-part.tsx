import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Space, Tag } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import { hasRole, type Session } from '../session/session.js';
import { Asked } from '../shell/trouble.js';
import { OneAct } from './one-act.js';
import { usePostNames } from './post-names.js';

/** Who holds which post until when, and when somebody last said that it is still needed. */
export function PostsPart({ session }: { session: Session }) {
  const words = useWords();
  const list = useInfiniteQuery({
    queryKey: ['posts'],
    initialPageParam: '',
    queryFn: async ({ pageParam }) => {
      const query = { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) };
      return (await answered(api.GET('/api/v1/posts', { params: { query } }))).data;
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <Card size="small" title={words.rights.posts}>
      <Asked query={list}>
        {({ pages }) => (
          <ul className="rows">
            {pages
              .flatMap(({ items }) => items)
              .map((post) => (
                <One key={post.id} post={post} isKeeper={hasRole(session, 'security.admin', 'bank.admin')} />
              ))}
          </ul>
        )}
      </Asked>
      {list.hasNextPage ? (
        <Button
          block
          style={{ marginTop: 8 }}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.worklist.more}
        </Button>
      ) : null}
    </Card>
  );
}

function One({ post, isKeeper }: { post: Schema<'HeldPost'>; isKeeper: boolean }) {
  const words = useWords();
  const queries = useQueryClient();
  const nameOf = usePostNames();
  const { id, person, role, organization, unit, validFrom, validUntil, reviewedAt, soleAdministrator } = post;
  return (
    <li>
      <strong>{person.name}</strong>
      <span>
        {nameOf(role)} · {organization.name}
        {unit === null ? '' : ` · ${unit.name}`}
      </span>
      <span className="quiet">
        {validFrom} – {validUntil ?? words.rights.open} · {words.rights.reviewed(reviewedAt.slice(0, 10))}
      </span>
      {person.disabled ? <Tag color="red">{words.admin.disabled}</Tag> : null}
      {soleAdministrator ? <Tag color="gold">{words.rights.sole}</Tag> : null}
      {isKeeper ? (
        <Space>
          <OneAct
            label={words.rights.review}
            name={person.name}
            run={() => answered(api.POST('/api/v1/posts/{id}/review', { params: { path: { id } } }))}
            changes="posts"
          />
          <NewCase
            process="grants"
            title={words.rights.revoke}
            label={`${words.rights.revoke} ${person.name}`}
            settled={{ revoke: id }}
            asks={['validUntil', 'reason']}
            known={{}}
            begun={() => queries.invalidateQueries({ queryKey: ['grants'] })}
          />
        </Space>
      ) : null}
    </li>
  );
}
