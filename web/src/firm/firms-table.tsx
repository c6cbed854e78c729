import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Select, Table } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answered, api, type Schema } from '../api/client.js';
import { choicesOf } from '../draft/choices.js';
import { useCodes } from '../draft/codes.js';
import { useWords } from '../language/use-words.js';
import { Along } from '../shell/along.js';
import { Asked } from '../shell/trouble.js';

type Firm = Schema<'FirmDto'>;

const PAGE = 50;

/** 企业名录: by name or by the beginning of a credit code, of one county or of all. `own` is where its reader begins. */
export function FirmsTable({ own }: { own?: string | undefined }) {
  const words = useWords();
  const codes = useCodes().data;
  const counties = codes === undefined ? [] : (choicesOf(codes, words)['county'] ?? []);
  const [typed, setTyped] = useState('');
  const [county, setCounty] = useState(own);
  const wanted = useDeferredValue(typed.trim());
  const firms = useInfiniteQuery({
    queryKey: ['firms', wanted, county],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: cursor }) => {
      const named =
        wanted === '' ? {} : /^[0-9A-Za-z]+$/.test(wanted) ? { creditCode: wanted } : { name: wanted };
      const place = county === undefined ? {} : { county };
      const query = { limit: PAGE, ...named, ...place, ...(cursor === undefined ? {} : { cursor }) };
      return (await answered(api.GET('/api/v1/firms', { params: { query } }))).data;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const nameOf = (key: string) => counties.find(({ value }) => value === key)?.label ?? key;
  return (
    <>
      <div className="filters">
        <Input.Search
          allowClear
          aria-label={words.firm.find}
          placeholder={words.firm.find}
          value={typed}
          maxLength={50}
          onChange={(event) => setTyped(event.target.value)}
          style={{ maxWidth: 420 }}
        />
        <Select
          allowClear
          aria-label={words.firm.county}
          placeholder={words.firm.county}
          value={county ?? null}
          onChange={(key) => setCounty(key ?? undefined)}
          options={counties}
          style={{ minWidth: 180 }}
        />
      </div>
      <Asked query={{ ...firms, data: firms.data?.pages.flatMap(({ items }) => items) }}>
        {(items) => (
          <Along label={words.menu.firm}>
            <Table<Firm>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={items}
              columns={[
                {
                  title: words.draft.name,
                  render: (_, { id, name }) => (
                    <Link to="/firms/$id" params={{ id }}>
                      {name}
                    </Link>
                  ),
                },
                { title: words.draft.creditCode, dataIndex: 'creditCode' },
                { title: words.firm.trade, dataIndex: 'trade' },
                { title: words.firm.county, render: (_, firm) => nameOf(firm.county) },
              ]}
            />
          </Along>
        )}
      </Asked>
      {firms.hasNextPage ? (
        <Button
          block
          style={{ marginTop: 8 }}
          loading={firms.isFetchingNextPage}
          onClick={() => void firms.fetchNextPage()}
        >
          {words.worklist.more}
        </Button>
      ) : null}
    </>
  );
}
