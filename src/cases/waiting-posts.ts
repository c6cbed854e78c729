import type { Audience, Role } from '../../workflows/process.js';
import { officeOf } from '../access/actor.js';
import { POST_LABELS } from '../codes/post-labels.js';
import type { ReferenceData } from '../directory/reference-data.js';
import { readsAsOffice } from './case-description.js';
import type { WaitingPostDto } from './waiting-post.dto.js';

/** How far each office has come is the offices' own matter: a bank reads that they are at it. */
const OFFICES_AT_WORK: WaitingPostDto = { role: null, label: '主管部门' };

export interface WaitingCase {
  waitsFor: readonly Role[];
  ownerOrg: string;
  county: string | null;
  /** Where a post is, when it is not the one that its name tells. */
  organizationsOf?(role: Role): readonly string[] | undefined;
  /** The reader's own organization. */
  reader?: string | undefined;
}

/** Whom a case waits for, with the names that their organizations bear today. */
export function waitingPosts(
  { waitsFor, ownerOrg, county, organizationsOf, reader }: WaitingCase,
  audience: Audience,
  reference: ReferenceData,
  today: string,
): WaitingPostDto[] {
  const seesOffices = readsAsOffice(audience);
  const posts = waitsFor.flatMap((role): WaitingPostDto[] => {
    if (!seesOffices && officeOf(role) !== undefined) return [OFFICES_AT_WORK];
    const places = organizationsOf?.(role);
    // That another bank has to act is nothing that a bank may know.
    if (!seesOffices && places !== undefined && !places.includes(reader ?? '')) return [];
    const own = organizationOf(role, ownerOrg, county, reference);
    const organizations = places ?? (own === undefined ? [] : [own]);
    const name = organizations.map((organization) => reference.nameOn(organization, today)).join('、');
    return [{ role, label: `${name}${POST_LABELS[role]}` }];
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
  return office === 'finance' || office === 'industry' ? reference.soleOf(office)?.id : undefined;
}
