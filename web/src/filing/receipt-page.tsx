import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Card, Result, Space } from 'antd';
import { answered, api, type Schema } from '../api/client.js';
import { useExplanation } from '../case/case-api.js';
import { Facts } from '../case/facts.js';
import { useWords } from '../language/use-words.js';
import { monthDay, monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';

/** 回执: the one green page of a report. It has a number, it counts from a day, and it is known what comes next. */
export function ReceiptPage() {
  const words = useWords();
  const { id } = useParams({ from: '/shell/filings/$id/receipt' });
  const receipt = useQuery({
    queryKey: ['case', id, 'receipt'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/filings/{id}/receipt', { params: { path: { id } } }))).data,
  });
  return (
    <div className="page" style={{ maxWidth: 860 }}>
      <Asked query={receipt}>
        {(given) => (
          <>
            <Result
              status="success"
              title={<h1 style={{ fontSize: 22, margin: 0 }}>{words.receipt.filed(given.number)}</h1>}
              subTitle={words.receipt.receivedAt(monthDayTime(given.receivedAt))}
              style={{ paddingBlock: 12 }}
              extra={
                <Space wrap className="no-print">
                  <Button type="primary" onClick={() => window.print()}>
                    {words.receipt.print}
                  </Button>
                  <Button href={`/api/v1/filings/${id}/receipt`} download={`${given.machineNumber}.json`}>
                    {words.receipt.download}
                  </Button>
                  <Link to="/filings/$id" params={{ id }}>
                    {words.receipt.open}
                  </Link>
                </Space>
              }
            />
            <ReceiptFacts receipt={given} />
            <Next id={id} />
          </>
        )}
      </Asked>
    </div>
  );
}

function ReceiptFacts({ receipt }: { receipt: Schema<'Receipt'> }) {
  const words = useWords();
  const { number, machineNumber, receivedOn, bankDate, deadlines, provisional, contentHash, promise } =
    receipt;
  return (
    <Facts
      title={`${receipt.title}${words.receipt.title}`}
      said={{
        [words.worklist.number]: `${number}（${machineNumber}）`,
        [words.filing.receivedOn]: receivedOn,
        [words.filing.bankDate]: bankDate === null ? null : <strong>{bankDate}</strong>,
        [words.filing.deadlines]: deadlines.map(({ name, label, dueOn }) => (
          <div key={name}>
            {label}：{monthDay(dueOn)}
            {provisional ? words.assess.provisional : ''}
          </div>
        )),
        [words.receipt.hash]: <code className="said">{contentHash}</code>,
        [words.receipt.signature]: <code className="said">{promise.signature}</code>,
        [words.receipt.key]: promise.keyId,
      }}
    />
  );
}

/** What happens next, in the words of 为什么. */
function Next({ id }: { id: string }) {
  const words = useWords();
  const explanation = useExplanation({ path: 'filings', id });
  return (
    <Card size="small" title={words.receipt.next} style={{ marginTop: 16 }}>
      <Asked query={explanation}>{({ summary }) => <p style={{ margin: 0 }}>{summary}</p>}</Asked>
    </Card>
  );
}
