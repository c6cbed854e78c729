import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { Asked } from '../shell/trouble.js';

/** 企业名录: by name, or by the beginning of a credit code. */
export function FirmsPage() {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const firms = useQuery({
    queryKey: ['firms', wanted],
    placeholderData: (before) => before,
    queryFn: async () => {
      const query =
        wanted === '' ? {} : /^[0-9A-Za-z]+$/.test(wanted) ? { creditCode: wanted } : { name: wanted };
      return (await answered(api.GET('/api/v1/firms', { params: { query: { limit: 50, ...query } } }))).data
        .items;
    },
  });
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.menu.firm}</h1>
      <Input.Search
        allowClear
        aria-label={words.firm.find}
        placeholder={words.firm.find}
        value={typed}
        maxLength={50}
        onChange={(event) => setTyped(event.target.value)}
        style={{ marginBottom: 12, maxWidth: 480 }}
      />
      <Asked query={firms}>
        {(items) => (
          <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 8 }}>
            {items.map(({ id, name, creditCode, trade }) => (
              <li key={id}>
                <Card size="small">
                  <Link to="/firms/$id" params={{ id }}>
                    {name}
                  </Link>{' '}
                  <span className="quiet">
                    {creditCode} {trade}
                  </span>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </div>
  );
}
