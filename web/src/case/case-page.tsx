import { Button, Card, Space, Tabs, Tag } from 'antd';
import type { ReactNode } from 'react';
import { CaseDiagram } from '../diagram/diagram-part.js';
import { Mark } from '../dossier/mark.js';
import { useWords } from '../language/use-words.js';
import { Acts } from './acts.js';
import type { CaseAddress } from './case-api.js';
import { Colleagues } from './colleagues.js';
import { useNextCase } from './next-case.js';
import { Timeline } from './timeline.js';
import { Why } from './why.js';
import './compared.css';

/**
 * Every case alike: facts left, what can be done right, how it came here and why below. On a phone the first of the facts come
 * first, then what can be done.
 */
export function CasePage({
  address,
  version,
  title,
  state,
  tags,
  above,
  aside,
  middle,
  acted,
  children,
}: {
  address: CaseAddress;
  version: string;
  title: ReactNode;
  state: string;
  tags?: ReactNode;
  above?: ReactNode;
  aside?: ReactNode;
  /** What whoever decides compares the case with; a column of its own where there is room. */
  middle?: ReactNode;
  /** Something was done from here; true when it led to a page of its own. */
  acted?(type: string): boolean;
  children: ReactNode;
}) {
  const words = useWords();
  const goOn = useNextCase(address.id);
  return (
    <>
      <header style={{ marginBottom: 16 }}>
        <h1 style={{ margin: 0, fontSize: 22 }}>{title}</h1>
        <Space wrap style={{ marginTop: 8 }}>
          <Tag color="blue">{state}</Tag>
          {tags}
          {address.path === 'filings' ? null : <PrintIt />}
          {address.part === undefined ? <Colleagues id={address.id} /> : null}
        </Space>
      </header>
      {address.path === 'filings' ? null : <Mark onPaper />}
      {above}
      <div className={middle === undefined ? 'beside' : 'beside compared'}>
        <div className="told">
          {children}
          <Card size="small">
            <Tabs
              items={[
                { key: 'timeline', label: words.filing.timeline, children: <Timeline address={address} /> },
                { key: 'why', label: words.filing.why, children: <Why address={address} /> },
                ...(address.part === undefined
                  ? [
                      {
                        key: 'diagram',
                        label: words.diagram.title,
                        children: <CaseDiagram address={address} />,
                      },
                    ]
                  : []),
              ]}
            />
          </Card>
        </div>
        {middle === undefined ? null : <div className="middle">{middle}</div>}
        <aside
          style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}
          className="no-print"
        >
          {aside}
          <Acts
            address={address}
            version={version}
            acted={(type) => {
              if (acted?.(type) !== true) void goOn();
            }}
          />
        </aside>
      </div>
    </>
  );
}

/** A report has a dossier of its own; whatever else is printed as it stands, without what can be done and with who took it. */
function PrintIt() {
  const words = useWords();
  return (
    <Button size="small" className="no-print" onClick={() => window.print()}>
      {words.dossier.print}
    </Button>
  );
}
