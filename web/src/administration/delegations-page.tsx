import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, DatePicker, Empty, Form, Input, Select, Space, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { answered, api, Refused, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { useSession } from '../session/session.js';
import { Asked, Trouble } from '../shell/trouble.js';
import { usePostNames } from './post-names.js';

type NewDelegation = Schema<'NewDelegationDto'>;

const KEY = ['delegations'];

/** 委托代办: one's own post lent to a colleague for some days, and who stands in for whom in the organization. */
export function DelegationsPage() {
  const words = useWords();
  const delegations = useQuery({
    queryKey: KEY,
    queryFn: async () =>
      (await answered(api.GET('/api/v1/delegations', { params: { query: { limit: 50 } } }))).data.items,
  });
  return (
    <div className="page" style={{ maxWidth: 860 }}>
      <h1 style={{ fontSize: 22 }}>{words.delegation.title}</h1>
      <p className="quiet">{words.delegation.intro}</p>
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        <Give />
        <Asked query={delegations}>
          {(items) =>
            items.length === 0 ? (
              <Empty description={words.delegation.none} />
            ) : (
              <ul className="rows">
                {items.map((delegation) => (
                  <One key={delegation.id} delegation={delegation} />
                ))}
              </ul>
            )
          }
        </Asked>
      </Space>
    </div>
  );
}

interface Typed {
  role: NewDelegation['role'];
  to: string;
  dates: [Dayjs, Dayjs];
  reason: string;
}

function Give() {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const nameOf = usePostNames();
  const session = useSession().data;
  const [form] = Form.useForm<Typed>();
  const people = useQuery({
    queryKey: ['people'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/people', { params: { query: { limit: 100 } } }))).data.items,
  });
  const give = useMutation({
    mutationFn: ({ dates: [from, until], ...wish }: Typed) =>
      answered(
        api.POST('/api/v1/delegations', {
          body: { ...wish, validFrom: from.format('YYYY-MM-DD'), validUntil: until.format('YYYY-MM-DD') },
        }),
      ),
    onSuccess: async () => {
      message.success(words.delegation.given);
      form.resetFields();
      await queries.invalidateQueries({ queryKey: KEY });
    },
    onError: (error) => {
      const reasons = error instanceof Refused ? error.reasons : [];
      form.setFields(
        reasons.flatMap(({ pointer, message: why }) => {
          const name = FIELDS[pointer ?? ''];
          return name === undefined ? [] : [{ name, errors: [why] }];
        }),
      );
    },
  });
  const asked = [{ required: true, message: words.act.asked }];
  const others = (people.data ?? []).filter(({ login, disabled }) => login !== session?.login && !disabled);
  return (
    <Card size="small" title={words.delegation.give}>
      {give.error === null ? null : <Trouble error={give.error} />}
      <Form<Typed> form={form} layout="vertical" onFinish={(typed) => give.mutate(typed)}>
        <Form.Item name="role" label={words.delegation.role} rules={asked}>
          <Select options={(session?.roles ?? []).map((value) => ({ value, label: nameOf(value) }))} />
        </Form.Item>
        <Form.Item name="to" label={words.delegation.to} rules={asked}>
          <Select
            loading={people.isPending}
            options={others.map(({ id, name, login }) => ({ value: id, label: `${name}（${login}）` }))}
          />
        </Form.Item>
        <Form.Item name="dates" label={words.delegation.dates} rules={asked}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label={words.delegation.reason} rules={asked}>
          <Input maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {words.delegation.give}
        </Button>
      </Form>
    </Card>
  );
}

/** Where the server's pointers lie in this form. */
const FIELDS: Readonly<Record<string, keyof Typed>> = {
  '/role': 'role',
  '/to': 'to',
  '/validFrom': 'dates',
  '/validUntil': 'dates',
  '/reason': 'reason',
};

function One({
  delegation: { id, from, to, role, validFrom, validUntil, reason, revokedAt },
}: {
  delegation: Schema<'DelegationDto'>;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const nameOf = usePostNames();
  const session = useSession().data;
  const takeBack = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/delegations/{id}', { params: { path: { id } } })),
    onSuccess: () => message.success(words.delegation.takenBack),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <li>
      <span>{words.delegation.line(from.name, to.name, nameOf(role))}</span>
      <span>
        {validFrom} – {validUntil}
      </span>
      <span className="quiet">{reason}</span>
      {revokedAt !== null ? (
        <Tag>{words.delegation.revoked}</Tag>
      ) : from.id === session?.person ? (
        <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {words.delegation.takeBack}
        </Button>
      ) : null}
      {takeBack.error === null ? null : <Trouble error={takeBack.error} />}
    </li>
  );
}
