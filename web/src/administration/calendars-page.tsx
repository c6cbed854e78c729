import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { hasRole, useSession } from '../session/session.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { daysIn, periodsIn } from './typed-days.js';

/** 工作日历: this year and those beside it; what no notice says yet is red and provisional. */
export function CalendarsPage() {
  const words = useWords();
  const present = new Date().getFullYear();
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.calendars}</h1>
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        {[present + 1, present, present - 1].map((year) => (
          <Year key={year} year={year} />
        ))}
      </Space>
    </div>
  );
}

function Year({ year }: { year: number }) {
  const words = useWords();
  const session = useSession().data;
  const mayImport = session != null && hasRole(session, 'system.admin');
  const calendar = useQuery({
    queryKey: ['calendars', year],
    queryFn: () => importedYear(year),
  });
  return (
    <Card
      size="small"
      title={
        <>
          {year}{' '}
          {calendar.data == null ? (
            calendar.isPending ? null : (
              <Tag color="red">{words.admin.provisional}</Tag>
            )
          ) : (
            <Tag color="green">{words.admin.published}</Tag>
          )}
        </>
      }
    >
      <Asked query={calendar}>
        {(known) => (
          <>
            {known === null ? (
              <Alert type="error" showIcon title={words.admin.noYear} />
            ) : (
              <>
                <p style={{ marginTop: 0 }}>
                  {words.admin.notice}：{known.notice}
                </p>
                <p>
                  {words.admin.daysOff}：
                  {known.off.map(({ from, to }) => (from === to ? from : `${from} 至 ${to}`)).join('，')}
                </p>
                <p style={{ marginBottom: 0 }}>
                  {words.admin.working}：{known.working.join('，') || '—'}
                </p>
              </>
            )}
            {mayImport ? <Import year={year} /> : null}
          </>
        )}
      </Asked>
    </Card>
  );
}

/** Null for a year of which no notice is known yet: whatever is counted in it says so. */
async function importedYear(year: number) {
  const query = { from: `${String(year)}-06-01`, workingDays: 1 };
  const { data: counted } = await answered(api.GET('/api/v1/calendars/add', { params: { query } }));
  if (counted.provisional) return null;
  return (await answered(api.GET('/api/v1/calendars/{year}', { params: { path: { year } } }))).data;
}

interface Typed {
  notice: string;
  off: string;
  working?: string;
}

function Import({ year }: { year: number }) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ notice, off, working = '' }: Typed) => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { notice, off: periodsIn(off) ?? [], working: daysIn(working) ?? [] };
      const { data } = await answered(
        api.PUT('/api/v1/calendars/{year}', { params: { path: { year } }, body }),
      );
      message.success(words.admin.imported(data.projection.deadlines));
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ['calendars', year] });
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  if (!open) {
    return (
      <Button style={{ marginTop: 12 }} onClick={() => setOpen(true)}>
        {words.admin.import}
      </Button>
    );
  }
  const asked = { required: true, message: words.act.asked };
  const readable = (read: (typed: string) => unknown) => ({
    validator: (_: unknown, typed: string | undefined) =>
      read(typed ?? '') === undefined ? Promise.reject(new Error(words.admin.badDays)) : Promise.resolve(),
  });
  return (
    <Form<Typed> layout="vertical" onFinish={(typed) => void submit(typed)} style={{ marginTop: 12 }}>
      <p className="quiet">{words.admin.importHint}</p>
      {error === undefined ? null : <Trouble error={error} />}
      <Form.Item name="notice" label={words.admin.notice} rules={[asked]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="off" label={words.admin.daysOff} rules={[asked, readable(periodsIn)]}>
        <Input.TextArea rows={7} />
      </Form.Item>
      <Form.Item name="working" label={words.admin.working} rules={[readable(daysIn)]}>
        <Input.TextArea rows={3} />
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.admin.import}
        </Button>
        <Button onClick={() => setOpen(false)}>{words.act.cancel}</Button>
      </Space>
    </Form>
  );
}
