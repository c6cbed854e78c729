import { query } from './database.js';
import type { Filing } from './filings.js';

/** What a filing let begin, or told the committee's resolutions: it stands in its log. */
export interface Wish {
  kind: string;
  detail: Record<string, unknown>;
}

/** In the order in which they were said. */
export async function wishesOf(
  { id }: Filing,
  type: 'INQUIRY.OPENED' | 'STANDSTILL.BREACHED',
): Promise<Wish[]> {
  const rows = await query<{ payload: Wish }>(
    'admin',
    `select effect #> '{params,event,payload}' as payload from log_entry e join log_value v on v.entry_id = e.id,
        jsonb_array_elements(v."values"::jsonb -> 'effects') as effect
      where e.case_id = $1 and effect #>> '{params,event,type}' = $2 order by e.seq`,
    [id, type],
  );
  return rows.map(({ payload: { kind, detail } }) => ({ kind, detail }));
}
