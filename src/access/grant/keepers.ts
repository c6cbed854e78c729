import type { Role } from '../../../workflows/process.js';
import type { Actor } from '../actor.js';

/** What decides who keeps a post: where it is and which. */
export interface KeptPost {
  organization: string;
  role: Role;
}

/** 提出: the security administrator for everybody, a bank's own for its posts but its administrators'. */
export function mayPropose(actor: Actor, { organization, role }: KeptPost): boolean {
  if (actor.roles.includes('security.admin')) return true;
  return isOwnBanks(actor, organization) && role !== 'bank.admin';
}

/** 执行: the system administrator for everybody, in a bank another of its administrators too. */
export function mayExecute(actor: Actor, { organization, role }: KeptPost): boolean {
  if (actor.roles.includes('system.admin')) return true;
  return isOwnBanks(actor, organization) && role !== 'bank.admin';
}

/** The organization whose posts and grants somebody sees; null for whoever runs the system and sees all. */
export function seenOrganization({ organizationKind, organization }: Actor): string | null {
  return organizationKind === 'operator' ? null : (organization ?? '');
}

function isOwnBanks(actor: Actor, organization: string): boolean {
  return actor.roles.includes('bank.admin') && actor.organization === organization;
}
