import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Empty, Segmented, Space } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { hasRole, isBank, useSession, worksOnCases } from '../session/session.js';
import { Asked } from '../shell/trouble.js';
import { LightSign } from './light-sign.js';
import { Rows } from './rows.js';
import { LIGHTS, type Light, TABS, type Tab } from './search.js';

const PAGE = 20;

/** 工作台: what waits for one's posts, least working time left first. */
export function WorklistPage() {
  const words = useWords();
  const session = useSession().data;
  if (session == null) return null;
  if (worksOnCases(session)) return <Worklist />;
  return (
    <div className="page">
      <Empty description={words.worklist.notYours} />
    </div>
  );
}

function Worklist() {
  const words = useWords();
  const navigate = useNavigate();
  const { tab = 'todo', light } = useSearch({ from: '/shell/worklist' });
  const session = useSession().data;
  const list = useInfiniteQuery({
    queryKey: ['worklist', tab, light],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = {
        tab,
        limit: PAGE,
        ...(light === undefined ? {} : { light }),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      return (await answered(api.GET('/api/v1/worklist', { params: { query } }))).data;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const turnTo = (next: { tab?: Tab; light?: Light }) => void navigate({ to: '/worklist', search: next });
  const tabs = TABS.filter(
    (each) => (session != null && isBank(session)) || (each !== 'draft' && each !== 'mine'),
  );
  const pages = list.data?.pages;
  const items = pages?.flatMap((page) => page.items);
  return (
    <div className="page">
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        <Segmented<Tab>
          className="along"
          value={tab}
          onChange={(next) => turnTo({ tab: next })}
          options={tabs.map((value) => ({ value, label: words.tabs[value] }))}
        />
        {pages?.[0] === undefined ? null : (
          <fieldset className="lights" style={{ border: 0, margin: 0, padding: 0 }}>
            {LIGHTS.map((each) => (
              <Button
                key={each}
                aria-pressed={light === each}
                type={light === each ? 'primary' : 'default'}
                ghost={light === each}
                onClick={() => turnTo({ tab, ...(light === each ? {} : { light: each }) })}
              >
                <LightSign light={each} />
                <strong>
                  {pages[0]?.counts[each].value}
                  {pages[0]?.counts[each].exact === true ? '' : '+'}
                </strong>
              </Button>
            ))}
          </fieldset>
        )}
        {tab === 'draft' && session != null && hasRole(session, 'bank.maker') ? (
          <Link to="/filings/import" search={{}}>
            {words.imports.title}
          </Link>
        ) : null}
        <Asked query={{ ...list, data: items }}>{(rows) => <Rows rows={rows} />}</Asked>
        {list.hasNextPage ? (
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} block>
            {words.worklist.more}
          </Button>
        ) : null}
      </Space>
    </div>
  );
}
