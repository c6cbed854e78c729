/**
 * What happens around a deadline beside its own event: who is reminded, and when (催办). Data, one row a deadline; the
 * days are [D], no clause fixes them. A rung is climbed once; the last one may repeat while the case still waits.
 */
export interface Rung {
  /** Working days from the due day: negative before it. */
  offsetWd: number;
  /** `posts` are those the case waits for; `leaders` theirs. */
  to: 'posts' | 'leaders';
  template: 'deadlineNear' | 'deadlinePassed';
}

export interface Ladder {
  rungs: readonly Rung[];
  /** After the last rung, again every so many working days. */
  repeatWd: number | null;
}

const NEAR: Rung = { offsetWd: -1, to: 'posts', template: 'deadlineNear' };
const PASSED: Rung = { offsetWd: 0, to: 'posts', template: 'deadlinePassed' };
const LEADERS_TOLD: Rung = { offsetWd: 1, to: 'leaders', template: 'deadlinePassed' };

/** Deadlines whose passing moves the case need no more than the reminder before it. */
const MOVES_BY_ITSELF: Ladder = { rungs: [NEAR], repeatWd: null };
/** Deadlines after which the case waits on: posts first, then their leaders, then all over again. */
const WAITS_ON: Ladder = { rungs: [NEAR, PASSED, LEADERS_TOLD], repeatWd: 2 };
const SILENT: Ladder = { rungs: [], repeatWd: null };

const LADDERS: Readonly<Record<string, Ladder>> = {
  check: WAITS_ON,
  conclude: WAITS_ON,
  executionReminder: { rungs: [PASSED], repeatWd: 5 },
  plan: WAITS_ON,
  assess: WAITS_ON,
  step: WAITS_ON,
  // A committee's meeting whose minutes nobody has written; that of a coordination moves it by itself.
  record: WAITS_ON,
  // It reminds by itself.
  rollover: SILENT,
  // The bank's own date is nobody's task.
  bankDate: SILENT,
  // A measure of support is reminded, told of and put into the bulletin by clocks of its own, since its days are the policy's.
  reminder: SILENT,
  due: SILENT,
  escalation: SILENT,
  bulletin: SILENT,
  wait: SILENT,
  relend: SILENT,
  // 90 days are too long to be reminded of one working day before they end.
  validity: { rungs: [{ offsetWd: -5, to: 'posts', template: 'deadlineNear' }], repeatWd: null },
  // The end of the notice opens the vote and is told as that; the end of a term is known from its beginning.
  notice: SILENT,
  term: SILENT,
};

export function ladderOf(deadline: string): Ladder {
  return LADDERS[deadline] ?? MOVES_BY_ITSELF;
}

/** The rung with this index, counting from 0; past the last one, the repeated one. Undefined when the ladder is climbed. */
export function rungAt(deadline: string, index: number): Rung | undefined {
  const { rungs, repeatWd } = ladderOf(deadline);
  const rung = rungs[index];
  if (rung !== undefined || repeatWd === null) return rung;
  const last = rungs.at(-1);
  if (last === undefined) return undefined;
  return { ...last, offsetWd: last.offsetWd + repeatWd * (index - rungs.length + 1) };
}
