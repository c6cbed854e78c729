import { useWords } from '../language/use-words.js';
import { withSeparators } from '../shell/money.js';
import type { Share } from './bars.js';

/** Where each jurisdiction lies, roughly: columns from west to east, rows from north to south. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  dehua: [2, 1],
  yongchun: [2, 2],
  anxi: [1, 3],
  nanan: [2, 3],
  luojiang: [3, 2],
  quangang: [5, 2],
  huian: [5, 3],
  taishang: [4, 3],
  licheng: [3, 3],
  fengze: [4, 4],
  kaifaqu: [3, 4],
  jinjiang: [3, 5],
  shishi: [4, 5],
};
const SHADES = ['#f4f6f8', '#dcebf2', '#b7d5e2', '#8fbdd1', '#6aa5be'];

/** A tile map of the 13 jurisdictions: darker for more, and each tile says how many. */
export function CountyTiles({ shares }: { shares: readonly Share[] }) {
  const words = useWords();
  const most = Math.max(1, ...shares.map(({ count }) => count));
  return (
    <ul className="tiles">
      {shares.map(({ key, label, count, amount }) => {
        const place = PLACES[key];
        const shade = count === 0 ? 0 : Math.max(1, Math.ceil(((SHADES.length - 1) * count) / most));
        return (
          <li
            key={key}
            title={`${withSeparators(amount)} 元`}
            style={{
              background: SHADES[shade],
              ...(place === undefined ? {} : { gridColumn: place[0], gridRow: place[1] }),
            }}
          >
            <span>{label}</span>
            <strong>{words.cockpit.reports(count)}</strong>
          </li>
        );
      })}
    </ul>
  );
}
