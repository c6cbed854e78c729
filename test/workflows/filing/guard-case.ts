import type { FilingEventType } from '../../../workflows/filing/filing.events.js';
import type { ProcessEvent } from '../../../workflows/process.js';
import type { Difference } from '../../../workflows/proof/filing.samples.js';
import type { Filing } from './situations.js';

/** One guard at yes and at no: the same event, and what makes the difference. */
export interface GuardCase {
  event: FilingEventType;
  guard: string;
  code: string;
  refused: Tried;
  taken: Tried;
}

export interface Tried {
  filing: Filing;
  event: ProcessEvent;
}

/** `refused` and `taken` differ from the ordinary event as given; the filing is the same unless `at` gives another. */
export function guardCase<Type extends FilingEventType>(
  type: Type,
  guard: string,
  code: string,
  filing: Filing,
  refused: Difference<Type>,
  taken: Difference<Type> = {},
  takenAt: Filing = filing,
): GuardCase {
  return {
    event: type,
    guard,
    code,
    refused: { filing, event: filing.event(type, refused) },
    taken: { filing: takenAt, event: takenAt.event(type, taken) },
  };
}
