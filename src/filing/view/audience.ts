import type { FilingContext } from '../../../workflows/filing/filing.context.js';
import type { Audience } from '../../../workflows/process.js';
import type { Actor } from '../../access/actor.js';
import { audienceFor } from '../../access/audience.js';

/** As whom an actor reads one filing that it can see. A standstill binds members only, so a bank whose filing it marks is one. */
export function audienceOf(actor: Actor, ownerOrg: string, { standstill }: FilingContext): Audience {
  const audience = audienceFor(actor);
  if (audience !== 'bank') return audience;
  return actor.organization === ownerOrg && standstill === null ? 'bank' : 'member';
}

/** Whether the actor reads what offices keep among themselves. */
export function readsAsOffice(audience: Audience): boolean {
  return audience === 'office' || audience === 'regulator';
}
