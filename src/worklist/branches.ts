import type { Role } from '../../workflows/process.js';
import { LISTS } from './sources.js';
import type { Tab } from './worklist.query.dto.js';
import type { WorklistReader } from './worklist-reader.js';
import type { List } from './worklist-statements.js';

/** One part of a list, with the values that are its own. */
export interface Branch {
  list: List;
  own: unknown[];
}

/** What a list is made of for this reader. Only work has more than one branch: a bank's own cases, those it chairs, those it was asked in. */
export function branchesOf(tab: Tab, reader: WorklistReader): Branch[] {
  switch (tab) {
    case 'todo':
      return workOf(reader);
    case 'done':
      return [{ list: LISTS.done, own: [reader.person] }];
    case 'mine':
      return [{ list: LISTS.mine, own: [reader.organization] }];
    case 'draft':
      return [{ list: LISTS.draft, own: [reader.organization] }];
    case 'cc':
      return [{ list: LISTS.cc, own: [reader.organization, reader.roles] }];
  }
}

function workOf({ actor, organization, roles }: WorklistReader): Branch[] {
  switch (actor.organizationKind) {
    case 'bank':
      return bankWork(organization, roles);
    case 'finance':
    case 'industry':
      return [
        { list: LISTS.officeWork, own: [roles] },
        { list: LISTS.quietWork, own: [organization, roles] },
      ];
    case 'county':
      return [{ list: LISTS.countyWork, own: [roles] }];
    case 'helper':
      return [{ list: LISTS.guestWork, own: [organization, roles] }];
    case 'regulator':
      return [{ list: LISTS.guestWork, own: [organization, roles] }];
    default:
      // The central bank's branch is told; nothing waits for it.
      return [];
  }
}

function bankWork(organization: string, roles: readonly Role[]): Branch[] {
  const officers = roles.filter((role) => role !== 'bank.delegate');
  return [
    ...(officers.length > 0 ? [{ list: LISTS.bankWork, own: [organization, officers] }] : []),
    ...(officers.length > 0 ? [{ list: LISTS.agreeingWork, own: [organization, officers] }] : []),
    ...(roles.includes('bank.delegate') ? [{ list: LISTS.chairWork, own: [organization] }] : []),
    { list: LISTS.guestWork, own: [organization, roles] },
  ];
}
