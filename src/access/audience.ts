import type { Audience } from '../../workflows/process.js';
import type { Actor } from './actor.js';

/**
 * As whom somebody reads. Banks, helpers and the public read what is for the filing's own bank; the regulator branch and the
 * central bank's observe; whoever runs the system has no part in cases and reads as little as the public.
 */
export function audienceFor({ organizationKind }: Actor): Audience {
  switch (organizationKind) {
    case 'finance':
    case 'industry':
    case 'county':
      return 'office';
    case 'regulator':
    case 'pboc':
      return 'regulator';
    default:
      return 'bank';
  }
}
