import type { Schema } from '../api/client.js';
import type { Words } from '../language/zh.js';
import { type CaseAddress, processOf } from './case-api.js';
import { eventName, stateName } from './state-name.js';

type Step = Schema<'HistoryEntry'>;

/** What happened, in a sentence: the server's own in Chinese, in another language of the words that it has for each part. */
export function stepInWords(step: Step, address: CaseAddress, words: Words): string {
  const { type, label, who, from, to, toLabel, text } = step;
  if (words.cases.step === null) return text;
  const process = processOf(address);
  return words.cases.step({
    who: [who?.organization, who?.person].filter((part) => part != null).join(' '),
    what: eventName(words, process, { type: type ?? '', label }),
    state: from === to ? null : stateName(words, process, { state: to, stateLabel: toLabel }),
  });
}
