import { answered, api, newKey, Refused } from '../api/client.js';
import { sendEvent } from '../case/case-api.js';
import type { Words } from '../language/zh.js';
import { inWords } from '../shell/trouble.js';

export type Position = 'noObjection' | 'suggestDeferral' | 'coordinate' | 'referToCommittee';

/** What came of one row. */
export type Answer = { ok: true } | { ok: false; why: string };

/**
 * One opinion on one case, on the version that is there now, under a key of its own: whoever sends a batch again after a line
 * broke repeats nothing that has arrived, since such a case no longer takes it.
 */
export async function opine(
  id: string,
  opinion: { position: Position; text: string },
  words: Words,
): Promise<Answer> {
  try {
    const { version } = await answered(api.GET('/api/v1/filings/{id}', { params: { path: { id } } }));
    await sendEvent({ path: 'filings', id }, { type: 'OPINE', ...opinion }, { version, key: newKey() });
    return { ok: true };
  } catch (error) {
    const reasons = error instanceof Refused ? error.reasons.map(({ message }) => message) : [];
    return { ok: false, why: reasons.length > 0 ? reasons.join('；') : inWords(error, words) };
  }
}
