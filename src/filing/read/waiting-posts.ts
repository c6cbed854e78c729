import { mayRead } from '../../../workflows/filing/filing.audiences.js';
import type { Audience, Role } from '../../../workflows/process.js';
import { officeOf } from '../../access/actor.js';
import { POST_LABELS } from '../../codes/post-labels.js';
import type { ReferenceData } from '../../directory/reference-data.js';
import type { WaitingPostDto } from './waiting-post.dto.js';

/** How far each office has come is the offices' own matter: a bank reads that they are at it. */
const OFFICES_AT_WORK: WaitingPostDto = { role: null, label: '主管部门' };

/** Whom a case waits for, with the names that their organizations bear today. */
export function waitingPosts(
  { waitsFor, ownerOrg, county }: { waitsFor: readonly Role[]; ownerOrg: string; county: string | null },
  audience: Audience,
  reference: ReferenceData,
  today: string,
): WaitingPostDto[] {
  const seesOffices = mayRead(audience, 'office');
  const posts = waitsFor.map((role): WaitingPostDto => {
    if (!seesOffices && officeOf(role) !== undefined) return OFFICES_AT_WORK;
    const organization = organizationOf(role, ownerOrg, county, reference);
    const name = organization === undefined ? '' : reference.nameOn(organization, today);
    return { role, label: `${name}${POST_LABELS[role]}` };
  });
  return [...new Map(posts.map((post) => [post.label, post])).values()];
}

function organizationOf(
  role: Role,
  ownerOrg: string,
  county: string | null,
  reference: ReferenceData,
): string | undefined {
  // The committee's chair is named by the committee, not by the filing.
  if (role === 'bank.delegate') return undefined;
  if (role.startsWith('bank.')) return ownerOrg;
  const office = officeOf(role);
  if (office === 'county') return county === null ? undefined : reference.ofCounty(county)?.id;
  return office === 'finance' || office === 'industry' ? reference.only(office)?.id : undefined;
}
