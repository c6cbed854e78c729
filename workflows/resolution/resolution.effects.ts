import type { Effect } from '../process.js';
import { presidingParty } from './presiding.js';
import type { ResolutionContext } from './resolution.context.js';
import type { ResolutionEventOf } from './resolution.events.js';
import type { BreachFacts, CommitteeFact } from './resolution.facts.js';
import { type NoticeTemplate, notice } from './resolution.notices.js';
import { hasTerm, type Subject } from './subjects.js';

/**
 * What transitions want done when it depends on the case. Each function reads the context as it is at its place in the list
 * of actions, and runs nothing.
 */

const ASKED = {
  chair: 'resolutionAskedOfChair',
  viceChairs: 'resolutionAskedOfViceChairs',
  members: 'resolutionAskedOfMembers',
} as const satisfies Record<string, NoticeTemplate>;

/** An item is shown to whoever presides over it and to the member that asked; the others see it once it is noticed. */
export function asked(context: ResolutionContext, committee: CommitteeFact): Effect[] {
  const party = presidingParty(context, committee);
  return [
    { type: 'disclose', params: { to: party } },
    { type: 'disclose', params: { to: 'bank' } },
    told(ASKED[party]),
  ];
}

/** 重大事项 are reported to the regulator branch, so the offices see them from the notice on; others stay among the members. */
export function noticed({ kind }: ResolutionContext): Effect[] {
  const offices: Effect[] = kind === 'major' ? [{ type: 'disclose', params: { to: 'offices' } }] : [];
  return [{ type: 'disclose', params: { to: 'members' } }, ...offices, told('resolutionNoticed')];
}

/** A passed resolution speaks to the firm's filings and to its committee. Runs after the count stands in the context. */
export function takesEffect(
  context: ResolutionContext,
  { members, supersedes }: { members: readonly string[]; supersedes: string | null },
): Effect[] {
  const { subject } = context;
  if (subject === null) return [];
  return [
    ...superseding(context, subject, supersedes),
    ...carriedOut(context, subject, members),
    told('resolutionPassed'),
    ...reported(context, 'resolutionReported'),
  ];
}

/** The successor is heard first, so that the marks of the former one pass to it. */
function superseding({ resolution }: ResolutionContext, subject: Subject, former: string | null): Effect[] {
  if (former === null || !hasTerm(subject)) return [];
  return [sent(former, 'SUPERSEDE', { by: resolution })];
}

function carriedOut(context: ResolutionContext, subject: Subject, members: readonly string[]): Effect[] {
  const { resolution, until } = context;
  switch (subject.type) {
    case 'standstill':
      return toStandstill('STANDSTILL.STARTED', { standstill: resolution, until }, members);
    case 'consent': {
      const { filing, revision, referral, cap } = subject;
      return [sent(filing, 'RESOLUTION.PASSED', { filing, revision, referral, consent: true, cap })];
    }
    case 'extendTerm':
      return [sent(subject.resolution, 'EXTEND_TERM', { by: resolution, days: subject.days })];
    case 'rescission':
      return [sent(subject.resolution, 'RESCIND', { by: resolution })];
    default:
      return [carried(resolution, subject)];
  }
}

/** What the chair decided alone: the committee hears of it like of any other. */
export function decided({ resolution, subject }: ResolutionContext): Effect[] {
  return subject === null ? [] : [carried(resolution, subject), told('resolutionDecided')];
}

/** Refused or dropped, an item that a filing waits for answers it. */
export function fails({ subject }: ResolutionContext, cause: 'refused' | 'dropped'): Effect[] {
  if (subject?.type !== 'consent') return [];
  const { filing, revision, referral } = subject;
  return [sent(filing, 'RESOLUTION.FAILED', { filing, revision, referral, cause })];
}

export function reportedFailure(context: ResolutionContext): Effect[] {
  return [told('resolutionFailed'), ...reported(context, 'resolutionReported')];
}

/** The item was among few before its notice; then all members knew of it. */
export function toldOfDrop({ recordDate }: ResolutionContext): Effect[] {
  return recordDate === null ? [] : [told('resolutionDropped')];
}

/** Each step takes as long as the agreement says. Only what was drafted gets here, so there are windows. */
export function armWindow(
  { windows }: ResolutionContext,
  name: 'draft' | 'notice' | 'vote' | 'extend',
): Effect[] {
  if (windows === null) return [];
  const { draftWd, noticeWd, voteWd, extensionWd } = windows;
  const days = { draft: draftWd, notice: noticeWd, vote: voteWd, extend: extensionWd };
  return [{ type: 'armDeadline', params: { name, budget: { workingDaysCount: days[name] } } }];
}

/** The term has a day, since only what has one comes into force. */
export function armTerm({ until }: ResolutionContext): Effect[] {
  if (until === null) return [];
  return [{ type: 'armDeadline', params: { name: 'term', budget: { untilEndOf: until } } }];
}

/** The committee keeps the day; the filings keep the mark, which stays the same. */
export function tellsNewTerm({ resolution, subject, until }: ResolutionContext): Effect[] {
  if (subject?.type !== 'standstill') return [];
  return [sent('committee', 'STANDSTILL.STARTED', { standstill: resolution, until })];
}

/** A standstill that ends without a successor takes its marks along. */
export function standstillEnds(
  { resolution, subject }: ResolutionContext,
  members: readonly string[],
): Effect[] {
  return subject?.type === 'standstill'
    ? toStandstill('STANDSTILL.ENDED', { standstill: resolution }, members)
    : [];
}

/**
 * 违约事项: the committee's own matter. The chair hears of it, the members as far as they agreed, the regulator branch has a
 * copy; the resolution stays in force for all others.
 */
export function breachFiled({ membersTold }: BreachFacts): Effect[] {
  const members = membersTold ? [told('resolutionBreachTold')] : [];
  return [told('resolutionBreached'), ...members, told('resolutionBreachReported')];
}

/** Whether a breach is one of this standstill. */
export function isBreachOf(
  { resolution, subject }: ResolutionContext,
  { payload }: ResolutionEventOf<'STANDSTILL.BREACHED'>,
): boolean {
  return subject?.type === 'standstill' && payload.detail.standstill === resolution;
}

function toStandstill(type: string, payload: object, members: readonly string[]): Effect[] {
  return [
    { type: 'send', params: { to: 'filing', event: { type, payload }, owners: members } },
    sent('committee', type, payload),
  ];
}

function reported({ kind }: ResolutionContext, template: NoticeTemplate): Effect[] {
  return kind === 'major' ? [told(template)] : [];
}

function carried(resolution: string, { type, ...rest }: Subject): Effect {
  return sent('committee', 'RESOLUTION.CARRIED', { resolution, subject: type, ...rest });
}

function sent(to: string, type: string, payload: object): Effect {
  return { type: 'send', params: { to, event: { type, payload } } };
}

function told(template: NoticeTemplate): Effect {
  return { type: 'notify', params: notice(template) };
}
