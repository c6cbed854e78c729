import { ROLES, type Role } from '../../workflows/process.js';
import type { Actor } from '../access/actor.js';
import { type ClockParty, clocksOf } from '../filing/read/clocks.js';

/** On whose side a reader stands: whose clocks are theirs, and where their work lies. Observers have none. */
export interface WorklistReader {
  actor: Actor;
  organization: string;
  person: string;
  /** Own and lent. */
  roles: Role[];
  /** Every post of the reader's side: a case that waits for these alone has no other clock than theirs. */
  side: Role[];
  clocks: string[];
  isBank: boolean;
}

export function readerFor(actor: Actor): WorklistReader {
  const { organization = '', person = '', organizationKind } = actor;
  const party = partyOf(organizationKind);
  return {
    actor,
    organization,
    person,
    roles: [...new Set([...actor.roles, ...actor.delegated.map(({ role }) => role)])],
    side: ROLES.filter((role) => role.startsWith(`${organizationKind ?? 'none'}.`)),
    clocks: party === undefined ? [] : clocksOf(party),
    isBank: organizationKind === 'bank',
  };
}

function partyOf(kind: Actor['organizationKind']): ClockParty | undefined {
  return kind === 'bank' || kind === 'finance' || kind === 'industry' ? kind : undefined;
}
