import { answered, api, newKey, Refused } from '../api/client.js';
import { sendEvent } from '../case/case-api.js';
import type { Words } from '../language/zh.js';
import { inWords } from '../shell/trouble.js';

export type Position = 'noObjection' | 'suggestDeferral' | 'coordinate' | 'referToCommittee';

/** What came of one row. */
export type Answer = { ok: true } | { ok: false; why: string };

/**
 * One opinion on one case, on the version that is there now. A row keeps its key until the server has answered, so that whoever
 * sends a batch again after a line broke gives no opinion twice.
 */
export async function opine(
  { id, keys }: { id: string; keys: Map<string, string> },
  opinion: { position: Position; text: string },
  words: Words,
): Promise<Answer> {
  const key = keys.get(id) ?? newKey();
  keys.set(id, key);
  try {
    const { version } = await answered(api.GET('/api/v1/filings/{id}', { params: { path: { id } } }));
    await sendEvent({ path: 'filings', id }, { type: 'OPINE', ...opinion }, { version, key });
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) keys.delete(id);
    const reasons = error instanceof Refused ? error.reasons.map(({ message }) => message) : [];
    return { ok: false, why: reasons.length > 0 ? reasons.join('；') : inWords(error, words) };
  }
}
