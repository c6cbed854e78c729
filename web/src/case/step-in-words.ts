import type { Schema } from '../api/client.js';
import type { Words } from '../language/zh.js';
import { CASE_PATHS, type CaseAddress } from './case-api.js';

type Step = Schema<'HistoryEntry'>;

/** What happened, in a sentence: the server's own in Chinese, in another language of the words that it has for each part. */
export function stepInWords(step: Step, { path }: CaseAddress, words: Words): string {
  const { type, label, who, from, to, toLabel, text } = step;
  if (words.cases.step === null) return text;
  const [process = ''] = Object.entries(CASE_PATHS).find(([, each]) => each === path) ?? [];
  const events: Readonly<Record<string, string>> = words.events;
  return words.cases.step({
    who: [who?.organization, who?.person].filter((part) => part != null).join(' '),
    what: events[type ?? ''] ?? label,
    state: from === to ? null : (words.states[process]?.[to] ?? toLabel),
  });
}
