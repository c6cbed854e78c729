import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Card, Empty, Segmented, Space, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { pageOf } from '../case/case-api.js';
import { stateName } from '../case/state-name.js';
import { useWords } from '../language/use-words.js';
import { hasRole, isBank, useSession, worksOnCases } from '../session/session.js';
import { monthDay, monthDayTime } from '../shell/day.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';
import { LightSign } from './light-sign.js';
import { LIGHTS, type Light, TABS, type Tab } from './search.js';

type Item = Schema<'WorklistItemDto'>;

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

/** J and K go down and up, Enter opens: the queue is worked without the mouse. */
function Rows({ rows }: { rows: readonly Item[] }) {
  const words = useWords();
  const navigate = useNavigate();
  const at = useRef(0);
  useEffect(() => {
    const focusRow = () => document.querySelectorAll<HTMLAnchorElement>('[data-row]')[at.current]?.focus();
    // The lines come a moment after the page: whoever types elsewhere by then, in 查找 say, is left there.
    if (document.activeElement === document.body) focusRow();
    const pressed = (event: KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, [role=combobox], [role=dialog]') !== null;
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') at.current = Math.min(at.current + 1, rows.length - 1);
      else if (event.key === 'k') at.current = Math.max(at.current - 1, 0);
      else return;
      focusRow();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [rows.length]);
  if (rows.length === 0) return <Empty description={words.worklist.empty} />;
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 8 }}>
      {rows.map((item) => (
        <li key={item.copy?.id ?? item.id}>
          <Card size="small" hoverable onClick={() => void navigate({ to: pageOf(item.process, item.id) })}>
            <Row item={item} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Row({ item }: { item: Item }) {
  const words = useWords();
  const { firm, bank, kind, amount, number } = item;
  const title = number ?? (item.process === 'filing' ? firm.name : words.worklist.process[item.process]);
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '6px 16px', alignItems: 'center' }}>
      <Link
        data-row
        to={pageOf(item.process, item.id)}
        style={{ fontWeight: 600 }}
        onClick={(event) => event.stopPropagation()}
      >
        {title}
      </Link>
      {item.unfiled ? <span className="unfiled">{words.worklist.unfiled}</span> : null}
      <Tag>{stateName(words, item.process, item)}</Tag>
      {item.lane === 'focus' ? <Tag color="purple">{words.worklist.lane.focus}</Tag> : null}
      <span>{firm.name}</span>
      {bank === null ? null : <span className="quiet">{bank.name}</span>}
      {kind === null ? null : (
        <span className="amount">
          {words.kinds[kind]} {amount === null ? '' : withSeparators(amount)}
        </span>
      )}
      <span style={{ flex: 1 }} />
      <Due item={item} />
    </div>
  );
}

function Due({ item }: { item: Item }) {
  const words = useWords();
  const { dueAt, workingDaysLeft, light, standsStill } = item;
  if (standsStill !== null) {
    return (
      <span className="quiet">{words.worklist.stands(monthDay(standsStill.since), standsStill.label)}</span>
    );
  }
  if (dueAt === null || workingDaysLeft === null || light === null) {
    return item.workingDaysWaited > 0 ? (
      <span className="quiet">{words.worklist.waited(item.workingDaysWaited)}</span>
    ) : null;
  }
  return (
    <span style={{ display: 'inline-flex', gap: 10 }}>
      <LightSign light={light} />
      <span>
        {light === 'overdue'
          ? words.worklist.past(Math.abs(workingDaysLeft))
          : words.worklist.left(workingDaysLeft, monthDayTime(dueAt))}
      </span>
    </span>
  );
}
