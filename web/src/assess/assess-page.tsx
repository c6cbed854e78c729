import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card, DatePicker, Form, Radio, Segmented } from 'antd';
import type { Dayjs } from 'dayjs';
import { useDeferredValue, useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { MoneyInput } from '../form/money-input.js';
import { useWords } from '../language/use-words.js';
import { monthDay } from '../shell/day.js';
import { withSeparators, YUAN } from '../shell/money.js';
import { Trouble } from '../shell/trouble.js';

type Kind = 'withdraw' | 'squeeze' | 'suspend';

/** 要不要报: the answer while typing, with the pieces of the sum. Also for whoever is not signed in, without stored data. */
export function AssessPage() {
  const words = useWords();
  const [kind, setKind] = useState<Kind>('squeeze');
  const [relationContinues, setRelation] = useState<boolean>();
  const [amount, setAmount] = useState<string>();
  const [planned, setPlanned] = useState<Dayjs | null>(null);
  const asked = useDeferredValue({
    kind,
    amount,
    ...(kind === 'withdraw' && relationContinues !== undefined ? { relationContinues } : {}),
    ...(planned === null ? {} : { plannedDate: planned.format('YYYY-MM-DD') }),
  });
  const answer = useQuery({
    queryKey: ['assess', asked],
    enabled: asked.amount !== undefined,
    placeholderData: (before) => before,
    queryFn: async () => (await answered(api.POST('/api/v1/filings/assess', { body: asked as never }))).data,
  });
  return (
    <main className="page" style={{ maxWidth: 720 }}>
      <p>
        <Link to="/worklist" search={{}}>
          {words.product}
        </Link>
      </p>
      <h1>{words.assess.title}</h1>
      <p className="quiet">{words.assess.intro}</p>
      <Card>
        <Form layout="vertical">
          <Form.Item label={words.assess.kind}>
            <Segmented<Kind>
              value={kind}
              onChange={setKind}
              options={(['withdraw', 'squeeze', 'suspend'] as const).map((value) => ({
                value,
                label: words.kinds[value],
              }))}
            />
          </Form.Item>
          {kind === 'withdraw' ? (
            <Form.Item label={words.assess.relation}>
              <Radio.Group
                value={relationContinues}
                onChange={(event) => setRelation(event.target.value as boolean)}
                options={[
                  { value: true, label: words.act.yes },
                  { value: false, label: words.act.no },
                ]}
              />
            </Form.Item>
          ) : null}
          <Form.Item label={words.assess.amount} htmlFor="assess-amount">
            <MoneyInput
              id="assess-amount"
              onChange={(typed) => setAmount(YUAN.test(typed ?? '') ? typed : undefined)}
            />
          </Form.Item>
          <Form.Item label={words.assess.date} htmlFor="assess-date">
            <DatePicker id="assess-date" value={planned} onChange={setPlanned} style={{ width: '100%' }} />
          </Form.Item>
        </Form>
        <div aria-live="polite">
          {answer.error === null ? null : <Trouble error={answer.error} />}
          {answer.data === undefined || amount === undefined ? null : <Answer answer={answer.data} />}
        </div>
      </Card>
    </main>
  );
}

function Answer({ answer }: { answer: Schema<'Assessment'> }) {
  const words = useWords();
  const { reportable, exemption, sum, threshold, basis, clause, receivedOn, earliestDate, provisional } =
    answer;
  const verdict = reportable
    ? words.assess.owed
    : exemption === null
      ? words.assess.notOwed
      : words.assess.exempt;
  return (
    <Alert
      type={reportable ? 'warning' : 'info'}
      showIcon
      title={<strong>{verdict}</strong>}
      description={
        <>
          <div className="amount">{words.assess.sum(withSeparators(sum), withSeparators(threshold))}</div>
          {basis.length === 0 ? null : (
            <>
              <div>{words.assess.basis}</div>
              <ul>
                {basis.map((piece) => (
                  <li key={`${piece.on} ${piece.amount}`}>
                    {monthDay(piece.on)} <span className="amount">{withSeparators(piece.amount)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <div>
            {words.assess.received} {monthDay(receivedOn)}，{words.assess.earliest} {monthDay(earliestDate)}
            {provisional ? words.assess.provisional : ''}
          </div>
          <div className="quiet">
            {words.assess.clause}：{clause}
          </div>
        </>
      }
    />
  );
}
