import { query } from './database.js';
import type { Filing } from './filings.js';

/** What a filing wished for from a process that does not exist yet: it stands in its log. */
export interface Wish {
  type: 'openInquiry' | 'openBreach';
  kind: string;
  detail: Record<string, unknown>;
}

/** In the order in which they were wished for. */
export async function wishesOf({ id }: Filing): Promise<Wish[]> {
  const rows = await query<{ effect: { type: Wish['type']; params: Omit<Wish, 'type'> } }>(
    'admin',
    `select effect from log_entry e join log_value v on v.entry_id = e.id,
        jsonb_array_elements(v."values"::jsonb -> 'effects') as effect
      where e.case_id = $1 and effect ->> 'type' in ('openInquiry', 'openBreach') order by e.seq`,
    [id],
  );
  return rows.map(({ effect: { type, params } }) => ({ type, ...params }));
}
