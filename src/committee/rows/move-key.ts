import type { BaseFacts } from '../../../workflows/committee/committee.facts.js';
import type { Move } from '../../process/process-shell.js';

export function keyOf({ stored }: Move): [string, string] {
  return [stored.jurisdiction, stored.id];
}

/** The civil day of the transaction, as the facts of every event say it. */
export function todayOf({ event }: Move): string {
  return (event.facts as BaseFacts).today;
}
