import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Segmented, Space, Tag } from 'antd';
import { useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { pageOf } from '../case/case-api.js';
import { stateName } from '../case/state-name.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';
import { LightSign } from '../worklist/light-sign.js';
import { Bars, type Share } from './bars.js';
import { CountyTiles } from './county-tiles.js';
import { Trend } from './trend.js';
import './cockpit.css';

type Overview = Schema<'Overview'>;

const SPANS = [3, 12, 24];

/** 概览: what burns first, then what was received, by everything a leader asks for. */
export function CockpitPage() {
  const words = useWords();
  const [months, setMonths] = useState(12);
  const overview = useQuery({
    queryKey: ['worklist', 'overview', months],
    placeholderData: (before) => before,
    queryFn: async () =>
      (await answered(api.GET('/api/v1/reports/overview', { params: { query: { months } } }))).data,
  });
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.cockpit}</h1>
      <Asked query={overview}>
        {(told) => (
          <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
            {told.lights === null ? null : <Burning told={told} lights={told.lights} />}
            <Segmented<number>
              className="along"
              value={months}
              onChange={setMonths}
              options={SPANS.map((value) => ({ value, label: words.cockpit.months(value) }))}
            />
            <p style={{ margin: 0 }}>
              <strong style={{ fontSize: 20 }}>
                {words.cockpit.received} {words.cockpit.reports(told.count)}
              </strong>{' '}
              <span className="amount">{withSeparators(told.amount)} 元</span>{' '}
              <span className="quiet">{words.cockpit.since(told.since)}</span>{' '}
              <a href="/api/v1/filings/export" download>
                {words.cockpit.sheet}
              </a>
            </p>
            <div className="charts">
              <Card size="small" title={words.cockpit.byMonth} className="broad">
                <Trend shares={told.byMonth} />
              </Card>
              <Card size="small" title={words.cockpit.byCounty} className="broad">
                <CountyTiles shares={told.byCounty} />
              </Card>
              <Bars title={words.cockpit.byBank} shares={told.byBank} />
              <Bars title={words.cockpit.byTrade} shares={told.byTrade} />
              <Bars title={words.cockpit.byKind} shares={named(told.byKind, words.kinds)} />
              <Bars title={words.cockpit.byState} shares={named(told.byState, words.states['filing'])} />
              <Bars title={words.cockpit.byOutcome} shares={named(told.byOutcome, words.outcomes)} />
            </div>
          </Space>
        )}
      </Asked>
    </div>
  );
}

/** By the words of this language, where it has its own. */
function named(shares: readonly Share[], names: Readonly<Record<string, string>> = {}): Share[] {
  return shares.map((share) => ({ ...share, label: names[share.key] ?? share.label }));
}

function Burning({ told: { overdue }, lights }: { told: Overview; lights: NonNullable<Overview['lights']> }) {
  const words = useWords();
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card size="small" title={words.cockpit.lights}>
        <div className="lights" style={{ gap: 24 }}>
          {(['overdue', 'atRisk', 'onTime'] as const).map((light) => (
            <span key={light} style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
              <LightSign light={light} />
              <strong style={{ fontSize: 20 }}>{lights[light]}</strong>
            </span>
          ))}
          <span>
            {words.cockpit.escalated} <strong style={{ fontSize: 20 }}>{lights.escalated}</strong>
          </span>
        </div>
      </Card>
      <Card size="small" title={words.cockpit.overdue}>
        {overdue.length === 0 ? (
          <span className="quiet">{words.cockpit.noOverdue}</span>
        ) : (
          <ol className="rows">
            {overdue.map(({ id, process, number, firmName, state, stateLabel, dueAt }) => (
              <li key={id}>
                <Tag>{words.worklist.process[process]}</Tag>
                <Link to={pageOf(process, id)}>{number ?? firmName}</Link>
                {number === null ? null : <span>{firmName}</span>}
                <span className="quiet">{stateName(words, process, { state, stateLabel })}</span>
                <span>
                  {words.cockpit.due} {monthDayTime(dueAt)}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Card>
    </div>
  );
}
