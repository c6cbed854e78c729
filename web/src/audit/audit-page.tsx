import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Select, Table } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { answered, api, type Schema } from '../api/client.js';
import { Mark } from '../dossier/mark.js';
import { DayInput } from '../form/day-input.js';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';
import { type AuditSearch, KINDS } from './audit-search.js';
import { useEventNames } from './event-names.js';
import { VerifyPart } from './verify-part.js';

type Entry = Schema<'AuditEntryDto'>;

const PAGE = 50;
const DAY = 'YYYY-MM-DD';

/** 日志查询: who did what and when. What is sought stands in the address, so that it can be kept. */
export function AuditPage() {
  const words = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/audit' });
  const nameOf = useEventNames();
  const entries = useInfiniteQuery({
    queryKey: ['audit', search],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const query = { limit: PAGE, ...search, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return (await answered(api.GET('/api/v1/audit/entries', { params: { query } }))).data;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const seek = (next: AuditSearch) => void navigate({ to: '/audit', search: next });
  const items = entries.data?.pages.flatMap((page) => page.items);
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.lead.audit}</h1>
      <p className="quiet">{words.audit.intro}</p>
      {search.case === undefined ? (
        <VerifyPart />
      ) : (
        <>
          <Mark onPaper />
          <Button className="no-print" style={{ marginBottom: 12 }} onClick={() => window.print()}>
            {words.dossier.print}
          </Button>
        </>
      )}
      <Filters key={JSON.stringify(search)} search={search} seek={seek} />
      <Asked query={{ ...entries, data: items }}>
        {(found) => (
          <Table<Entry>
            size="small"
            rowKey="id"
            scroll={{ x: 'max-content' }}
            pagination={false}
            dataSource={found}
            locale={{ emptyText: words.audit.none }}
            columns={[
              {
                title: words.audit.when,
                dataIndex: 'at',
                render: (at: string) => at.slice(0, 19).replace('T', ' '),
              },
              {
                title: words.audit.who,
                dataIndex: 'actor',
                render: ({ name, organizationName }: Entry['actor']) =>
                  name === null ? words.audit.system : `${organizationName ?? ''} ${name}`,
              },
              {
                title: words.audit.kind,
                dataIndex: 'kind',
                render: (kind: string) => words.audit.kinds[kind] ?? kind,
              },
              {
                title: words.audit.what,
                dataIndex: 'type',
                render: (type: string, { process }) => nameOf(type, process),
              },
              {
                title: words.audit.where,
                key: 'case',
                render: (_, { case: id, process, seq }) =>
                  id === null ? null : (
                    <Button
                      type="link"
                      size="small"
                      title={words.audit.ofCase}
                      onClick={() => seek({ case: id })}
                    >
                      {words.worklist.process[process ?? ''] ?? process}{' '}
                      {seq === null ? '' : `#${String(seq)}`}
                    </Button>
                  ),
              },
              { title: words.audit.address, dataIndex: 'address' },
              { title: words.audit.request, dataIndex: 'requestId' },
            ]}
          />
        )}
      </Asked>
      {entries.hasNextPage ? (
        <Button
          style={{ marginTop: 12 }}
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {words.audit.more}
        </Button>
      ) : null}
    </div>
  );
}

function Filters({ search, seek }: { search: AuditSearch; seek(next: AuditSearch): void }) {
  const words = useWords();
  const { from, to, ...rest } = search;
  const submit = (typed: Partial<Record<keyof AuditSearch, string | Dayjs | null>>) =>
    seek(
      Object.fromEntries(
        Object.entries(typed)
          .map(([name, value]) => [name, typeof value === 'object' ? value?.format(DAY) : value?.trim()])
          .filter(([, value]) => value !== undefined && value !== ''),
      ) as AuditSearch,
    );
  return (
    <Form
      layout="inline"
      className="no-print"
      style={{ gap: 8, marginBottom: 12 }}
      initialValues={{
        ...rest,
        ...(from === undefined ? {} : { from: dayjs(from) }),
        ...(to === undefined ? {} : { to: dayjs(to) }),
      }}
      onFinish={submit}
    >
      <Form.Item name="kind" label={words.audit.kind}>
        <Select
          allowClear
          style={{ width: 140 }}
          options={KINDS.map((value) => ({ value, label: words.audit.kinds[value] }))}
        />
      </Form.Item>
      <Form.Item name="type" label={words.audit.type}>
        <Input maxLength={60} style={{ width: 150 }} />
      </Form.Item>
      <Form.Item name="case" label={words.audit.caseId}>
        <Input maxLength={36} style={{ width: 300, maxWidth: '80vw' }} />
      </Form.Item>
      <Form.Item name="from" label={words.audit.from}>
        <DayInput />
      </Form.Item>
      <Form.Item name="to" label={words.audit.to}>
        <DayInput />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {words.audit.find}
      </Button>
    </Form>
  );
}
