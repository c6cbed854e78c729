import { Card } from 'antd';
import type { Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';

export type Share = Schema<'OverviewShare'>;

/** A table whose rows are bars: the figures are there to be read, the lengths to be seen. */
export function Bars({ title, shares }: { title: string; shares: readonly Share[] }) {
  const words = useWords();
  const most = Math.max(1, ...shares.map(({ count }) => count));
  return (
    <Card size="small" title={title}>
      {shares.length === 0 ? (
        <span className="quiet">{words.cockpit.none}</span>
      ) : (
        <table className="bars">
          <thead>
            <tr>
              <th scope="col">{words.cockpit.what}</th>
              <th scope="col">{words.cockpit.count}</th>
              <th scope="col">{words.cockpit.amount}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ key, label, count, amount }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>
                  <svg width="100%" height="16" aria-hidden="true">
                    <rect width={`${String((100 * count) / most)}%`} height="16" rx="3" fill="#9cc3d5" />
                  </svg>
                  <span>{count}</span>
                </td>
                <td className="amount">{withSeparators(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
