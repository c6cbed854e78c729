import { v7 as uuid } from 'uuid';
import type { Role } from '../../workflows/process.js';
import type { Rung } from '../../workflows/rules/deadline-ladder.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { NoticeRow } from './notices.js';
import type { StoredCase } from './process-shell.js';

/** The reminders that a rung sends: to the posts the case waits for, or to those who lead them. */
export function remindersOf(
  rung: Rung,
  stored: StoredCase & { waitsFor: readonly Role[]; county: string | null },
  reference: ReferenceData,
  data: NoticeRow['data'],
): NoticeRow[] {
  const roles = rung.to === 'posts' ? stored.waitsFor : stored.waitsFor.map(leaderOf);
  return [...new Set(roles)].flatMap((role) => {
    const organization = organizationOf(role, stored, reference);
    if (organization === undefined) return [];
    const unit = organization === stored.ownerOrg ? stored.ownerUnit : null;
    return [{ id: uuid(), organization, unit, role, template: rung.template, copy: false, data }];
  });
}

/** Whom a post answers to. A bank's own hierarchy is its own: its administrator is told. */
function leaderOf(role: Role): Role {
  switch (role) {
    case 'finance.reviewer':
      return 'finance.leader';
    case 'industry.reviewer':
      return 'industry.leader';
    case 'bank.maker':
    case 'bank.checker':
    case 'bank.delegate':
      return 'bank.admin';
    default:
      return role;
  }
}

function organizationOf(
  role: Role,
  stored: { ownerOrg: string; county: string | null },
  reference: ReferenceData,
): string | undefined {
  const kind = role.split('.')[0];
  switch (kind) {
    case 'bank':
      return stored.ownerOrg;
    case 'county':
      return stored.county === null ? undefined : reference.ofCounty(stored.county)?.id;
    case 'finance':
    case 'industry':
    case 'regulator':
    case 'pboc':
      return reference.only(kind)?.id;
    default:
      return undefined;
  }
}
