import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Trouble } from '../shell/trouble.js';

interface Filled {
  choice: 'for' | 'against' | 'abstain';
  reason?: string;
}

/** One's own ballot: sealed until the close, and changeable until then. */
export function Ballot({ id, isCast }: { id: string; isCast: boolean }) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [key, setKey] = useState(newKey);
  const mine = useQuery({
    queryKey: ['case', id, 'ballot'],
    enabled: isCast,
    queryFn: async () =>
      (await answered(api.GET('/api/v1/resolutions/{id}/ballots/mine', { params: { path: { id } } }))).data
        .ballot,
  });
  const cast = async ({ choice, reason = '' }: Filled) => {
    setBusy(true);
    setError(undefined);
    try {
      await answered(
        api.PUT('/api/v1/resolutions/{id}/ballots/mine', {
          params: { path: { id }, header: { 'Idempotency-Key': key } as never },
          body: { choice, ...(reason === '' ? {} : { reason }) } as never,
        }),
      );
      message.success(words.cases.cast);
    } catch (refused) {
      setError(refused);
    } finally {
      setKey(newKey());
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['case', id] });
    }
  };
  const ballot = mine.data;
  return (
    <Card size="small" title={words.cases.myBallot}>
      {error === undefined ? null : <Trouble error={error} />}
      {ballot == null ? null : (
        <p>{words.cases.castAs(words.cases.choices[ballot.choice] ?? ballot.choice)}</p>
      )}
      <Form<Filled> layout="vertical" onFinish={(filled) => void cast(filled)}>
        <Form.Item name="choice" rules={[{ required: true, message: words.act.asked }]}>
          <Radio.Group
            options={(['for', 'against', 'abstain'] as const).map((value) => ({
              value,
              label: words.cases.choices[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={words.cases.reason}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} block>
          {words.cases.seal}
        </Button>
      </Form>
    </Card>
  );
}
