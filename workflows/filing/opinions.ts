import type { Role } from '../process.js';
import type { FilingContext, OfficeReview, OpiningOffice } from './filing.context.js';
import type { FilingEventOf } from './filing.events.js';
import { signerOf } from './sign-off.js';

/** One post is the whole chain: what it says is the office's opinion. */
export function standsAlone(chain: readonly Role[] | undefined): boolean {
  return (chain?.length ?? 1) <= 1;
}

/** The signature that is now given is the last one. */
export function isLastSignature({ draft }: OfficeReview): boolean {
  return draft !== undefined && draft.toSign.length <= 1;
}

export function opined(
  context: FilingContext,
  office: OpiningOffice,
  event: FilingEventOf<'OPINE'>,
): Partial<FilingContext> {
  const { position } = event.payload;
  const { supplemented } = context[office];
  const { chain } = event.facts;
  const review: OfficeReview = standsAlone(chain)
    ? { position }
    : { position: null, draft: { position, toSign: chain.slice(1), signers: [signerOf(event.actor)] } };
  return { [office]: supplemented === undefined ? review : { ...review, supplemented } };
}

/** The next post signs; the last signature makes the draft the office's opinion. */
export function signedOpinion(
  context: FilingContext,
  office: OpiningOffice,
  event: FilingEventOf<'SIGN_OPINION'>,
): Partial<FilingContext> {
  const review = context[office];
  const { draft, ...rest } = review;
  if (draft === undefined) return {};
  if (isLastSignature(review)) return { [office]: { ...rest, position: draft.position } };
  const signers = [...draft.signers, signerOf(event.actor)];
  return { [office]: { ...rest, draft: { ...draft, toSign: draft.toSign.slice(1), signers } } };
}

/** Back to `pending`, or silent: what was drafted is no opinion. */
export function withoutDraft(context: FilingContext, office: OpiningOffice): Partial<FilingContext> {
  const { draft: _, ...rest } = context[office];
  return { [office]: rest };
}
