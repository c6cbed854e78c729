import { type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import type { Office, ProcessDefinition } from '../../workflows/process.js';
import { shanghai } from '../platform/instant.js';
import { Problem } from '../platform/problem.js';
import type { Statement, Transaction } from '../platform/transaction.js';
import type { StoredCase } from './process-shell.js';

/** The version of a case as its ETag names it: events, and, for its owner, changes of the open draft since. */
export function versionOf({ seq, edits }: Pick<StoredCase, 'seq' | 'edits'>, owner = false): string {
  return `${String(seq)}.${String(owner ? edits : 0)}`;
}

/** @throws {Problem} bad-request when the text is no version */
export function parseVersion(version: string): { seq: number; edits: number } {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(version);
  if (match === null) {
    throw new Problem('bad-request', { detail: 'If-Match 须为读取时得到的 ETag，例如 "3.0"。' });
  }
  return { seq: Number(match[1]), edits: Number(match[2]) };
}

interface EntrySince extends Record<string, unknown> {
  type: string;
  at: Date;
  office: Office | null;
  person: string | null;
  name: string | null;
  organization: string | null;
}

const SINCE: Statement = {
  name: 'entries-since',
  text: `select e.type, e.at, (e.body::jsonb ->> 'office') as office, e.actor_person as person, p.name,
      (select n.name from organization_name n where n.jurisdiction = e.jurisdiction and n.organization = e.actor_organization
        and n.valid_from <= (e.at at time zone 'Asia/Shanghai')::date order by n.valid_from desc limit 1) as organization
    from log_entry e left join person p on p.jurisdiction = e.jurisdiction and p.id = e.actor_person
    where e.jurisdiction = $1 and e.case_id = $2 and e.seq > $3 order by e.seq desc`,
};

/** The event types that the state has a transition for, whatever the guards will say. */
export function eventsOf(snapshot: AnyMachineSnapshot): string[] {
  if (snapshot.status !== 'active') return [];
  return [...new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType))];
}

/**
 * What a sender wants, and what it had seen. `owner`: it is the case's own organization, whose open draft counts; that may be
 * an office as well as a bank.
 */
interface Wanted {
  type: string;
  office: Office | undefined;
  version: string | undefined;
  owner: boolean;
}

/**
 * The state does not take the event. A sender who had not seen what happened since is told who was first; one who had is
 * told what the state does take. Whoever is no office (`inOffice`) hears of nothing that offices keep to themselves.
 */
export async function notAccepted(
  tx: Transaction,
  stored: StoredCase,
  snapshot: AnyMachineSnapshot,
  definition: ProcessDefinition,
  event: Wanted & { inOffice: boolean },
): Promise<Problem> {
  const seen = event.version === undefined ? undefined : parseVersion(event.version);
  if (seen !== undefined && seen.seq < stored.seq) {
    const since = await tx.query<EntrySince>(SINCE, [stored.jurisdiction, stored.id, seen.seq]);
    const told = since.filter(({ type }) => event.inOffice || definition.audienceOf(type) === 'bank');
    // What another office did meanwhile is not what took this one's place.
    const first = told.find((entry) => !isIndependent(definition, event, entry)) ?? told[0];
    if (first !== undefined) {
      return new Problem('decided-already', {
        extension: {
          by: { name: first.name, organization: first.organization },
          at: shanghai(first.at),
          event: first.type,
          etag: versionOf(stored, event.owner),
        },
      });
    }
  }
  const allowed = eventsOf(snapshot).filter((type) => definition.publicEvents.includes(type));
  return new Problem('event-not-accepted', { extension: { state: stored.state, allowed } });
}

/**
 * Goes on when the sender knew the present version, or when nothing that came since touches the event.
 * @throws {Problem} stale-version with the present ETag
 */
export async function refuseStale(
  tx: Transaction,
  stored: StoredCase,
  definition: ProcessDefinition,
  event: Wanted & { version: string },
): Promise<void> {
  const seen = parseVersion(event.version);
  // An open draft is its owner's alone: what is typed there makes nobody else's version old.
  const sameEdits = !event.owner || seen.edits === stored.edits;
  if (seen.seq === stored.seq && sameEdits) return;
  const since =
    seen.seq < stored.seq
      ? await tx.query<EntrySince>(SINCE, [stored.jurisdiction, stored.id, seen.seq])
      : [];
  const independent =
    since.length > 0 && sameEdits && since.every((entry) => isIndependent(definition, event, entry));
  if (!independent) {
    throw new Problem('stale-version', { extension: { etag: versionOf(stored, event.owner) } });
  }
}

function isIndependent(
  definition: ProcessDefinition,
  event: Pick<Wanted, 'type' | 'office'>,
  { type, office }: EntrySince,
): boolean {
  return definition.independentOf(event, { type, office: office ?? undefined });
}
