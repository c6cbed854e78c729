import { Link, useNavigate } from '@tanstack/react-router';
import { Card, Empty, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import type { Schema } from '../api/client.js';
import { pageOf } from '../case/case-api.js';
import { FROM_WORKLIST } from '../case/next-case.js';
import { stateName } from '../case/state-name.js';
import { useWords } from '../language/use-words.js';
import { monthDay, monthDayTime } from '../shell/day.js';
import { withSeparators } from '../shell/money.js';
import { LightSign } from './light-sign.js';
import './rows.css';

type Item = Schema<'WorklistItemDto'>;

/** J and K go down and up, Enter opens: the queue is worked without the mouse. */
export function Rows({ rows, keys = true }: { rows: readonly Item[]; keys?: boolean }) {
  const words = useWords();
  const navigate = useNavigate();
  const at = useRef(0);
  useEffect(() => {
    if (!keys) return;
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
  }, [rows.length, keys]);
  if (rows.length === 0) return <Empty description={words.worklist.empty} />;
  return (
    <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 8 }}>
      {rows.map((item) => (
        <li key={item.copy?.id ?? item.id}>
          <Card
            size="small"
            hoverable
            onClick={() => void navigate({ to: pageOf(item.process, item.id), state: FROM_WORKLIST })}
          >
            <Row item={item} marked={keys} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function Row({ item, marked }: { item: Item; marked: boolean }) {
  const words = useWords();
  const { firm, bank, kind, amount, number } = item;
  const title = number ?? (item.process === 'filing' ? firm.name : words.worklist.process[item.process]);
  return (
    <div className="work">
      <div>
        <Link
          data-row={marked ? '' : undefined}
          to={pageOf(item.process, item.id)}
          state={FROM_WORKLIST}
          style={{ fontWeight: 600 }}
          onClick={(event) => event.stopPropagation()}
        >
          {title}
        </Link>
        {item.unfiled ? <span className="unfiled">{words.worklist.unfiled}</span> : null}
      </div>
      <div>
        <Tag className="state">{stateName(words, item.process, item)}</Tag>
        {item.lane === 'focus' ? <Tag color="purple">{words.worklist.lane.focus}</Tag> : null}
      </div>
      <div>
        <span>{firm.name}</span>
        {bank === null ? null : <span className="quiet">{bank.name}</span>}
      </div>
      <div>
        {kind === null ? null : (
          <span className="amount">
            {words.kinds[kind]} {amount === null ? '' : withSeparators(amount)}
          </span>
        )}
      </div>
      <div className="due">
        <Due item={item} />
      </div>
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
