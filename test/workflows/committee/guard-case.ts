import type { CommitteeEventType } from '../../../workflows/committee/committee.events.js';
import type { ProcessEvent } from '../../../workflows/process.js';
import type { Difference } from '../../../workflows/proof/committee.samples.js';
import type { Committee } from './situations.js';

/** One guard at yes and at no: the same event, and what makes the difference. */
export interface GuardCase {
  event: CommitteeEventType;
  guard: string;
  code: string;
  refused: { committee: Committee; event: ProcessEvent };
  taken: { committee: Committee; event: ProcessEvent };
}

/** `refused` and `taken` differ from the ordinary event as given; the committee is the same unless `takenAt` is another. */
export function guardCase<Type extends CommitteeEventType>(
  type: Type,
  guard: string,
  code: string,
  committee: Committee,
  refused: Difference<Type>,
  taken: Difference<Type> = {},
  takenAt: Committee = committee,
): GuardCase {
  return {
    event: type,
    guard,
    code,
    refused: { committee, event: committee.event(type, refused) },
    taken: { committee: takenAt, event: takenAt.event(type, taken) },
  };
}
