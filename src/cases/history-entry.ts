import type { ReferenceData } from '../directory/reference-data.js';
import { civilDay, shanghai } from '../platform/instant.js';
import { OPENED } from '../process/replay.js';
import type { CaseDescription } from './case-description.js';
import type { EntryChangeDto, HistoryEntryDto } from './history.dto.js';
import type { LoggedStep } from './logged-steps.js';
import { payloadValues } from './payload-fields.js';
import { inWords, whoActed } from './who-acted.js';

/** One line of the timeline (办理过程) in plain Chinese. */
export function historyEntry(
  step: LoggedStep,
  names: ReadonlyMap<string, string>,
  reference: ReferenceData,
  description: Pick<CaseDescription, 'openedLabel' | 'hiddenLabel' | 'eventLabels' | 'fields'> & {
    stateLabel(state: string): string;
  },
): HistoryEntryDto {
  const { seq, at, entry, from, to, opened } = step;
  const who = entry === null ? null : whoActed(entry.actor, civilDay(at), names, reference);
  const label = entry === null ? description.hiddenLabel : labelOf(entry.type, description);
  const moved = from !== to;
  const toLabel = description.stateLabel(to);
  const acted = who?.kind === 'person' || who?.kind === 'client';
  return {
    seq,
    id: entry?.id ?? null,
    at: shanghai(at),
    type: entry?.type ?? null,
    label,
    who,
    office: entry?.office ?? null,
    from,
    to,
    toLabel,
    text: `${who === null ? '' : inWords(who)}${label}${moved && from !== null ? `，转入“${toLabel}”` : ''}。`,
    // Messages and reminders that changed nothing anybody has to know.
    folded: entry !== null && !acted && !moved,
    values: opened === null ? null : payloadValues(opened, description.fields),
    changes: changesIn(opened),
  };
}

function labelOf(
  type: string,
  { openedLabel, eventLabels }: Pick<CaseDescription, 'openedLabel' | 'eventLabels'>,
): string {
  if (type === OPENED) return openedLabel;
  return (Object.hasOwn(eventLabels, type) ? eventLabels[type] : undefined) ?? type;
}

/** The facts of a sent revision name the answers that differ; they are the bank's own, and everybody's in the case. */
function changesIn(opened: LoggedStep['opened']): EntryChangeDto[] {
  const facts = opened?.['facts'];
  if (typeof facts !== 'object' || facts === null || !('diffs' in facts) || !Array.isArray(facts.diffs))
    return [];
  return facts.diffs as EntryChangeDto[];
}
