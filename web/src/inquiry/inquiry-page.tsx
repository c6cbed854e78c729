import { Link, useParams } from '@tanstack/react-router';
import { Card } from 'antd';
import type { Schema } from '../api/client.js';
import { useCase } from '../case/case-api.js';
import { CasePage } from '../case/case-page.js';
import { Facts } from '../case/facts.js';
import { stateName } from '../case/state-name.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';

type Inquiry = Schema<'Inquiry'>;

/** 未按要求报告核查事项: what was reported, what the bank said, what was found. */
export function InquiryPage() {
  const { id } = useParams({ from: '/shell/inquiries/$id' });
  const inquiry = useCase<Inquiry>({ path: 'inquiries', id });
  return (
    <div className="page">
      <Asked query={inquiry}>{({ data, version }) => <OneInquiry inquiry={data} version={version} />}</Asked>
    </div>
  );
}

function OneInquiry({ inquiry, version }: { inquiry: Inquiry; version: string }) {
  const words = useWords();
  const { id, number, kindLabel, bankNamed, filing, askedOn, advisedOn, notifiedOn, reported } = inquiry;
  return (
    <CasePage
      address={{ path: 'inquiries', id }}
      version={version}
      title={`${number} ${words.named.inquiries[inquiry.kind] ?? kindLabel}`}
      state={stateName(words, 'inquiry', inquiry)}
    >
      <Facts
        title={words.cases.facts}
        said={{
          [words.worklist.bank]: bankNamed.name,
          [words.worklist.process['filing'] ?? '']:
            filing === null ? null : (
              <Link to="/filings/$id" params={{ id: filing }}>
                {words.inbox.open}
              </Link>
            ),
          [words.cases.asked]: askedOn,
          [words.cases.advised]: advisedOn,
          [words.cases.notified]: notifiedOn,
        }}
      />
      {reported === undefined ? null : (
        <Card size="small" title={words.cases.reports}>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {reported.map((report) => (
              <li key={report.reportedAt}>
                <span className="quiet">{monthDayTime(report.reportedAt)}</span> {report.text}{' '}
                {Object.entries(report.detail).map(([name, figure]) =>
                  typeof figure === 'string' ? (
                    <span key={name} className="amount" style={{ marginInlineEnd: 12 }}>
                      {words.cases.details[name] ?? name}{' '}
                      {figure.includes('.') ? withSeparators(figure) : figure}
                    </span>
                  ) : null,
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </CasePage>
  );
}
