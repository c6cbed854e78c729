import type { CivilDay } from '../process.js';

/** 会议: how it is held. */
export const MEETING_WAYS = ['onSite', 'video', 'hybrid'] as const;
export type MeetingWay = (typeof MEETING_WAYS)[number];

/** What a member says of the minutes (会议纪要). Silence until the end of the time is recorded as such, and is no consent. */
export type MinutesAnswer = 'confirmed' | 'objected' | 'silent';

/** Minutes that members can still answer. */
export interface OpenMinutes {
  meeting: string;
  /** Members that have not answered. */
  unanswered: number;
  objected: boolean;
}

/**
 * Whether nobody has anything to answer any more. In the light form (主办行会商) each must confirm, so that an objection keeps
 * the minutes open until they are recorded anew.
 */
export function areSettled({ unanswered, objected }: OpenMinutes, light: boolean): boolean {
  return unanswered === 0 && !(light && objected);
}

/** Whether members get the days of notice that they agreed on. `earliest` is the first day that leaves them. */
export function givesNotice(on: CivilDay, earliest: CivilDay): boolean {
  return on >= earliest;
}
