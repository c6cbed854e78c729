import { v7 as uuid } from 'uuid';
import type { Role } from '../../workflows/process.js';
import type { Rung } from '../../workflows/rules/deadline-ladder.js';
import type { ReferenceData } from '../directory/reference-data.js';
import type { NoticeRow } from './notices.js';
import type { StoredCase } from './process-shell.js';

/** The reminders that a rung sends: to the posts the case waits for, or to those who lead them. */
export function remindersOf(
  rung: Rung,
  stored: StoredCase & {
    waitsFor: readonly Role[];
    county: string | null;
    organizationsOf(role: Role): readonly string[] | undefined;
  },
  reference: ReferenceData,
  data: NoticeRow['data'],
): NoticeRow[] {
  const reminded = stored.waitsFor.flatMap((waiting) => {
    const role = rung.to === 'posts' ? waiting : leaderOf(waiting);
    const own = organizationOf(role, stored, reference);
    const organizations = stored.organizationsOf(waiting) ?? (own === undefined ? [] : [own]);
    return organizations.map((organization) => ({ organization, role }));
  });
  const once = new Map(reminded.map((post) => [`${post.organization} ${post.role}`, post]));
  return [...once.values()].map(({ organization, role }) => {
    const unit = organization === stored.ownerOrg ? stored.ownerUnit : null;
    return { id: uuid(), organization, unit, role, template: rung.template, copy: false, data };
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
      return reference.soleOf(kind)?.id;
    default:
      return undefined;
  }
}
