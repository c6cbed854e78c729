import { useWords } from '../language/use-words.js';
import { FirmsTable } from './firms-table.js';

/** 企业名录, of the whole city. */
export function FirmsPage() {
  const words = useWords();
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.menu.firm}</h1>
      <FirmsTable />
    </div>
  );
}
