import { useWords } from '../language/use-words.js';
import type { Light } from './search.js';

const COLOURS: Record<Light, string> = { onTime: '#1d6b34', atRisk: '#8a5200', overdue: '#b42318' };

/** A light is never a colour alone: each has its shape and its word. */
export function LightSign({ light }: { light: Light }) {
  const words = useWords();
  return (
    <span className="light" style={{ color: COLOURS[light] }}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {light === 'onTime' ? <circle cx="6" cy="6" r="5" fill="currentColor" /> : null}
        {light === 'atRisk' ? <path d="M6 1 11.5 11H.5z" fill="currentColor" /> : null}
        {light === 'overdue' ? <rect x="1" y="1" width="10" height="10" fill="currentColor" /> : null}
      </svg>
      {words.lights[light]}
    </span>
  );
}
