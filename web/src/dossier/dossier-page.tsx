import { Link, useParams } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { Schema } from '../api/client.js';
import { AttachmentList } from '../attachment/attachment-list.js';
import { useCase, useExplanation, useHistory } from '../case/case-api.js';
import { Content } from '../filing/filing-page.js';
import { Opinions } from '../filing/opinions.js';
import { useWords } from '../language/use-words.js';
import { useSession } from '../session/session.js';
import { monthDayTime, shanghaiNow } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';
import { Mark } from './mark.js';
import './dossier.css';

type Filing = Schema<'Filing'>;

/** 案卷: all of a report that its reader may see, on A4, in one act. */
export function DossierPage() {
  const { id } = useParams({ from: '/shell/filings/$id/dossier' });
  const filing = useCase<Filing>({ path: 'filings', id });
  return (
    <div className="page dossier">
      <Asked query={filing}>{({ data }) => <Dossier filing={data} />}</Asked>
    </div>
  );
}

function Dossier({ filing }: { filing: Filing }) {
  const words = useWords();
  const address = { path: 'filings', id: filing.id } as const;
  const explanation = useExplanation(address);
  const history = useHistory(address);
  const session = useSession().data;
  // What is still on its way would be missing on paper.
  const complete = explanation.data !== undefined && history.data !== undefined;
  return (
    <>
      <Space wrap className="no-print" style={{ marginBottom: 16 }}>
        <Button type="primary" disabled={!complete} onClick={() => window.print()}>
          {words.dossier.print}
        </Button>
        <Link to="/filings/$id" params={{ id: filing.id }}>
          {words.dossier.back}
        </Link>
      </Space>
      <h1>
        {words.dossier.title}　{filing.number ?? filing.firm?.name}
      </h1>
      <p>{filing.stateLabel}</p>
      <Content filing={filing} />
      <Part title={words.dossier.why}>
        <Asked query={explanation}>
          {({ summary, clocks }) => (
            <>
              <p>{summary}</p>
              <ul>
                {clocks.map(({ name, label, dueOn }) => (
                  <li key={name}>
                    {label} {dueOn}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Asked>
      </Part>
      {filing.opinions === undefined ? null : <Opinions opinions={filing.opinions} />}
      <Part title={words.dossier.attachments}>
        <AttachmentList filing={filing.id} />
      </Part>
      <Part title={words.dossier.history}>
        <Asked query={history}>
          {({ items }) => (
            <ol>
              {items.map(({ seq, at, text, values }) => (
                <li key={seq}>
                  {at.slice(0, 16).replace('T', ' ')} {text}
                  {(values ?? []).map(({ name, label, text: said }) => (
                    <div key={name} className="said">
                      {label}：{said}
                    </div>
                  ))}
                </li>
              ))}
            </ol>
          )}
        </Asked>
      </Part>
      <Mark />
      <footer className="quiet">
        {words.dossier.made(monthDayTime(shanghaiNow()), session?.name ?? '')}
      </footer>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
