import type { Party } from '../process.js';
import type { CommitteeFact } from './resolution.facts.js';
import type { Subject } from './subjects.js';

/** An item as far as it decides who presides. */
interface Item {
  subject: Subject | null;
}

/**
 * Who presides (主持): the chair; over the chair's own item a vice chair, and where there is none any other member, so that no
 * item waits for the one that it is about. 银保监发〔2020〕57号; 债权人协议.
 */
export function presides(
  organization: string | undefined,
  item: Item,
  { committee, member }: { committee: CommitteeFact; member: boolean },
): boolean {
  if (organization === undefined || isAbout(organization, item, committee)) return false;
  const named = presidingOver(item, committee);
  return named.length > 0 ? named.includes(organization) : member;
}

/** The organizations that preside; none where any member may that it is not about. */
export function presidingOver(item: Item, committee: CommitteeFact): string[] {
  const isFree = (organization: string) => !isAbout(organization, item, committee);
  if (committee.chair !== null && isFree(committee.chair)) return [committee.chair];
  return committee.viceChairs.filter(isFree);
}

/** By which part in the committee somebody presides: for notices. */
export function presidingParty(
  item: Item,
  committee: CommitteeFact,
): Extract<Party, 'chair' | 'viceChairs' | 'members'> {
  const named = presidingOver(item, committee);
  if (named.length === 0) return 'members';
  return committee.chair !== null && named.includes(committee.chair) ? 'chair' : 'viceChairs';
}

/** Its own act, or the chair that it holds or is to take. */
function isAbout(organization: string, { subject }: Item, { chair }: CommitteeFact): boolean {
  switch (subject?.type) {
    case 'consent':
    case 'newMoneyPriority':
      return subject.bank === organization;
    case 'chair':
      return subject.chair === organization || chair === organization;
    default:
      return false;
  }
}
