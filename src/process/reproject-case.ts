import { reprojectClock } from '../../workflows/calendar/deadline-clock.js';
import type { WorkingCalendar } from '../../workflows/calendar/working-calendar.js';
import { impersonal } from '../access/actor.js';
import { writeEntry } from '../audit/write-entry.js';
import { referenceData } from '../directory/reference-data.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import { type CaseClock, rungTime } from './clocks.js';
import { eventActor } from './event-actor.js';
import { type CaseAddress, lockFreeCase } from './locked-case.js';
import { dueAt } from './record.js';

/** The notice for which deadlines are counted anew: the reason that each case is given. */
export interface CalendarCause {
  year: number;
  revision: number;
  notice: string;
}

const MOVE: Statement = {
  name: 'reproject-case',
  text: `with moved as (
      update deadline d set due_on = r."dueOn", fire_at = r."fireAt", remaining = r.remaining, provisional = r.provisional,
        rung_at = r."rungAt", calendar_stamp = $3
      from jsonb_to_recordset($4::jsonb) as r(name text, generation int, "dueOn" date, "fireAt" timestamptz, remaining int,
        provisional boolean, "rungAt" timestamptz)
      where d.jurisdiction = $1 and d.case_id = $2 and d.name = r.name and d.generation = r.generation
    )
    update process_case set due_at = $5 where jurisdiction = $1 and id = $2`,
};

/**
 * Counts the open deadlines of one case anew and says in its log which of them moved, and why. A date that was named, the
 * bank's own above all, stays where it is. `busy` when somebody else holds the case. The transaction is in engine scope.
 */
export async function reprojectCase(
  tx: Transaction,
  address: CaseAddress,
  cause: CalendarCause,
): Promise<{ moved: number } | 'busy'> {
  const actor = impersonal('system', address.jurisdiction);
  const locked = await lockFreeCase(tx, address, actor);
  const stored = locked?.cases.get(address.id);
  if (locked === undefined || stored === undefined) return 'busy';
  const { calendar, stamp } = await referenceData(tx, locked.stamp);
  const present = locked.clocks.get(address.id) ?? [];
  const after = present.map((clock) => reprojected(clock, calendar));
  const changed = after.filter((clock, index) => differs(clock, present[index]));
  if (changed.length === 0) return { moved: 0 };
  tx.send(MOVE, [address.jurisdiction, address.id, stamp, JSON.stringify(changed), dueAt(after)]);
  const told = changed.flatMap((clock) => {
    const former = present.find(({ name }) => name === clock.name);
    return former !== undefined && datesDiffer(clock, former) ? [changeOf(former, clock)] : [];
  });
  if (told.length > 0) {
    await writeEntry(tx, {
      kind: 'configuration',
      type: 'REPROJECT_DEADLINES',
      jurisdiction: address.jurisdiction,
      actor: eventActor(actor),
      about: { id: stored.id, process: stored.process, ownerOrg: stored.ownerOrg },
      audience: 'bank',
      values: { calendar: cause, deadlines: told },
    });
  }
  return { moved: told.length };
}

/** Whether a clock stands where the calendar puts it. */
export function isWhereItBelongs(clock: CaseClock, calendar: WorkingCalendar): boolean {
  return !differs(reprojected(clock, calendar), clock);
}

function reprojected(clock: CaseClock, calendar: WorkingCalendar): CaseClock {
  const moved = { ...clock, ...reprojectClock(calendar, clock) };
  if (moved.status !== 'armed') return moved;
  return { ...moved, rungAt: rungTime(moved, moved.name, moved.rung, calendar) };
}

function differs(one: CaseClock, other: CaseClock | undefined): boolean {
  return other === undefined || datesDiffer(one, other) || instantOf(one.rungAt) !== instantOf(other.rungAt);
}

/** While a clock is stopped its due day says nothing: what counts is how much is left. */
function datesDiffer(one: CaseClock, other: CaseClock): boolean {
  if (one.provisional !== other.provisional || one.remaining !== other.remaining) return true;
  return one.status === 'armed' && instantOf(one.fireAt) !== instantOf(other.fireAt);
}

function changeOf(former: CaseClock, clock: CaseClock): object {
  const { name, provisional } = clock;
  return clock.status === 'stopped'
    ? { name, provisional, remainingFrom: former.remaining, remainingTo: clock.remaining }
    : { name, provisional, from: former.dueOn, to: clock.dueOn };
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
