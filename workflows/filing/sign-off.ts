import type { EventActor, Role } from '../process.js';
import type { Lane } from '../rules/lane.js';
import type { OpiningOffice, Signer } from './filing.context.js';

/** Chains of posts that sign, in order. Organizations may set their own; these hold while they have set none. */
export const DEFAULT_BANK_CHAIN = ['bank.maker', 'bank.checker'] as const satisfies readonly Role[];
export const BANK_CHAIN_LENGTH = { min: 2, max: 4 } as const;

/** A reviewer's opinion is the office's in the routine lane; in the focus lane its leader signs. */
export function defaultOfficeChain(office: OpiningOffice, lane: Lane): readonly Role[] {
  return lane === 'routine' ? [`${office}.reviewer`] : [`${office}.reviewer`, `${office}.leader`];
}

/** The post whose turn it is; undefined when every post has signed. */
export function nextPost(chain: readonly Role[], signers: readonly Signer[]): Role | undefined {
  return chain[signers.length];
}

/** A bank's own system holds the duty that its key was given: the permission table has judged that. */
export function holdsPost(actor: EventActor, post: Role | undefined): boolean {
  if (post === undefined) return false;
  return actor.role === post || (actor.role === 'bank.client' && post.startsWith('bank.'));
}

/**
 * 双人复核: whether the actor, or the person the actor stands in for (委托代办), already holds a step. A delegate and the
 * person behind it count as one, in either place.
 */
export function holdsStep(actor: EventActor, signer: Signer): boolean {
  const present = [actor.person, actor.onBehalfOf];
  return [signer.person, signer.for].some((person) => person !== undefined && present.includes(person));
}

/** The actor as a signer. Clocks and cases never sign. */
export function signerOf(actor: EventActor): Signer {
  const person = actor.person ?? '';
  return actor.onBehalfOf === undefined ? { person } : { person, for: actor.onBehalfOf };
}
