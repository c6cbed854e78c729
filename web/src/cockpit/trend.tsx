import { useWords } from '../language/use-words.js';
import { Along } from '../shell/along.js';
import { withSeparators } from '../shell/money.js';
import type { Share } from './bars.js';

const HEIGHT = 150;
const FOOT = 22;
const WIDTH = 560;
/** More month names than this lie on each other. */
const NAMED = 12;

/** 按月: a column a month. Each says its figures by itself, to eyes and to readers of screens alike. */
export function Trend({ shares }: { shares: readonly Share[] }) {
  const words = useWords();
  const most = Math.max(1, ...shares.map(({ count }) => count));
  const step = WIDTH / Math.max(1, shares.length);
  const every = Math.ceil(shares.length / NAMED);
  return (
    <Along label={words.cockpit.byMonth} fromTheEnd>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT + FOOT)}`}
        style={{ width: '100%', minWidth: 520, display: 'block' }}
        role="img"
        aria-label={shares.map(({ label, count }) => `${label} ${words.cockpit.reports(count)}`).join('，')}
        fontSize="12"
      >
        {shares.map(({ key, label, count, amount }, index) => {
          const tall = ((HEIGHT - 20) * count) / most;
          const middle = (index + 0.5) * step;
          return (
            <g key={key}>
              <title>{`${label}：${words.cockpit.reports(count)}，${withSeparators(amount)} 元`}</title>
              <rect
                x={middle - step * 0.32}
                y={HEIGHT - tall}
                width={step * 0.64}
                height={tall}
                rx="3"
                fill="#0b4f6c"
              />
              <text x={middle} y={HEIGHT - tall - 5} textAnchor="middle" fill="#17212b">
                {count}
              </text>
              {index % every === (shares.length - 1) % every ? (
                <text x={middle} y={HEIGHT + 16} textAnchor="middle" fill="#4d5965">
                  {label.slice(2)}
                </text>
              ) : null}
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="#8c8c8c" />
      </svg>
    </Along>
  );
}
