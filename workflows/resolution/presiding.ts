import type { Party } from '../process.js';
import type { ResolutionContext } from './resolution.context.js';
import type { CommitteeFact } from './resolution.facts.js';

/**
 * Who presides (主持): the chair; over the chair's own item a vice chair, and where there is none any other member, so that no
 * item waits for the one that it is about. 银保监发〔2020〕57号; 债权人协议.
 */
export function presides(
  organization: string | undefined,
  context: ResolutionContext,
  { committee, member }: { committee: CommitteeFact; member: boolean },
): boolean {
  if (organization === undefined || isAbout(organization, context, committee)) return false;
  switch (presidingParty(context, committee)) {
    case 'chair':
      return organization === committee.chair;
    case 'viceChairs':
      return committee.viceChairs.includes(organization);
    default:
      return member;
  }
}

/** By which part in the committee somebody presides: for notices. */
export function presidingParty(
  context: ResolutionContext,
  committee: CommitteeFact,
): Extract<Party, 'chair' | 'viceChairs' | 'members'> {
  if (committee.chair !== null && !isAbout(committee.chair, context, committee)) return 'chair';
  const deputies = committee.viceChairs.filter((deputy) => !isAbout(deputy, context, committee));
  return deputies.length > 0 ? 'viceChairs' : 'members';
}

/** Its own act, or the chair that it holds or is to take. */
function isAbout(organization: string, { subject }: ResolutionContext, { chair }: CommitteeFact): boolean {
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
