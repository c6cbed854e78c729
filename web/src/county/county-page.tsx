import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { answered, api } from '../api/client.js';
import { useOrganizations } from '../directory/organizations.js';
import { FirmsTable } from '../firm/firms-table.js';
import { useWords } from '../language/use-words.js';
import { useSession } from '../session/session.js';
import { Asked } from '../shell/trouble.js';
import { Rows } from '../worklist/rows.js';

const MOST = 50;

/** 属地: what the county has been asked to do, with dates, what it has done, and the firms of its territory. */
export function CountyPage() {
  const words = useWords();
  const session = useSession().data;
  const own = useOrganizations().find(({ id }) => id === session?.organization);
  return (
    <div className="page" style={{ display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <h1 style={{ fontSize: 22, margin: 0 }}>{own?.name ?? words.county.title}</h1>
      <Tasks tab="todo" title={words.county.tasks} none={words.county.noTasks} />
      <Tasks tab="done" title={words.county.done} none={words.county.noneDone} />
      <Card size="small" title={words.county.firms}>
        {own === undefined ? null : <FirmsTable own={own.key} />}
      </Card>
    </div>
  );
}

function Tasks({ tab, title, none }: { tab: 'todo' | 'done'; title: string; none: string }) {
  const list = useQuery({
    queryKey: ['worklist', tab, 'county'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/worklist', { params: { query: { tab, limit: MOST } } }))).data.items,
  });
  return (
    <section>
      <h2 style={{ fontSize: 16 }}>{title}</h2>
      <Asked query={list}>
        {(rows) =>
          rows.length === 0 ? <p className="quiet">{none}</p> : <Rows rows={rows} keys={tab === 'todo'} />
        }
      </Asked>
    </section>
  );
}
