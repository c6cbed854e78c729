import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Card, Empty, Segmented, Tag } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import type { Words } from '../language/zh.js';
import { Asked } from '../shell/trouble.js';
import { CASE_PATHS, pageOf } from './case-api.js';
import { stateName } from './state-name.js';

export const LISTED = ['coordination', 'support', 'committee', 'resolution', 'inquiry'] as const;
export type Listed = (typeof LISTED)[number];

/** What the lists of all these processes have in common, as far as a line shows it. */
interface Line {
  id: string;
  state: string;
  stateLabel: string;
  number?: string;
  title?: string;
  type?: string;
  kind?: string;
  form?: string;
  typeLabel?: string;
  kindLabel?: string;
  subjectLabel?: string;
  formLabel?: string;
  dueOn?: string | null;
  firm?: { name: string } | null;
  bank?: { name: string } | null;
}

/** A case without a name of its own bears its firm's, once. */
function headingOf({ title, number, type, typeLabel, firm }: Line, words: Words): string | undefined {
  return title ?? number ?? words.named.supports[type ?? ''] ?? typeLabel ?? firm?.name;
}

/** Of an inquiry its kind, of a resolution how it is voted on, of a committee its form. */
function kindOf({ kind = '', form = '', kindLabel, formLabel }: Line, { named }: Words): string | undefined {
  return named.inquiries[kind] ?? named.items[kind] ?? kindLabel ?? named.forms[form] ?? formLabel;
}

/** The cases of the five processes beside the filing, the newest first. */
export function CasesPage() {
  const words = useWords();
  const navigate = useNavigate();
  const { process = 'coordination' } = useSearch({ from: '/shell/cases' });
  const list = useQuery({
    queryKey: ['cases', process],
    queryFn: async () => {
      const address = `/api/v1/${CASE_PATHS[process]}` as '/api/v1/coordinations';
      const { data } = await answered(api.GET(address, { params: { query: { limit: 100 } } }));
      return data.items as unknown as Line[];
    },
  });
  return (
    <div className="page">
      <Segmented<Listed>
        value={process}
        onChange={(next) => void navigate({ to: '/cases', search: { process: next } })}
        options={LISTED.map((value) => ({ value, label: words.worklist.process[value] }))}
        style={{ marginBottom: 16 }}
      />
      <Asked query={list}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty description={words.cases.none} />
          ) : (
            <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: 8 }}>
              {lines.map((line) => (
                <li key={line.id}>
                  <Card size="small">
                    <Link to={pageOf(process, line.id)} style={{ fontWeight: 600 }}>
                      {headingOf(line, words) ?? words.inbox.open}
                    </Link>{' '}
                    <Tag>{stateName(words, process, line)}</Tag>
                    <span className="quiet">
                      {[kindOf(line, words), line.firm?.name, line.bank?.name, line.dueOn]
                        .filter((part) => part != null && part !== headingOf(line, words))
                        .join(' · ')}
                    </span>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}
